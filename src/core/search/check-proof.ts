import type {Certificate, Part} from './answer.ts';
import type {SiteProblem} from './problem.ts';

/** Sites not closed, by area, as far as the first open one: what can be cheaper than what the area has already. */
interface Left {
  start: Int32Array;
  site: Uint16Array;
  cost: Float64Array;
  /** What the closest open site costs; more is never a useful price. */
  cap: Float64Array;
}

/** Entries of such lists at most. */
const MOST_LEFT = 12_000_000;

/**
 * What is wrong with the proof that nothing costs less than is claimed: a part whose bound is too low, or a site decided
 * that its prices do not decide. Parts fall into both ways of one site, so nothing can be left out. Adds up every part from
 * the raw costs; gives “too large” after `mostWork` pairs. `looked` looks at one set of sites.
 */
export function proofFault(
  problem: SiteProblem,
  {root, rowOf}: Certificate,
  claimed: number,
  mostWork: number,
  looked: (open: readonly number[]) => {faults: string[]; objective: number},
): string | null {
  const {areas, sites, people, priority, price, opening, count, kind, fixedClosed, fixedOpen} = problem;
  const isCover = kind === 'mclp';
  const limit = isCover ? Math.min(problem.cutoff, Number.MAX_VALUE) : Number.MAX_VALUE;
  const isThere = (each: number) => each < problem.outOfReach && each <= limit;
  const weight = Float64Array.from({length: areas}, (_, i) => people[i]! * (priority ? priority[i]! : 1));
  const perCost = isCover ? new Float64Array(areas) : weight;
  // Out of reach is a price for the p-median; for covering it is not being covered.
  const without = weight.map((each) => (isCover ? each : each * price));
  const helped = new Uint8Array(areas);
  const banned = new Set(fixedClosed);
  for (let j = 0; j < sites; j++)
    if (!banned.has(j)) for (let i = 0; i < areas; i++) if (isThere(problem.cost[j * areas + i]!)) helped[i] = 1;
  let all = 0;
  for (const each of weight) all += each;
  const best = isCover ? all - claimed : claimed;
  const isWhole =
    without.every((each) => Number.isInteger(each)) &&
    (opening ?? []).every((each) => Number.isInteger(each)) &&
    (isCover || areCostsWhole(problem, weight));
  // Whole costs lie a whole step apart: what is above one less is the claim itself.
  const below =
    isWhole && Number.isInteger(best) ? best - 1 : best - 2e-9 * Math.max(Math.abs(best), Math.abs(claimed));
  const shares = new Float64Array(areas);
  for (let i = 0; i < areas; i++) shares[rowOf[i]!]! += weight[i]!;
  const rows = demandRows(problem);
  const first = new Int8Array(sites);
  for (const j of fixedClosed) first[j] = -1;
  for (const j of fixedOpen) first[j] = 1;
  let work = 0;

  const stack: {part: Part; state: Int8Array; left: Left | null; before: number}[] = [
    {part: root, state: first, left: null, before: -Infinity},
  ];
  while (stack.length > 0) {
    const top = stack.pop()!;
    const {part, state} = top;
    let {left} = top;
    if (work > mostWork) return 'too large';
    const {bound, worth} = addedUp(part.prices, state, left);
    const chosen = cheapest(worth, state, count.most);
    const here = chosen === null ? Infinity : bound + chosen.sum;
    // What bounds the whole of a part bounds its ways.
    const reached = Math.max(top.before, here);
    if (chosen !== null && part.settled.length > 0) {
      for (const each of part.settled) {
        const j = each < 0 ? ~each : each;
        const other = here + (each < 0 ? worth[j]! - chosen.last : chosen.next - worth[j]!);
        const isSided = each < 0 ? worth[j]! >= chosen.last : worth[j]! <= chosen.last;
        if (state[j] !== 0 || !isSided || other <= below) return `The proof decides site ${j} without a reason.`;
      }
      for (const each of part.settled) state[each < 0 ? ~each : each] = each < 0 ? -1 : 1;
      left = leftOf(state, left);
    }
    if (part.ways.length === 2) {
      if (state[part.site] !== 0) return `The proof halves at site ${part.site}, which is decided.`;
      part.ways.forEach((way, at) => {
        const next = state.slice();
        next[part.site] = at === 0 ? 1 : -1;
        stack.push({part: way, state: next, left, before: reached});
      });
    } else if (part.ways.length === 1) stack.push({part: part.ways[0]!, state, left, before: reached});
    else if (reached <= below) {
      const fault = lastFault(state, reached);
      if (fault) return fault;
    }
  }
  return null;

  /** The prices of a part added up, and what opening each site is worth at them. */
  function addedUp(prices: Float64Array, state: Int8Array, left: Left | null): {bound: number; worth: Float64Array} {
    let bound = 0;
    const worth = new Float64Array(sites);
    if (opening) worth.set(opening);
    const paid = new Float64Array(areas);
    for (let i = 0; i < areas; i++) {
      const row = rowOf[i]!;
      // Merged areas share their row’s price by weight; beyond what no site costs a price promises too much.
      const part = isCover ? (shares[row]! > 0 ? (prices[row]! * weight[i]!) / shares[row]! : 0) : prices[row]!;
      if (helped[i]) bound += paid[i] = Math.min(part, without[i]!, left ? left.cap[i]! : Infinity);
      else if (isCover) bound += weight[i]!;
    }
    if (left) {
      const {start, site, cost} = left;
      work += cost.length;
      for (let i = 0; i < areas; i++) {
        const price = paid[i]!;
        for (let k = start[i]!; k < start[i + 1]!; k++)
          if (cost[k]! < price && state[site[k]!]! >= 0) worth[site[k]!]! += cost[k]! - price;
      }
    } else
      for (let j = 0; j < sites; j++) {
        if (state[j]! < 0) continue;
        let sum = 0;
        work += areas;
        for (let i = 0, pair = j * areas; i < areas; i++, pair++) {
          const each = problem.cost[pair]!;
          if (!isThere(each)) continue;
          const saved = perCost[i]! * each - paid[i]!;
          if (saved < 0) sum += saved;
        }
        worth[j]! += sum;
      }
    rows.forEach((row, r) => {
      const each = Math.max(0, prices[prices.length - rows.length + r]!);
      bound -= each * row.most;
      for (let j = 0; j < sites; j++) worth[j]! += each * row.entry(j);
    });
    return {bound, worth};
  }

  /** What is left to choose from: a price capped at what an open site costs makes nothing of any site beyond it. */
  function leftOf(state: Int8Array, before: Left | null): Left | null {
    const kept: number[] = [];
    for (let j = 0; j < sites; j++) if (state[j]! >= 0) kept.push(j);
    const room = before ? before.cost.length : areas * kept.length;
    if (room > MOST_LEFT) return before;
    const cap = new Float64Array(areas).fill(Infinity);
    const start = new Int32Array(areas + 1);
    const site = new Uint16Array(room);
    const cost = new Float64Array(room);
    let end = 0;
    for (let i = 0; i < areas; i++) {
      const from = end;
      const add = (j: number, each: number): void => {
        if (state[j]! > 0 && each < cap[i]!) cap[i] = each;
        site[end] = j;
        cost[end++] = each;
      };
      if (before)
        for (let k = before.start[i]!; k < before.start[i + 1]!; k++) {
          if (state[before.site[k]!]! >= 0) add(before.site[k]!, before.cost[k]!);
        }
      else
        for (const j of kept) {
          const each = problem.cost[j * areas + i]!;
          if (isThere(each)) add(j, perCost[i]! * each);
        }
      const until = end;
      end = from;
      for (let k = from; k < until; k++) {
        if (cost[k]! > cap[i]!) continue;
        site[end] = site[k]!;
        cost[end++] = cost[k]!;
      }
      start[i + 1] = end;
    }
    return {start, site: site.slice(0, end), cost: cost.slice(0, end), cap};
  }

  /** Where a part ends below the claim, at most one set of sites may be left in it, no better than the claim. */
  function lastFault(state: Int8Array, reached: number): string | null {
    const open: number[] = [];
    const free: number[] = [];
    state.forEach((each, j) => {
      if (each > 0) open.push(j);
      else if (each === 0) free.push(j);
    });
    const more = count.most - open.length;
    if (more < 0 || more > free.length) return null;
    if (more > 0 && more < free.length) return `A part of the proof reaches ${reached}, not beyond ${below}.`;
    const one = looked(more === 0 ? open : [...open, ...free]);
    const paid = isCover ? all - one.objective : one.objective;
    return one.faults.length > 0 || paid > below
      ? null
      : `A part of the proof holds a better answer, ${one.objective}.`;
  }
}

/** The cheapest sites that may be opened so that `count` are open; `null` if that cannot be. */
function cheapest(
  worth: Float64Array,
  state: Int8Array,
  count: number,
): {sum: number; last: number; next: number} | null {
  const free: number[] = [];
  let sum = 0;
  let more = count;
  state.forEach((each, j) => {
    if (each === 0) free.push(worth[j]!);
    else if (each > 0) {
      sum += worth[j]!;
      more--;
    }
  });
  if (more < 0 || more > free.length) return null;
  free.sort((a, b) => a - b);
  for (let k = 0; k < more; k++) sum += free[k]!;
  return {sum, last: more > 0 ? free[more - 1]! : -Infinity, next: free[more] ?? Infinity};
}

/** Whether every real cost is whole once it is weighted; a weight need not be. */
function areCostsWhole({cost, outOfReach, areas}: SiteProblem, weight: Float64Array): boolean {
  if (cost instanceof Uint16Array && weight.every((each) => Number.isInteger(each))) return true;
  for (let pair = 0; pair < cost.length; pair++)
    if (cost[pair]! < outOfReach && !Number.isInteger(weight[pair % areas]! * cost[pair]!)) return false;
  return true;
}

/** The demands on open sites in the order in which a bound prices them: groups at most, at least, then the budget. */
function demandRows(problem: SiteProblem): {most: number; entry: (site: number) => number}[] {
  const rows: {most: number; entry: (site: number) => number}[] = [];
  for (const group of problem.groups) {
    const members = new Set(group.sites);
    if (group.most < members.size) rows.push({most: group.most, entry: (site) => (members.has(site) ? 1 : 0)});
    if (group.least > 0) rows.push({most: -group.least, entry: (site) => (members.has(site) ? -1 : 0)});
  }
  const {budget} = problem;
  const dearest = budget ? Math.max(...budget.costs) : 0;
  if (budget && dearest > 0) rows.push({most: budget.most / dearest, entry: (site) => budget.costs[site]! / dearest});
  return rows;
}
