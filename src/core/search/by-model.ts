import type {Found, Runner, Search} from './answer.ts';
import {coverBy} from './cover.ts';
import {
  type Judge,
  judgeOf,
  meetsAreaDemands,
  meetsSiteDemands,
  objectiveOf,
  openingCost,
  standingOf,
} from './evaluate.ts';
import type {Solver} from './mip.ts';
import {apartModel, centreModel, centreRows, modelOf, roomPairs} from './model.ts';
import {hasRooms, isMaximised, type SiteProblem} from './problem.ts';

/** The sites that columns of a solved model open. */
export function sitesIn(values: ArrayLike<number>, sites: number): number[] {
  return Array.from({length: sites}, (_, site) => site).filter((site) => values[site]! > 0.5);
}

/**
 * Solves any question by HiGHS alone. Exact, and fast enough for some hundred areas and sites; the larger ones are first
 * made small by what their kind allows. The objective is added up from the sites, never taken from the solver.
 */
export function* byModel(problem: SiteProblem, solver: Solver, runner: Runner): Search {
  yield {done: 0, of: 0, doing: 'Proving', objective: null, bound: null, sites: null};
  if (problem.kind === 'p-centre') return yield* bySteps(problem, solver, runner, centreSteps);
  if (problem.kind === 'p-dispersion') return yield* bySteps(problem, solver, runner, apartSteps);
  if (problem.kind === 'lscp-b') {
    const fewest = yield* byModel({...problem, kind: 'lscp'}, solver, runner);
    if (!fewest) return null;
    if (fewest.proof === 'within' || fewest.proof === 'unbounded') return {...fewest, proof: 'unbounded'};
    const count = fewest.sites.length;
    return yield* oneModel(judgeOf({...problem, count: {least: count, most: count}}), solver, runner);
  }
  return yield* oneModel(judgeOf(problem), solver, runner);
}

function* oneModel(judge: Judge, solver: Solver, runner: Runner): Search {
  const {problem} = judge;
  const answer = modelOf(judge).solve(solver, runner);
  yield {done: 1, of: 1, doing: 'Proving', objective: null, bound: null, sites: null};
  if (answer.state === 'infeasible' || !answer.values) return null;
  const sites = sitesIn(answer.values, problem.sites);
  const assignment = hasRooms(problem.kind) ? roomsIn(judge, answer.values) : null;
  const sign = isMaximised(problem.kind) ? -1 : 1;
  const objective =
    assignment && problem.kind !== 'clscp'
      ? assignedCost(judge, assignment) + openingCost(problem, sites)
      : objectiveOf(judge, standingOf(problem, sites), sites);
  if (answer.state === 'solved') return found(sites, objective, objective, 'proven', assignment);
  return found(
    sites,
    objective,
    sign * answer.bound,
    Number.isFinite(answer.bound) ? 'within' : 'unbounded',
    assignment,
  );
}

function found(
  sites: number[],
  objective: number,
  bound: number,
  proof: Found['proof'],
  assignment: Int32Array | null = null,
): Found {
  return {sites, objective, bound, proof, combinations: null, assignment, certificate: null};
}

/** What whole areas cost where they were put. */
export function assignedCost(judge: Judge, assignment: Int32Array): number {
  const {cost, areas} = judge.problem;
  let sum = 0;
  for (let area = 0; area < areas; area++)
    if (assignment[area]! >= 0) sum += judge.weights[area]! * cost[assignment[area]! * areas + area]!;
  return sum;
}

/** The site that takes the most of each area, from the columns behind the sites’. */
function roomsIn(judge: Judge, values: Float64Array): Int32Array {
  const {areas, sites, kind} = judge.problem;
  const taken = kind === 'clscp' ? judge.mustCover : judge.reachable;
  const assignment = new Int32Array(areas).fill(-1);
  let column = sites;
  for (let area = 0; area < areas; area++) {
    if (!taken[area]) continue;
    let most = 0;
    for (const site of roomPairs(judge, area)) {
      if (values[column]! > most + 1e-9) {
        most = values[column]!;
        assignment[area] = site;
      }
      column++;
    }
  }
  return assignment;
}

interface Steps {
  /** Every value the objective can have, in order. */
  values: Float64Array;
  /** Whether a value can be reached: a model that has an answer exactly then. */
  model: (judge: Judge, value: number) => ReturnType<typeof centreModel>;
  /** A quick look before the model is asked: sites that reach the value, that none do, or that it can’t tell. */
  look: (judge: Judge, value: number, runner: Runner) => readonly number[] | 'none' | 'unknown';
  /** 1 if the values that can be reached are the large ones, −1 if the small ones. */
  towards: 1 | -1;
}

function centreSteps(judge: Judge): Steps {
  const {problem, reachable, weights, allowed} = judge;
  const {areas, sites, cost, outOfReach, price, priority} = problem;
  const values = new Set<number>([0]);
  for (let site = 0; site < sites; site++) {
    if (!allowed[site]) continue;
    for (let area = 0; area < areas; area++) {
      if (!reachable[area] || weights[area] === 0) continue;
      const each = cost[site * areas + area]!;
      values.add((priority ? priority[area]! : 1) * (each < outOfReach ? each : price));
    }
  }
  return {values: Float64Array.from(values).sort(), model: centreModel, look: centreLook, towards: 1};
}

/**
 * Set covering alone, without the other demands: where it has no answer the question has none, and where its answer happens
 * to meet the other demands it is one.
 */
function centreLook(judge: Judge, radius: number, runner: Runner): readonly number[] | 'none' | 'unknown' {
  const {problem, allowed} = judge;
  const sites = new Set(problem.fixedOpen);
  const rows = centreRows(judge, radius).filter((row) => !row.some((site) => sites.has(site)));
  const cover = coverBy(rows, problem.sites, problem.count.most - sites.size, runner.enough);
  if (cover.state === 'impossible') return 'none';
  if (cover.state === 'unknown') return 'unknown';
  for (const site of cover.columns) sites.add(site);
  for (let site = 0; site < problem.sites && sites.size < problem.count.least; site++)
    if (allowed[site]) sites.add(site);
  const open = [...sites].sort((a, b) => a - b);
  const meets = meetsSiteDemands(judge, open) && meetsAreaDemands(judge, standingOf(problem, open));
  return meets ? open : 'unknown';
}

function apartSteps(judge: Judge): Steps {
  const {sites, between} = judge.problem;
  const values = new Set<number>([0]);
  for (let a = 0; a < sites; a++) {
    for (let b = a + 1; b < sites; b++) if (judge.allowed[a] && judge.allowed[b]) values.add(between![a * sites + b]!);
  }
  return {values: Float64Array.from(values).sort(), model: apartModel, look: () => 'unknown', towards: -1};
}

/** Halves the values until the best that can be reached and the next that cannot stand side by side. */
function* bySteps(problem: SiteProblem, solver: Solver, runner: Runner, stepsOf: (judge: Judge) => Steps): Search {
  const judge = judgeOf(problem);
  const {values, model, look, towards} = stepsOf(judge);
  const at = (step: number) => values[towards > 0 ? step : values.length - 1 - step]!;
  // Steps from the best to the worst: the answer is the first that can be reached.
  let low = 0;
  let high = values.length - 1;
  let best: Found | null = null;
  const stepOf = new Map(Array.from(values, (_, step) => [at(step), step]));
  const take = (sites: readonly number[]): void => {
    if (!meetsSiteDemands(judge, sites)) throw new RangeError('The solver broke a demand on sites.');
    const objective = objectiveOf(judge, standingOf(problem, sites), sites);
    best = found([...sites], objective, at(low), 'within');
    high = Math.min(high, stepOf.get(objective) ?? high);
  };
  /** Whether a value can be reached; undefined where that was not found out. */
  const reach = (step: number): boolean | undefined => {
    const looked = look(judge, at(step), runner);
    if (looked === 'none') return false;
    let sites = looked;
    if (sites === 'unknown') {
      const answer = model(judge, at(step)).solve(solver, runner);
      if (answer.state === 'infeasible') return false;
      if (!answer.values) return undefined;
      sites = sitesIn(answer.values, problem.sites);
    }
    high = step;
    take(sites);
    return true;
  };
  if (!reach(high)) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    yield {
      done: 0,
      of: values.length,
      doing: 'Narrowing down',
      objective: at(high),
      bound: at(low),
      sites: best!.sites,
    };
    if (runner.enough()) break;
    const reached = reach(middle);
    if (reached === undefined) break;
    if (!reached) low = middle + 1;
  }
  return {...best!, bound: at(low), proof: low >= high ? 'proven' : 'within'};
}
