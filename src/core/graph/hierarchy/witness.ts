/**
 * Looks for a way round a node: small searches, given up after so many nodes, that spare the hierarchy a shortcut.
 *
 * What it finds are ways that exist, so a shortcut is only ever left out for a way as good; giving up too early costs a
 * shortcut too many and never a wrong answer.
 */
import {type Blocks, DOUBLES, WORDS} from './blocks.ts';
import {NO_WAY} from './weight.ts';
import {WeightQueue} from './weight-queue.ts';

/** Nodes that may wait in a search before it is given up. */
export const MOST_WAITING = 65_536;

export class Witness {
  /** Nodes settled by all searches so far: how much work was done. */
  settled = 0;
  /** Whether a search since this was last set was given up. */
  isCut = false;
  readonly #out: Blocks;
  readonly #weight: Float64Array;
  /** What a node takes beyond the one in the middle. */
  readonly #beyond: Float64Array;
  /** The search in which a node was last seen, and in which it needs no more looking for; the aim it last belonged to. */
  readonly #seen: Uint32Array;
  readonly #met: Uint32Array;
  readonly #wanted: Uint32Array;
  #search = 0;
  #goal = 0;
  readonly #queue = new WeightQueue();

  constructor(out: Blocks) {
    const nodes = out.at.length;
    this.#out = out;
    this.#weight = new Float64Array(nodes);
    this.#beyond = new Float64Array(nodes);
    this.#seen = new Uint32Array(nodes);
    this.#met = new Uint32Array(nodes);
    this.#wanted = new Uint32Array(nodes);
  }

  /** The nodes beyond `around`, to which ways are looked for until the next call; gives the weight of the farthest. */
  aim(around: number): number {
    const {words, doubles, at, count} = this.#out;
    const goal = ++this.#goal;
    let furthest = 0;
    const end = at[around]! + count[around]!;
    for (let arc = at[around]!; arc < end; arc++) {
      const node = words[WORDS * arc]!;
      const weight = doubles[DOUBLES * arc + 1]!;
      this.#wanted[node] = goal;
      this.#beyond[node] = weight;
      furthest = Math.max(furthest, weight);
    }
    return furthest;
  }

  /** Searches from a node, `inWeight` before `around`, without passing that; over once every way round is known. */
  spread(from: number, around: number, inWeight: number, furthest: number, most: number): void {
    const {words, doubles, at, count} = this.#out;
    const weight = this.#weight;
    const seen = this.#seen;
    const met = this.#met;
    const wantedIn = this.#wanted;
    const search = ++this.#search;
    const goal = this.#goal;
    let wanted = count[around]! - (wantedIn[from] === goal ? 1 : 0);
    const queue = this.#queue;
    queue.clear();
    weight[from] = 0;
    seen[from] = search;
    met[from] = search;
    queue.push(0, from);
    let settled = 0;
    searching: while (queue.length > 0) {
      const key = queue.least();
      if (key > furthest) break;
      const node = queue.take();
      if (key > weight[node]!) continue;
      if (wantedIn[node] === goal && met[node] !== search && --wanted === 0) break;
      if (++settled > most) {
        this.isCut = true;
        break;
      }
      const end = at[node]! + count[node]!;
      for (let arc = at[node]!; arc < end; arc++) {
        const there = key + doubles[DOUBLES * arc + 1]!;
        if (there > furthest) continue;
        const to = words[WORDS * arc]!;
        if (to === around || (seen[to] === search && there >= weight[to]!)) continue;
        seen[to] = search;
        weight[to] = there;
        if (wantedIn[to] === goal && met[to] !== search && there <= inWeight + this.#beyond[to]!) {
          met[to] = search;
          if (--wanted === 0) break searching;
        }
        if (queue.length === MOST_WAITING) {
          this.isCut = true;
          break searching;
        }
        queue.push(there, to);
      }
    }
    this.settled += settled;
  }

  /** The weight of the way found by the last search, not always the best one. */
  found(node: number): number {
    return this.#seen[node] === this.#search ? this.#weight[node]! : NO_WAY;
  }
}
