import type {Runner} from './answer.ts';
import {type Bounded, bounded, goneOn, lessened, ONCE} from './bounded-part.ts';
import type {Incumbent} from './incumbent.ts';
import {siteRows} from './lagrange.ts';
import {MipModel, type Solver} from './mip.ts';
import type {Near} from './near.ts';
import type {SiteProblem} from './problem.ts';

/** The most entries of lists for which HiGHS is asked for prices: beyond, walks and halving are quicker. */
const MOST_FOR_PRICES = 1_500;

/**
 * A part bounded by the best prices there are, where it is small: walks often stand still below them. The sites that the
 * linear answer opens in part are those to halve at. HiGHS is not trusted with the bound: the prices prove it, as any others.
 */
export function* boundedBest(
  core: Near,
  before: Bounded,
  incumbent: Incumbent,
  solver: Solver,
  runner: Runner,
): Generator<number, Bounded, void> {
  const {now, near} = lessened(core, before);
  if (near.site.length > MOST_FOR_PRICES) return before;
  const share = takeBestPrices(near, incumbent.judge.problem, now, solver, runner);
  if (!share) return before;
  return {...goneOn(before, yield* bounded(near, now, ONCE, incumbent)), share};
}

/**
 * Takes up the prices of the linear p-median over what is undecided; gives how far it opens each site, or `null` if HiGHS
 * was stopped. After Elloumi, as in `modelOf`: z_k, “still unserved at cost k”, with z_0 ≥ 1 − Σ y and z_k ≥ z_{k−1} − Σ y.
 * What the first row of a chain is worth, and the closest cost, are the price λ of its area.
 */
function takeBestPrices(
  near: Near,
  problem: SiteProblem,
  {decided, prices}: Bounded,
  solver: Solver,
  runner: Runner,
): Float64Array | null {
  const model = new MipModel();
  for (let site = 0; site < near.sites; site++)
    model.column(problem.opening?.[site] ?? 0, decided[site]! > 0 ? 1 : 0, decided[site]! < 0 ? 0 : 1, false);
  for (let site = 0; site < near.sites; site++) model.entry(site, 1);
  model.endRow(problem.count.most, problem.count.most);
  const demands = siteRows(problem);
  for (const {a, b} of demands) {
    for (let site = 0; site < near.sites; site++) if (a[site] !== 0) model.entry(site, a[site]!);
    model.endRow(-Infinity, b);
  }
  const firsts: number[] = [];
  let rows = 1 + demands.length;
  for (let row = 0; row < near.rows; row++) {
    const ceiling = near.ceiling[row]!;
    const end = near.start[row + 1]!;
    firsts.push(rows);
    let before = -1;
    for (let at = near.start[row]!; at < end && near.cost[at]! < ceiling; ) {
      const level = near.cost[at]!;
      const first = at;
      while (at < end && near.cost[at] === level) at++;
      const rise = Math.min(ceiling, at < end ? near.cost[at]! : ceiling) - level;
      const unserved = model.column(rise, 0, Infinity, false);
      model.entry(unserved, 1);
      for (let k = first; k < at; k++) model.entry(near.site[k]!, 1);
      if (before >= 0) model.entry(before, -1);
      model.endRow(before < 0 ? 1 : 0, Infinity);
      before = unserved;
      rows++;
    }
    if (before < 0) firsts[row] = -1;
  }
  const answer = model.solveLinear(solver, runner);
  if (!answer) return null;
  const {values, rowPrices: duals} = answer;
  for (let row = 0; row < near.rows; row++) {
    const first = firsts[row]!;
    if (first < 0) continue;
    const closest = near.cost[near.start[row]!]!;
    prices[near.origin[row]!] = Math.min(near.ceiling[row]!, closest + Math.max(0, duals[first]!));
  }
  demands.forEach((_, at) => {
    prices[prices.length - demands.length + at] = Math.max(0, -duals[1 + at]!);
  });
  return values.slice(0, near.sites);
}
