import type {Found, Runner, Search} from './answer.ts';
import {
  type Judge,
  judgeOf,
  meetsAreaDemands,
  meetsSiteDemands,
  objectiveOf,
  openingCost,
  type Standing,
} from './evaluate.ts';
import {hasRooms, isMaximised, type SiteProblem} from './problem.ts';
import {roomSplit, roomWhole} from './rooms.ts';
import {setsOf} from './sets-of-sites.ts';

/** How many sets of sites there are to look at: those of an allowed size that hold every fixed open site. */
export function combinationsOf(problem: SiteProblem): number {
  const fixed = new Set(problem.fixedOpen).size;
  const free = problem.sites - fixed - new Set(problem.fixedClosed).size;
  let all = 0;
  for (let size = problem.count.least; size <= Math.min(problem.count.most, problem.sites); size++)
    all += choose(free, size - fixed);
  return all;
}

function choose(from: number, take: number): number {
  if (take < 0 || take > from) return 0;
  let ways = 1;
  for (let i = 1; i <= Math.min(take, from - take); i++) ways = (ways * (from - i + 1)) / i;
  return Math.round(ways);
}

/** As many areas can be put whole into rooms by trying every way; with more, one set alone could take for ever. */
const MOST_WHOLE_AREAS = 15;

/** How much work looking at every set is: sets times areas. */
export function workOf(problem: SiteProblem): number {
  const {kind, areas} = problem;
  if (kind === 'capacitated-p-median' && areas > MOST_WHOLE_AREAS) return Infinity;
  return combinationsOf(problem) * areas * (hasRooms(kind) ? 100 : 1);
}

/**
 * Every set of sites of an allowed size, the best of those that meet the demands: the proof that needs no trust.
 *
 * Sets come in order of size, then of their lowest sites; the first of equal ones stands, so ties go to the lower site
 * numbers. Problems that count sites (lscp, clscp, and the first step of lscp-b) end with the first size that works.
 * O(sets × areas).
 */
export function* exhaustive(problem: SiteProblem, runner: Runner): Search {
  const judge = judgeOf(problem);
  const free: number[] = [];
  for (let site = 0; site < problem.sites; site++)
    if (judge.allowed[site] && !problem.fixedOpen.includes(site)) free.push(site);
  const fixed = [...new Set(problem.fixedOpen)].sort((a, b) => a - b);
  const sizes = Math.min(problem.count.most, problem.sites);
  const better = isMaximised(problem.kind) ? 1 : -1;
  const countsSites = ['lscp', 'lscp-b', 'clscp'].includes(problem.kind);
  const combinations = combinationsOf(problem);
  let looked = 0;
  let best: Found | null = null;
  for (let size = Math.max(problem.count.least, fixed.length); size <= sizes; size++) {
    for (const [sites, standing] of setsOf(problem, free, fixed, size - fixed.length)) {
      const found = judged(judge, sites, standing, best, better);
      if (found) best = found;
      if (++looked % 2000 === 0) {
        yield {done: looked, of: combinations, doing: 'Checking all combinations', ...soFar(best)};
        if (runner.enough()) return best && {...best, proof: 'unbounded', bound: better * Infinity};
      }
    }
    if (best && countsSites) break;
  }
  return best && {...best, bound: best.objective, proof: 'checked-all', combinations};
}

function soFar(best: Found | null) {
  return {objective: best?.objective ?? null, bound: null, sites: best?.sites ?? null};
}

function judged(judge: Judge, sites: number[], standing: Standing, best: Found | null, better: number): Found | null {
  if (!meetsSiteDemands(judge, sites) || !meetsAreaDemands(judge, standing)) return null;
  const {kind} = judge.problem;
  const rooming = kind === 'capacitated-p-median' ? roomWhole(judge, sites) : null;
  if (kind === 'capacitated-p-median' && !rooming) return null;
  if (kind === 'clscp' && !roomSplit(judge, sites)) return null;
  const objective = rooming
    ? rooming.objective + openingCost(judge.problem, sites)
    : objectiveOf(judge, standing, sites);
  if (best && better * (objective - best.objective) <= 0) return null;
  return {
    sites: [...sites],
    objective,
    bound: objective,
    proof: 'checked-all',
    combinations: null,
    assignment: rooming?.assignment ?? null,
    certificate: null,
  };
}
