import type {Part} from './answer.ts';
import {type Pace, walk} from './dual-walk.ts';
import type {Incumbent} from './incumbent.ts';
import {Lagrangian} from './lagrange.ts';
import type {Near} from './near.ts';
import {shrunk} from './shrunk.ts';

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

/** Prices taken as they are. */
export const ONCE: Pace = {steps: 1, pace: 0, patience: 1, memory: 0};

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

/** A part with lists of what it leaves undecided. Its prices are a copy: those that prove what was settled stay. */
export function lessened(core: Near, part: Bounded): {now: Bounded; near: Near} {
  const prices = part.prices.slice();
  const near = shrunk(core, part.decided, prices);
  return {now: {...part, prices}, near};
}

/**
 * What goes on from a part: instead of it where it settled nothing and is no better, else after it. The bound is the better
 * of both, since either bounds what is left.
 */
export function goneOn(before: Bounded, now: Bounded): Bounded {
  const bound = Math.max(before.bound, now.bound);
  if (before.part.settled.length === 0 && now.bound >= before.bound)
    return {...now, bound, part: Object.assign(before.part, {prices: now.part.prices, settled: now.part.settled})};
  before.part.ways = [now.part];
  return {...now, bound};
}
