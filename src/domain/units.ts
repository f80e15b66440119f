/** Conversions that are exact by definition. */
export const KM_PER_MILE = 1.609344;

export function milesOf(km: number): number {
  return km / KM_PER_MILE;
}
