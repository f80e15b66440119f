import {type Closest, NO_SITE} from '../access/closest.ts';

/** One leg from each area: minutes and kilometres one way. `Infinity` in both where no site can be reached. */
export interface Legs {
  minutes: Float64Array;
  kilometres: Float64Array;
}

/** The legs to the closest site, as travelled: kilometres along the quickest path, not the shortest. */
export function legsToClosest(to: Closest): Legs {
  return {
    minutes: Float64Array.from(to.seconds, (seconds, area) => (to.site[area] === NO_SITE ? Infinity : seconds / 60)),
    kilometres: Float64Array.from(to.metres, (metres, area) => (to.site[area] === NO_SITE ? Infinity : metres / 1000)),
  };
}

/**
 * One-way legs a year of each area's users: 2 × users × visits.
 *
 * Two legs a visit, there and back, whichever way round: a leg home counts as long as the leg there. Three dialysis
 * sessions a week are 156 visits and 312 legs a year. Users not known (`NaN`) stay not known.
 */
export function legsPerYear(users: ArrayLike<number>, visitsPerUser: number): Float64Array {
  return Float64Array.from(users, (count) => 2 * count * visitsPerUser);
}
