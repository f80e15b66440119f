import type {Found, Runner, Search, SearchProgress} from './answer.ts';
import {assignedCost, byModel} from './by-model.ts';
import {type Judge, judgeOf} from './evaluate.ts';
import type {Solver} from './mip.ts';
import type {SiteProblem} from './problem.ts';

/** Sums of people up to which room is filled exactly, whole person by whole person. */
const MOST_ROOM = 5000;
const STEPS = 400;

/**
 * The capacitated p-median of one number of sites. Every area is bought off at a price λ; each site then fills its room
 * with what saves most, a knapsack, and the p cheapest sites are a bound better than that of the plain linear model
 * (Ceselli and Righini 2005 come to the same by columns). Sets of sites that the bound likes are filled by HiGHS; sites
 * whose other choice would lift the bound beyond the best answer are decided, and HiGHS proves what is left.
 * Groups, budget and floors are not in the bound, which holds all the same. Room of no whole number is filled by shares.
 */
export function* capacitated(problem: SiteProblem, solver: Solver, runner: Runner): Search {
  const judge = judgeOf(problem);
  const {areas, sites, count} = problem;
  const rows = Array.from({length: areas}, (_, area) => area).filter((area) => judge.reachable[area]);
  const decided = new Int8Array(sites);
  for (let site = 0; site < sites; site++) if (!judge.allowed[site]) decided[site] = -1;
  for (const site of problem.fixedOpen) decided[site] = 1;
  const prices = startPrices(judge, rows);
  const kept = prices.slice();
  const worth = new Float64Array(sites);
  const bestWorth = new Float64Array(sites);
  const tried = new Set<string>();
  let best: Found | null = null;
  let high = -Infinity;
  let chosenAtBest: number[] = [];
  let pace = 1;
  let since = 0;
  const told = (doing: string): SearchProgress => ({
    done: 0,
    of: 0,
    doing,
    objective: best?.objective ?? null,
    bound: Number.isFinite(high) ? high : null,
    sites: best?.sites ?? null,
  });

  for (let step = 0; step < STEPS && !runner.enough(); step++) {
    yield told('Proving');
    let bound = 0;
    for (const area of rows) bound += prices[area]!;
    for (let site = 0; site < sites; site++)
      if (decided[site]! >= 0) worth[site] = -filled(judge, rows, prices, site, null);
    const free = Array.from(worth.keys()).filter((site) => decided[site] === 0);
    free.sort((a, b) => worth[a]! - worth[b]! || a - b);
    const fixed = Array.from(worth.keys()).filter((site) => decided[site]! > 0);
    const chosen = [...fixed, ...free.slice(0, count.most - fixed.length)];
    for (const site of chosen) bound += worth[site]!;
    if (bound > high) {
      high = bound;
      kept.set(prices);
      bestWorth.set(worth);
      chosenAtBest = chosen;
      since = 0;
    } else if (++since > 15) {
      since = 0;
      pace *= 0.6;
      prices.set(kept);
      if (pace < 0.01) break;
      continue;
    }
    const served = new Int32Array(areas);
    for (const site of chosen) filled(judge, rows, prices, site, served);
    let size = 0;
    for (const area of rows) size += (1 - served[area]!) ** 2;
    const key = [...chosen].sort((a, b) => a - b).join(' ');
    if (!tried.has(key) && tried.size < 12 && (step % 40 === 39 || size <= 4)) {
      tried.add(key);
      const filledUp = yield* byModel({...problem, fixedClosed: others(sites, chosen)}, solver, runner);
      // With the others closed an area may be in nobody’s reach, and then it is not asked for: no answer to this question.
      const whole = filledUp && rows.every((area) => filledUp.assignment![area]! >= 0);
      if (whole && (!best || filledUp.objective < best.objective)) best = filledUp;
    }
    if (best && high >= best.objective * (1 - 1e-9)) break;
    if (size === 0) break;
    const above = best ? best.objective : high + 0.05 * Math.abs(high) + 1;
    const length = (pace * Math.max(above - bound, 1e-6 * Math.abs(above))) / size;
    for (const area of rows) prices[area] = prices[area]! + length * (1 - served[area]!);
  }

  let closed = new Set(problem.fixedClosed);
  if (best && count.least === count.most) {
    const free = Array.from(decided.keys()).filter((site) => decided[site] === 0);
    const inside = new Set(chosenAtBest);
    const dearest = Math.max(-Infinity, ...free.filter((site) => inside.has(site)).map((site) => bestWorth[site]!));
    const limit = best.objective * (1 + 1e-9);
    for (const site of free) if (!inside.has(site) && high + bestWorth[site]! - dearest > limit) closed.add(site);
  }
  const {cost, outOfReach} = problem;
  const open = others(sites, [...closed]);
  if (!rows.every((area) => open.some((site) => cost[site * areas + area]! < outOfReach)))
    closed = new Set(problem.fixedClosed);
  if (runner.enough()) return best && {...best, bound: Math.min(high, best.objective), proof: 'within'};
  yield told('Proving');
  // At least the best answer's own sites are left, so there is an answer to be found.
  const rest = yield* byModel({...problem, fixedClosed: [...closed]}, solver, runner);
  const found = rest && (!best || rest.objective <= best.objective) ? rest : best;
  if (!found) return null;
  if (rest?.proof === 'proven') return {...found, bound: found.objective, proof: 'proven'};
  const bound = Math.min(found.objective, Math.max(high, rest && Number.isFinite(rest.bound) ? rest.bound : -Infinity));
  return {...found, objective: assignedCost(judge, found.assignment!), bound, proof: 'within'};
}

function others(sites: number, chosen: readonly number[]): number[] {
  const open = new Set(chosen);
  return Array.from({length: sites}, (_, site) => site).filter((site) => !open.has(site));
}

/** Each area begins at its second cheapest site. */
function startPrices({problem, weights, allowed}: Judge, rows: readonly number[]): Float64Array {
  const {areas, sites, cost, outOfReach} = problem;
  const prices = new Float64Array(areas);
  for (const area of rows) {
    const costs: number[] = [];
    for (let site = 0; site < sites; site++) {
      const each = cost[site * areas + area]!;
      if (allowed[site] && each < outOfReach) costs.push(weights[area]! * each);
    }
    costs.sort((a, b) => a - b);
    prices[area] = costs[Math.min(1, costs.length - 1)]!;
  }
  return prices;
}

/**
 * What a site saves at most by taking areas at their prices within its room; with `served`, counts the areas it takes.
 * Whole people are filled exactly; others by shares, which saves at least as much, so the bound holds.
 */
function filled(
  judge: Judge,
  rows: readonly number[],
  prices: Float64Array,
  site: number,
  served: Int32Array | null,
): number {
  const {problem, weights} = judge;
  const {areas, cost, outOfReach, capacity, people} = problem;
  const room = capacity![site]!;
  const items: {area: number; saves: number; people: number}[] = [];
  let sum = 0;
  for (const area of rows) {
    const each = cost[site * areas + area]!;
    const saves = prices[area]! - weights[area]! * each;
    if (each >= outOfReach || saves <= 0 || people[area]! > room) continue;
    if (people[area] === 0) {
      sum += saves;
      if (served) served[area]!++;
    } else items.push({area, saves, people: people[area]!});
  }
  const whole = room <= MOST_ROOM && items.every((item) => Number.isInteger(item.people));
  return sum + (whole ? filledWhole(items, Math.floor(room), served) : filledByShares(items, room, served));
}

interface Item {
  area: number;
  saves: number;
  people: number;
}

function filledWhole(items: readonly Item[], room: number, served: Int32Array | null): number {
  const best = new Float64Array(room + 1);
  const took = served ? new Uint8Array(items.length * (room + 1)) : null;
  items.forEach(({saves, people}, at) => {
    for (let left = room; left >= people; left--) {
      const value = best[left - people]! + saves;
      if (value <= best[left]!) continue;
      best[left] = value;
      if (took) took[at * (room + 1) + left] = 1;
    }
  });
  if (served && took) {
    let left = room;
    for (let at = items.length - 1; at >= 0; at--) {
      if (took[at * (room + 1) + left] === 0) continue;
      served[items[at]!.area]!++;
      left -= items[at]!.people;
    }
  }
  return best[room]!;
}

function filledByShares(items: Item[], room: number, served: Int32Array | null): number {
  items.sort((a, b) => b.saves / b.people - a.saves / a.people || a.area - b.area);
  let left = room;
  let sum = 0;
  for (const {area, saves, people} of items) {
    if (left <= 0) break;
    sum += saves * Math.min(1, left / people);
    if (served && people <= left) served[area]!++;
    left -= people;
  }
  return sum;
}
