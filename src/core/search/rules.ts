import {type Judge, meetsAreaDemands, meetsSiteDemands, standingOf} from './evaluate.ts';

/**
 * The demands on a set of sites as it changes by swaps: kept as counts, so that asking whether a swap is allowed costs a
 * few additions (and one pass over the areas for each floor).
 */
export class SwapRules {
  private readonly judge: Judge;
  private readonly fixed: Uint8Array;
  private readonly member: Uint8Array[];
  private readonly inGroup: number[];
  private spent = 0;
  private readonly within: Uint16Array[];

  constructor(judge: Judge) {
    this.judge = judge;
    const {problem} = judge;
    this.fixed = new Uint8Array(problem.sites);
    for (const site of problem.fixedOpen) this.fixed[site] = 1;
    this.member = problem.groups.map((group) => {
      const marks = new Uint8Array(problem.sites);
      for (const site of group.sites) marks[site] = 1;
      return marks;
    });
    this.inGroup = problem.groups.map(() => 0);
    this.within = problem.floors.map(() => new Uint16Array(problem.areas));
  }

  /** Whether nothing but the count limits what may be swapped, fixed sites aside. */
  get free(): boolean {
    const {groups, budget, floors} = this.judge.problem;
    return groups.length === 0 && !budget && floors.length === 0;
  }

  begin(sites: readonly number[]): void {
    this.inGroup.fill(0);
    this.spent = 0;
    for (const within of this.within) within.fill(0);
    for (const site of sites) this.opened(site, 1);
  }

  /** A swap was made. */
  swapped(opened: number, closed: number): void {
    this.opened(opened, 1);
    this.opened(closed, -1);
  }

  private opened(site: number, by: 1 | -1): void {
    const {problem} = this.judge;
    this.member.forEach((marks, group) => {
      this.inGroup[group]! += by * marks[site]!;
    });
    if (problem.budget) this.spent += by * problem.budget.costs[site]!;
    problem.floors.forEach((floor, index) => {
      const within = this.within[index]!;
      for (let area = 0, pair = site * problem.areas; area < problem.areas; area++, pair++)
        if (problem.cost[pair]! <= floor.cutoff && problem.cost[pair]! < problem.outOfReach) within[area]! += by;
    });
  }

  /** Whether a set of sites meets every demand on sites and every floor. */
  accepts(sites: readonly number[]): boolean {
    return meetsSiteDemands(this.judge, sites) && meetsAreaDemands(this.judge, standingOf(this.judge.problem, sites));
  }

  mayClose(site: number): boolean {
    return this.fixed[site] === 0;
  }

  maySwap(opening: number, closing: number): boolean {
    const {problem} = this.judge;
    if (this.fixed[closing]) return false;
    for (let group = 0; group < this.member.length; group++) {
      const marks = this.member[group]!;
      const open = this.inGroup[group]! + marks[opening]! - marks[closing]!;
      if (open < problem.groups[group]!.least || open > problem.groups[group]!.most) return false;
    }
    const {budget} = problem;
    if (budget && this.spent + budget.costs[opening]! - budget.costs[closing]! > budget.most * (1 + 1e-12))
      return false;
    return problem.floors.every((_, index) => this.keepsFloor(index, opening, closing));
  }

  private keepsFloor(index: number, opening: number, closing: number): boolean {
    const {problem} = this.judge;
    const {people, share, cutoff} = problem.floors[index]!;
    const {areas, cost, outOfReach} = problem;
    const within = this.within[index]!;
    let all = 0;
    let served = 0;
    for (let area = 0; area < areas; area++) {
      all += people[area]!;
      const gained = cost[opening * areas + area]!;
      const lost = cost[closing * areas + area]!;
      const left =
        within[area]! +
        (gained <= cutoff && gained < outOfReach ? 1 : 0) -
        (lost <= cutoff && lost < outOfReach ? 1 : 0);
      if (left > 0) served += people[area]!;
    }
    return served >= share * all - 1e-9 * all;
  }
}
