/** Whether so few columns cover all rows: which ones, or that none do, or that it was not found out in time. */
export type Covered = {state: 'covered'; columns: number[]} | {state: 'impossible'} | {state: 'unknown'};

/**
 * Covers rows by at most so many columns, each row being the list of columns that cover it: set covering as yes or no.
 *
 * Rows that hold another row, and columns whose rows another column has as well, are left out first. Then the row with
 * fewest columns left is covered by each of them in turn. A branch ends where the columns that cover most could not cover
 * what is left, or where prices on rows, no column's more than 1 in all, add up to more columns than are left; a column
 * whose own slack would lift those prices beyond is not tried. Exact; `enough` is asked now and then, and `mostNodes`
 * branches are looked at before it is given up as unknown.
 */
export function coverBy(
  rows: readonly (readonly number[])[],
  columns: number,
  most: number,
  enough: () => boolean,
  mostNodes = 400_000,
): Covered {
  const {kept, alive} = reduced(rows, columns);
  if (kept.some((row) => row.length === 0)) return {state: 'impossible'};
  const words = (kept.length + 31) >> 5;
  const covers = alive.map(() => new Uint32Array(words));
  const at = new Int32Array(columns).fill(-1);
  alive.forEach((column, index) => {
    at[column] = index;
  });
  const lists = kept.map((row) => Int32Array.from(row, (column) => at[column]!));
  lists.forEach((row, index) => {
    for (const column of row) covers[column]![index >> 5]! |= 1 << (index & 31);
  });
  const search = new Branching(lists, covers, words, enough, mostNodes);
  const all = new Uint32Array(words);
  for (let row = 0; row < kept.length; row++) all[row >> 5]! |= 1 << (row & 31);
  const found = search.cover(all, most);
  if (found) return {state: 'covered', columns: search.chosen.map((column) => alive[column]!)};
  return {state: search.gaveUp ? 'unknown' : 'impossible'};
}

/** Subgradient steps at each branch. */
const STEPS = 40;

/** Beyond this, comparing every pair takes longer than the branching that it saves. */
const MOST_COMPARED = 4000;

/** The rows and columns that are left when those that say nothing more are out. */
function reduced(rows: readonly (readonly number[])[], columns: number): {kept: number[][]; alive: number[]} {
  let kept = distinct(rows);
  let alive = Array.from({length: columns}, (_, column) => column);
  for (let before = -1; before !== kept.length + alive.length; ) {
    before = kept.length + alive.length;
    kept = minimal(kept, columns);
    const rowsOf = Array.from({length: columns}, (): number[] => []);
    kept.forEach((row, index) => {
      for (const column of row) rowsOf[column]!.push(index);
    });
    alive = maximal(
      alive.filter((column) => rowsOf[column]!.length > 0),
      rowsOf,
      kept.length,
    );
    const stays = new Uint8Array(columns);
    for (const column of alive) stays[column] = 1;
    kept = distinct(kept.map((row) => row.filter((column) => stays[column])));
  }
  return {kept, alive};
}

function distinct(rows: readonly (readonly number[])[]): number[][] {
  return [...new Map(rows.map((row) => [row.join(' '), [...row]])).values()];
}

/** Rows that hold no other row. */
function minimal(rows: number[][], columns: number): number[][] {
  if (rows.length > MOST_COMPARED) return rows;
  const sorted = [...rows].sort((a, b) => a.length - b.length);
  const sets = sorted.map((row) => bitsOf(row, columns));
  return sorted.filter((_, index) => {
    for (let other = 0; other < index; other++) if (isWithin(sets[other]!, sets[index]!)) return false;
    return true;
  });
}

/** Columns whose rows no other column has all of; of equal ones the first. */
function maximal(alive: number[], rowsOf: readonly number[][], rows: number): number[] {
  if (alive.length > MOST_COMPARED) return alive;
  const sorted = [...alive].sort((a, b) => rowsOf[b]!.length - rowsOf[a]!.length || a - b);
  const sets = new Map(sorted.map((column) => [column, bitsOf(rowsOf[column]!, rows)]));
  const left: number[] = [];
  for (const column of sorted)
    if (!left.some((other) => isWithin(sets.get(column)!, sets.get(other)!))) left.push(column);
  return left.sort((a, b) => a - b);
}

function bitsOf(members: readonly number[], size: number): Uint32Array {
  const bits = new Uint32Array((size + 31) >> 5);
  for (const member of members) bits[member >> 5]! |= 1 << (member & 31);
  return bits;
}

function isWithin(inner: Uint32Array, outer: Uint32Array): boolean {
  for (let word = 0; word < inner.length; word++) if ((inner[word]! & ~outer[word]!) !== 0) return false;
  return true;
}

function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

class Branching {
  readonly chosen: number[] = [];
  gaveUp = false;
  private nodes = 0;
  private readonly lists: readonly Int32Array[];
  private readonly covers: readonly Uint32Array[];
  private readonly words: number;
  private readonly enough: () => boolean;
  private readonly mostNodes: number;
  private readonly banned: Uint8Array;
  private readonly slack: Float64Array;
  private readonly prices: Float64Array;

  constructor(
    lists: readonly Int32Array[],
    covers: readonly Uint32Array[],
    words: number,
    enough: () => boolean,
    mostNodes: number,
  ) {
    this.lists = lists;
    this.covers = covers;
    this.words = words;
    this.enough = enough;
    this.mostNodes = mostNodes;
    this.banned = new Uint8Array(covers.length);
    this.slack = new Float64Array(covers.length);
    this.prices = new Float64Array(lists.length);
  }

  /** Covers what is left by at most so many more, leaving in `chosen` which; false where it can't, or was given up. */
  cover(left: Uint32Array, more: number): boolean {
    const rows = this.rowsIn(left);
    if (rows.length === 0) return true;
    if (more <= 0) return false;
    if (++this.nodes > this.mostNodes || (this.nodes % 64 === 0 && this.enough())) this.gaveUp = true;
    if (this.gaveUp) return false;
    const undo: number[] = [];
    const found = this.canCover(left, rows.length, more) && this.branch(left, rows, more, undo);
    for (const column of undo) this.banned[column] = 0;
    return found;
  }

  private branch(left: Uint32Array, rows: number[], more: number, undo: number[]): boolean {
    const counts = new Map(rows.map((row) => [row, this.open(row)]));
    rows.sort((a, b) => counts.get(a)! - counts.get(b)! || a - b);
    if (counts.get(rows[0]!) === 0) return false;
    const bound = this.raised(rows, more, this.priced(rows));
    if (bound > more + 1e-7) return false;
    for (let column = 0; column < this.slack.length; column++)
      if (!this.banned[column] && bound + this.slack[column]! > more + 1e-7) {
        this.banned[column] = 1;
        undo.push(column);
      }
    let tightest = rows[0]!;
    let fewest = Infinity;
    for (const row of rows) {
      const open = this.open(row);
      if (open < fewest) {
        fewest = open;
        tightest = row;
      }
    }
    const choices = Array.from(this.lists[tightest]!).filter((column) => !this.banned[column]);
    const worth = new Map(choices.map((column) => [column, this.newly(left, column)]));
    choices.sort((a, b) => worth.get(b)! - worth.get(a)! || a - b);
    for (const column of choices) {
      this.chosen.push(column);
      const rest = left.slice();
      for (let word = 0; word < this.words; word++) rest[word]! &= ~this.covers[column]![word]!;
      if (this.cover(rest, more - 1)) return true;
      if (this.gaveUp) return false;
      this.chosen.pop();
      // Whatever covers this row and was tried need not be tried again below its neighbours.
      this.banned[column] = 1;
      undo.push(column);
    }
    return false;
  }

  private rowsIn(left: Uint32Array): number[] {
    const rows: number[] = [];
    for (let word = 0; word < this.words; word++)
      for (let bits = left[word]!; bits !== 0; bits &= bits - 1)
        rows.push((word << 5) + (31 - Math.clz32(bits & -bits)));
    return rows;
  }

  private open(row: number): number {
    let open = 0;
    for (const column of this.lists[row]!) if (!this.banned[column]) open++;
    return open;
  }

  private newly(left: Uint32Array, column: number): number {
    const own = this.covers[column]!;
    let count = 0;
    for (let word = 0; word < this.words; word++) count += bitCount(own[word]! & left[word]!);
    return count;
  }

  /** Whether the columns that cover most of what is left could cover it, were they to overlap nowhere. */
  private canCover(left: Uint32Array, rows: number, more: number): boolean {
    const counts: number[] = [];
    for (let column = 0; column < this.covers.length; column++)
      if (!this.banned[column]) counts.push(this.newly(left, column));
    counts.sort((a, b) => b - a);
    let sum = 0;
    for (let k = 0; k < Math.min(more, counts.length); k++) sum += counts[k]!;
    return sum >= rows;
  }

  /** Prices on rows, those with fewest columns first, each as high as its columns’ slack lets it be. */
  private priced(rows: readonly number[]): number {
    const {slack, lists, banned} = this;
    slack.fill(1);
    let sum = 0;
    for (const row of rows) {
      let price = 1;
      for (const column of lists[row]!) if (!banned[column] && slack[column]! < price) price = slack[column]!;
      this.prices[row] = Math.max(0, price);
      if (price <= 0) continue;
      sum += price;
      for (const column of lists[row]!) slack[column]! -= price;
    }
    return sum;
  }

  /**
   * Raises the bound by moving prices along subgradients: Σ prices + Σ min(0, slack), whatever the prices are. Ends with the
   * slack of the best prices, and gives their bound.
   */
  private raised(rows: readonly number[], more: number, from: number): number {
    const {slack, prices, lists, banned} = this;
    const best = slack.slice();
    let bound = from;
    let pace = 1;
    let since = 0;
    const covered = new Int32Array(rows.length);
    for (let step = 0; step < STEPS && bound <= more + 1e-7; step++) {
      let size = 0;
      rows.forEach((row, index) => {
        let count = 0;
        for (const column of lists[row]!) if (!banned[column] && slack[column]! < 1e-12) count++;
        covered[index] = 1 - count;
        size += (1 - count) ** 2;
      });
      if (size === 0) break;
      const length = (pace * Math.max(more + 1 - bound, 0.05)) / size;
      let sum = 0;
      slack.fill(1);
      rows.forEach((row, index) => {
        const price = Math.max(0, prices[row]! + length * covered[index]!);
        prices[row] = price;
        sum += price;
        if (price > 0) for (const column of lists[row]!) slack[column]! -= price;
      });
      for (let column = 0; column < slack.length; column++)
        if (!banned[column] && slack[column]! < 0) sum += slack[column]!;
      if (sum > bound + 1e-6) {
        bound = sum;
        best.set(slack);
        since = 0;
      } else if (++since > 4) {
        pace *= 0.6;
        since = 0;
      }
    }
    slack.set(best);
    return bound;
  }
}
