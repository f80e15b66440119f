import type {Lagrangian} from './lagrange.ts';

/** How a walk towards the best prices goes. */
export interface Pace {
  steps: number;
  /** The first step, as a share of the one that would reach the target on a straight slope. */
  pace: number;
  /** Steps without a better bound before the pace is lowered and the walk goes on from its best point. */
  patience: number;
  memory: number;
}

/**
 * Walks to better prices by subgradients and stands on the best met; gives its bound. Ends early once the bound passes
 * `enough`. Stops for breath about every two million list entries, with the best bound so far.
 */
export function* walk(
  lagrangian: Lagrangian,
  {steps, pace, patience, memory}: Pace,
  target: number,
  enough: number,
): Generator<number, number, void> {
  const {multipliers, near} = lagrangian;
  const kept = multipliers.slice();
  const breath = Math.max(1, Math.floor(2_000_000 / Math.max(1, near.site.length)));
  let high = -Infinity;
  let since = 0;
  let step = pace;
  lagrangian.still();
  for (let i = 0; i < steps; i++) {
    const bound = lagrangian.evaluate();
    if (bound === Infinity) return Infinity;
    if (bound > high) {
      if (bound > high + 1e-6 * Math.abs(bound)) since = 0;
      high = bound;
      kept.set(multipliers);
      if (high > enough) break;
    }
    if (++since > patience) {
      since = 0;
      step *= memory > 0.9 ? 0.7 : 0.6;
      if (step < 0.002) break;
      multipliers.set(kept);
      lagrangian.still();
      lagrangian.evaluate();
    }
    lagrangian.step(target, step, memory);
    if (i % breath === breath - 1) yield high;
  }
  multipliers.set(kept);
  lagrangian.evaluate();
  return high;
}
