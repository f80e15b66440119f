/**
 * The part of a hierarchy that matters to certain places: the nodes at or above those where they meet the streets.
 *
 * Chosen once for all areas and used for every site, it is a small part of a large graph. The places themselves follow as
 * further rows, joined to the nodes where they meet the streets, so that one pass over the rows gives their times too.
 * Delling, Goldberg, Werneck, "Faster batched shortest paths in road networks", 2011 (RPHAST).
 */
import type {Entry} from '../last-legs.ts';
import type {Ascent, Hierarchy} from './hierarchy.ts';
import {weightOf} from './weight.ts';

export interface Selection extends Ascent {
  /** Rows of nodes; those of the places follow, in their order. */
  nodes: number;
  places: number;
  /** The row of a place of the hierarchy; -1 where it was not chosen. */
  rowOf: Int32Array;
}

/** `ascent` is the way travelled from the places: `up` for journeys that begin there, `down` for those that end there. */
export function select(hierarchy: Hierarchy, ascent: Ascent, places: readonly (readonly Entry[])[]): Selection {
  const {placeOf} = hierarchy;
  const rowOf = new Int32Array(hierarchy.nodes).fill(-1);
  const met: number[] = [];
  const meet = (place: number) => {
    if (rowOf[place]! >= 0) return;
    rowOf[place] = 0;
    met.push(place);
  };
  let joins = 0;
  for (const entries of places) {
    joins += entries.length;
    for (const {node} of entries) meet(placeOf[node]!);
  }
  let arcs = 0;
  for (let m = 0; m < met.length; m++) {
    const place = met[m]!;
    const end = ascent.first[place + 1]!;
    arcs += end - ascent.first[place]!;
    for (let i = ascent.first[place]!; i < end; i++) meet(ascent.higher[i]!);
  }
  const nodes = met.length;
  const first = new Uint32Array(nodes + places.length + 1);
  const higher = new Uint32Array(arcs + joins);
  const weight = new Float64Array(arcs + joins);
  let row = 0;
  let at = 0;
  for (let place = 0; place < hierarchy.nodes; place++) {
    if (rowOf[place]! < 0) continue;
    rowOf[place] = row;
    for (let i = ascent.first[place]!; i < ascent.first[place + 1]!; i++) {
      higher[at] = rowOf[ascent.higher[i]!]!;
      weight[at++] = ascent.weight[i]!;
    }
    first[++row] = at;
  }
  for (const entries of places) {
    for (const {node, deciseconds, decimetres} of entries) {
      higher[at] = rowOf[placeOf[node]!]!;
      weight[at++] = weightOf(deciseconds, decimetres);
    }
    first[++row] = at;
  }
  return {nodes, places: places.length, rowOf, first, higher, weight};
}
