/**
 * Looks for a way round a node: small searches, given up after so many nodes, that spare the hierarchy a shortcut.
 *
 * What it finds are ways that exist, so a shortcut is only ever left out for a way as good; giving up too early costs a
 * shortcut too many and never a wrong answer.
 */
import {type Blocks, WIDE} from './blocks.ts';
import {DECISECOND, NO_WAY} from './weight.ts';
import {WeightQueue} from './weight-queue.ts';

export class Witness {
  readonly #out: Blocks;
  readonly #weight: Float64Array;
  /** The search in which a node was last seen, and the aim that it last belonged to. */
  readonly #seen: Uint32Array;
  readonly #wanted: Uint32Array;
  #search = 0;
  #goal = 0;
  readonly #queue = new WeightQueue();

  constructor(out: Blocks) {
    this.#out = out;
    this.#weight = new Float64Array(out.at.length);
    this.#seen = new Uint32Array(out.at.length);
    this.#wanted = new Uint32Array(out.at.length);
  }

  /** The nodes beyond `around`, to which ways are looked for until the next call; gives the weight of the farthest. */
  aim(around: number): number {
    const {arcs, at, count} = this.#out;
    const goal = ++this.#goal;
    let furthest = 0;
    const end = at[around]! + count[around]! * WIDE;
    for (let i = at[around]!; i < end; i += WIDE) {
      this.#wanted[arcs[i]!] = goal;
      furthest = Math.max(furthest, arcs[i + 1]! * DECISECOND + arcs[i + 2]!);
    }
    return furthest;
  }

  /** Searches from a node without passing `around`; gives how many nodes it settled. */
  spread(from: number, around: number, furthest: number, most: number): number {
    const {arcs, at, count} = this.#out;
    const weight = this.#weight;
    const seen = this.#seen;
    const search = ++this.#search;
    const goal = this.#goal;
    let wanted = count[around]! - (this.#wanted[from] === goal ? 1 : 0);
    const queue = this.#queue;
    queue.clear();
    weight[from] = 0;
    seen[from] = search;
    queue.push(0, from);
    let settled = 0;
    while (queue.length > 0) {
      const key = queue.least();
      if (key > furthest) break;
      const node = queue.take();
      if (key > weight[node]!) continue;
      if (node !== from && this.#wanted[node] === goal && --wanted === 0) break;
      if (++settled > most) break;
      const end = at[node]! + count[node]! * WIDE;
      for (let i = at[node]!; i < end; i += WIDE) {
        const to = arcs[i]!;
        if (to === around) continue;
        const there = key + arcs[i + 1]! * DECISECOND + arcs[i + 2]!;
        if (there > furthest || (seen[to] === search && there >= weight[to]!)) continue;
        seen[to] = search;
        weight[to] = there;
        queue.push(there, to);
      }
    }
    return settled;
  }

  /** The weight of the way found by the last search, not always the best one. */
  found(node: number): number {
    return this.#seen[node] === this.#search ? this.#weight[node]! : NO_WAY;
  }
}
