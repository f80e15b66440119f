import type {SearchProgress} from './answer.ts';
import {sitesIn} from './by-model.ts';
import {judgeOf} from './evaluate.ts';
import {demandsModel} from './model.ts';
import {coversAll, hasRooms, refusalOf, type SiteProblem} from './problem.ts';
import {type HowToSearch, searchSites} from './search.ts';

/** One thing that is demanded, as it can be given up alone. */
export type Demand =
  | {demand: 'count'}
  | {demand: 'cover'}
  | {demand: 'budget'}
  | {demand: 'room'}
  | {demand: 'open'; site: number}
  | {demand: 'closed'; site: number}
  | {demand: 'group'; group: number}
  | {demand: 'floor'; floor: number};

/** The least that has to give in one demand, all others kept, for an answer to exist; `null` if nothing helps. */
export type Relaxation =
  | {count: number; sites: number[]}
  | {cutoff: number}
  | {share: number | null; cutoff: number | null}
  | {budget: number; sites: number[]}
  | {least: number}
  | {most: number}
  | {free: true}
  /** How many times the room that there is. */
  | {room: number};

export interface Conflict {
  /** Demands that cannot all be met, while any of them left out would let the others be met. */
  demands: {demand: Demand; relaxation: Relaxation | null}[];
}

type Step<R> = Generator<SearchProgress, R, void>;

/** Everything a problem demands, one by one. */
export function demandsOf(problem: SiteProblem): Demand[] {
  const demands: Demand[] = [{demand: 'count'}];
  if (coversAll(problem.kind)) demands.push({demand: 'cover'});
  if (problem.budget) demands.push({demand: 'budget'});
  if (hasRooms(problem.kind)) demands.push({demand: 'room'});
  problem.groups.forEach((_, group) => {
    demands.push({demand: 'group', group});
  });
  problem.floors.forEach((_, floor) => {
    demands.push({demand: 'floor', floor});
  });
  for (const site of new Set(problem.fixedOpen)) demands.push({demand: 'open', site});
  for (const site of new Set(problem.fixedClosed)) demands.push({demand: 'closed', site});
  return demands;
}

/** The same question with only these demands. Covering everyone becomes a floor of all people, so that it can be left out. */
export function withOnly(problem: SiteProblem, kept: readonly Demand[]): SiteProblem {
  const has = (wanted: Demand['demand']) => kept.some(({demand}) => demand === wanted);
  const {kind} = problem;
  const rooms = has('room');
  // With room, being covered is going to a site within the cutoff: without the cutoff, to any site in reach.
  const reach = kind === 'clscp' && !has('cover') ? Infinity : problem.cutoff;
  const floors = problem.floors.filter((_, floor) =>
    kept.some((each) => each.demand === 'floor' && each.floor === floor),
  );
  if (coversAll(kind) && has('cover') && !(kind === 'clscp' && rooms)) floors.push(coverFloor(problem));
  return {
    ...problem,
    kind: hasRooms(kind) && rooms ? kind : 'mclp',
    capacity: rooms ? problem.capacity : null,
    cutoff: reach,
    leaveOut: problem.leaveOut || (kind === 'clscp' && !has('cover')),
    count: has('count') ? problem.count : {least: 0, most: problem.sites},
    budget: has('budget') ? problem.budget : null,
    groups: problem.groups.filter((_, group) => kept.some((each) => each.demand === 'group' && each.group === group)),
    floors,
    fixedOpen: problem.fixedOpen.filter((site) => kept.some((each) => each.demand === 'open' && each.site === site)),
    fixedClosed: problem.fixedClosed.filter((site) =>
      kept.some((each) => each.demand === 'closed' && each.site === site),
    ),
  };
}

/** “Everyone within the cutoff” as a floor; areas that are left out are nobody. */
function coverFloor(problem: SiteProblem) {
  const {mustCover} = judgeOf(problem);
  const people = problem.people.map((each, area) => (mustCover[area] ? each : 0));
  return {name: 'everyone', people, share: 1, cutoff: problem.cutoff};
}

/**
 * Why nothing fits: a smallest set of demands in conflict, and for each the smallest change that would do.
 *
 * Demands are left out one by one and stay out while there is still no answer: what remains is minimal (each of them is
 * needed for the conflict), though another set may be as small. Each relaxation keeps every other demand of the
 * question, not only those in conflict, and is exact. One feasibility question for each demand, one optimisation or a row of halvings
 * for each in conflict.
 */
export function* whyNot(problem: SiteProblem, how: HowToSearch): Step<Conflict> {
  const all = demandsOf(problem);
  let kept = all;
  for (const demand of all) {
    const without = kept.filter((each) => each !== demand);
    if (!(yield* meetable(withOnly(problem, without), how))) kept = without;
  }
  const demands: Conflict['demands'] = [];
  for (const demand of kept) demands.push({demand, relaxation: yield* relaxed(problem, demand, all, how)});
  return {demands};
}

/** Whether the demands can be met, where a count of 0 is as good as any. */
function* meetable(problem: SiteProblem, how: HowToSearch): Step<boolean> {
  yield {done: 0, of: 0, doing: 'Finding what is in conflict', objective: null, bound: null, sites: null};
  const answer = demandsModel(judgeOf(problem)).solve(how.solver, how.runner);
  return answer.state !== 'infeasible' && answer.values !== null;
}

function* relaxed(
  problem: SiteProblem,
  {...demand}: Demand,
  allDemands: readonly Demand[],
  how: HowToSearch,
): Step<Relaxation | null> {
  const others = allDemands.filter((each) => JSON.stringify(each) !== JSON.stringify(demand));
  const without = withOnly(problem, others);
  const {sites} = problem;
  switch (demand.demand) {
    case 'count': {
      const more = extreme(without, new Float64Array(sites).fill(1), how);
      if (!more) return null;
      if (more.length > problem.count.most) return {count: more.length, sites: more};
      const fewer = extreme(without, new Float64Array(sites).fill(-1), how);
      return fewer && {count: fewer.length, sites: fewer};
    }
    case 'budget': {
      const costs = problem.budget!.costs;
      const cheapest = extreme(without, costs, how);
      return cheapest && {budget: cheapest.reduce((sum, site) => sum + costs[site]!, 0), sites: cheapest};
    }
    case 'group': {
      const {sites: members, least} = problem.groups[demand.group]!;
      const marks = new Float64Array(sites);
      for (const site of members) marks[site] = 1;
      const open = (set: readonly number[]) => set.filter((site) => marks[site] === 1).length;
      const fewest = extreme(without, marks, how);
      if (!fewest) return null;
      if (open(fewest) >= least) return {most: open(fewest)};
      const most = extreme(
        without,
        marks.map((each) => -each),
        how,
      );
      return most && {least: open(most)};
    }
    case 'floor': {
      const floor = problem.floors[demand.floor]!;
      const all = floor.people.reduce((sum, each) => sum + each, 0);
      const costs = costsAbove(problem, floor.cutoff);
      const at = (cutoff: number): SiteProblem => ({
        ...problem,
        floors: problem.floors.map((each) => (each === floor ? {...each, cutoff} : each)),
      });
      const cutoff = yield* firstThat(costs, (cutoff) => meetable(withOnly(at(cutoff), allDemands), how));
      // With room the share that can be reached is not asked: it would be another search of its own.
      const asked: SiteProblem = {...without, kind: 'mclp', people: floor.people, priority: null, cutoff: floor.cutoff};
      if (hasRooms(without.kind) || refusalOf(asked) !== null) return cutoff === null ? null : {share: null, cutoff};
      const {found} = yield* searchSites(asked, how);
      if (!found && cutoff === null) return null;
      return {share: found && (all > 0 ? found.objective / all : 1), cutoff};
    }
    case 'cover': {
      const cutoff = yield* leastCutoff(problem, allDemands, how);
      return cutoff === null ? null : {cutoff};
    }
    case 'room':
      return yield* leastRoom(problem, allDemands, how);
    default:
      return (yield* meetable(without, how)) ? {free: true} : null;
  }
}

/** The set of sites of least total under the demands, or `null`. */
function extreme(problem: SiteProblem, costs: Float64Array, how: HowToSearch): number[] | null {
  const model = demandsModel(judgeOf(problem));
  for (let site = 0; site < problem.sites; site++) model.addCost(site, costs[site]!);
  const answer = model.solve(how.solver, how.runner);
  return answer.state === 'infeasible' || !answer.values ? null : sitesIn(answer.values, problem.sites);
}

/** The smallest cutoff, among the costs that there are, within which everyone can be covered. */
function* leastCutoff(problem: SiteProblem, all: readonly Demand[], how: HowToSearch): Step<number | null> {
  const values = costsAbove(problem, problem.cutoff);
  // Who is left out for being out of everyone’s reach stays who it was.
  const at = (cutoff: number): SiteProblem => withOnly({...problem, cutoff}, all);
  return yield* firstThat(values, (cutoff) => meetable(at(cutoff), how));
}

/** Every real cost above a cutoff, rising. */
function costsAbove(problem: SiteProblem, cutoff: number): Float64Array {
  const costs = new Set<number>();
  for (let pair = 0; pair < problem.cost.length; pair++)
    if (problem.cost[pair]! < problem.outOfReach && problem.cost[pair]! > cutoff) costs.add(problem.cost[pair]!);
  return Float64Array.from(costs).sort();
}

/** The first of rising values that is met, by halving; `null` if even the last is not. */
function* firstThat(values: Float64Array, met: (value: number) => Step<boolean>): Step<number | null> {
  let low = 0;
  let high = values.length - 1;
  if (high < 0 || !(yield* met(values[high]!))) return null;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (yield* met(values[middle]!)) high = middle;
    else low = middle + 1;
  }
  return values[low]!;
}

/** Up to ten times the room by thousandths, then up to a thousand times by steps that grow with it. */
const ROOMS = Float64Array.from({length: 13_606}, (_, step) =>
  step <= 9000 ? 1 + step / 1000 : Math.ceil(1e4 * 1.001 ** (step - 9000)) / 1000,
);

/** How much more room every site would need, to a thousandth of it. */
function* leastRoom(problem: SiteProblem, all: readonly Demand[], how: HowToSearch): Step<Relaxation | null> {
  const at = (times: number) => withOnly({...problem, capacity: problem.capacity!.map((each) => each * times)}, all);
  const room = yield* firstThat(ROOMS, (times) => meetable(at(times), how));
  return room === null ? null : {room};
}
