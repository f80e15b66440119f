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
    const next = yield* bounded(core, {...now, prices: over(now.prices, prices)}, ONCE, incumbent);
    if (next.bound > best.bound) best = next;
    now = goneOn(now, next);
    if (now.bound > incumbent.enough) return {now, near: core};
    ({now, near: core} = lessened(core, now));
  }
  return {now: {...now, prices: over(now.prices, best.prices)}, near: core};

  /** Prices of the rows that still have a choice, and of demands; the others keep the price that says what they cost. */
  function over(kept: Float64Array, prices: Float64Array): Float64Array {
    const all = kept.slice();
    for (const row of core.origin) all[row] = prices[row]!;
    all.set(prices.subarray(near.rows), near.rows);
    return all;
  }
}
