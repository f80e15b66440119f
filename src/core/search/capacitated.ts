import type {Found, Runner, Search, SearchProgress} from './answer.ts';
import {byModel} from './by-model.ts';
import {type Judge, judgeOf, meetsAreaDemands, meetsSiteDemands, standingOf} from './evaluate.ts';
import type {Solver} from './mip.ts';
import type {SiteProblem} from './problem.ts';
import {limitBelow, RoomPrices} from './room-prices.ts';
import {roomedQuickly} from './roomed.ts';

const STEPS_FIRST = 1500;
const STEPS_AFTER = 120;
/** Ways left from areas to sites that HiGHS is handed; with more, a site is decided first. */
const MOST_WAYS = 160;

/** A part of the question: what is decided in it, the prices it begins with, and the bound that it had then. */
interface Part {
  problem: SiteProblem;
  prices: Float64Array | null;
  bound: number;
}

/**
 * The capacitated p-median of one number of sites. Every area is bought off at a price λ; each site then fills its room
 * with what saves most, a knapsack, and the p cheapest sites are a bound better than that of the plain linear model
 * (Ceselli and Righini 2005 come to the same by columns). The sets that the bound likes, and swaps of them, are filled
 * quickly for an answer. Whatever would lift the bound beyond the best answer is decided: sites, and areas going to a site
 * (the knapsack with that area in it). What is left is halved, a site open or closed, lowest bound first, until HiGHS can
 * prove it. Groups, budget and floors are not in the bound, which holds all the same.
 */
export function* capacitated(problem: SiteProblem, solver: Solver, runner: Runner): Search {
  const judge = judgeOf(problem);
  let best: Found | null = null;
  const tried = new Set<string>();
  const offer = (open: readonly number[]): boolean => {
    const sites = [...open].sort((a, b) => a - b);
    const key = sites.join(' ');
    if (tried.has(key) || !meetsSiteDemands(judge, sites)) return false;
    tried.add(key);
    if (!meetsAreaDemands(judge, standingOf(problem, sites))) return false;
    const roomed = roomedQuickly(judge, sites);
    if (!roomed || (best && roomed.objective >= best.objective)) return false;
    best = {...roomed, sites, bound: -Infinity, proof: 'within', combinations: null, certificate: null};
    return true;
  };
  const parts: Part[] = [{problem, prices: null, bound: -Infinity}];
  let lowest = -Infinity;
  while (parts.length > 0) {
    parts.sort((a, b) => b.bound - a.bound);
    const part = parts.pop()!;
    const isFirst = part.prices === null;
    lowest = part.bound;
    const limit = () => (best ? limitBelow(judge, (best as Found).objective) : Infinity);
    if (lowest > limit()) break;
    if (!reachesAll(judge, part.problem)) continue;
    const prices = new RoomPrices(judgeOf(part.problem), part.prices);
    const steps = isFirst ? STEPS_FIRST : STEPS_AFTER;
    for (let step = 0; step < steps && !runner.enough(); step++) {
      if (step % 10 === 0) yield told(best, Math.max(lowest, isFirst ? prices.high : -Infinity));
      const going = prices.step(best ? (best as Found).objective : null);
      if (isFirst ? prices.improved || step % 10 === 9 : step % 40 === 39) offer(prices.chosen);
      if (!going || prices.high > limit()) break;
    }
    if (isFirst) lowest = prices.high;
    for (let better = isFirst && best !== null; better && !runner.enough(); ) {
      yield told(best, lowest);
      better = swapped(judge, (best as Found | null)!.sites, offer);
    }
    if (runner.enough()) return best && ended(best, Math.max(part.bound, isFirst ? prices.high : part.bound));
    if (prices.high > limit()) continue;
    const rest: SiteProblem = prices.decided(limit());
    const branching = waysIn(rest) > MOST_WAYS ? prices.toDecide(rest) : null;
    if (branching !== null) {
      const bound = Math.max(part.bound, prices.high);
      const next = {prices: prices.kept, bound};
      parts.push({...next, problem: {...rest, fixedOpen: [...rest.fixedOpen, branching]}});
      parts.push({...next, problem: {...rest, fixedClosed: [...rest.fixedClosed, branching]}});
      continue;
    }
    if (!reachesAll(judge, rest)) continue;
    const found: Found | null = yield* byModel(rest, solver, runner);
    if (found && (!best || found.objective < (best as Found).objective)) best = found;
    if (found?.proof === 'proven' || (!found && !runner.enough())) continue;
    return best && ended(best, lowest);
  }
  return best && {...(best as Found), bound: (best as Found).objective, proof: 'proven'};
}

function told(best: Found | null, bound: number): SearchProgress {
  const known = Number.isFinite(bound) ? bound : null;
  const {objective, sites} = best ?? {objective: null, sites: null};
  return {done: 0, of: 0, doing: 'Proving', objective, bound: known, sites};
}

function ended(best: Found, bound: number): Found {
  const known = Math.min(best.objective, bound);
  return {...best, bound: known, proof: Number.isFinite(known) ? 'within' : 'unbounded'};
}

/** Whether every area that the question can serve still has a site to go to. */
function reachesAll({reachable}: Judge, rest: SiteProblem): boolean {
  const here = judgeOf(rest).reachable;
  return reachable.every((is, area) => !is || here[area] === 1);
}

/** Ways from areas to sites that are still open. */
function waysIn({cost, areas, sites, outOfReach, fixedClosed}: SiteProblem): number {
  const closed = new Set(fixedClosed);
  let ways = 0;
  for (let site = 0; site < sites; site++)
    if (!closed.has(site)) for (let area = 0; area < areas; area++) if (cost[site * areas + area]! < outOfReach) ways++;
  return ways;
}

/** Offers each swap of one open site for one closed until one is better. */
function swapped({problem, allowed}: Judge, open: readonly number[], offer: (sites: number[]) => boolean): boolean {
  for (const closing of open) {
    if (problem.fixedOpen.includes(closing)) continue;
    for (let opening = 0; opening < problem.sites; opening++) {
      if (!allowed[opening] || open.includes(opening)) continue;
      if (offer([...open.filter((site) => site !== closing), opening])) return true;
    }
  }
  return false;
}
