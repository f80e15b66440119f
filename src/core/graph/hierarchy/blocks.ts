/**
 * The arcs of a graph that changes: one block of memory for each node, four whole numbers an arc, all in one array.
 *
 * A block that is full moves to the end of the array with twice the room; what it leaves behind is not used again. Arcs
 * are found by looking along the block, which is quicker than any index while a node has a few dozen.
 */
import type {Rows} from '../rows.ts';

/** Numbers an arc takes: the node at the other end, deciseconds, decimetres, and the streets it stands for. */
export const WIDE = 4;

export class Blocks {
  /** The arcs of node n are the `count[n]` from `at[n]` on; `arcs` is replaced when it grows, so read it anew after `put`. */
  readonly at: Uint32Array;
  readonly count: Uint32Array;
  arcs: Int32Array;
  readonly #room: Uint32Array;
  #end = 0;

  /** Of parallel arcs the best one is kept; arcs back to their own node are dropped. */
  constructor(rows: Rows, reverse: boolean) {
    const nodes = rows.first.length - 1;
    this.at = new Uint32Array(nodes);
    this.count = new Uint32Array(nodes);
    this.#room = new Uint32Array(nodes);
    for (let n = 0; n < nodes; n++) {
      for (let i = rows.first[n]!; i < rows.first[n + 1]!; i++) this.#room[reverse ? rows.node[i]! : n]!++;
    }
    for (let n = 0; n < nodes; n++) {
      this.at[n] = this.#end;
      this.#room[n]!++;
      this.#end += this.#room[n]! * WIDE;
    }
    this.arcs = new Int32Array(Math.ceil(this.#end * 1.25));
    for (let n = 0; n < nodes; n++) {
      for (let i = rows.first[n]!; i < rows.first[n + 1]!; i++) {
        const m = rows.node[i]!;
        if (m === n) continue;
        this.put(reverse ? m : n, reverse ? n : m, rows.deciseconds[i]!, rows.decimetres[i]!, 1);
      }
    }
  }

  /** Adds an arc, or betters the one that is there. */
  put(node: number, other: number, deciseconds: number, decimetres: number, streets: number): void {
    const {arcs} = this;
    const at = this.at[node]!;
    const end = at + this.count[node]! * WIDE;
    for (let i = at; i < end; i += WIDE) {
      if (arcs[i] !== other) continue;
      const known = arcs[i + 1]!;
      if (deciseconds > known || (deciseconds === known && decimetres >= arcs[i + 2]!)) return;
      this.#write(i, other, deciseconds, decimetres, streets);
      return;
    }
    if (this.count[node] === this.#room[node]) this.#move(node);
    this.#write(this.at[node]! + this.count[node]!++ * WIDE, other, deciseconds, decimetres, streets);
  }

  /** Takes the arc to `other` away; the last arc takes its place. */
  drop(node: number, other: number): void {
    const {arcs} = this;
    const at = this.at[node]!;
    const last = at + (this.count[node]! - 1) * WIDE;
    for (let i = at; i <= last; i += WIDE) {
      if (arcs[i] !== other) continue;
      arcs.copyWithin(i, last, last + WIDE);
      this.count[node]!--;
      return;
    }
  }

  #write(i: number, other: number, deciseconds: number, decimetres: number, streets: number): void {
    const {arcs} = this;
    arcs[i] = other;
    arcs[i + 1] = deciseconds;
    arcs[i + 2] = decimetres;
    arcs[i + 3] = streets;
  }

  #move(node: number): void {
    const length = this.count[node]! * WIDE;
    const room = Math.max(4, this.count[node]! * 2);
    if (this.#end + room * WIDE > this.arcs.length) {
      const bigger = new Int32Array(Math.ceil((this.#end + room * WIDE) * 1.4));
      bigger.set(this.arcs);
      this.arcs = bigger;
    }
    this.arcs.copyWithin(this.#end, this.at[node]!, this.at[node]! + length);
    this.at[node] = this.#end;
    this.#room[node] = room;
    this.#end += room * WIDE;
  }
}
