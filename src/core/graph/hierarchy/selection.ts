/**
 * The part of a hierarchy that matters to certain areas, as rows for a pass: some of the nodes at or above those where the
 * areas meet the streets, and the areas themselves. Chosen once and used for every site.
 *
 * Most nodes above an area are passed on the way from one row below to many above. Where at most `MOST_LANDINGS` rows
 * below want to know of a node, it is left out: its arcs are added to theirs, and whatever a climb finds at it *lands* on
 * those rows instead, with the way down added. Sums of the same ways are compared, so answers stay the same to the last
 * bit, with a quarter of the rows and half of the arcs.
 * Delling, Goldberg, Werneck, "Faster batched shortest paths in road networks", 2011 (RPHAST), for what is chosen.
 */
import {GrowingFloat64, GrowingInt32} from '../growing.ts';
import type {Entry} from '../last-legs.ts';
import {Gathered} from './gathered.ts';
import type {Ascent, Hierarchy} from './hierarchy.ts';
import {weightOf} from './weight.ts';

export interface Selection extends Ascent {
  rows: number;
  /** The row of each area, in the order they were given. */
  rowOf: Uint32Array;
  /** For each place of the hierarchy, the rows that what is found there lands on; none where it cannot matter. */
  landings: Landings;
}

export interface Landings {
  first: Uint32Array;
  row: Uint32Array;
  /** From the row up to the place. */
  weight: Float64Array;
}

/** More of them save rows and cost each climb; measured best between four and eight. */
const MOST_LANDINGS = 4;

/** `ascent` is the way travelled from the areas: `up` for journeys that begin there, `down` for those that end there. */
export function select(hierarchy: Hierarchy, ascent: Ascent, areas: readonly (readonly Entry[])[]): Selection {
  const {nodes, placeOf} = hierarchy;
  const ends = nodes + areas.length;
  const gathered = new Gathered(nodes, ends);
  // The lowest place where each area meets the streets: its row follows that of the place.
  const lowest = new Int32Array(areas.length).fill(-1);
  for (const [area, entries] of areas.entries()) {
    for (const {node, deciseconds, decimetres} of entries) {
      const place = placeOf[node]!;
      gathered.add(place, nodes + area, weightOf(deciseconds, decimetres));
      if (place > lowest[area]!) lowest[area] = place;
    }
  }
  const arcs = {low: new GrowingInt32(), higher: new GrowingInt32(), weight: new GrowingFloat64()};
  const landed = {low: new GrowingInt32(), weight: new GrowingFloat64(), from: new Uint32Array(nodes + 1)};
  const isKept = new Uint8Array(nodes);
  for (let place = nodes - 1; place >= 0; place--) {
    const count = gathered.take(place);
    const {lows, weights} = gathered;
    const end = ascent.first[place + 1]!;
    if (count > MOST_LANDINGS) {
      isKept[place] = 1;
      for (let k = 0; k < count; k++) {
        arcs.low.push(lows[k]!);
        arcs.higher.push(place);
        arcs.weight.push(weights[k]!);
      }
      landed.low.push(place);
      landed.weight.push(0);
      for (let i = ascent.first[place]!; i < end; i++) gathered.add(ascent.higher[i]!, place, ascent.weight[i]!);
    } else {
      for (let k = 0; k < count; k++) {
        landed.low.push(lows[k]!);
        landed.weight.push(weights[k]!);
        for (let i = ascent.first[place]!; i < end; i++) {
          gathered.add(ascent.higher[i]!, lows[k]!, weights[k]! + ascent.weight[i]!);
        }
      }
    }
    landed.from[place] = landed.low.length;
  }
  const {rows, rowOf} = numbered(isKept, lowest);
  return {
    rows,
    rowOf: rowOf.subarray(nodes),
    landings: landingsOf(landed.low.view(), landed.weight.view(), landed.from, rowOf),
    ...ascentOf(rows, rowOf, arcs.low.view(), arcs.higher.view(), arcs.weight.view()),
  };
}

/** Rows in the order of the hierarchy: the kept places, each followed by the areas that meet it and nothing lower. */
function numbered(isKept: Uint8Array, lowest: Int32Array): {rows: number; rowOf: Uint32Array} {
  const nodes = isKept.length;
  const rowOf = new Uint32Array(nodes + lowest.length);
  const areas = Uint32Array.from(lowest.keys()).sort((a, b) => lowest[a]! - lowest[b]!);
  let next = 0;
  let rows = 0;
  for (let place = -1; place < nodes; place++) {
    if (place >= 0 && isKept[place] === 1) rowOf[place] = rows++;
    for (; next < areas.length && lowest[areas[next]!] === place; next++) rowOf[nodes + areas[next]!] = rows++;
  }
  return {rows, rowOf};
}

/** Turned round, for they were found from the lowest place upwards. */
function landingsOf(lows: Int32Array, weights: Float64Array, from: Uint32Array, rowOf: Uint32Array): Landings {
  const count = lows.length;
  return {
    first: from.map((later) => count - later),
    row: Uint32Array.from(lows, (low) => rowOf[low]!).reverse(),
    weight: weights.slice().reverse(),
  };
}

function ascentOf(
  rows: number,
  rowOf: Uint32Array,
  lows: Int32Array,
  highs: Int32Array,
  weights: Float64Array,
): Ascent {
  const first = new Uint32Array(rows + 1);
  for (const low of lows) first[rowOf[low]! + 1]!++;
  for (let row = 0; row < rows; row++) first[row + 1]! += first[row]!;
  const next = first.slice(0, rows);
  const higher = new Uint32Array(lows.length);
  const weight = new Float64Array(lows.length);
  for (let arc = lows.length - 1; arc >= 0; arc--) {
    const at = next[rowOf[lows[arc]!]!]!++;
    higher[at] = rowOf[highs[arc]!]!;
    weight[at] = weights[arc]!;
  }
  return {first, higher, weight};
}
