import type {Judge} from './evaluate.ts';
import type {Near} from './near.ts';

/**
 * Lists for maximal covering: a row is a class of areas that the same sites cover, costs nothing where one of them is
 * open and its whole weight where none is. Most covered is then least cost.
 */
export function* coverNearOf(judge: Judge): Generator<void, {near: Near; rowOf: Int32Array}, void> {
  const {problem, weights, allowed} = judge;
  const {areas, sites, cost, outOfReach, cutoff} = problem;
  if (sites > 65_535) throw new RangeError(`${sites} sites; a search takes at most 65,535.`);
  const covers = (each: number) => each <= cutoff && each < outOfReach;
  const {classOf, classes} = yield* coverClasses(cost, areas, sites, covers, allowed);
  const fallback = new Float64Array(classes);
  for (let area = 0; area < areas; area++) fallback[classOf[area]!]! += weights[area]!;
  const first = new Int32Array(classes).fill(-1);
  for (let area = areas - 1; area >= 0; area--) first[classOf[area]!] = area;
  const lists: number[][] = Array.from({length: classes}, () => []);
  for (let j = 0; j < sites; j++) {
    if (!allowed[j]) continue;
    if (j % 64 === 63) yield;
    for (let row = 0; row < classes; row++) if (covers(cost[j * areas + first[row]!]!)) lists[row]!.push(j);
  }
  let constant = 0;
  const start = new Int32Array(classes + 1);
  for (let row = 0; row < classes; row++) {
    if (lists[row]!.length === 0) {
      constant += fallback[row]!;
      fallback[row] = 0;
    }
    start[row + 1] = start[row]! + lists[row]!.length;
  }
  const site = new Uint16Array(start[classes]!);
  for (let row = 0; row < classes; row++) site.set(lists[row]!, start[row]!);
  const near: Near = {
    rows: classes,
    sites,
    start,
    site,
    cost: new Float64Array(site.length),
    tail: new Float64Array(classes).fill(Infinity),
    fallback,
    ceiling: fallback,
    constant,
    origin: Int32Array.from(fallback.keys()),
    costOf: (row, j) => (covers(cost[j * areas + first[row]!]!) ? 0 : Infinity),
  };
  return {near, rowOf: classOf};
}

/** Areas that exactly the same allowed sites cover have one number. Found by refining: no strings, O(pairs). */
export function* coverClasses(
  cost: ArrayLike<number>,
  areas: number,
  sites: number,
  covers: (cost: number) => boolean,
  allowed: Uint8Array,
): Generator<void, {classOf: Int32Array; classes: number}, void> {
  const classOf = new Int32Array(areas);
  let classes = areas > 0 ? 1 : 0;
  const split = new Int32Array(areas + 1);
  const sizes = new Int32Array(areas + 1);
  const hits = new Int32Array(areas + 1);
  if (areas > 0) sizes[0] = areas;
  const covered = new Int32Array(areas);
  for (let site = 0; site < sites; site++) {
    if (!allowed[site]) continue;
    if (site % 32 === 31) yield;
    let count = 0;
    for (let area = 0, pair = site * areas; area < areas; area++, pair++) {
      if (!covers(cost[pair]!)) continue;
      covered[count++] = area;
      hits[classOf[area]!]!++;
    }
    for (let at = 0; at < count; at++) {
      const area = covered[at]!;
      const old = classOf[area]!;
      if (split[old] === 0) split[old] = hits[old] === sizes[old] ? old + 1 : ++classes;
      const fresh = split[old]! - 1;
      if (fresh === old) continue;
      classOf[area] = fresh;
      sizes[fresh]!++;
    }
    // What was split gives its members up, and the scratch marks go back to nought.
    for (let at = 0; at < count; at++) {
      const fresh = classOf[covered[at]!]!;
      hits[fresh] = 0;
      split[fresh] = 0;
    }
    for (let old = 0; old < classes; old++) {
      if (split[old] === 0) continue;
      sizes[old]! -= hits[old]!;
      hits[old] = 0;
      split[old] = 0;
    }
  }
  return {classOf, classes};
}
