import type {Certificate, Found} from './answer.ts';
import type {SiteProblem} from './problem.ts';

/** What the checker says of an answer. `faults` is empty where everything holds. */
export interface Check {
  faults: string[];
  /** The objective added up anew. */
  objective: number;
  /** How the bound was checked: added up anew from its multipliers, by the kind of proof, or not at all. */
  bound: 'added up anew' | 'every combination' | 'by HiGHS alone' | 'not proven';
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
  const {kind, areas, sites, count} = problem;
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
    if (found.proof !== 'proven') return 'not proven';
    const {certificate} = found;
    const readable = certificate && kind !== 'mclp' && certificate.leaves.length * areas * sites <= mostWork;
    if (!readable || count.least !== count.most) return 'by HiGHS alone';
    const fault = certificateFault(problem, certificate, objective);
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

/** What is wrong with the proof that nothing costs less: a leaf whose bound is too low, or a choice that no leaf holds. */
function certificateFault(problem: SiteProblem, {leaves}: Certificate, objective: number): string | null {
  const {areas, sites, cost, people, priority, price, outOfReach, opening, count} = problem;
  const weight = (i: number) => people[i]! * (priority ? priority[i]! : 1);
  let whole = opening === null || opening.every((each) => Number.isInteger(each));
  for (let i = 0; i < areas && whole; i++) whole = Number.isInteger(weight(i)) && Number.isInteger(price);
  for (let pair = 0; pair < cost.length && whole; pair++)
    whole = cost[pair]! >= outOfReach || Number.isInteger(cost[pair]!);
  const below = whole ? objective - 1 : objective * (1 - 2e-9);
  const banned = new Set(problem.fixedClosed);
  const helped = new Uint8Array(areas);
  for (let j = 0; j < sites; j++)
    if (!banned.has(j)) for (let i = 0; i < areas; i++) if (cost[j * areas + i]! < outOfReach) helped[i] = 1;

  for (const {decided, multipliers} of leaves) {
    const state = new Int8Array(sites);
    for (const j of banned) state[j] = -1;
    for (const j of problem.fixedOpen) state[j] = 1;
    for (const each of decided) state[each < 0 ? -1 - each : each] = each < 0 ? -1 : 1;
    let bound = 0;
    const worth = new Float64Array(sites);
    if (opening) worth.set(opening);
    // Prices beyond what being out of reach costs would promise too much; the rows of demands only ever add.
    for (let i = 0; i < areas; i++) if (helped[i]) bound += Math.min(multipliers[i]!, weight(i) * price);
    for (let j = 0; j < sites; j++) {
      if (state[j]! < 0) continue;
      for (let i = 0; i < areas; i++) {
        if (!helped[i] || cost[j * areas + i]! >= outOfReach) continue;
        worth[j]! += Math.min(0, weight(i) * cost[j * areas + i]! - Math.min(multipliers[i]!, weight(i) * price));
      }
    }
    let at = areas;
    for (const row of demandRows(problem)) {
      const each = multipliers[at++] ?? 0;
      if (each < 0) return 'A price in the proof is negative.';
      bound -= each * row.most;
      for (let j = 0; j < sites; j++) worth[j]! += each * row.entry(j);
    }
    const all = Array.from(state.keys());
    const open = all.filter((j) => state[j] === 1);
    const free = all.filter((j) => state[j] === 0);
    const more = count.most - open.length;
    if (more < 0 || more > free.length) continue;
    if (more === 0 || more === free.length) {
      // Nothing is left to choose: the one set of this leaf is looked at itself.
      const one = tried(problem, more === 0 ? open : [...open, ...free], null);
      if (one.faults.length > 0 || one.objective > below) continue;
      return `A part of the proof holds a better answer, ${one.objective}.`;
    }
    for (const j of open) bound += worth[j]!;
    free.sort((a, b) => worth[a]! - worth[b]!);
    for (let k = 0; k < more; k++) bound += worth[free[k]!]!;
    if (bound <= below) return `A part of the proof reaches ${bound}, not beyond ${below}.`;
  }
  return isWhole(leaves.map((leaf) => Array.from(leaf.decided))) ? null : 'The proof leaves a choice out.';
}

/** Whether the leaves together hold every choice: at each fork both ways are there. */
function isWhole(paths: readonly (readonly number[])[], depth = 0): boolean {
  if (paths.some((path) => path.length === depth)) return true;
  if (paths.length === 0) return false;
  const site = fork(paths[0]![depth]!);
  const open: (readonly number[])[] = [];
  const closed: (readonly number[])[] = [];
  for (const path of paths) {
    if (fork(path[depth]!) !== site) return false;
    (path[depth]! < 0 ? closed : open).push(path);
  }
  return isWhole(open, depth + 1) && isWhole(closed, depth + 1);
}

function fork(each: number): number {
  return each < 0 ? -1 - each : each;
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
