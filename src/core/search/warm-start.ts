import {type Bounded, bounded, goneOn, lessened, ONCE} from './bounded-part.ts';
import type {Incumbent} from './incumbent.ts';
import type {Near} from './near.ts';

/**
 * After a moved weight: the prices of each round of the search before are gone through once, settling what they still
 * settle. What goes on from there begins with the best of them, which need not be the last: those were made for less.
 */
export function* goneThrough(
  near: Near,
  root: Bounded,
  warm: readonly Float64Array[],
  incumbent: Incumbent,
): Generator<number, {now: Bounded; near: Near}, void> {
  let now = root;
  let core = near;
  let best = root;
  for (const prices of warm) {
    const next = yield* bounded(core, {...now, prices}, ONCE, incumbent);
    if (next.bound > best.bound) best = next;
    now = goneOn(now, next);
    if (now.bound > incumbent.enough) return {now, near: core};
    ({now, near: core} = lessened(core, now));
  }
  // Rows with nothing left to choose keep the price that says what they cost.
  const {prices} = now;
  for (const row of core.origin) prices[row] = best.prices[row]!;
  const demands = near.rows;
  prices.set(best.prices.subarray(demands), demands);
  return {now, near: core};
}
