import type {Judge} from './evaluate.ts';

/**
 * For every row (an area, or a class of areas) its sites by rising weighted cost: what both the interchange and the bound
 * read, row after row. Sites that may not be open are not in it; a list may be cut short, and then says where.
 */
export interface Near {
  rows: number;
  sites: number;
  start: Int32Array;
  site: Uint16Array;
  cost: Float64Array;
  /** The weighted cost at which a row’s list was cut: what it holds below that is everything there is. */
  tail: Float64Array;
  /** What a row costs where no site on offer reaches it. */
  fallback: Float64Array;
  /** No price of a row beyond this is of use. */
  ceiling: Float64Array;
  /** What the areas without a row cost whatever is opened. */
  constant: number;
  /** Which row of the first, whole lists each row is. */
  origin: Int32Array;
  /** Weighted cost of any pair, by the row of the first lists; Infinity where there is no way. */
  costOf: (origin: number, site: number) => number;
}

/** Entries held at most: beyond it lists are cut. 12 bytes each. */
const MOST_ENTRIES = 12_000_000;

/**
 * Lists for the p-median. A row is an area; areas of no weight and areas out of every site’s reach have an empty one. Stops
 * for breath often.
 */
export function* nearOf(judge: Judge): Generator<void, Near, void> {
  const {problem, weights, reachable, allowed} = judge;
  const {areas, sites, cost, outOfReach, price, count} = problem;
  if (sites > 65_535) throw new RangeError(`${sites} sites; a search takes at most 65,535.`);
  let free = 0;
  for (const each of allowed) free += each;
  const wanted = areas * free <= 4_000_000 ? free : Math.max(48, Math.ceil((6 * free) / Math.max(1, count.most)));
  const keep = Math.min(free, wanted, Math.max(16, Math.floor(MOST_ENTRIES / Math.max(1, areas))));
  const start = new Int32Array(areas + 1);
  const site = new Uint16Array(areas * keep);
  const kept = new Float64Array(areas * keep);
  const tail = new Float64Array(areas).fill(Infinity);
  const fallback = new Float64Array(areas);
  const open = new Int32Array(free);
  for (let j = 0, at = 0; j < sites; j++) if (allowed[j]) open[at++] = j;

  // A block of areas at a time is turned on its side, so that the site-major matrix is read in its own order.
  const block = 64;
  const lane = new Float64Array(block * free);
  const lengths = new Int32Array(block);
  const keys = new Float64Array(free);
  const whole = isWhole(cost, outOfReach);
  let end = 0;
  for (let from = 0; from < areas; from += block) {
    const to = Math.min(areas, from + block);
    if ((from / block) % 16 === 15) yield;
    lengths.fill(0);
    for (let at = 0; at < free; at++) {
      const j = open[at]!;
      const base = j * areas;
      for (let area = from; area < to; area++) {
        const each = cost[base + area]!;
        if (each >= outOfReach) continue;
        const row = area - from;
        // Whole costs carry their site in the low bits, so that sorting numbers sorts both.
        lane[row * free + lengths[row]!] = whole ? each * 65_536 + j : at;
        lengths[row]!++;
      }
    }
    for (let area = from; area < to; area++) {
      start[area] = end;
      if (weights[area] === 0 || !reachable[area]) continue;
      const weight = weights[area]!;
      fallback[area] = weight * price;
      const row = area - from;
      const length = lengths[row]!;
      const lanes = lane.subarray(row * free, row * free + length);
      if (whole) {
        keys.set(lanes);
        const take = Math.min(length, keep);
        if (take < length) select(keys, length, take);
        const sorted = keys.subarray(0, take).sort();
        for (let k = 0; k < take; k++) {
          const each = Math.floor(sorted[k]! / 65_536);
          site[end] = sorted[k]! - each * 65_536;
          kept[end++] = weight * each;
        }
        if (take < length) tail[area] = kept[end - 1]!;
      } else {
        const order = Array.from(lanes, (at) => open[at]!);
        order.sort((a, b) => cost[a * areas + area]! - cost[b * areas + area]! || a - b);
        const take = Math.min(length, keep);
        for (let k = 0; k < take; k++) {
          site[end] = order[k]!;
          kept[end++] = weight * cost[order[k]! * areas + area]!;
        }
        if (take < length) tail[area] = kept[end - 1]!;
      }
    }
  }
  start[areas] = end;
  const costOf = (area: number, j: number): number => {
    const each = cost[j * areas + area]!;
    return each >= outOfReach ? Infinity : weights[area]! * each;
  };
  return {
    rows: areas,
    sites,
    start,
    site: site.slice(0, end),
    cost: kept.slice(0, end),
    tail,
    fallback,
    ceiling: fallback.map((each, area) => Math.min(each, tail[area]!)),
    constant: 0,
    origin: Int32Array.from(fallback.keys()),
    costOf,
  };
}

/** The same lists with other weights: only rows whose weight moved are counted anew. For the p-median’s own rows. */
export function reweighted(near: Near, judge: Judge, before: Float64Array): Near {
  const {weights, problem} = judge;
  const cost = near.cost.slice();
  const tail = near.tail.slice();
  const fallback = near.fallback.slice();
  for (let area = 0; area < near.rows; area++) {
    if (weights[area] === before[area]) continue;
    const end = near.start[area + 1]!;
    for (let k = near.start[area]!; k < end; k++)
      cost[k] = weights[area]! * problem.cost[near.site[k]! * problem.areas + area]!;
    if (tail[area] !== Infinity) tail[area] = cost[end - 1]!;
    fallback[area] = judge.reachable[area] ? weights[area]! * problem.price : 0;
  }
  const costOf = (area: number, j: number): number => {
    const each = problem.cost[j * problem.areas + area]!;
    return each >= problem.outOfReach ? Infinity : weights[area]! * each;
  };
  const ceiling = fallback.map((each, area) => Math.min(each, tail[area]!));
  return {...near, cost, tail, fallback, ceiling, costOf};
}

/** Whether all costs are whole and small enough to carry a site’s number. */
function isWhole(cost: ArrayLike<number>, outOfReach: number): boolean {
  if (cost instanceof Uint16Array) return true;
  for (let pair = 0; pair < cost.length; pair++) {
    const each = cost[pair]!;
    if (each < outOfReach && !(Number.isInteger(each) && each < 2 ** 36 && each >= 0)) return false;
  }
  return true;
}

/** Moves the smallest `take` keys to the front, in no order (Hoare’s selection). */
function select(keys: Float64Array, length: number, take: number): void {
  let left = 0;
  let right = length - 1;
  while (left < right) {
    const pivot = keys[(left + right) >> 1]!;
    let i = left;
    let j = right;
    while (i <= j) {
      while (keys[i]! < pivot) i++;
      while (keys[j]! > pivot) j--;
      if (i <= j) {
        const swap = keys[i]!;
        keys[i++] = keys[j]!;
        keys[j--] = swap;
      }
    }
    if (take - 1 <= j) right = j;
    else if (take - 1 >= i) left = i;
    else return;
  }
}
