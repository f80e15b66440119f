/**
 * Time and distance of a way as one number, so that the least number is the least time and, among equals, the least
 * distance: `deciseconds · 2²⁷ + decimetres`, a whole number that a double holds exactly.
 *
 * Sums of weights are weights of the ways joined. Exact for every journey that the longest limit of 18 hours admits: a
 * way of 2²⁷ decimetres is 13,421 km long and would have to be travelled at 737 km/h. One addition and one comparison do
 * the work of two each, which is what the sweep over millions of nodes is made of.
 */
export const DECISECOND = 2 ** 27;

/** No way is known. Greater than every weight, and stays so when a weight is added. */
export const NO_WAY = Number.POSITIVE_INFINITY;

export function weightOf(deciseconds: number, decimetres: number): number {
  return deciseconds * DECISECOND + decimetres;
}

export function decisecondsOf(weight: number): number {
  return Math.floor(weight / DECISECOND);
}

export function decimetresOf(weight: number): number {
  return weight - Math.floor(weight / DECISECOND) * DECISECOND;
}
