import type {Found, Runner, SearchProgress} from './answer.ts';
import {branchAndBound, type Lists} from './branch.ts';
import {byModel, sitesIn} from './by-model.ts';
import {capacitated} from './capacitated.ts';
import {type Judge, judgeOf, standingOf} from './evaluate.ts';
import {exhaustive, workOf} from './exhaustive.ts';
import {siteRows} from './lagrange.ts';
import type {Solver} from './mip.ts';
import {demandsModel} from './model.ts';
import {type Near, nearOf, reweighted} from './near.ts';
import {coverNearOf} from './near-cover.ts';
import {refusalOf, type SiteProblem, weightsOf} from './problem.ts';
import {SwapRules} from './rules.ts';

/** Sets times areas that are looked at one by one: about a quarter of a second. */
const EASILY_ALL = 60_000_000;

export interface HowToSearch {
  solver: Solver;
  runner: Runner;
  seed: number;
  /** An answer and the prices of a search before this one: a moved weight starts from them. */
  warm?: Warmth;
  /** Looks at every set only below this much work; 0 never. */
  easilyAll?: number;
}

/** The last search’s own state, to start the next one from. */
export interface Warmth {
  sites: readonly number[];
  /** The prices of its rounds, first to last. */
  prices: readonly Float64Array[];
  /** The lists of that search, and the question that they are of. */
  near?: Near;
  problem?: SiteProblem;
}

/**
 * The best set of sites for any question, by the way that suits it: every set looked at where they are few; swaps and a
 * Lagrangian bound for the p-median and maximal covering; HiGHS for the rest. Yields the best answer and bound so far and
 * stops with them when the runner has had enough. `null` says that no set meets the demands; `whyNot` says which.
 */
export function* searchSites(
  problem: SiteProblem,
  how: HowToSearch,
): Generator<SearchProgress, {found: Found | null; warmth: Warmth | null}, void> {
  const refusal = refusalOf(problem);
  if (refusal !== null) throw new RangeError(refusal);
  if (workOf(problem) <= (how.easilyAll ?? EASILY_ALL)) {
    const found = yield* exhaustive(problem, how.runner);
    return {found, warmth: found && {sites: found.sites, prices: []}};
  }
  if (isSwapped(problem)) {
    const judge = judgeOf(problem);
    const warm = how.warm && isSameTown(problem, how.warm) ? how.warm : undefined;
    const start = startOf(judge, how, warm);
    if (!start) return {found: null, warmth: null};
    const {near: kept, prices: warmed} = warm ? rewarmed(judge, warm) : {};
    const lists = problem.kind === 'mclp' ? coverNearOf(judge) : areaLists(judge, kept);
    const {found, prices, near} = yield* branchAndBound(judge, lists, start, how.seed, how.runner, how.solver, warmed);
    return {found, warmth: {sites: found.sites, prices, problem, ...(problem.kind !== 'mclp' && {near})}};
  }
  const {kind, count} = problem;
  const found =
    kind === 'capacitated-p-median' && count.least === count.most
      ? yield* capacitated(problem, how.solver, how.runner)
      : yield* byModel(problem, how.solver, how.runner);
  return {found, warmth: found && {sites: found.sites, prices: []}};
}

/** A row for each area: those kept from a search before, or anew. */
function* areaLists(judge: Judge, kept: Near | undefined): Generator<void, Lists, void> {
  const near = kept ?? (yield* nearOf(judge));
  return {near, rowOf: near.origin};
}

/**
 * Whether lists and prices of a search before serve this one: the same costs and choices, other weights. The very same
 * question starts from nothing, so that asking it twice gives the same answer.
 */
function isSameTown(problem: SiteProblem, {near, problem: before}: Warmth): boolean {
  if (!near || !before || problem.kind === 'mclp' || problem.price !== before.price) return false;
  if (problem.areas !== before.areas || problem.sites !== before.sites || problem.count.most !== before.count.most)
    return false;
  if (problem.outOfReach !== before.outOfReach || String(problem.fixedClosed) !== String(before.fixedClosed))
    return false;
  const [weights, weightsBefore] = [weightsOf(problem), weightsOf(before)];
  if (weights.every((each, area) => each === weightsBefore[area])) return false;
  const {cost} = problem;
  const {cost: old} = before;
  if (cost === old) return true;
  for (let pair = 0; pair < cost.length; pair++) if (cost[pair] !== old[pair]) return false;
  return true;
}

/** The lists and prices of a search before, with the weights of now. */
function rewarmed(judge: Judge, {near, prices, problem}: Warmth): {near?: Near; prices?: Float64Array[]} {
  const before = weightsOf(problem!);
  const {weights} = judge;
  // A row without weight has no list, so one that gains weight needs lists anew.
  for (let area = 0; area < weights.length; area++) if (before[area] === 0 && weights[area] !== 0) return {};
  const scaled = prices.map((each) =>
    each.map((price, row) =>
      row < weights.length && before[row]! > 0 ? (price * weights[row]!) / before[row]! : price,
    ),
  );
  // Other demands on sites have other prices, which come last.
  const size = weights.length + siteRows(judge.problem).length;
  return {near: reweighted(near!, judge, before), ...(prices[0]?.length === size && {prices: scaled})};
}

/** Questions of one number of sites whose answers get better by swaps. */
function isSwapped({kind, count}: SiteProblem): boolean {
  return (kind === 'p-median' || kind === 'kn-p-median' || kind === 'mclp') && count.least === count.most;
}

/** A set of sites that meets the demands, to begin with; `null` if there is none. */
function startOf(judge: Judge, how: HowToSearch, warm: Warmth | undefined): readonly number[] | null {
  const {problem} = judge;
  const rules = new SwapRules(judge);
  if (warm && rules.accepts(warm.sites)) return warm.sites;
  const fixed = [...new Set(problem.fixedOpen)];
  const greedy = added(judge, fixed, problem.count.most);
  if (rules.accepts(greedy)) return greedy;
  const answer = demandsModel(judge).solve(how.solver, how.runner);
  if (answer.state === 'infeasible' || !answer.values) return null;
  return sitesIn(answer.values, problem.sites);
}

/** Sites added one at a time, each where it helps most among a few that are far from those before. */
function added(judge: Judge, fixed: readonly number[], count: number): number[] {
  const {problem, weights} = judge;
  const {areas, cost, outOfReach, price} = problem;
  const sites = [...fixed];
  const nearest = standingOf(problem, sites).nearest.map((each) => (each === Infinity ? price : each));
  const order = Array.from({length: problem.sites}, (_, site) => site).filter(
    (site) => judge.allowed[site] && !sites.includes(site),
  );
  // Each round looks at a handful of sites in turn: for a start that swaps improve, not for an answer.
  const handful = Math.max(1, Math.min(8, Math.floor(20_000_000 / Math.max(1, areas * count))));
  while (sites.length < count && order.length > 0) {
    let best = 0;
    let most = -1;
    for (let at = 0; at < Math.min(handful, order.length); at++) {
      const pick = (sites.length * 7919 + at * 104_729) % order.length;
      let saved = 0;
      for (let area = 0, pair = order[pick]! * areas; area < areas; area++, pair++) {
        const each = cost[pair]!;
        if (each < outOfReach && each < nearest[area]!) saved += weights[area]! * (nearest[area]! - each);
      }
      if (saved > most) {
        most = saved;
        best = pick;
      }
    }
    const [site] = order.splice(best, 1);
    sites.push(site!);
    for (let area = 0, pair = site! * areas; area < areas; area++, pair++)
      if (cost[pair]! < outOfReach && cost[pair]! < nearest[area]!) nearest[area] = cost[pair]!;
  }
  return sites;
}
