import type {Found, Runner, Search} from './answer.ts';
import {byModel} from './by-model.ts';
import {decidedAs, decidedFrom} from './decided.ts';
import {judgeOf} from './evaluate.ts';
import {takeLowest} from './lowest.ts';
import type {Solver} from './mip.ts';
import type {SiteProblem} from './problem.ts';
import {halvesOf, haveRoomFor, pricesOf, type RoomPart} from './room-part.ts';
import {startPrices} from './room-prices.ts';
import {everyRowLeads, type RoomWays, roomWays, rowsOf, waysLeft} from './room-ways.ts';
import {RoomedAnswers} from './roomed-answers.ts';

const STEPS_FIRST = 1500;
const STEPS_AFTER = 15;
/** Ways left from areas to sites that HiGHS is handed; with more, a site is decided first. */
const MOST_WAYS = 40;

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
  const rows = rowsOf(judge);
  const answers = new RoomedAnswers(judge);
  const ways = roomWays(judge, rows);
  const everybody = rows.reduce((sum, area) => sum + problem.people[area]!, 0);
  const root = {decided: decidedFrom(problem), ways, prices: startPrices(ways, rows.length), bound: -Infinity};
  const parts: RoomPart[] = [root];
  for (let isFirst = true; parts.length > 0; isFirst = false) {
    const part = takeLowest(parts);
    if (part.bound > answers.limit) break;
    if (!everyRowLeads(part.ways, rows.length, part.decided) || !haveRoomFor(everybody, part, problem)) continue;
    const prices = pricesOf(part, problem);
    for (let step = 0; step < (isFirst ? STEPS_FIRST : STEPS_AFTER) && !runner.enough(); step++) {
      if (step % 10 === 0) yield answers.told(isFirst ? prices.high : part.bound);
      const going = prices.step(answers.best?.objective ?? null);
      if (isFirst && (prices.improved || step % 10 === 9)) answers.offer(prices.chosen);
      if (!going || prices.high > answers.limit) break;
    }
    const bound = Math.max(part.bound, prices.high);
    if (answers.offer(prices.chosen) || isFirst) {
      for (const _ of answers.swap()) {
        if (runner.enough()) break;
        yield answers.told(isFirst ? bound : part.bound);
      }
    }
    // Stopped in the middle of a part that is not the first, its old bound is the least of all.
    if (runner.enough()) return answers.ended(isFirst ? bound : part.bound);
    if (bound > answers.limit) continue;
    const decided = part.decided.slice();
    const left = waysLeft(part.ways, decided, prices.settle(answers.limit, decided));
    const rest: RoomPart = {decided, ways: left, prices: prices.kept, bound};
    const halves = left.row.length > MOST_WAYS ? halvesOf(rest, prices.share, answers, problem) : null;
    if (halves) {
      parts.push(...halves);
      continue;
    }
    if (!everyRowLeads(left, rows.length, decided)) continue;
    const found: Found | null = yield* byModel(restOf(problem, rows, left, decided), solver, runner);
    if (found) answers.take(found);
    if (found?.proof !== 'proven' && runner.enough()) return answers.ended(part.bound);
  }
  return answers.proven;
}

/** The question with only what is left: ways too, except that a floor asks who is close to an open site, not who goes there. */
function restOf(problem: SiteProblem, rows: Int32Array, ways: RoomWays, decided: Int8Array): SiteProblem {
  if (problem.floors.length > 0) return {...problem, ...decidedAs(decided)};
  const cost = new Float64Array(problem.areas * problem.sites).fill(problem.outOfReach);
  for (let site = 0; site < problem.sites; site++)
    for (let at = ways.start[site]!; at < ways.start[site + 1]!; at++) {
      const pair = site * problem.areas + rows[ways.row[at]!]!;
      cost[pair] = problem.cost[pair]!;
    }
  return {...problem, cost, ...decidedAs(decided)};
}
