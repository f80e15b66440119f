import type {Found} from './answer.ts';
import {proofFault} from './check-proof.ts';
import type {SiteProblem} from './problem.ts';

/** What the checker says of an answer. `faults` is empty where everything holds. */
export interface Check {
  faults: string[];
  /** The objective added up anew. */
  objective: number;
  /** How the bound was checked: added up anew from its multipliers, by the kind of proof, or not at all. */
  bound:
    | 'added up anew'
    | 'every combination'
    | 'by HiGHS alone'
    | 'by the search alone'
    | 'too large to add up'
    | 'not proven';
}

/**
 * Looks at an answer as a stranger would: reads the question as it was put, and shares no code with whoever solved it.
 *
 * It adds up the objective from the raw costs, tries every demand, and where the proof left multipliers adds up the bound
 * of every leaf and sees that the leaves leave nothing out. It runs on every answer. O(areas × open sites), and
 * O(parts × areas × sites left) where there is a certificate; one too large for `mostWork` is said to be unread.
 */
export function checkAnswer(problem: SiteProblem, found: Found, mostWork = 1_000_000_000): Check {
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
    if (!certificate)
      return kind === 'capacitated-p-median' || kind === 'p-centre' ? 'by the search alone' : 'by HiGHS alone';
    const fault = proofFault(problem, certificate, found.bound, mostWork, (open) => tried(problem, open, null));
    if (fault === 'too large') return 'too large to add up';
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
