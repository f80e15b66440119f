import type {Judge} from './evaluate.ts';
import {besideEach, filled, type Item, isExact} from './knapsack.ts';
import type {SiteProblem} from './problem.ts';

/** The least step between two objectives: 1 where all weighted costs are whole, else nothing to speak of. */
function stepOf({problem, weights}: Judge): number {
  const {areas, sites, cost, outOfReach} = problem;
  for (let site = 0; site < sites; site++)
    for (let area = 0; area < areas; area++) {
      const each = cost[site * areas + area]!;
      if (each >= outOfReach) continue;
      const weighted = weights[area]! * each;
      if (Math.abs(weighted - Math.round(weighted)) > 1e-9 * Math.max(1, weighted)) return 0;
    }
  return 1;
}

/** What an answer would have to cost to be better than this one. */
export function limitBelow(judge: Judge, objective: number): number {
  return objective - (stepOf(judge) === 1 ? 1 - 1e-6 : 1e-9 * Math.abs(objective));
}

/** Prices of areas, moved along subgradients, and the bound that they give. */
export class RoomPrices {
  high = -Infinity;
  improved = false;
  chosen: number[] = [];
  private readonly judge: Judge;
  private readonly rows: number[];
  private readonly prices: Float64Array;
  /** The prices of the best bound. */
  readonly kept: Float64Array;
  private readonly worth: Float64Array;
  private pace = 1.5;
  private since = 0;

  /** Begins with `from` where prices of a question like it are known. */
  constructor(judge: Judge, from: Float64Array | null) {
    this.judge = judge;
    const {areas, sites} = judge.problem;
    this.rows = Array.from({length: areas}, (_, area) => area).filter((area) => judge.reachable[area]);
    this.prices = from ? from.slice() : startPrices(judge, this.rows);
    this.kept = this.prices.slice();
    this.worth = new Float64Array(sites);
  }

  /** One step; false when there is nothing more to gain. `above` is the best answer’s cost, `null` if there is none yet. */
  step(above: number | null): boolean {
    const {prices, rows} = this;
    const {areas} = this.judge.problem;
    const {bound, chosen} = this.boundOf();
    this.chosen = chosen;
    this.improved = bound > this.high + 1e-9 * Math.abs(bound);
    if (bound > this.high) {
      this.high = bound;
      this.kept.set(prices);
    }
    if (this.improved) this.since = 0;
    else if (++this.since > 25) {
      this.since = 0;
      this.pace *= 0.7;
      prices.set(this.kept);
      return this.pace > 0.002;
    }
    const served = new Int32Array(areas);
    for (const site of chosen) filled(this.itemsOf(site, served).items, this.judge.problem.capacity![site]!, served);
    let size = 0;
    for (const area of rows) size += (1 - served[area]!) ** 2;
    if (size === 0) return false;
    const target = above ?? this.high + 0.05 * Math.abs(this.high) + 1;
    const length = (this.pace * Math.max(target - bound, 1e-6 * Math.abs(target))) / size;
    for (const area of rows) prices[area] = prices[area]! + length * (1 - served[area]!);
    return true;
  }

  /**
   * The question with everything decided that the best bound decides: sites whose other choice would lift it to the best
   * answer or beyond, and areas that go to a site at such a price (their cost there becomes out of reach).
   */
  decided(limit: number): SiteProblem {
    const {judge, prices, worth} = this;
    const {problem} = judge;
    const {areas, sites, cost, capacity, outOfReach, fixedOpen, fixedClosed} = problem;
    prices.set(this.kept);
    const {bound, chosen} = this.boundOf();
    this.chosen = chosen;
    const inside = new Set(chosen);
    const fixed = new Set(fixedOpen);
    const free = chosen.filter((site) => !fixed.has(site));
    const dearest = Math.max(-Infinity, ...free.map((site) => worth[site]!));
    const outside = Array.from({length: sites}, (_, site) => site).filter(
      (site) => judge.allowed[site] && !inside.has(site),
    );
    const next = Math.min(Infinity, ...outside.map((site) => worth[site]!));
    const closed = new Set(fixedClosed);
    const open = new Set(fixedOpen);
    for (const site of outside) if (bound + worth[site]! - dearest > limit) closed.add(site);
    for (const site of free) if (bound - worth[site]! + next > limit) open.add(site);
    const left = Float64Array.from(cost);
    for (let site = 0; site < sites; site++) {
      if (closed.has(site)) continue;
      const opened = inside.has(site) ? bound : bound + worth[site]! - dearest;
      const {items, sum} = this.itemsOf(site, null, true);
      if (!isExact(items, capacity![site]!)) continue;
      const beside = besideEach(items, capacity![site]!);
      items.forEach(({area, saves}, at) => {
        // Without the area the site saves −worth; with it, what the area saves and the rest beside it.
        const lifted = opened - worth[site]! - (saves + beside[at]! + sum);
        if (lifted > limit) left[site * areas + area] = outOfReach;
      });
    }
    return {...problem, cost: left, fixedClosed: [...closed], fixedOpen: [...open]};
  }

  /** The site to decide next: of those the bound would open, the one worth most; `null` where all that open are decided. */
  toDecide({fixedOpen, fixedClosed}: SiteProblem): number | null {
    const decided = new Set([...fixedOpen, ...fixedClosed]);
    const free = this.chosen.filter((site) => !decided.has(site));
    return free.length === 0
      ? null
      : free.reduce((one, other) => (this.worth[other]! < this.worth[one]! ? other : one));
  }

  private boundOf(): {bound: number; chosen: number[]} {
    const {judge, rows, prices, worth} = this;
    const {problem} = judge;
    let bound = 0;
    for (const area of rows) bound += prices[area]!;
    for (let site = 0; site < problem.sites; site++) {
      if (!judge.allowed[site]) continue;
      const {items, sum} = this.itemsOf(site, null);
      worth[site] = -sum - filled(items, problem.capacity![site]!, null);
    }
    const fixed = [...new Set(problem.fixedOpen)];
    const isFixed = new Set(fixed);
    const free = Array.from(worth.keys()).filter((site) => judge.allowed[site] && !isFixed.has(site));
    free.sort((a, b) => worth[a]! - worth[b]! || a - b);
    const chosen = [...fixed, ...free.slice(0, problem.count.most - fixed.length)];
    for (const site of chosen) bound += worth[site]!;
    return {bound, chosen};
  }

  /** What a site would take: areas with people that save something (or `all` that fit), and what the others save together. */
  private itemsOf(site: number, served: Int32Array | null, all = false): {items: Item[]; sum: number} {
    const {problem, weights} = this.judge;
    const {areas, cost, outOfReach, capacity, people} = problem;
    const items: Item[] = [];
    let sum = 0;
    for (const area of this.rows) {
      const each = cost[site * areas + area]!;
      if (each >= outOfReach || people[area]! > capacity![site]!) continue;
      const saves = this.prices[area]! - weights[area]! * each;
      if (people[area] === 0) {
        if (saves <= 0) continue;
        sum += saves;
        if (served) served[area]!++;
      } else if (all || saves > 0) items.push({area, saves, people: people[area]!});
    }
    return {items, sum};
  }
}

/** Each area begins at its second cheapest site. */
function startPrices({problem, weights, allowed}: Judge, rows: readonly number[]): Float64Array {
  const {areas, sites, cost, outOfReach} = problem;
  const prices = new Float64Array(areas);
  for (const area of rows) {
    const costs: number[] = [];
    for (let site = 0; site < sites; site++) {
      const each = cost[site * areas + area]!;
      if (allowed[site] && each < outOfReach) costs.push(weights[area]! * each);
    }
    costs.sort((a, b) => a - b);
    prices[area] = costs[Math.min(1, costs.length - 1)]!;
  }
  return prices;
}
