/**
 * The arcs of a graph that changes: one block of memory for each node, sixteen bytes an arc, all in one buffer.
 *
 * A block that is full moves to the end of the buffer with twice the room; what it leaves behind is not used again. Arcs
 * are found by looking along the block, which is quicker than any index while a node has a few dozen.
 */
import type {Rows} from '../rows.ts';
import {weightOf} from './weight.ts';

/** Arcs by node: those of node n are the `count[n]` from arc `at[n]` on. */
export interface ArcBlocks {
  at: Uint32Array;
  count: Uint32Array;
  /** Of arc a: the node at the other end at `WORDS * a`, and the streets it stands for after it. */
  words: Uint32Array;
  /** Of arc a: its weight at `DOUBLES * a + 1`. */
  doubles: Float64Array;
}

export const WORDS = 4;
export const DOUBLES = 2;

/** `words` and `doubles` are replaced when they grow, so read them anew after `put`. */
export class Blocks implements ArcBlocks {
  readonly at: Uint32Array;
  readonly count: Uint32Array;
  words: Uint32Array;
  doubles: Float64Array;
  readonly #room: Uint32Array;
  #end = 0;

  /** Of parallel arcs the best one is kept; arcs back to their own node are dropped. */
  constructor(rows: Rows, reverse: boolean) {
    const nodes = rows.first.length - 1;
    this.at = new Uint32Array(nodes);
    this.count = new Uint32Array(nodes);
    this.#room = firstRooms(rows, reverse);
    for (let n = 0; n < nodes; n++) {
      this.at[n] = this.#end;
      this.#end += this.#room[n]!;
    }
    const buffer = new ArrayBuffer(Math.ceil(this.#end * 1.25) * 16);
    this.words = new Uint32Array(buffer);
    this.doubles = new Float64Array(buffer);
    eachArc(rows, (from, to, weight) => this.put(reverse ? to : from, reverse ? from : to, weight, 1));
  }

  /** Adds an arc, or betters the one that is there. */
  put(node: number, other: number, weight: number, streets: number): void {
    const at = this.at[node]!;
    const end = at + this.count[node]!;
    for (let arc = at; arc < end; arc++) {
      if (this.words[WORDS * arc] !== other) continue;
      if (weight < this.doubles[DOUBLES * arc + 1]!) this.#write(arc, other, weight, streets);
      return;
    }
    if (this.count[node] === this.#room[node]) this.#move(node);
    this.#write(this.at[node]! + this.count[node]!++, other, weight, streets);
  }

  /** Takes the arc to `other` away; the last arc takes its place. */
  drop(node: number, other: number): void {
    const {words} = this;
    const at = this.at[node]!;
    const last = at + this.count[node]! - 1;
    for (let arc = at; arc <= last; arc++) {
      if (words[WORDS * arc] !== other) continue;
      words.copyWithin(WORDS * arc, WORDS * last, WORDS * (last + 1));
      this.count[node]!--;
      return;
    }
  }

  #write(arc: number, other: number, weight: number, streets: number): void {
    this.words[WORDS * arc] = other;
    this.words[WORDS * arc + 1] = streets;
    this.doubles[DOUBLES * arc + 1] = weight;
  }

  #move(node: number): void {
    const count = this.count[node]!;
    const room = Math.max(4, count * 2);
    if ((this.#end + room) * WORDS > this.words.length) {
      const bigger = new Uint32Array(Math.ceil((this.#end + room) * 1.4) * WORDS);
      bigger.set(this.words);
      this.words = bigger;
      this.doubles = new Float64Array(bigger.buffer);
    }
    const at = this.at[node]!;
    this.words.copyWithin(WORDS * this.#end, WORDS * at, WORDS * (at + count));
    this.at[node] = this.#end;
    this.#room[node] = room;
    this.#end += room;
  }
}

/** One more than the arcs that each node begins with. */
export function firstRooms({first, node}: Rows, reverse: boolean): Uint32Array {
  const nodes = first.length - 1;
  const rooms = new Uint32Array(nodes).fill(1);
  if (reverse) for (const to of node) rooms[to]!++;
  else for (let n = 0; n < nodes; n++) rooms[n]! += first[n + 1]! - first[n]!;
  return rooms;
}

/** Every arc but those back to their own node. */
export function eachArc(rows: Rows, visit: (from: number, to: number, weight: number) => void): void {
  const nodes = rows.first.length - 1;
  for (let from = 0; from < nodes; from++) {
    for (let i = rows.first[from]!; i < rows.first[from + 1]!; i++) {
      const to = rows.node[i]!;
      if (to !== from) visit(from, to, weightOf(rows.deciseconds[i]!, rows.decimetres[i]!));
    }
  }
}
