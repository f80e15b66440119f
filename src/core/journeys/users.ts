/**
 * People of each area who use a service in a year: the residents of the ages it is for, times users per 1,000.
 *
 * Residents are known by age band. A band that lies partly inside the ages counts by its share of years, as if people
 * were spread evenly over the band; an open-ended band ("65 and over", `toAge` 120) is taken to end at 90. These are
 * expected users from one rate everywhere: not patients counted, and blind to need. `byBand` is band-major. O(bands × areas).
 */
export function usersOf(
  byBand: Float64Array,
  bands: readonly {fromAge: number; toAge: number}[],
  areas: number,
  fromAge: number,
  toAge: number,
  usersPer1000: number,
): Float64Array {
  const users = new Float64Array(areas);
  bands.forEach((band, index) => {
    const share = shareOfBand(band, fromAge, toAge);
    if (share === 0) return;
    for (let area = 0; area < areas; area++)
      users[area]! += byBand[index * areas + area]! * share * (usersPer1000 / 1000);
  });
  return users;
}

const LAST_AGE = 90;
const AND_OVER = 120;

/** The share of a band's people whose age is within the ages asked for, 0 to 1. */
export function shareOfBand(band: {fromAge: number; toAge: number}, fromAge: number, toAge: number): number {
  if (fromAge <= band.fromAge && toAge >= band.toAge) return 1;
  const end = band.toAge >= AND_OVER ? Math.max(LAST_AGE, band.fromAge) : band.toAge;
  const from = Math.max(fromAge, band.fromAge);
  const to = Math.min(toAge >= AND_OVER ? end : toAge, end);
  return to < from ? 0 : (to - from + 1) / (end - band.fromAge + 1);
}
