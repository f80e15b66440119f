import {besideEach, filledByShares, filledWhole, type Items, itemsFor} from './knapsack.ts';
import type {RoomWays} from './room-ways.ts';

/** What is asked of whole areas and rooms, as the bound sees it. */
export interface RoomQuestion {
  rows: number;
  /** How many sites are opened, and the room of each. */
  count: number;
  capacity: ArrayLike<number>;
  /** What opening each site costs besides. */
  opening: ArrayLike<number> | null;
  ways: RoomWays;
  /** 1 open, −1 closed, 0 for the bound to choose. */
  decided: Int8Array;
}

/**
 * Prices of areas, moved along subgradients, and the bound that they give: every area is bought off at a price λ, each site
 * fills its room with what saves most, and the cheapest sites, as many as are opened, are
 *
 *     L(λ) = Σ λ_i + min over sets of sites of Σ_j f_j − (most saved within room_j by Σ_i (λ_i − c_ij) x_ij)
 */
export class RoomPrices {
  high = -Infinity;
  improved = false;
  chosen: number[] = [];
  /** The prices of the best bound. */
  readonly kept: Float64Array;
  /** How often each site was chosen of late. */
  readonly share: Float64Array;
  private readonly question: RoomQuestion;
  private readonly prices: Float64Array;
  /** What opening each site adds to the bound. */
  private readonly worth: Float64Array;
  private readonly items: Items;
  /** The way that each item is, and whether it is taken. */
  private readonly wayOf: Int32Array;
  private readonly taken: Uint8Array;
  private readonly served: Int32Array;
  private pace = 1.5;
  private since = 0;

  /** Begins with prices `from`, a price for each row. */
  constructor(question: RoomQuestion, from: Float64Array) {
    this.question = question;
    this.prices = from.slice();
    this.kept = from.slice();
    const sites = question.decided.length;
    this.share = new Float64Array(sites);
    this.worth = new Float64Array(sites);
    this.items = itemsFor(question.rows);
    this.wayOf = new Int32Array(question.rows);
    this.taken = new Uint8Array(question.rows);
    this.served = new Int32Array(question.rows);
  }

  /** One step; false when there is nothing more to gain. `above` is the best answer’s cost, `null` if there is none yet. */
  step(above: number | null): boolean {
    const {prices, served, share} = this;
    const bound = this.evaluate();
    this.improved = bound > this.high + 1e-9 * Math.abs(bound);
    if (bound > this.high) {
      this.high = bound;
      this.kept.set(prices);
    }
    if (bound === Infinity) return false;
    if (this.improved) this.since = 0;
    else if (++this.since > 25) {
      this.since = 0;
      this.pace *= 0.7;
      prices.set(this.kept);
      return this.pace > 0.002;
    }
    for (let site = 0; site < share.length; site++) share[site]! *= 0.95;
    served.fill(0);
    for (const site of this.chosen) {
      share[site]! += 0.05;
      this.fill(site, true);
    }
    let size = 0;
    for (const each of served) size += (1 - each) ** 2;
    if (size === 0) return false;
    const target = above ?? this.high + 0.05 * Math.abs(this.high) + 1;
    const length = (this.pace * Math.max(target - bound, 1e-6 * Math.abs(target))) / size;
    for (let row = 0; row < prices.length; row++) prices[row] = prices[row]! + length * (1 - served[row]!);
    return true;
  }

  /**
   * Everything that the best bound decides: sites whose other choice would lift it beyond `limit` (written into `decided`),
   * and ways at such a price, which are 0 in what is given back.
   */
  settle(limit: number, decided: Int8Array): Uint8Array {
    const {worth, question} = this;
    const {ways} = question;
    this.prices.set(this.kept);
    const bound = this.evaluate();
    const isLeft = new Uint8Array(ways.row.length).fill(1);
    const inside = new Set(this.chosen);
    let dearest = -Infinity;
    let next = Infinity;
    for (let site = 0; site < decided.length; site++) {
      if (question.decided[site] !== 0) continue;
      if (inside.has(site)) dearest = Math.max(dearest, worth[site]!);
      else next = Math.min(next, worth[site]!);
    }
    for (let site = 0; site < decided.length; site++) {
      if (question.decided[site]! < 0) continue;
      const opened = inside.has(site) ? bound : bound + worth[site]! - dearest;
      if (question.decided[site] === 0) {
        if (opened > limit) decided[site] = -1;
        else if (inside.has(site) && bound - worth[site]! + next > limit) decided[site] = 1;
      }
      if (decided[site]! >= 0 && ways.wholeRoom[site]! >= 0) this.settleWays(site, opened, limit, isLeft);
    }
    return isLeft;
  }

  /** The bound at the prices of now; Infinity if what is decided leaves no answer. */
  private evaluate(): number {
    const {prices, worth, question} = this;
    const {decided, count} = question;
    const chosen: number[] = [];
    const free: number[] = [];
    for (let site = 0; site < decided.length; site++) {
      if (decided[site]! > 0) {
        worth[site] = this.openingOf(site) - this.fill(site, false);
        chosen.push(site);
      } else if (decided[site] === 0) {
        worth[site] = this.openingOf(site) - this.savedAtMost(site);
        free.push(site);
      }
    }
    const more = count - chosen.length;
    if (more < 0 || more > free.length) return Infinity;
    // With room for everybody a site would save at least as much: only those that this makes good are filled.
    free.sort((a, b) => worth[a]! - worth[b]! || a - b);
    const filled: number[] = [];
    for (const site of free) {
      if (filled.length >= more && (more === 0 || worth[site]! >= worth[filled[more - 1]!]!)) break;
      worth[site] = this.openingOf(site) - this.fill(site, false);
      let at = filled.length;
      for (; at > 0 && worth[filled[at - 1]!]! > worth[site]!; at--) filled[at] = filled[at - 1]!;
      filled[at] = site;
    }
    this.chosen = chosen.concat(filled.slice(0, more));
    let bound = 0;
    for (const price of prices) bound += price;
    for (const site of this.chosen) bound += worth[site]!;
    return bound;
  }

  /** The most that a site saves by filling its room; with `serving`, whom it takes is counted. */
  private fill(site: number, serving: boolean): number {
    const {items, wayOf, taken, served, question} = this;
    const {ways, capacity} = question;
    let sum = this.gather(site, false, serving);
    const room = ways.wholeRoom[site]!;
    const flags = serving ? taken : null;
    sum += room >= 0 ? filledWhole(items, room, flags) : filledByShares(items, capacity[site]!, flags);
    if (serving) for (let at = 0; at < items.count; at++) served[ways.row[wayOf[at]!]!]! += taken[at]!;
    return sum;
  }

  private openingOf(site: number): number {
    return this.question.opening?.[site] ?? 0;
  }

  /** What a site would save with room for everybody. */
  private savedAtMost(site: number): number {
    const {start, row, cost} = this.question.ways;
    let sum = 0;
    for (let at = start[site]!; at < start[site + 1]!; at++) sum += Math.max(0, this.prices[row[at]!]! - cost[at]!);
    return sum;
  }

  /** Gathers what a site may take: what saves something, or `all`. Areas without people fill no room: gives what they save. */
  private gather(site: number, all: boolean, serving: boolean): number {
    const {items, wayOf, prices, question} = this;
    const {start, row, cost, people} = question.ways;
    let sum = 0;
    let count = 0;
    for (let at = start[site]!; at < start[site + 1]!; at++) {
      const saves = prices[row[at]!]! - cost[at]!;
      if (people[at] === 0) {
        if (saves <= 0) continue;
        sum += saves;
        if (serving) this.served[row[at]!]!++;
      } else if (all || saves > 0) {
        items.saves[count] = saves;
        items.people[count] = people[at]!;
        wayOf[count++] = at;
      }
    }
    items.count = count;
    return sum;
  }

  private settleWays(site: number, opened: number, limit: number, isLeft: Uint8Array): void {
    const {items, wayOf, worth} = this;
    const sum = this.gather(site, true, false);
    const beside = besideEach(items, this.question.ways.wholeRoom[site]!);
    for (let at = 0; at < items.count; at++) {
      // Instead of what is taken best: the area, and the best of the rest beside it.
      const lifted = opened - worth[site]! + this.openingOf(site) - (items.saves[at]! + beside[at]! + sum);
      if (lifted > limit) isLeft[wayOf[at]!] = 0;
    }
  }
}

/** Each row begins at its second cheapest way. */
export function startPrices({row, cost}: RoomWays, rows: number): Float64Array {
  const first = new Float64Array(rows).fill(Infinity);
  const second = new Float64Array(rows).fill(Infinity);
  row.forEach((each, at) => {
    if (cost[at]! < first[each]!) {
      second[each] = first[each]!;
      first[each] = cost[at]!;
    } else if (cost[at]! < second[each]!) second[each] = cost[at]!;
  });
  return second.map((each, at) => (each < Infinity ? each : first[at]! < Infinity ? first[at]! : 0));
}
