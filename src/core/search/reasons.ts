import {type Judge, judgeOf, objectiveOf, spent, standingOf} from './evaluate.ts';
import {hasRooms, isMaximised, type SiteProblem} from './problem.ts';
import {SwapRules} from './rules.ts';

/** What one open site is for: what the answer would be worth without it, the others staying. */
export interface OpenReason {
  site: number;
  /** The people whose closest open site it is. */
  people: number;
  /** The people that no other open site has within the cutoff. */
  onlyCover: number;
  /** The objective without it, nobody taking its place. */
  without: number;
  /** The areas that would have further to go, at most `LISTED`, those with most to lose first. */
  areas: number[];
}

/** What forcing a closed site open would do at best: in the place of which, and what the objective would then be. */
export interface ClosedReason {
  site: number;
  /** The open site whose place it would best take; `null` where no swap keeps the demands. */
  instead: number | null;
  objective: number | null;
}

/** How close the answer is to a limit that was set. */
export type Binding =
  | {limit: 'budget'; used: number; most: number}
  | {limit: 'group'; group: number; open: number}
  | {limit: 'floor'; floor: number; share: number};

export interface Reasons {
  open: OpenReason[];
  closed: ClosedReason[];
  binding: Binding[];
}

const LISTED = 5;
const CLOSED_LISTED = 10;
const MOST_WORK = 150_000_000;

/**
 * Why these sites and not others, in the units of the question.
 *
 * *Without* closes one site and moves nothing else; *instead* forces one in for the open one it can best replace, one swap
 * and no more, so the true price of forcing it may be lower. Closed sites are the ones that would add most.
 * Where room decides who goes where, what would be without a site or with another is a search of its own, and not told.
 * O(open × areas + closed listed × open² × areas), cut to what is quick.
 */
export function reasonsFor(problem: SiteProblem, sites: readonly number[]): Reasons {
  const judge = judgeOf(problem);
  const closed = hasRooms(problem.kind) ? [] : closedReasons(judge, sites);
  return {open: openReasons(judge, sites), closed, binding: bindings(judge, sites)};
}

function openReasons({problem, ...rest}: Judge, sites: readonly number[]): OpenReason[] {
  const judge = {problem, ...rest};
  const {areas, cost, cutoff, people, outOfReach} = problem;
  const standing = standingOf(problem, sites);
  const closest = closestOf(problem, sites);
  return sites.map((site) => {
    const others = sites.filter((each) => each !== site);
    const after = standingOf(problem, others);
    let users = 0;
    let only = 0;
    const lost: {area: number; loss: number}[] = [];
    for (let area = 0; area < areas; area++) {
      const each = cost[site * areas + area]!;
      if (closest[area] === site) {
        users += people[area]!;
        const loss = people[area]! * (Math.min(after.nearest[area]!, problem.price) - standing.nearest[area]!);
        if (loss > 0) lost.push({area, loss});
      }
      if (each <= cutoff && each < outOfReach && standing.within[area] === 1) only += people[area]!;
    }
    lost.sort((a, b) => b.loss - a.loss || a.area - b.area);
    return {
      site,
      people: users,
      onlyCover: only,
      without: hasRooms(problem.kind) ? Infinity : objectiveOf(judge, after, others),
      areas: lost.slice(0, LISTED).map(({area}) => area),
    };
  });
}

function closedReasons(judge: Judge, sites: readonly number[]): ClosedReason[] {
  const {problem, allowed} = judge;
  const better = isMaximised(problem.kind) ? 1 : -1;
  const rules = new SwapRules(judge);
  const closed: {site: number; alone: number}[] = [];
  const each = problem.areas * (sites.length + 1);
  const looked = Math.max(0, Math.floor(MOST_WORK / each));
  for (let site = 0; site < problem.sites && closed.length < looked; site++) {
    if (!allowed[site] || sites.includes(site)) continue;
    const with1 = [...sites, site];
    closed.push({site, alone: objectiveOf(judge, standingOf(problem, with1), with1)});
  }
  closed.sort((a, b) => better * (b.alone - a.alone) || a.site - b.site);
  const affordable = Math.max(1, Math.floor(MOST_WORK / (each * Math.max(1, sites.length))));
  return closed.slice(0, Math.min(CLOSED_LISTED, affordable)).map(({site}) => {
    let instead: number | null = null;
    let objective: number | null = null;
    for (const leaving of sites) {
      if (problem.fixedOpen.includes(leaving)) continue;
      const swapped = [...sites.filter((one) => one !== leaving), site];
      if (!rules.accepts(swapped)) continue;
      const value = objectiveOf(judge, standingOf(problem, swapped), swapped);
      if (objective !== null && better * (value - objective) <= 0) continue;
      objective = value;
      instead = leaving;
    }
    return {site, instead, objective};
  });
}

function bindings({problem}: Judge, sites: readonly number[]): Binding[] {
  const found: Binding[] = [];
  if (problem.budget)
    found.push({limit: 'budget', used: spent(problem.budget.costs, sites), most: problem.budget.most});
  problem.groups.forEach((group, index) => {
    const open = sites.filter((site) => group.sites.includes(site)).length;
    if (open === group.most || (open === group.least && group.least > 0))
      found.push({limit: 'group', group: index, open});
  });
  const {nearest} = standingOf(problem, sites);
  problem.floors.forEach(({people, cutoff}, index) => {
    let all = 0;
    let served = 0;
    for (let area = 0; area < problem.areas; area++) {
      all += people[area]!;
      if (nearest[area]! <= cutoff && nearest[area]! < Infinity) served += people[area]!;
    }
    found.push({limit: 'floor', floor: index, share: all > 0 ? served / all : 1});
  });
  return found;
}

/** The closest open site of each area, −1 where none is in reach; ties to the lowest number. */
export function closestOf(problem: SiteProblem, sites: readonly number[]): Int32Array {
  const {areas, cost, outOfReach} = problem;
  const closest = new Int32Array(areas).fill(-1);
  const nearest = new Float64Array(areas).fill(Infinity);
  for (const site of [...sites].sort((a, b) => a - b)) {
    for (let area = 0, pair = site * areas; area < areas; area++, pair++) {
      if (cost[pair]! >= outOfReach || cost[pair]! >= nearest[area]!) continue;
      nearest[area] = cost[pair]!;
      closest[area] = site;
    }
  }
  return closest;
}
