/**
 * The nodes above a place, and the least weight by which each is reached from it going only upwards.
 *
 * Nodes are taken in their order, the lowest first, so each is final when its turn comes. One that is reached with less
 * over a higher one is passed by: the best way to it leads down from there, and the pass over the hierarchy that follows
 * finds it. Three quarters are, and nothing above is missed, for on a best way up none of them lies.
 */
import type {Entry} from '../last-legs.ts';
import type {Ascent, Hierarchy} from './hierarchy.ts';
import {PlaceQueue} from './place-queue.ts';
import {NO_WAY, weightOf} from './weight.ts';

export class Climb {
  readonly #placeOf: Uint32Array;
  readonly #ascent: Ascent;
  /** The same streets the other way. */
  readonly #back: Ascent;
  readonly #weight: Float64Array;
  readonly #queue: PlaceQueue;

  constructor({nodes, placeOf, up, down}: Hierarchy, way: 'up' | 'down') {
    this.#placeOf = placeOf;
    this.#ascent = way === 'up' ? up : down;
    this.#back = way === 'up' ? down : up;
    this.#weight = new Float64Array(nodes).fill(NO_WAY);
    this.#queue = new PlaceQueue(nodes);
  }

  /** Calls `reach` once for each node that is not passed by, with its place in the order. */
  from(starts: readonly Entry[], reach: (place: number, weight: number) => void): void {
    const {first, higher, weight: weights} = this.#ascent;
    const weight = this.#weight;
    const queue = this.#queue;
    for (const {node, deciseconds, decimetres} of starts) {
      const place = this.#placeOf[node]!;
      queue.add(place);
      weight[place] = Math.min(weight[place]!, weightOf(deciseconds, decimetres));
    }
    for (let place = queue.take(); place >= 0; place = queue.take()) {
      const here = weight[place]!;
      weight[place] = NO_WAY;
      if (this.#isPassedBy(place, here)) continue;
      reach(place, here);
      const end = first[place + 1]!;
      for (let i = first[place]!; i < end; i++) {
        const above = higher[i]!;
        const there = here + weights[i]!;
        if (there >= weight[above]!) continue;
        if (weight[above] === NO_WAY) queue.add(above);
        weight[above] = there;
      }
    }
  }

  #isPassedBy(place: number, here: number): boolean {
    const {first, higher, weight: weights} = this.#back;
    const weight = this.#weight;
    const end = first[place + 1]!;
    for (let i = first[place]!; i < end; i++) if (weight[higher[i]!]! + weights[i]! < here) return true;
    return false;
  }
}
