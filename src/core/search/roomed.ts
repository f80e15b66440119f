import {type Judge, openingCost} from './evaluate.ts';

/** Whole areas put into open sites with room, by trying: what it costs and who goes where; `null` if it found no way. */
export interface Roomed {
  objective: number;
  assignment: Int32Array;
}

/**
 * A good way to give every area whole to an open site with room: those who would lose most by their second choice first, then
 * single areas moved and pairs exchanged until nothing is saved. A start for a search, not a proof: that it finds no way
 * does not say that there is none. O(areas² + areas × open) a round.
 */
export function roomedQuickly(judge: Judge, open: readonly number[]): Roomed | null {
  const {problem, reachable} = judge;
  const rooms = new Rooms(judge, open);
  if (!rooms.putIn()) return null;
  while (rooms.move() || rooms.exchange());
  const assignment = new Int32Array(problem.areas).fill(-1);
  let row = 0;
  for (let area = 0; area < problem.areas; area++) if (reachable[area]) assignment[area] = open[rooms.at[row++]!]!;
  return {objective: rooms.total() + openingCost(problem, open), assignment};
}

/** The areas that can be reached as rows, the open sites as slots. */
class Rooms {
  /** The slot that each row is in; −1 while it waits. */
  readonly at: Int32Array;
  private readonly rows: number;
  private readonly slots: number;
  private readonly people: Float64Array;
  /** Weighted cost of each row in each slot, row after row; Infinity where there is no way. */
  private readonly cost: Float64Array;
  private readonly left: Float64Array;

  constructor({problem, weights, reachable}: Judge, open: readonly number[]) {
    const {areas, cost, outOfReach, capacity, people} = problem;
    const rows = Int32Array.from({length: areas}, (_, area) => area).filter((area) => reachable[area]);
    this.rows = rows.length;
    this.slots = open.length;
    this.at = new Int32Array(rows.length).fill(-1);
    this.people = Float64Array.from(rows, (area) => people[area]!);
    this.left = Float64Array.from(open, (site) => capacity![site]! * (1 + 1e-12));
    this.cost = new Float64Array(rows.length * open.length);
    rows.forEach((area, row) => {
      open.forEach((site, slot) => {
        const each = cost[site * areas + area]!;
        this.cost[row * this.slots + slot] = each < outOfReach ? weights[area]! * each : Infinity;
      });
    });
  }

  total(): number {
    let sum = 0;
    for (let row = 0; row < this.rows; row++) sum += this.costNow(row);
    return sum;
  }

  /** Puts in first whoever would lose most by the second choice; false if somebody has no room left anywhere. */
  putIn(): boolean {
    const {rows, people, left, at} = this;
    const first = new Int32Array(rows);
    const second = new Int32Array(rows);
    const regret = new Float64Array(rows);
    for (let row = 0; row < rows; row++) if (!this.choose(row, first, second, regret)) return false;
    for (let put = 0; put < rows; put++) {
      let next = -1;
      for (let row = 0; row < rows; row++) if (at[row]! < 0 && (next < 0 || regret[row]! > regret[next]!)) next = row;
      const slot = first[next]!;
      at[next] = slot;
      left[slot]! -= people[next]!;
      for (let row = 0; row < rows; row++) {
        if (at[row]! >= 0 || people[row]! <= left[slot]!) continue;
        if ((first[row] === slot || second[row] === slot) && !this.choose(row, first, second, regret)) return false;
      }
    }
    return true;
  }

  /** Moves rows to cheaper slots with room; whether any was. */
  move(): boolean {
    const {rows, slots, people, left, cost} = this;
    let any = false;
    for (let row = 0; row < rows; row++)
      for (let slot = 0; slot < slots; slot++) {
        if (cost[row * slots + slot]! >= this.costNow(row) - 1e-9 || left[slot]! < people[row]!) continue;
        this.give(row, slot);
        any = true;
      }
    return any;
  }

  /** Exchanges pairs of rows where that saves something; whether any was. */
  exchange(): boolean {
    const {rows, slots, people, left, cost, at} = this;
    let any = false;
    for (let a = 0; a < rows; a++)
      for (let b = a + 1; b < rows; b++) {
        const from = at[a]!;
        const to = at[b]!;
        if (from === to) continue;
        const saved = this.costNow(a) + this.costNow(b) - cost[a * slots + to]! - cost[b * slots + from]!;
        if (!(saved > 1e-9)) continue;
        const more = people[a]! - people[b]!;
        if (left[to]! < more || left[from]! < -more) continue;
        this.give(a, to);
        this.give(b, from);
        any = true;
      }
    return any;
  }

  private costNow(row: number): number {
    return this.cost[row * this.slots + this.at[row]!]!;
  }

  private give(row: number, slot: number): void {
    this.left[this.at[row]!]! += this.people[row]!;
    this.left[slot]! -= this.people[row]!;
    this.at[row] = slot;
  }

  /** The two cheapest slots that still have room for a row; false if none has. */
  private choose(row: number, first: Int32Array, second: Int32Array, regret: Float64Array): boolean {
    const {slots, people, left, cost} = this;
    let [one, two] = [-1, -1];
    const costOf = (slot: number) => (slot < 0 ? Infinity : cost[row * slots + slot]!);
    for (let slot = 0; slot < slots; slot++) {
      if (left[slot]! < people[row]!) continue;
      if (costOf(slot) < costOf(one)) [one, two] = [slot, one];
      else if (costOf(slot) < costOf(two)) two = slot;
    }
    first[row] = one;
    second[row] = two;
    // Nobody else has room for it: it goes before all others.
    regret[row] = two < 0 ? 1e300 + people[row]! : costOf(two) - costOf(one) + 1e-9 * people[row]!;
    return one >= 0;
  }
}
