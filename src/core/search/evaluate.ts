import {allowedSites, coversAll, isMedian, type SiteProblem, weightsOf} from './problem.ts';

/** What an area is to a set of open sites: its cost to the closest, and how many are within the cutoff. */
export interface Standing {
  nearest: Float64Array;
  within: Uint16Array;
}

/** Everything about a problem that every set of sites is judged by, found once. */
export interface Judge {
  problem: SiteProblem;
  weights: Float64Array;
  /** 1 where an allowed site reaches the area. */
  reachable: Uint8Array;
  /** 1 where the area has to be covered for the question to be answered at all. */
  mustCover: Uint8Array;
  allowed: Uint8Array;
}

/** Reads the problem once. */
export function judgeOf(problem: SiteProblem): Judge {
  const {areas, sites, cost, outOfReach, cutoff, people, kind, leaveOut} = problem;
  const allowed = allowedSites(problem);
  const reachable = new Uint8Array(areas);
  const mustCover = new Uint8Array(areas);
  const covers = coversAll(kind);
  if (covers && !leaveOut) for (let area = 0; area < areas; area++) mustCover[area] = people[area]! > 0 ? 1 : 0;
  let unreached = areas;
  for (let site = 0; site < sites && (covers || unreached > 0); site++) {
    if (!allowed[site]) continue;
    for (let area = 0, pair = site * areas; area < areas; area++, pair++) {
      const each = cost[pair]!;
      if (each >= outOfReach) continue;
      if (!reachable[area]) unreached--;
      reachable[area] = 1;
      if (covers && each <= cutoff && people[area]! > 0) mustCover[area] = 1;
    }
  }
  return {problem, weights: weightsOf(problem), reachable, mustCover, allowed};
}

/** Where the areas stand with nothing open. */
export function nothingOpen(areas: number): Standing {
  return {nearest: new Float64Array(areas).fill(Infinity), within: new Uint16Array(areas)};
}

/** Writes into `after` where the areas stand once one more site opens. O(areas). */
export function openOne(problem: SiteProblem, before: Standing, site: number, after: Standing): void {
  const {areas, cost, outOfReach, cutoff} = problem;
  for (let area = 0, pair = site * areas; area < areas; area++, pair++) {
    const each = cost[pair]!;
    const old = before.nearest[area]!;
    const real = each < outOfReach;
    after.nearest[area] = real && each < old ? each : old;
    after.within[area] = before.within[area]! + (real && each <= cutoff ? 1 : 0);
  }
}

/** Where the areas stand with these sites open. */
export function standingOf(problem: SiteProblem, sites: readonly number[]): Standing {
  const standing = nothingOpen(problem.areas);
  for (const site of sites) openOne(problem, standing, site, standing);
  return standing;
}

/** The objective of a set of sites that meets the demands, for the problems without rooms. O(areas). */
export function objectiveOf(judge: Judge, standing: Standing, sites: readonly number[]): number {
  const {problem, weights, reachable} = judge;
  const {kind, areas, price, priority, theta, between} = problem;
  const {nearest, within} = standing;
  let sum = 0;
  if (isMedian(kind)) {
    for (let area = 0; area < areas; area++)
      if (reachable[area]) sum += weights[area]! * (nearest[area] === Infinity ? price : nearest[area]!);
    return sum + openingCost(problem, sites);
  }
  switch (kind) {
    case 'p-centre': {
      for (let area = 0; area < areas; area++) {
        if (!reachable[area] || weights[area] === 0) continue;
        const each = (priority ? priority[area]! : 1) * (nearest[area] === Infinity ? price : nearest[area]!);
        if (each > sum) sum = each;
      }
      return sum;
    }
    case 'mclp':
      for (let area = 0; area < areas; area++) if (within[area]! > 0) sum += weights[area]!;
      return sum;
    case 'lscp-b':
    case 'bacop1':
      for (let area = 0; area < areas; area++) if (within[area]! > 1) sum += weights[area]!;
      return sum;
    case 'bacop2': {
      let twice = 0;
      for (let area = 0; area < areas; area++) {
        if (within[area]! > 0) sum += weights[area]!;
        if (within[area]! > 1) twice += weights[area]!;
      }
      return theta * sum + (1 - theta) * twice;
    }
    case 'p-dispersion': {
      let least = Infinity;
      for (const a of sites)
        for (const b of sites) if (a < b) least = Math.min(least, between![a * problem.sites + b]!);
      return least;
    }
    default:
      return sites.length;
  }
}

/** What opening these sites adds to the objective of a p-median. */
export function openingCost({opening}: SiteProblem, sites: readonly number[]): number {
  return opening ? spent(opening, sites) : 0;
}

/** Whether a set of sites meets every demand that does not depend on who goes where. */
export function meetsSiteDemands(judge: Judge, sites: readonly number[]): boolean {
  const {problem, allowed} = judge;
  const {count, fixedOpen, groups, budget} = problem;
  if (sites.length < count.least || sites.length > count.most) return false;
  for (const site of sites) if (!allowed[site]) return false;
  for (const site of fixedOpen) if (!sites.includes(site)) return false;
  for (const group of groups) {
    let open = 0;
    for (const site of sites) if (group.sites.includes(site)) open++;
    if (open < group.least || open > group.most) return false;
  }
  return !budget || spent(budget.costs, sites) <= budget.most + 1e-9 * Math.abs(budget.most);
}

/** Whether everyone who has to be covered is, and every floor is kept. O(areas × floors). */
export function meetsAreaDemands(judge: Judge, standing: Standing): boolean {
  const {problem, mustCover} = judge;
  for (let area = 0; area < problem.areas; area++) if (mustCover[area] && standing.within[area] === 0) return false;
  for (const {people, share, cutoff} of problem.floors) {
    let all = 0;
    let served = 0;
    for (let area = 0; area < problem.areas; area++) {
      all += people[area]!;
      if (standing.nearest[area]! <= cutoff && standing.nearest[area]! < Infinity) served += people[area]!;
    }
    if (served < share * all - 1e-9 * all) return false;
  }
  return true;
}

/** The cost of a set of sites. */
export function spent(costs: ArrayLike<number>, sites: readonly number[]): number {
  let sum = 0;
  for (const site of sites) sum += costs[site]!;
  return sum;
}
