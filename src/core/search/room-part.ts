import type {SiteProblem} from './problem.ts';
import {RoomPrices} from './room-prices.ts';
import {type RoomWays, waysLeft} from './room-ways.ts';
import type {RoomedAnswers} from './roomed-answers.ts';

/** A part of the question: what is decided in it, the ways that are left, the prices it begins with, and its bound so far. */
export interface RoomPart {
  decided: Int8Array;
  ways: RoomWays;
  prices: Float64Array;
  bound: number;
}

/** Sites tried out for one choice, and steps of the prices each way. */
const TRIED = 4;
const STEPS = 8;

/** The prices of a part, to be made better. */
export function pricesOf({decided, ways, prices}: RoomPart, {count, capacity, opening}: SiteProblem): RoomPrices {
  const question = {decided, ways, rows: prices.length, count: count.most, capacity: capacity!, opening};
  return new RoomPrices(question, prices);
}

/** Whether the open sites, and the roomiest of those still to choose from, have room for so many people. O(sites log sites). */
export function haveRoomFor(people: number, {decided}: RoomPart, {count, capacity}: SiteProblem): boolean {
  const free: number[] = [];
  let room = 0;
  let left = count.most;
  for (let site = 0; site < decided.length; site++) {
    if (decided[site] === 0) free.push(capacity![site]!);
    else if (decided[site]! > 0) {
      room += capacity![site]!;
      left--;
    }
  }
  free.sort((a, b) => b - a);
  for (const each of free.slice(0, Math.max(0, left))) room += each;
  return people <= room * (1 + 1e-9);
}

/**
 * A part halved at a site, open or closed: of the few that its bound is least sure of (`share`) the one whose halves both
 * gain most, which is tried out. Halves that cannot hold a better answer are left out. `null` where all sites are decided.
 */
export function halvesOf(
  part: RoomPart,
  share: Float64Array,
  answers: RoomedAnswers,
  problem: SiteProblem,
): RoomPart[] | null {
  const unsure = [...part.decided.keys()]
    .filter((site) => part.decided[site] === 0)
    .sort((a, b) => Math.abs(share[a]! - 0.5) - Math.abs(share[b]! - 0.5) || a - b);
  let best: RoomPart[] | null = null;
  let most = -1;
  for (const site of unsure.slice(0, TRIED)) {
    const halves = [1, -1].map((way) => half(part, site, way));
    for (const each of halves) {
      const prices = pricesOf(each, problem);
      for (let step = 0; step < STEPS && prices.high <= answers.limit; step++)
        if (!prices.step(answers.best?.objective ?? null)) break;
      each.bound = Math.max(part.bound, prices.high);
      each.prices = prices.kept;
    }
    const open = halves.filter(({bound}) => bound <= answers.limit);
    if (open.length < 2) return open;
    const score = halves.reduce((product, {bound}) => product * (bound - part.bound + 0.01), 1);
    if (score <= most) continue;
    most = score;
    best = halves;
  }
  return best;
}

function half(part: RoomPart, site: number, way: number): RoomPart {
  const decided = part.decided.slice();
  decided[site] = way;
  return {...part, decided, ways: waysLeft(part.ways, decided)};
}
