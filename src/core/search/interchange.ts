import type {Near} from './near.ts';
import type {SwapRules} from './rules.ts';

/** A swap and what it would save, by the sums. */
export interface Swap {
  opening: number;
  slot: number;
  profit: number;
}

/**
 * Swaps of one open site for one closed, all of them judged at once (Whitaker 1983; Resende and Werneck 2007).
 *
 * For each row the closest open site φ1 at cost d1 and the second φ2 at d2. Opening j gains Σ max(0, d1 − c_j); closing r
 * loses Σ (d2 − d1) over the rows that it is closest to; and where both are so, extra = d2 − max(c_j, d1) comes back:
 * profit = gain − loss + extra, exactly the change of the total while lists are whole. After a swap only the rows whose
 * φ1 or φ2 changed are added up anew, so a swap costs O(rows + changed × sites nearer than φ2), and finding the best one
 * O(sites × open). Sums of whole costs are exact.
 */
export class Interchange {
  readonly near: Near;
  readonly open: Int32Array;
  /** The slot of an open site, −1 of a closed one. */
  readonly slotOf: Int32Array;
  private readonly rules: SwapRules;
  private readonly count: number;
  /** 0 for the sites that may be opened and closed. */
  readonly decided: Int8Array;
  private readonly d1: Float64Array;
  private readonly d2: Float64Array;
  private readonly first: Int32Array;
  private readonly second: Int32Array;
  private readonly gain: Float64Array;
  private readonly loss: Float64Array;
  private readonly extra: Float64Array;

  constructor(near: Near, rules: SwapRules, decided: Int8Array, count: number) {
    this.near = near;
    this.rules = rules;
    this.decided = decided;
    this.count = count;
    this.open = new Int32Array(count);
    this.slotOf = new Int32Array(near.sites).fill(-1);
    this.d1 = new Float64Array(near.rows);
    this.d2 = new Float64Array(near.rows);
    this.first = new Int32Array(near.rows);
    this.second = new Int32Array(near.rows);
    this.gain = new Float64Array(near.sites);
    this.loss = new Float64Array(count);
    this.extra = new Float64Array(near.sites * count);
  }

  /** Begins with these sites; as many as the search opens. */
  begin(sites: readonly number[]): void {
    if (sites.length !== this.count) throw new RangeError(`${sites.length} sites to begin with, not ${this.count}.`);
    this.slotOf.fill(-1);
    sites.forEach((site, slot) => {
      this.open[slot] = site;
      this.slotOf[site] = slot;
    });
    this.rules.begin(sites);
    this.gain.fill(0);
    this.loss.fill(0);
    this.extra.fill(0);
    for (let row = 0; row < this.near.rows; row++) {
      this.findClosest(row);
      this.count1(row, 1);
    }
  }

  /** Comes to these sites by swaps where they are mostly the ones open, else begins with them. */
  moveTo(sites: readonly number[]): void {
    const wanted = new Set(sites);
    const leaving: number[] = [];
    this.open.forEach((site, slot) => {
      if (!wanted.has(site)) leaving.push(slot);
    });
    const begun = this.slotOf[this.open[0]!]! === 0;
    if (!begun || 3 * leaving.length > this.count) this.begin(sites);
    else {
      for (const site of sites) if (this.slotOf[site]! < 0) this.swap(site, leaving.pop()!);
    }
  }

  get sites(): number[] {
    return Array.from(this.open).sort((a, b) => a - b);
  }

  /** The total weighted cost of the sites now open. */
  total(): number {
    let sum = this.near.constant;
    for (let row = 0; row < this.near.rows; row++) sum += this.d1[row]!;
    return sum;
  }

  closestCost(row: number): number {
    return this.d1[row]!;
  }

  secondCost(row: number): number {
    return this.d2[row]!;
  }

  /** The best swap that is allowed and saves more than `least`; ties to the lowest site opened, then closed. */
  best(least: number): Swap | null {
    const {count, gain, loss, extra, slotOf, decided, rules} = this;
    let found: Swap | null = null;
    let profit = least;
    const movable: number[] = [];
    for (let slot = 0; slot < count; slot++) if (decided[this.open[slot]!] === 0) movable.push(slot);
    for (let site = 0; site < this.near.sites; site++) {
      if (decided[site] !== 0 || slotOf[site]! >= 0) continue;
      const base = site * count;
      const gained = gain[site]!;
      for (const slot of movable) {
        const each = gained - loss[slot]! + extra[base + slot]!;
        if (each <= profit || !rules.maySwap(site, this.open[slot]!)) continue;
        profit = each;
        found = {opening: site, slot, profit};
      }
    }
    return found;
  }

  /** Opens one site in the place of another. */
  swap(opening: number, slot: number): void {
    const {near, first, second, d2} = this;
    const closing = this.open[slot]!;
    const touched: number[] = [];
    for (let row = 0; row < near.rows; row++) {
      if (first[row] === slot || second[row] === slot) touched.push(row);
      else if (near.costOf(near.origin[row]!, opening) < d2[row]!) touched.push(row);
    }
    for (const row of touched) this.count1(row, -1);
    this.open[slot] = opening;
    this.slotOf[closing] = -1;
    this.slotOf[opening] = slot;
    this.rules.swapped(opening, closing);
    for (const row of touched) {
      this.findClosest(row);
      this.count1(row, 1);
    }
  }

  private findClosest(row: number): void {
    const {near, slotOf} = this;
    let one = -1;
    for (let k = near.start[row]!; k < near.start[row + 1]!; k++) {
      const slot = slotOf[near.site[k]!]!;
      if (slot < 0) continue;
      if (one >= 0) {
        this.second[row] = slot;
        this.d2[row] = near.cost[k]!;
        return;
      }
      one = slot;
      this.first[row] = slot;
      this.d1[row] = near.cost[k]!;
    }
    if (near.tail[row] !== Infinity) this.findAmongAll(row);
    else {
      if (one < 0) {
        this.first[row] = -1;
        this.d1[row] = near.fallback[row]!;
      }
      this.second[row] = -1;
      this.d2[row] = near.fallback[row]!;
    }
  }

  /** For the few rows whose list ends before two open sites. */
  private findAmongAll(row: number): void {
    const fallback = this.near.fallback[row]!;
    this.d1[row] = this.d2[row] = fallback;
    this.first[row] = this.second[row] = -1;
    for (let slot = 0; slot < this.count; slot++) {
      const each = this.near.costOf(this.near.origin[row]!, this.open[slot]!);
      if (each < this.d1[row]!) {
        this.d2[row] = this.d1[row]!;
        this.second[row] = this.first[row]!;
        this.d1[row] = each;
        this.first[row] = slot;
      } else if (each < this.d2[row]!) {
        this.d2[row] = each;
        this.second[row] = slot;
      }
    }
  }

  /** Adds a row to the sums, or takes it out. */
  private count1(row: number, sign: 1 | -1): void {
    const {near, gain, extra, slotOf, count} = this;
    const d1 = this.d1[row]!;
    const d2 = this.d2[row]!;
    const slot = this.first[row]!;
    if (slot >= 0) this.loss[slot]! += sign * (d2 - d1);
    const end = near.start[row + 1]!;
    for (let k = near.start[row]!; k < end; k++) {
      const cost = near.cost[k]!;
      if (cost >= d2) break;
      const site = near.site[k]!;
      if (slotOf[site]! >= 0) continue;
      if (cost < d1) gain[site]! += sign * (d1 - cost);
      if (slot >= 0) extra[site * count + slot]! += sign * (d2 - (cost > d1 ? cost : d1));
    }
  }
}

/** Swaps until none saves anything; stops for breath after each of a large question. */
export function* descend(interchange: Interchange): Generator<void, number, void> {
  let total = interchange.total();
  const least = 1e-12 * Math.abs(total);
  const isLarge = interchange.near.rows > 5000;
  for (;;) {
    if (isLarge) yield;
    const swap = interchange.best(least);
    if (!swap) break;
    const closing = interchange.open[swap.slot]!;
    interchange.swap(swap.opening, swap.slot);
    const after = interchange.total();
    if (after < total) {
      total = after;
      continue;
    }
    // Lists cut short may promise more than there is: then the swap is taken back, and the descent ends here.
    interchange.swap(closing, swap.slot);
    break;
  }
  return total;
}
