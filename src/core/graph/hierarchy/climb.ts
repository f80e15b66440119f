/**
 * The nodes above a place, and the least weight by which each is reached from it going only upwards.
 *
 * Nodes are taken in their order, the lowest first, so each is final when its turn comes. Weights are at most too great
 * where the best way would go down on the way; the pass over the hierarchy that follows sets them right.
 */
import type {Entry} from '../last-legs.ts';
import {Queue} from '../queue.ts';
import type {Ascent, Hierarchy} from './hierarchy.ts';
import {NO_WAY, weightOf} from './weight.ts';

export class Climb {
  readonly #hierarchy: Hierarchy;
  readonly #ascent: Ascent;
  readonly #weight: Float64Array;
  readonly #queue = new Queue();

  constructor(hierarchy: Hierarchy, ascent: Ascent) {
    this.#hierarchy = hierarchy;
    this.#ascent = ascent;
    this.#weight = new Float64Array(hierarchy.nodes).fill(NO_WAY);
  }

  /** Calls `reach` once for each node, by its place in the order. */
  from(starts: readonly Entry[], reach: (place: number, weight: number) => void): void {
    const {nodes, placeOf} = this.#hierarchy;
    const {first, higher, weight: weights} = this.#ascent;
    const weight = this.#weight;
    const queue = this.#queue;
    for (const {node, deciseconds, decimetres} of starts) {
      const place = placeOf[node]!;
      if (weight[place] === NO_WAY) queue.push(nodes - place, place);
      weight[place] = Math.min(weight[place]!, weightOf(deciseconds, decimetres));
    }
    while (queue.length > 0) {
      const place = queue.take();
      const here = weight[place]!;
      weight[place] = NO_WAY;
      reach(place, here);
      const end = first[place + 1]!;
      for (let i = first[place]!; i < end; i++) {
        const above = higher[i]!;
        const there = here + weights[i]!;
        const known = weight[above]!;
        if (known === NO_WAY) queue.push(nodes - above, above);
        if (there < known) weight[above] = there;
      }
    }
  }
}
