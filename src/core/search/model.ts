import type {Judge} from './evaluate.ts';
import {MipModel} from './mip.ts';
import {coversAll, isMedian} from './problem.ts';

/**
 * Any question as rows and columns for HiGHS. The first `sites` columns are the sites; what is made small is the
 * objective, or its negative where more is better. Areas that the same sites cover share one column.
 */
export function modelOf(judge: Judge): MipModel {
  const {problem} = judge;
  const model = withSiteDemands(judge);
  switch (problem.kind) {
    case 'p-median':
    case 'kn-p-median':
      addMedian(model, judge);
      break;
    case 'capacitated-p-median':
      addRooms(model, judge, true);
      break;
    case 'clscp':
      addRooms(model, judge, false);
      addSiteCosts(model, judge, 1);
      break;
    case 'lscp':
      addCover(model, judge, 0);
      addSiteCosts(model, judge, 1);
      break;
    case 'mclp':
    case 'bacop2':
      addCounted(model, judge);
      break;
    case 'lscp-b':
    case 'bacop1':
      addCover(model, judge, 1);
      break;
    default:
      throw new RangeError(`${problem.kind} is not one model; it is a row of them.`);
  }
  if (isMedian(problem.kind) && problem.opening)
    for (let site = 0; site < problem.sites; site++) model.addCost(site, problem.opening[site]!);
  addFloors(model, judge);
  return model;
}

/** The demands alone, with nothing made small: has an answer exactly when the question has one. */
export function demandsModel(judge: Judge): MipModel {
  const {kind} = judge.problem;
  const model = withSiteDemands(judge);
  if (kind === 'capacitated-p-median' || kind === 'clscp') addRooms(model, judge, kind !== 'clscp');
  else if (coversAll(kind)) addCover(model, judge, 0);
  addFloors(model, judge);
  return model;
}

/** Whether everyone who counts can be within this cost: the cover rows behind the p-centre, with every demand. */
export function centreModel(judge: Judge, radius: number): MipModel {
  const model = withSiteDemands(judge);
  for (const near of centreRows(judge, radius)) addAtLeast(model, near, 1);
  addFloors(model, judge);
  return model;
}

/** For everyone who counts the sites within this cost, each list once. */
export function centreRows(judge: Judge, radius: number): number[][] {
  const {problem, reachable, weights, allowed} = judge;
  const {areas, sites, cost, outOfReach, price, priority} = problem;
  const rows: number[][] = [];
  const seen = new Set<string>();
  for (let area = 0; area < areas; area++) {
    const urgency = priority ? priority[area]! : 1;
    if (!reachable[area] || weights[area] === 0 || urgency * price <= radius) continue;
    const near: number[] = [];
    for (let site = 0; site < sites; site++) {
      const each = cost[site * areas + area]!;
      if (allowed[site] && each < outOfReach && urgency * each <= radius) near.push(site);
    }
    if (newKey(seen, near)) rows.push(near);
  }
  return rows;
}

/** Whether so many sites can be at least so far apart, with every demand. */
export function apartModel(judge: Judge, apart: number): MipModel {
  const {sites, between} = judge.problem;
  const model = withSiteDemands(judge);
  for (let a = 0; a < sites; a++) {
    for (let b = a + 1; b < sites; b++) {
      if (!judge.allowed[a] || !judge.allowed[b] || between![a * sites + b]! >= apart) continue;
      model.entry(a, 1);
      model.entry(b, 1);
      model.endRow(0, 1);
    }
  }
  addFloors(model, judge);
  return model;
}

function withSiteDemands(judge: Judge): MipModel {
  const {problem, allowed} = judge;
  const {sites, count, fixedOpen, groups, budget} = problem;
  const open = new Set(fixedOpen);
  const model = new MipModel();
  for (let site = 0; site < sites; site++) model.column(0, open.has(site) ? 1 : 0, allowed[site] ? 1 : 0, true);
  for (let site = 0; site < sites; site++) model.entry(site, 1);
  model.endRow(count.least, count.most);
  for (const {sites: members, least, most} of groups) {
    for (const site of new Set(members)) model.entry(site, 1);
    model.endRow(least, most);
  }
  if (budget) {
    for (let site = 0; site < sites; site++) if (budget.costs[site] !== 0) model.entry(site, budget.costs[site]!);
    model.endRow(-Infinity, budget.most);
  }
  return model;
}

function addSiteCosts(model: MipModel, judge: Judge, each: number): void {
  for (let site = 0; site < judge.problem.sites; site++) model.addCost(site, each);
}

/** The sites that may be open within a cost of an area. */
function sitesWithin(judge: Judge, area: number, cutoff: number): number[] {
  const {areas, sites, cost, outOfReach} = judge.problem;
  const near: number[] = [];
  for (let site = 0; site < sites; site++) {
    const each = cost[site * areas + area]!;
    if (judge.allowed[site] && each <= cutoff && each < outOfReach) near.push(site);
  }
  return near;
}

function newKey(seen: Set<string>, near: readonly number[]): boolean {
  const key = near.join(' ');
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function addAtLeast(model: MipModel, near: readonly number[], least: number): void {
  for (const site of near) model.entry(site, 1);
  model.endRow(least, Infinity);
}

/** Areas that the same sites are near, with what they weigh together. Those that no site is near are left out. */
function classes(judge: Judge, cutoff: number, weights: ArrayLike<number>): {near: number[]; weight: number}[] {
  const found = new Map<string, {near: number[]; weight: number}>();
  for (let area = 0; area < judge.problem.areas; area++) {
    const near = sitesWithin(judge, area, cutoff);
    if (near.length === 0) continue;
    const key = near.join(' ');
    const same = found.get(key);
    if (same) same.weight += weights[area]!;
    else found.set(key, {near, weight: weights[area]!});
  }
  return [...found.values()];
}

/** Everyone covered; with `backup`, each class covered twice counts its weight. */
function addCover(model: MipModel, judge: Judge, backup: 0 | 1): void {
  const {problem, mustCover, weights} = judge;
  const seen = new Set<string>();
  for (let area = 0; area < problem.areas; area++) {
    if (!mustCover[area]) continue;
    const near = sitesWithin(judge, area, problem.cutoff);
    if (newKey(seen, near)) addAtLeast(model, near, 1);
  }
  if (!backup) return;
  for (const {near, weight} of classes(judge, problem.cutoff, weights)) {
    if (weight === 0) continue;
    // Covered already, and nothing if only one site is near: Σ y ≥ 1 + u, or 2u where the area need not be covered.
    const twice = model.column(-weight, 0, 1, true);
    for (const site of near) model.entry(site, 1);
    model.entry(twice, -2);
    model.endRow(0, Infinity);
    for (const site of near) model.entry(site, 1);
    model.entry(twice, -1);
    model.endRow(seen.has(near.join(' ')) ? 1 : 0, Infinity);
  }
}

/** Covered once counts, and for BACOP2 covered twice counts besides. */
function addCounted(model: MipModel, judge: Judge): void {
  const {problem, weights} = judge;
  const {kind, theta, cutoff} = problem;
  const [first, second] = kind === 'mclp' ? [1, 0] : [theta, 1 - theta];
  for (const {near, weight} of classes(judge, cutoff, weights)) {
    if (weight === 0) continue;
    const once = model.column(-weight * first, 0, 1, kind === 'bacop2' && first < second);
    for (const site of near) model.entry(site, 1);
    model.entry(once, -1);
    if (kind === 'bacop2') {
      const twice = model.column(-weight * second, 0, 1, first < second);
      model.entry(twice, -1);
      model.endRow(0, Infinity);
      model.entry(once, 1);
      model.entry(twice, -1);
    }
    model.endRow(0, Infinity);
  }
}

/**
 * The p-median after Elloumi: one column for each distinct cost of an area, “still unserved at this cost”, so that sites of
 * equal cost share it. z_k ≥ z_{k−1} − Σ y over the sites at cost k.
 */
function addMedian(model: MipModel, judge: Judge): void {
  const {problem, weights, reachable, allowed} = judge;
  const {areas, sites, cost, outOfReach, price, fixedOpen} = problem;
  for (let area = 0; area < areas; area++) {
    const weight = weights[area]!;
    if (!reachable[area] || weight === 0) continue;
    let ceiling = Infinity;
    for (const site of fixedOpen) ceiling = Math.min(ceiling, cost[site * areas + area]!);
    const near: {site: number; cost: number}[] = [];
    for (let site = 0; site < sites; site++) {
      const each = cost[site * areas + area]!;
      if (allowed[site] && each < outOfReach && each <= ceiling) near.push({site, cost: each});
    }
    near.sort((a, b) => a.cost - b.cost);
    model.addCost(constantColumn(model), weight * near[0]!.cost);
    let before = -1;
    for (let at = 0; at < near.length; ) {
      const level = near[at]!.cost;
      let end = at;
      while (end < near.length && near[end]!.cost === level) end++;
      const rise = end < near.length ? near[end]!.cost - level : ceiling === Infinity ? price - level : -1;
      // At the cost of a fixed open site nobody is unserved: the chain ends.
      if (rise < 0) break;
      const unserved = model.column(weight * rise, 0, 1, false);
      model.entry(unserved, 1);
      for (; at < end; at++) model.entry(near[at]!.site, 1);
      if (before >= 0) model.entry(before, -1);
      model.endRow(before < 0 ? 1 : 0, Infinity);
      before = unserved;
    }
  }
}

const constants = new WeakMap<MipModel, number>();

/** A column that is always 1, for what does not depend on the sites. */
function constantColumn(model: MipModel): number {
  let column = constants.get(model);
  if (column === undefined) {
    column = model.column(0, 1, 1, false);
    constants.set(model, column);
  }
  return column;
}

/** Who goes where, with room: whole areas for the p-median, shares of them for clscp. Columns follow the sites’. */
function addRooms(model: MipModel, judge: Judge, whole: boolean): void {
  const {problem, mustCover, reachable} = judge;
  const bySite: {column: number; people: number}[][] = Array.from({length: problem.sites}, () => []);
  for (let area = 0; area < problem.areas; area++) {
    if (!(whole ? reachable[area] : mustCover[area])) continue;
    const pairs = roomPairs(judge, area).map((site) => ({site, column: roomColumn(model, judge, area, site, whole)}));
    for (const {column} of pairs) model.entry(column, 1);
    model.endRow(1, 1);
    for (const {site, column} of pairs) {
      model.entry(column, -1);
      model.entry(site, 1);
      model.endRow(0, Infinity);
      bySite[site]!.push({column, people: problem.people[area]!});
    }
  }
  for (let site = 0; site < problem.sites; site++) {
    for (const {column, people} of bySite[site]!) if (people > 0) model.entry(column, people);
    model.entry(site, -problem.capacity![site]!);
    model.endRow(-Infinity, 0);
  }
}

function roomColumn(model: MipModel, judge: Judge, area: number, site: number, whole: boolean): number {
  const each = judge.problem.cost[site * judge.problem.areas + area]!;
  return model.column(whole ? judge.weights[area]! * each : 0, 0, 1, whole);
}

/** The sites an area may go to where rooms decide, in the order of their columns. */
export function roomPairs(judge: Judge, area: number): number[] {
  return sitesWithin(judge, area, judge.problem.kind === 'clscp' ? judge.problem.cutoff : Infinity);
}

/**
 * At least the share of the people of each floor within its cutoff: the rest may be left out. A class too large for the
 * rest has to be covered, which tells the solver more than the sum does.
 */
function addFloors(model: MipModel, judge: Judge): void {
  for (const {people, share, cutoff} of judge.problem.floors) {
    let all = 0;
    for (const each of people) all += each;
    const grouped = classes(judge, cutoff, people).filter(({weight}) => weight > 0);
    let reached = 0;
    for (const {weight} of grouped) reached += weight;
    // A billionth of slack: shares are rarely whole, and the checker counts in whole areas.
    const spare = reached - share * all + 1e-9 * all;
    if (spare < 0) addAtLeast(model, [], 1);
    const left: {column: number; weight: number}[] = [];
    for (const {near, weight} of grouped) {
      for (const site of near) model.entry(site, 1);
      if (weight <= spare) {
        const column = model.column(0, 0, 1, false);
        model.entry(column, 1);
        left.push({column, weight});
      }
      model.endRow(1, Infinity);
    }
    for (const {column, weight} of left) model.entry(column, weight);
    if (left.length > 0) model.endRow(-Infinity, spare);
  }
}
