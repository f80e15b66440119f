/**
 * A number someone chose, and why. Figures that ship with the product (`figures.ts`) stand until a planner puts a row
 * with the same id here; the original stays beside it.
 */
export interface Assumption {
  /** The figure's key, such as `carbon.car` or `speed.drive.residential`. */
  id: string;
  value: number;
  reason: string;
}
