import type {Part} from './answer.ts';
import {type Pace, walk} from './dual-walk.ts';
import type {Incumbent} from './incumbent.ts';
import {Lagrangian} from './lagrange.ts';
import type {Near} from './near.ts';

/** Some of the choices: what is decided in it, its bound, and the prices that prove it, by the rows of the first lists. */
export interface Bounded {
  decided: Int8Array;
  bound: number;
  prices: Float64Array;
  share: Float64Array;
  /** The sites that its bound opens. */
  chosen: number[];
  /** What the checker is told of it: the last link, where it goes on. */
  part: Part;
}

/** What is yet to be bounded: the choices of one part with a site or more decided besides. */
export type Given = Pick<Bounded, 'decided' | 'prices' | 'share'>;

/**
 * Bounds a part anew from prices near its best ones, over lists of what it leaves undecided, and decides what they decide.
 * The prices kept are the best of the walk. O(steps × entries left).
 */
export function* bounded(
  near: Near,
  {decided: before, prices: from, share}: Given,
  pace: Pace,
  incumbent: Incumbent,
): Generator<number, Bounded, void> {
  const {problem} = incumbent.judge;
  const decided = before.slice();
  const prices = from.slice();
  const lagrangian = new Lagrangian(near, problem, decided);
  lagrangian.takePrices(prices);
  lagrangian.share.set(share);
  const bound = yield* walk(lagrangian, pace, incumbent.cost, incumbent.enough);
  lagrangian.givePrices(prices);
  const part: Part = {prices, settled: [], ways: [], site: -1};
  if (bound <= incumbent.enough) {
    part.settled = lagrangian.settled(incumbent.enough);
    for (const each of part.settled) decided[each < 0 ? ~each : each] = each < 0 ? -1 : 1;
  }
  return {decided, bound, prices, share: lagrangian.share, chosen: lagrangian.chosenSites, part};
}

/** The one set of sites that a part still holds; `null` while there is a choice, and `[]` if it holds none. */
export function onlySet({decided}: Given, count: number): number[] | null {
  const open: number[] = [];
  const free: number[] = [];
  for (let site = 0; site < decided.length; site++) {
    if (decided[site]! > 0) open.push(site);
    else if (decided[site] === 0) free.push(site);
  }
  if (open.length > count || open.length + free.length < count) return [];
  if (open.length === count) return open;
  return open.length + free.length === count ? [...open, ...free].sort((a, b) => a - b) : null;
}
