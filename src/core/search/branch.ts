import type {Certificate, Found, Part, Runner, SearchProgress} from './answer.ts';
import {type Bounded, bounded, goneOn, lessened, onlySet} from './bounded-part.ts';
import {sitesIn} from './by-model.ts';
import {decidedAs, decidedFrom} from './decided.ts';
import type {Pace} from './dual-walk.ts';
import {type Judge, judgeOf, objectiveOf, standingOf} from './evaluate.ts';
import {Halving} from './halving.ts';
import {Incumbent} from './incumbent.ts';
import {Lagrangian} from './lagrange.ts';
import type {Solver} from './mip.ts';
import {modelOf} from './model.ts';
import type {Near} from './near.ts';
import {randomOf} from './random.ts';
import {Shaker} from './shaken.ts';
import {goneThrough} from './warm-start.ts';

/** Parts looked at before what is left is handed to HiGHS, and the most entries of lists that it is handed. */
const PARTS_ALONE = 20_000;
const MOST_FOR_HIGHS = 120_000;

/** Prices kept for the checker at most, all parts together. */
const MOST_CERTIFIED = 24_000_000;

/** Rounds at the root at most; they end once they gain little. */
const ROUNDS = 30;

/** Rows beyond which a question is large: its steps are long, and it is rarely proven to the last unit. */
const LARGE = 2000;

export interface Lists {
  near: Near;
  /** The row of each area. */
  rowOf: Int32Array;
}

/**
 * The p-median and maximal covering, proven: swaps find answers, the Lagrangian bounds them, and what lies between is cut
 * in two again and again.
 *
 * At the root walks to better prices, sites settled by reduced costs and swaps among what is left take turns: each makes
 * the others sharper and faster. Then `Halving`. Deterministic by seed, apart from when the runner has had enough.
 */
export function* branchAndBound(
  judge: Judge,
  lists: Generator<void, Lists, void>,
  start: readonly number[],
  seed: number,
  runner: Runner,
  solver: Solver | null = null,
  warm: readonly Float64Array[] = [],
): Generator<SearchProgress, {found: Found; prices: Float64Array[]; near: Near}, void> {
  const {problem} = judge;
  const random = randomOf(seed);
  const state: {incumbent: Incumbent | null; steps: number; bound: number} = {
    incumbent: null,
    steps: 0,
    bound: -Infinity,
  };
  function* told<T>(what: string, job: Generator<unknown, T, void>): Generator<SearchProgress, T, void> {
    for (;;) {
      const step = job.next();
      if (step.done) return step.value;
      if (what === 'Bounding' && typeof step.value === 'number') state.bound = Math.max(state.bound, step.value);
      yield {
        done: ++state.steps,
        of: 0,
        doing: what === 'Bounding' ? 'Proving' : what,
        objective: state.incumbent?.told(state.incumbent.cost) ?? null,
        bound: Number.isFinite(state.bound) ? (state.incumbent?.told(state.bound) ?? null) : null,
        sites: state.incumbent?.sites ?? null,
      };
    }
  }

  const {near, rowOf} = yield* told('Listing the nearest sites', lists);
  const incumbent = new Incumbent(judge, near, start);
  state.incumbent = incumbent;
  const isLarge = near.rows > LARGE;
  const decided = decidedFrom(problem);
  let shaker = new Shaker(near, decided, incumbent, random);
  yield* told('Swapping sites', shaker.from(start));
  // Begun warm, the bound comes first: it is nearly there.
  if (warm.length === 0) yield* told('Swapping sites', shaker.shake(incumbent.sites, isLarge ? 1 : 8, runner.enough));

  let core = near;
  let root: Bounded = {
    decided,
    bound: -Infinity,
    prices: warm[0] ?? (yield* told('Proving', firstPrices(near, shaker, problem, decided))),
    share: new Float64Array(problem.sites),
    chosen: [...incumbent.sites],
    part: {prices: new Float64Array(0), settled: [], ways: [], site: -1},
  };
  const first: Part = root.part;
  const isOver = () => root.bound > incumbent.enough || onlySet(root, problem.count.most) !== null;
  if (warm.length > 0) ({now: root, near: core} = yield* told('Bounding', goneThrough(near, root, warm, incumbent)));
  let still = 0;
  for (let round = 0; round < ROUNDS && !runner.enough() && !isOver(); round++) {
    const before = {cost: incumbent.cost, bound: root.bound};
    const next = yield* told(
      'Bounding',
      bounded(core, root, rootPace(isLarge, warm.length > 0 ? 5 + round : round), incumbent),
    );
    root = goneOn(root, next);
    state.bound = Math.max(state.bound, root.bound);
    if (isOver()) break;
    ({now: root, near: core} = lessened(core, root));
    shaker = new Shaker(core, root.decided, incumbent, random);
    const shakes = isLarge ? 4 : 60 + 2 * problem.count.most;
    yield* told('Swapping sites', shaker.shake(root.chosen, shakes, runner.enough));
    const isStill = root.bound - before.bound < 2e-5 * Math.abs(root.bound) && incumbent.cost === before.cost;
    still = isStill ? still + 1 : 0;
    if (round > 1 && still > 1) break;
  }

  let bound = root.bound;
  let isOurs = true;
  if (!runner.enough() || isOver()) {
    const halving = new Halving(core, root, incumbent, solver, runner);
    const patience = partsBeforeHighs(problem, isLarge);
    for (let parts = 0; halving.bound < Infinity; parts++) {
      bound = Math.max(bound, Math.min(halving.bound, incumbent.enough));
      state.bound = bound;
      if (runner.enough()) break;
      if (solver && parts >= patience && core.site.length <= MOST_FOR_HIGHS) {
        const rest = judgeOf({...problem, ...decidedAs(root.decided)});
        const answer = modelOf(rest).solve(solver, runner, incumbent.sites);
        isOurs = false;
        if (answer.state !== 'infeasible' && answer.values) incumbent.offer(sitesIn(answer.values, problem.sites));
        // HiGHS makes people covered small, negated.
        if (answer.state !== 'stopped') bound = Infinity;
        else bound = Math.max(bound, problem.kind === 'mclp' ? incumbent.told(-answer.bound) : answer.bound);
        break;
      }
      const chosen = yield* told('Proving', halving.step());
      if (!chosen || chosen.length !== problem.count.most) continue;
      const shakes = parts % 10 === 0 ? (isLarge ? 2 : 20) : 0;
      yield* told('Swapping sites', shaker.shake(chosen, shakes, runner.enough));
    }
    if (halving.bound === Infinity) bound = Infinity;
  }
  const proven = bound > incumbent.enough;
  const reached = proven ? incumbent.cost : bound;
  const {sites} = incumbent;
  const objective = objectiveOf(judge, standingOf(problem, sites), sites);
  const certificate: Certificate | null =
    isOurs && Number.isFinite(reached) && sizeOf(first) <= MOST_CERTIFIED
      ? {root: first, bound: proven ? incumbent.enough : reached, rowOf}
      : null;
  const found: Found = {
    sites: [...sites],
    objective,
    bound: proven ? objective : incumbent.told(reached),
    proof: proven ? 'proven' : Number.isFinite(reached) ? 'within' : 'unbounded',
    combinations: null,
    assignment: null,
    certificate,
  };
  return {found, prices: chainOf(first), near};
}

/** Floors are not in our bound, and HiGHS is at its best with covers. */
function partsBeforeHighs({kind, floors}: Judge['problem'], isLarge: boolean): number {
  if (kind === 'mclp') return isLarge ? 0 : 200;
  return floors.length > 0 ? 120 : PARTS_ALONE;
}

/** Walks at the root: bold and careful ones in turn for small questions, long careful ones for large. */
function rootPace(isLarge: boolean, round: number): Pace {
  if (isLarge) return {steps: 80, pace: 0.3 * 0.88 ** round, patience: 25, memory: 0.94};
  return [
    {steps: 150, pace: 1, patience: 12, memory: 0.6},
    {steps: 400, pace: 0.3, patience: 30, memory: 0.95},
    {steps: 200, pace: 0.5, patience: 20, memory: 0.85},
  ][round % 3]!;
}

/**
 * Between everyone’s closest and second closest site, as far towards the second as bounds best; nothing for the demands on
 * sites.
 */
function* firstPrices(
  near: Near,
  shaker: Shaker,
  problem: Judge['problem'],
  decided: Int8Array,
): Generator<void, Float64Array, void> {
  const lagrangian = new Lagrangian(near, problem, decided);
  let best = lagrangian.multipliers.slice();
  let high = -Infinity;
  for (const far of near.rows > LARGE ? [0, 0.05, 0.1, 0.2, 0.35, 0.5] : [0.5]) {
    yield;
    for (let row = 0; row < near.rows; row++) lagrangian.multipliers[row] = shaker.between(row, far);
    const bound = lagrangian.evaluate();
    if (bound <= high) continue;
    high = bound;
    best = lagrangian.multipliers.slice();
  }
  return best;
}

/** The prices of the root, round after round. */
function chainOf(first: Part): Float64Array[] {
  const prices = [first.prices];
  for (let part = first; part.ways.length === 1; ) {
    part = part.ways[0]!;
    prices.push(part.prices);
  }
  return prices;
}

/** Numbers in a proof. */
function sizeOf(part: Part): number {
  let size = 0;
  for (const left = [part]; left.length > 0; ) {
    const each = left.pop()!;
    size += each.prices.length;
    left.push(...each.ways);
  }
  return size;
}
