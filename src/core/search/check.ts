import type {Certificate, Found, Part} from './answer.ts';
import type {SiteProblem} from './problem.ts';

/** What the checker says of an answer. `faults` is empty where everything holds. */
export interface Check {
  faults: string[];
  /** The objective added up anew. */
  objective: number;
  /** How the bound was checked: added up anew from its multipliers, by the kind of proof, or not at all. */
  bound: 'added up anew' | 'every combination' | 'by HiGHS alone' | 'too large to add up' | 'not proven';
}

/**
 * Looks at an answer as a stranger would: reads the question as it was put, and shares no code with whoever solved it.
 *
 * It adds up the objective from the raw costs, tries every demand, and where the proof left multipliers adds up the bound
 * of every leaf and sees that the leaves leave nothing out. It runs on every answer. O(areas × open sites), and
 * O(leaves × areas × sites) where there is a certificate; a certificate too large for `mostWork` is said to be unread.
 */
export function checkAnswer(problem: SiteProblem, found: Found, mostWork = 400_000_000): Check {
  const {faults, objective} = tried(problem, found.sites, found.assignment);
  const {kind} = problem;
  if (Math.abs(objective - found.objective) > 1e-6 * Math.max(1, Math.abs(objective)))
    faults.push(`The objective is ${objective}, not ${found.objective}.`);
  const larger = ['mclp', 'lscp-b', 'bacop1', 'bacop2', 'p-dispersion'].includes(kind);
  const slack = 1e-6 * Math.max(1, Math.abs(objective));
  if (larger ? found.bound < objective - slack : found.bound > objective + slack)
    faults.push(`The bound of ${found.bound} is on the wrong side of ${objective}.`);
  if ((found.proof === 'proven' || found.proof === 'checked-all') && Math.abs(found.bound - objective) > slack)
    faults.push(`It is called proven, but the bound is ${found.bound}.`);
  return {faults, objective, bound: faults.length === 0 ? boundOf() : 'not proven'};

  function boundOf(): Check['bound'] {
    if (found.proof === 'checked-all') return 'every combination';
    if (found.proof !== 'proven' && found.proof !== 'within') return 'not proven';
    const {certificate} = found;
    if (!certificate) return found.proof === 'proven' ? 'by HiGHS alone' : 'not proven';
    if (workOf(problem, certificate.root) > mostWork) return 'too large to add up';
    const fault = certificateFault(problem, certificate, found.bound);
    if (fault) {
      faults.push(fault);
      return 'not proven';
    }
    return 'added up anew';
  }
}

/** What a set of sites is worth, and every demand that it breaks. */
function tried(
  problem: SiteProblem,
  open: readonly number[],
  assignment: Int32Array | null,
): {faults: string[]; objective: number} {
  const faults: string[] = [];
  const {areas, sites, cost, kind, outOfReach, people, priority, price, capacity} = problem;
  if (new Set(open).size !== open.length) faults.push('A site is listed twice.');
  for (const site of open)
    if (!Number.isInteger(site) || site < 0 || site >= sites)
      return {faults: [...faults, `There is no site ${site}.`], objective: Number.NaN};
  if (open.length < problem.count.least || open.length > problem.count.most)
    faults.push(`${open.length} sites are open, not ${problem.count.least} to ${problem.count.most}.`);
  for (const site of problem.fixedOpen) if (!open.includes(site)) faults.push(`Site ${site} is not open.`);
  for (const site of problem.fixedClosed) if (open.includes(site)) faults.push(`Site ${site} is open.`);
  for (const group of problem.groups) {
    const among = open.filter((site) => group.sites.includes(site)).length;
    if (among < group.least || among > group.most) faults.push(`${among} sites of ${group.name} are open.`);
  }
  if (problem.budget) {
    const total = open.reduce((sum, site) => sum + problem.budget!.costs[site]!, 0);
    if (total > problem.budget.most + 1e-6) faults.push(`The sites cost ${total}, more than ${problem.budget.most}.`);
  }
  for (const floor of problem.floors) {
    let inside = 0;
    let all = 0;
    for (let i = 0; i < areas; i++) {
      all += floor.people[i]!;
      if (open.some((j) => real(i, j) && cost[j * areas + i]! <= floor.cutoff)) inside += floor.people[i]!;
    }
    if (inside + 1e-6 < floor.share * all)
      faults.push(`${floor.name}: ${inside} of ${all} are within ${floor.cutoff}.`);
  }

  const sum = {cost: 0, worst: 0, once: 0, twice: 0};
  const load = new Float64Array(sites);
  for (let i = 0; i < areas; i++) {
    const urgency = priority ? priority[i]! : 1;
    const weight = kind === 'lscp-b' ? urgency : people[i]! * urgency;
    let closest = Infinity;
    let inside = 0;
    for (const j of open) {
      if (!real(i, j)) continue;
      const each = cost[j * areas + i]!;
      if (each < closest) closest = each;
      if (each <= problem.cutoff) inside++;
    }
    let anywhere = closest < Infinity;
    let anyInside = inside > 0;
    for (let j = 0; j < sites && !(anywhere && anyInside); j++) {
      if (problem.fixedClosed.includes(j) || !real(i, j)) continue;
      anywhere = true;
      if (cost[j * areas + i]! <= problem.cutoff) anyInside = true;
    }
    const mustBeInside = people[i]! > 0 && (!problem.leaveOut || anyInside);
    if (['lscp', 'lscp-b', 'bacop1', 'clscp'].includes(kind) && mustBeInside && inside === 0)
      faults.push(`Area ${i} is not covered.`);
    if (inside > 0) sum.once += weight;
    if (inside > 1) sum.twice += weight;
    let paid = closest === Infinity ? price : closest;
    if (kind === 'capacitated-p-median' && anywhere) {
      const to = assignment?.[i] ?? -1;
      if (!open.includes(to) || !real(i, to)) {
        faults.push(`Area ${i} goes nowhere.`);
        continue;
      }
      load[to]! += people[i]!;
      paid = cost[to * areas + i]!;
    }
    if (!anywhere) continue;
    sum.cost += weight * paid;
    if (weight > 0) sum.worst = Math.max(sum.worst, urgency * paid);
  }
  if (capacity && kind === 'capacitated-p-median') {
    for (const j of open)
      if (load[j]! > capacity[j]! + 1e-6) faults.push(`Site ${j} has room for ${capacity[j]} and is given ${load[j]}.`);
  }
  return {faults, objective: total()};

  function real(i: number, j: number): boolean {
    return cost[j * areas + i]! < outOfReach;
  }

  function total(): number {
    if (kind === 'p-centre') return sum.worst;
    if (kind === 'mclp') return sum.once;
    if (kind === 'lscp-b' || kind === 'bacop1') return sum.twice;
    if (kind === 'bacop2') return problem.theta * sum.once + (1 - problem.theta) * sum.twice;
    if (kind === 'lscp' || kind === 'clscp') return open.length;
    if (kind === 'p-dispersion') {
      let least = Infinity;
      for (const a of open)
        for (const b of open) if (a !== b) least = Math.min(least, problem.between![a * sites + b]!);
      return least;
    }
    return sum.cost + (problem.opening ? open.reduce((all, j) => all + problem.opening![j]!, 0) : 0);
  }
}

/** Pairs of an area and a site that a proof is added up over. */
function workOf(problem: SiteProblem, root: Part): number {
  let work = 0;
  const left: {part: Part; free: number}[] = [{part: root, free: problem.sites - problem.fixedClosed.length}];
  while (left.length > 0) {
    const {part, free} = left.pop()!;
    work += problem.areas * free;
    const closed = part.settled.filter((each) => each < 0).length;
    for (const way of part.ways) left.push({part: way, free: free - closed});
  }
  return work;
}

/**
 * What is wrong with the proof that nothing costs less than is claimed: a part whose bound is too low, or a site decided
 * that its prices do not decide. Parts fall into both ways of one site, so nothing can be left out.
 */
function certificateFault(problem: SiteProblem, {root, rowOf}: Certificate, claimed: number): string | null {
  const {areas, sites, people, priority, price, opening, count, kind, fixedClosed, fixedOpen} = problem;
  const isCover = kind === 'mclp';
  const weight = Float64Array.from({length: areas}, (_, i) => people[i]! * (priority ? priority[i]! : 1));
  const cost = (i: number, j: number) => {
    const each = problem.cost[j * areas + i]!;
    if (each >= problem.outOfReach || (isCover && each > problem.cutoff)) return Infinity;
    return isCover ? 0 : weight[i]! * each;
  };
  // Out of reach is a price for the p-median; for covering it is not being covered.
  const without = weight.map((each) => (isCover ? each : each * price));
  const helped = new Uint8Array(areas);
  for (let j = 0; j < sites; j++)
    if (!fixedClosed.includes(j)) for (let i = 0; i < areas; i++) if (cost(i, j) < Infinity) helped[i] = 1;
  let all = 0;
  for (const each of weight) all += each;
  const best = isCover ? all - claimed : claimed;
  const isWhole =
    [...without, ...(opening ?? [])].every((each) => Number.isInteger(each)) &&
    (isCover || (weight.every((each) => Number.isInteger(each)) && wholeReal(problem)));
  // Whole costs lie a whole step apart: what is above one less is the claim itself.
  const below =
    isWhole && Number.isInteger(best) ? best - 1 : best - 2e-9 * Math.max(Math.abs(best), Math.abs(claimed));
  const shares = new Float64Array(areas);
  for (let i = 0; i < areas; i++) shares[rowOf[i]!]! += weight[i]!;
  const rows = demandRows(problem);
  const first = new Int8Array(sites);
  for (const j of fixedClosed) first[j] = -1;
  for (const j of fixedOpen) first[j] = 1;

  const left: {part: Part; state: Int8Array}[] = [{part: root, state: first}];
  while (left.length > 0) {
    const {part, state} = left.pop()!;
    const {bound, worth} = addedUp(part.prices, state);
    const chosen = cheapest(worth, state, count.most);
    const reached = chosen === null ? Infinity : bound + chosen.sum;
    if (part.settled.length > 0 && chosen !== null) {
      for (const each of part.settled) {
        const j = each < 0 ? ~each : each;
        const isIn = worth[j]! <= chosen.last;
        const other = each < 0 ? reached + worth[j]! - chosen.last : reached - worth[j]! + chosen.next;
        if (state[j] !== 0 || (each < 0 ? other <= below : other <= below || !isIn))
          return `The proof decides site ${j} without a reason.`;
      }
      for (const each of part.settled) state[each < 0 ? ~each : each] = each < 0 ? -1 : 1;
    }
    if (part.ways.length === 2) {
      const [open, closed] = [state.slice(), state.slice()];
      if (state[part.site] !== 0) return `The proof halves at site ${part.site}, which is decided.`;
      open[part.site] = 1;
      closed[part.site] = -1;
      left.push({part: part.ways[0]!, state: open}, {part: part.ways[1]!, state: closed});
    } else if (part.ways.length === 1) left.push({part: part.ways[0]!, state});
    else if (reached <= below) {
      const fault = lastFault(state, reached);
      if (fault) return fault;
    }
  }
  return null;

  /** The prices of a part added up, and what opening each site is worth at them. */
  function addedUp(prices: Float64Array, state: Int8Array): {bound: number; worth: Float64Array} {
    let bound = 0;
    const worth = new Float64Array(sites);
    if (opening) worth.set(opening);
    const paid = new Float64Array(areas);
    for (let i = 0; i < areas; i++) {
      const row = rowOf[i]!;
      // Merged areas share their row’s price by weight; beyond what no site costs a price promises too much.
      const part = isCover ? (shares[row]! > 0 ? (prices[row]! * weight[i]!) / shares[row]! : 0) : prices[row]!;
      if (helped[i]) bound += paid[i] = Math.min(part, without[i]!);
      else if (isCover) bound += weight[i]!;
    }
    for (let j = 0; j < sites; j++) {
      if (state[j]! < 0) continue;
      let sum = 0;
      for (let i = 0, pair = j * areas; i < areas; i++, pair++) {
        const each = problem.cost[pair]!;
        if (each >= problem.outOfReach || (isCover && each > problem.cutoff)) continue;
        const saved = (isCover ? 0 : weight[i]! * each) - paid[i]!;
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
    const one = tried(problem, more === 0 ? open : [...open, ...free], null);
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

/** Whether every real cost is a whole number. */
function wholeReal({cost, outOfReach}: SiteProblem): boolean {
  if (cost instanceof Uint16Array) return true;
  for (const each of cost) if (each < outOfReach && !Number.isInteger(each)) return false;
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
