import type {Certificate, Found, Leaf, Runner, SearchProgress} from './answer.ts';
import {sitesIn} from './by-model.ts';
import {type Judge, judgeOf, meetsAreaDemands, objectiveOf, standingOf} from './evaluate.ts';
import {descend, Interchange} from './interchange.ts';
import {Lagrangian} from './lagrange.ts';
import type {Solver} from './mip.ts';
import {modelOf} from './model.ts';
import {type Near, shrunk} from './near.ts';
import {isMaximised} from './problem.ts';
import {randomOf} from './random.ts';
import {SwapRules} from './rules.ts';

/** Halves looked at before what is left is handed to HiGHS, and the most entries of a list that it is handed. */
const HALVES_ALONE = 120;
const MOST_FOR_HIGHS = 120_000;

/** Multipliers kept for the checker at most, all leaves together. */
const MOST_CERTIFIED = 12_000_000;

interface Node {
  decided: Int32Array;
  bound: number;
  multipliers: Float64Array;
}

/**
 * The p-median and maximal covering, proven: swaps find answers, the Lagrangian bounds them, and what lies between is cut
 * in two, “this site open” and “this site closed”, the half with the lowest bound first.
 *
 * At the root sites are closed or opened for good where the other way round would cost more than the best answer has
 * (reduced costs). The best answer of each half’s bound is where a descent of swaps begins. Without a side demand it needs
 * no other solver. Deterministic by seed, apart from when the runner has had enough.
 */
export function* branchAndBound(
  judge: Judge,
  nearAt: (allowed: Uint8Array) => Near,
  start: readonly number[],
  seed: number,
  runner: Runner,
  solver: Solver | null = null,
  warm?: Float64Array,
): Generator<SearchProgress, {found: Found; multipliers: Float64Array}, void> {
  const {problem} = judge;
  const random = randomOf(seed);
  let near = nearAt(judge.allowed);
  const whole = wholeCosts(judge, near);
  const best = {sites: [...start].sort((a, b) => a - b), cost: costOf(judge, near, start)};
  const done = {steps: 0, bound: -Infinity};
  const doing = (what: string): SearchProgress => ({
    done: done.steps,
    of: 0,
    doing: what,
    objective: objective(judge, near, best.cost),
    bound: Number.isFinite(done.bound) ? objective(judge, near, done.bound) : null,
    sites: best.sites,
  });
  /** A bound this high leaves nothing to be found: whole costs only improve by 1. */
  const enough = () => (whole ? best.cost - 1 + 1e-6 * Math.max(1, best.cost * 1e-6) : best.cost * (1 - 1e-9));

  const swaps = new Map<number, Interchange>();
  const improveFrom = (sites: readonly number[]): number[] => {
    const search = swaps.get(sites.length) ?? new Interchange(near, new SwapRules(judge), judge.allowed, sites.length);
    swaps.set(sites.length, search);
    search.moveTo(sites);
    descend(search);
    take(search.sites);
    return search.sites;
  };
  const take = (sites: number[]): void => {
    const cost = costOf(judge, near, sites);
    if (cost < best.cost && meetsAreaDemands(judge, standingOf(problem, sites))) {
      best.cost = cost;
      best.sites = sites;
    }
  };

  yield doing('Swapping sites');
  improveFrom(best.sites);
  const large = near.rows > 5000;
  function* shake(times: number): Generator<SearchProgress, void, void> {
    for (let round = 0; round < times && !runner.enough(); round++) {
      yield doing('Swapping sites');
      improveFrom(shaken(judge, best.sites, random));
    }
  }
  // Begun warm, the bound comes first: it is nearly there.
  if (!warm) yield* shake(large ? 2 : 12);

  // The root: a long walk, from half way between everyone’s closest and second closest site.
  let lagrangian = new Lagrangian(near, problem);
  const rooted = swaps.get(best.sites.length)!;
  rooted.begin(best.sites);
  for (let row = 0; row < near.rows; row++)
    lagrangian.multipliers[row] = warm?.[row] ?? 0.5 * (rooted.closestCost(row) + rooted.secondCost(row));
  const decided = new Int8Array(problem.sites);
  for (let site = 0; site < problem.sites; site++) if (!judge.allowed[site]) decided[site] = -1;
  for (const site of problem.fixedOpen) decided[site] = 1;

  let isRoot = true;
  function* walk(
    steps: number,
    pace: number,
    patience: number,
    memory: number,
  ): Generator<SearchProgress, number, void> {
    let high = -Infinity;
    let since = 0;
    let step = pace;
    const kept = lagrangian.multipliers.slice();
    lagrangian.still();
    for (let i = 0; i < steps; i++) {
      const bound = lagrangian.evaluate(decided);
      if (bound === Infinity) return Infinity;
      done.steps++;
      if (bound > high) {
        if (bound > high + 1e-6 * Math.abs(bound)) since = 0;
        high = bound;
        kept.set(lagrangian.multipliers);
        if (isRoot) done.bound = Math.max(done.bound, high);
        if (high > enough()) break;
      }
      if (++since > patience) {
        since = 0;
        step *= memory > 0.9 ? 0.7 : 0.6;
        lagrangian.multipliers.set(kept);
        lagrangian.still();
        if (step < 0.002) break;
        lagrangian.evaluate(decided);
      }
      lagrangian.step(best.cost, step, memory);
      if (i % 8 === 0) yield doing('Proving');
      if (runner.enough()) break;
    }
    lagrangian.multipliers.set(kept);
    lagrangian.evaluate(decided);
    return high;
  }

  const leaves: Leaf[] = [];
  let certified = 0;
  const close = (path: Int32Array, multipliers: Float64Array): void => {
    certified += multipliers.length;
    if (certified <= MOST_CERTIFIED) leaves.push({decided: path, multipliers: multipliers.slice()});
  };
  const chosenSites = (): number[] => {
    const sites: number[] = [];
    for (let site = 0; site < problem.sites; site++) if (lagrangian.chosen[site]) sites.push(site);
    return sites;
  };
  const tryChosen = (): void => {
    const sites = chosenSites();
    if (sites.length === best.sites.length && new SwapRules(judge).accepts(sites)) improveFrom(sites);
  };

  const rootWalks: [steps: number, pace: number, patience: number, memory: number][] = large
    ? [
        [400, 0.25, 30, 0.94],
        [300, 0.2, 30, 0.94],
        [300, 0.1, 30, 0.95],
      ]
    : [
        [150, 1, 12, 0.6],
        [150, 1, 12, 0.6],
        [400, 0.3, 30, 0.95],
      ];
  let rootBound = yield* walk(large ? 1 : 40, 1, 12, 0.6);
  done.bound = rootBound;
  for (let round = 0; round < rootWalks.length && rootBound <= enough() && !runner.enough(); round++) {
    tryChosen();
    if (large) yield* shake(6);
    const bound = yield* walk(...rootWalks[round]!);
    const better = bound - rootBound;
    rootBound = Math.max(rootBound, bound);
    done.bound = Math.max(done.bound, rootBound);
    if (round > 1 && better < 2e-5 * Math.abs(rootBound)) break;
  }
  const root = lagrangian.multipliers.slice();
  const rootCut = rootBound > enough();
  let bound = rootBound;
  if (rootCut) close(new Int32Array(0), root);
  else {
    // Reduced costs decide sites for good; each is a leaf of its own in the tree that the checker reads.
    const path: number[] = [];
    const decide = fixings(lagrangian, decided, enough(), problem.count);
    for (const site of decide) {
      close(Int32Array.from([...path, ~site]), root);
      path.push(site);
      decided[site < 0 ? ~site : site] = site < 0 ? -1 : 1;
    }
    const still = judge.allowed.slice();
    for (let site = 0; site < problem.sites; site++) if (decided[site]! < 0) still[site] = 0;
    // What is decided is not looked at again. Few rows are left of a large question, and of a small one all, so that the
    // checker can read every leaf.
    let rootLeft = root;
    let boundNear: Near;
    if (large) {
      const {near: left, kept} = shrunk(near, decided);
      boundNear = left;
      rootLeft = new Float64Array(left.rows + root.length - near.rows);
      kept.forEach((row, at) => {
        rootLeft[at] = root[row]!;
      });
      rootLeft.set(root.subarray(near.rows), left.rows);
      certified = Infinity;
    } else {
      near = nearAt(still);
      boundNear = near;
      swaps.clear();
    }
    lagrangian = new Lagrangian(boundNear, problem);
    lagrangian.multipliers.set(rootLeft);

    isRoot = false;
    const queue: Node[] = [{decided: Int32Array.from(path), bound: rootBound, multipliers: rootLeft}];
    bound = Infinity;
    let halves = 0;
    while (queue.length > 0) {
      let at = 0;
      for (let i = 1; i < queue.length; i++) if (queue[i]!.bound < queue[at]!.bound) at = i;
      const node = queue[at]!;
      done.bound = Math.max(done.bound, node.bound);
      if (node.bound > enough()) {
        close(node.decided, node.multipliers);
        queue.splice(at, 1);
        continue;
      }
      if (runner.enough()) {
        bound = node.bound;
        break;
      }
      const left = boundNear.start[boundNear.rows]!;
      halves++;
      if (solver && halves > (left <= 60 * boundNear.rows ? HALVES_ALONE : 3000) && left <= MOST_FOR_HIGHS) {
        yield doing('Proving');
        const closed = [...still.keys()].filter((site) => !still[site]);
        const open = path.filter((site) => site >= 0);
        const rest = judgeOf({
          ...problem,
          fixedClosed: closed,
          fixedOpen: [...new Set([...problem.fixedOpen, ...open])],
        });
        const answer = modelOf(rest).solve(solver, runner, best.sites);
        // HiGHS proves what it proves in its own way: there is nothing for the checker to add up.
        certified = Infinity;
        if (answer.state !== 'infeasible' && answer.values) take(sitesIn(answer.values, problem.sites));
        bound = answer.state === 'stopped' ? Math.max(node.bound, solverBound(judge, near, answer.bound)) : best.cost;
        break;
      }
      queue.splice(at, 1);
      decided.fill(0);
      for (let site = 0; site < problem.sites; site++) if (!judge.allowed[site]) decided[site] = -1;
      for (const site of problem.fixedOpen) decided[site] = 1;
      for (const each of node.decided) decided[each < 0 ? ~each : each] = each < 0 ? -1 : 1;
      lagrangian.multipliers.set(node.multipliers);
      const high = Math.max(node.bound, yield* walk(30, 0.4, 6, 0.6));
      const multipliers = lagrangian.multipliers.slice();
      if (high > enough()) {
        close(node.decided, multipliers);
        continue;
      }
      tryChosen();
      if (large && halves % 20 === 0) yield* shake(2);
      const branch = branchOn(lagrangian, decided);
      if (branch < 0) {
        const open = [...decided.keys()].filter((site) => decided[site]! > 0);
        if (open.length === best.sites.length && new SwapRules(judge).accepts(open)) take(open);
        close(node.decided, multipliers);
        continue;
      }
      for (const way of [branch, ~branch])
        queue.push({decided: Int32Array.from([...node.decided, way]), bound: high, multipliers});
    }
    if (bound === Infinity) bound = best.cost;
  }
  const proven = rootCut || bound >= best.cost || bound > enough();
  const certificate: Certificate | null = certified <= MOST_CERTIFIED && proven ? {leaves, bound: best.cost} : null;
  const sites = best.sites;
  const value = objectiveOf(judge, standingOf(problem, sites), sites);
  const found: Found = {
    sites,
    objective: value,
    bound: proven ? value : objective(judge, near, bound),
    proof: proven ? 'proven' : Number.isFinite(bound) ? 'within' : 'unbounded',
    combinations: null,
    assignment: null,
    certificate,
  };
  return {found, multipliers: root};
}

/** What HiGHS made small, as cost: for maximal covering it is the people covered, negated. */
function solverBound(judge: Judge, near: Near, bound: number): number {
  return isMaximised(judge.problem.kind) ? costFrom(near, -bound) : bound;
}

function costFrom(near: Near, covered: number): number {
  let all = near.constant;
  for (const each of near.fallback) all += each;
  return all - covered;
}

/** Maximal covering is solved as the least left uncovered: back to people covered. */
function objective(judge: Judge, near: Near, cost: number): number {
  if (!isMaximised(judge.problem.kind)) return cost;
  let all = near.constant;
  for (const each of near.fallback) all += each;
  return all - cost;
}

function costOf(judge: Judge, near: Near, sites: readonly number[]): number {
  return objective(judge, near, objectiveOf(judge, standingOf(judge.problem, sites), sites));
}

/** Whether every cost an answer can have is a whole number, so that a bound may be rounded up. */
function wholeCosts(judge: Judge, near: Near): boolean {
  for (const each of near.cost) if (!Number.isInteger(each)) return false;
  for (const each of near.fallback) if (!Number.isInteger(each)) return false;
  return Number.isInteger(near.constant) && (judge.problem.opening?.every((each) => Number.isInteger(each)) ?? true);
}

/** Sites whose other choice alone would lift the bound beyond the best answer: `site` open or `~site` closed. */
function fixings(
  lagrangian: Lagrangian,
  decided: Int8Array,
  enough: number,
  count: {least: number; most: number},
): number[] {
  const {reduced, chosen, bound} = lagrangian;
  let worstIn = -Infinity;
  let bestOut = Infinity;
  for (let site = 0; site < reduced.length; site++) {
    if (decided[site] !== 0) continue;
    if (chosen[site]) worstIn = Math.max(worstIn, reduced[site]!);
    else bestOut = Math.min(bestOut, reduced[site]!);
  }
  const exact = count.least === count.most;
  const found: number[] = [];
  if (!exact) return found;
  for (let site = 0; site < reduced.length; site++) {
    if (decided[site] !== 0) continue;
    if (chosen[site]) {
      if (bound - reduced[site]! + bestOut > enough) found.push(site);
    } else if (bound + reduced[site]! - worstIn > enough) found.push(~site);
  }
  return found;
}

/** The undecided site that the bound is least sure of; −1 if all are decided. */
function branchOn(lagrangian: Lagrangian, decided: Int8Array): number {
  const {share, chosen, reduced} = lagrangian;
  let best = -1;
  let score = -Infinity;
  for (let site = 0; site < share.length; site++) {
    if (decided[site] !== 0) continue;
    const unsure = 0.5 - Math.abs(share[site]! - 0.5) + (chosen[site] ? 0.001 : 0) - 1e-12 * reduced[site]!;
    if (unsure > score) {
      score = unsure;
      best = site;
    }
  }
  return best;
}

/** A few open sites closed for others, at random, as far as the demands allow. */
function shaken(judge: Judge, sites: readonly number[], random: () => number): number[] {
  const rules = new SwapRules(judge);
  rules.begin(sites);
  const shaken = [...sites];
  const times = Math.min(sites.length, 2 + Math.floor(random() * Math.min(6, Math.max(2, sites.length / 8))));
  for (let done = 0, tries = 0; done < times && tries < 60; tries++) {
    const slot = Math.floor(random() * shaken.length);
    const opening = Math.floor(random() * judge.problem.sites);
    if (!judge.allowed[opening] || shaken.includes(opening) || !rules.maySwap(opening, shaken[slot]!)) continue;
    rules.swapped(opening, shaken[slot]!);
    shaken[slot] = opening;
    done++;
  }
  return shaken;
}
