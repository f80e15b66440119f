import type {Near} from './near.ts';
import type {SiteProblem} from './problem.ts';

/** A demand on the open sites as one row: Σ a_j y_j ≤ b. */
export interface SiteRow {
  a: Float64Array;
  b: number;
}

/** Groups and budget as rows, each scaled so that its largest entry is 1. */
export function siteRows(problem: SiteProblem): SiteRow[] {
  const rows: SiteRow[] = [];
  const {sites, groups, budget} = problem;
  for (const group of groups) {
    const a = new Float64Array(sites);
    for (const site of group.sites) a[site] = 1;
    if (group.most < new Set(group.sites).size) rows.push({a, b: group.most});
    if (group.least > 0) rows.push({a: a.map((each) => -each), b: -group.least});
  }
  const dearest = budget ? Math.max(...budget.costs) : 0;
  if (budget && dearest > 0) rows.push({a: budget.costs.map((each) => each / dearest), b: budget.most / dearest});
  return rows;
}

/**
 * The Lagrangian bound of the p-median: every row’s “go to one site” is bought off at a price λ. For any λ, and μ ≥ 0,
 *
 *     L = Σ λ_i + min over the sites allowed of Σ_j y_j (ρ_j + f_j + Σ_r μ_r a_rj) − Σ μ_r b_r,   ρ_j = Σ_i min(0, c_ij − λ_i)
 *
 * is at most the cost of every answer. The best λ is neared by subgradients. Reading stops in each row at the first cost
 * of λ_i or more, so a step costs about as much as the open sites’ own catchments; λ_i never passes the cost where a
 * list was cut, so the bound is exact however short the lists.
 */
export class Lagrangian {
  readonly near: Near;
  readonly rows: readonly SiteRow[];
  readonly multipliers: Float64Array;
  /** What opening each site would add to the bound, and which sites the bound opens. */
  readonly reduced: Float64Array;
  readonly chosen: Uint8Array;
  /** How often each site was chosen of late: what a fractional answer would be. */
  readonly share: Float64Array;
  /** 1 open, −1 closed, 0 for the bound to choose. */
  readonly decided: Int8Array;
  bound = -Infinity;
  private readonly opening: Float64Array | null;
  private readonly count: number;
  private readonly slope: Float64Array;
  private readonly direction: Float64Array;
  private readonly order: Int32Array;
  /** Where each row’s costs reach its price: what was read of it last. */
  private readonly readTo: Int32Array;
  /** The dearest site chosen freely, and the cheapest that is not. */
  private lastIn = -Infinity;
  private firstOut = Infinity;

  constructor(near: Near, problem: SiteProblem, decided: Int8Array) {
    this.near = near;
    this.decided = decided;
    this.rows = siteRows(problem);
    this.opening = problem.opening;
    this.count = problem.count.most;
    const size = near.rows + this.rows.length;
    this.multipliers = new Float64Array(size);
    this.slope = new Float64Array(size);
    this.direction = new Float64Array(size);
    this.reduced = new Float64Array(near.sites);
    this.chosen = new Uint8Array(near.sites);
    this.share = new Float64Array(near.sites);
    this.order = new Int32Array(near.sites);
    this.readTo = new Int32Array(near.rows);
  }

  /** The bound at the multipliers of now; Infinity if what is decided leaves no answer. */
  evaluate(): number {
    const {near, multipliers, reduced, chosen, order, rows, opening, decided, readTo} = this;
    const {start, site, cost, ceiling} = near;
    let bound = near.constant;
    if (opening) reduced.set(opening);
    else reduced.fill(0);
    for (let row = 0, end = start[0]!; row < near.rows; row++) {
      let k = end;
      end = start[row + 1]!;
      let price = multipliers[row]!;
      if (price > ceiling[row]!) price = multipliers[row] = ceiling[row]!;
      bound += price;
      for (; k < end; k++) {
        const below = cost[k]! - price;
        if (below >= 0) break;
        reduced[site[k]!]! += below;
      }
      readTo[row] = k;
    }
    rows.forEach(({a, b}, r) => {
      const price = multipliers[near.rows + r]!;
      if (price === 0) return;
      bound -= price * b;
      for (let j = 0; j < near.sites; j++) reduced[j]! += price * a[j]!;
    });
    let open = 0;
    let free = 0;
    chosen.fill(0);
    for (let j = 0; j < near.sites; j++) {
      if (decided[j]! > 0) {
        chosen[j] = 1;
        open++;
        bound += reduced[j]!;
      } else if (decided[j] === 0) order[free++] = j;
    }
    const more = this.count - open;
    this.lastIn = -Infinity;
    this.firstOut = Infinity;
    if (more < 0 || more > free) {
      this.bound = Infinity;
      return Infinity;
    }
    leastFirst(order, free, more, reduced);
    for (let at = 0; at < free; at++) {
      const j = order[at]!;
      const each = reduced[j]!;
      if (at < more) {
        chosen[j] = 1;
        bound += each;
        if (each > this.lastIn) this.lastIn = each;
      } else if (each < this.firstOut) this.firstOut = each;
    }
    this.bound = bound;
    return bound;
  }

  /** Sites whose other choice alone would lift the bound beyond `enough`: `site` open or `~site` closed. */
  settled(enough: number): number[] {
    const {reduced, chosen, decided, bound} = this;
    const found: number[] = [];
    for (let site = 0; site < reduced.length; site++) {
      if (decided[site] !== 0) continue;
      if (chosen[site]) {
        if (bound - reduced[site]! + this.firstOut > enough) found.push(site);
      } else if (bound + reduced[site]! - this.lastIn > enough) found.push(~site);
    }
    return found;
  }

  /** The sites that the bound opens. */
  get chosenSites(): number[] {
    const sites: number[] = [];
    for (let site = 0; site < this.chosen.length; site++) if (this.chosen[site]) sites.push(site);
    return sites;
  }

  /**
   * One step from the point last evaluated towards a better bound. `memory` is how much of the last direction stays in
   * this one: much of it (0.95) gets a long walk close to the best λ, little suits a short one.
   */
  step(best: number, pace: number, memory: number): void {
    const {near, multipliers, chosen, slope, direction, rows, share, readTo} = this;
    const {start, site} = near;
    let size = 0;
    for (let row = 0; row < near.rows; row++) {
      const end = readTo[row]!;
      let each = 1;
      for (let k = start[row]!; k < end; k++) each -= chosen[site[k]!]!;
      slope[row] = each;
      size += each * each;
    }
    let sizeOfRows = 0;
    rows.forEach(({a, b}, r) => {
      let over = -b;
      for (let j = 0; j < near.sites; j++) if (chosen[j]) over += a[j]!;
      slope[near.rows + r] = over;
      sizeOfRows += over * over;
    });
    for (let j = 0; j < near.sites; j++) share[j] = 0.9 * share[j]! + 0.1 * chosen[j]!;
    if (size + sizeOfRows === 0) return;
    const length = (pace * Math.max(best - this.bound, 1e-6 * Math.abs(best))) / Math.max(1, size);
    for (let row = 0; row < near.rows; row++) {
      const each = slope[row]! + memory * direction[row]!;
      direction[row] = each;
      if (each !== 0) multipliers[row] = Math.max(0, multipliers[row]! + length * each);
    }
    const lengthOfRows = (0.2 * pace * Math.max(best - this.bound, 0)) / Math.max(1e-9, sizeOfRows);
    for (let r = near.rows; r < slope.length; r++)
      multipliers[r] = Math.max(0, multipliers[r]! + lengthOfRows * slope[r]!);
  }

  /** Forgets where the last steps went, before a walk from elsewhere. */
  still(): void {
    this.direction.fill(0);
  }

  /** Takes up prices of the first, whole lists. */
  takePrices(prices: Float64Array): void {
    const {near, multipliers} = this;
    for (let row = 0; row < near.rows; row++) multipliers[row] = prices[near.origin[row]!]!;
    multipliers.set(prices.subarray(prices.length - this.rows.length), near.rows);
  }

  /** Writes the multipliers into prices of the first, whole lists. */
  givePrices(prices: Float64Array): void {
    const {near, multipliers} = this;
    for (let row = 0; row < near.rows; row++) prices[near.origin[row]!] = multipliers[row]!;
    prices.set(multipliers.subarray(near.rows), prices.length - this.rows.length);
  }
}

/** Moves the `take` sites of least key to the front, in no order (Hoare’s selection). */
function leastFirst(order: Int32Array, length: number, take: number, keys: Float64Array): void {
  let left = 0;
  let right = length - 1;
  while (left < right && take > 0 && take < length) {
    const pivot = keys[order[(left + right) >> 1]!]!;
    let i = left;
    let j = right;
    while (i <= j) {
      while (keys[order[i]!]! < pivot) i++;
      while (keys[order[j]!]! > pivot) j--;
      if (i <= j) {
        const swap = order[i]!;
        order[i++] = order[j]!;
        order[j--] = swap;
      }
    }
    if (take - 1 <= j) right = j;
    else if (take - 1 >= i) left = i;
    else return;
  }
}
