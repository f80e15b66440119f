import {checkLength} from '../access/check-length.ts';
import {type Closest, NO_SITE} from '../access/closest.ts';

/** How closely a service works with the others at its site. A scale of our own: an address in common is not integration. */
export const LINKED_CARE = [
  'separate',
  'same site',
  'shared reception, records or booking',
  'joint clinic or team',
] as const;

/** The least level at which visits may be combined on one day, and at which integration may be claimed. */
export const LEVEL_FOR_JOURNEYS = 1;
export const LEVEL_FOR_INTEGRATION = 2;

/**
 * Trips a year of someone who visits several services at one place, when a share of visits falls on the same day.
 *
 * Σ v − β (Σ v − max v): at β = 0 every visit is a trip, at β = 1 only those to the busiest service remain. β is an
 * assumption that nobody has measured; 0.25 is a starting point. It takes every service's visits to be combinable with
 * the busiest one's, which three dialysis days a week allow and one yearly check does not need.
 */
export function combinedTrips(visits: readonly number[], sameDayShare: number): number {
  checkShare(sameDayShare);
  const sum = visits.reduce((total, count) => total + count, 0);
  return sum - sameDayShare * (sum - Math.max(0, ...visits));
}

/** A bundle of services used by the same people: visits a year to each, and the people of each area who use all of them. */
export interface Bundle {
  visits: readonly number[];
  users: ArrayLike<number>;
}

/** What a bundle saves by sharing sites. Trips are return journeys. */
export interface BundleSaving {
  users: number;
  tripsApart: number;
  tripsCombined: number;
  tripsSaved: number;
  minutesSaved: number;
  kilometresSaved: number;
  /** Users for whom two or more of the services are at one site, and of them at level 2 or above. */
  usersSharing: number;
  usersIntegrated: number;
  usersOutOfReach: number;
  areasNotKnown: number;
  /**
   * Users whose closest site for two or more of the services is one and the same, but stated as separate there: fewer
   * than two may combine. The most users first; ties go to the lower site.
   */
  separate: {site: number; users: number}[];
}

/**
 * What a bundle of services saves where they are at the same site.
 *
 * For each area, services whose closest open site is the same, and whose linked-care level there is 1 or more, combine;
 * each trip saved is a return journey to that site. `closestTo[s]` is the closest site of service s, `level[s]` its level
 * by site. People who use the closest site of each service are meant; who goes elsewhere saves nothing. O(areas × services²).
 */
export function bundleSaving(
  bundle: Bundle,
  closestTo: readonly Closest[],
  level: readonly ArrayLike<number>[],
  sameDayShare: number,
): BundleSaving {
  const {visits, users} = bundle;
  checkShare(sameDayShare);
  checkLength('Closest', closestTo.length, visits.length, 'services');
  checkLength('Level', level.length, visits.length, 'services');
  for (const to of closestTo) checkLength('Closest site', to.site.length, users.length, 'areas');
  const answer: BundleSaving = {
    users: 0,
    tripsApart: 0,
    tripsCombined: 0,
    tripsSaved: 0,
    minutesSaved: 0,
    kilometresSaved: 0,
    usersSharing: 0,
    usersIntegrated: 0,
    usersOutOfReach: 0,
    areasNotKnown: 0,
    separate: [],
  };
  const separate = new Map<number, number>();
  const apart = visits.reduce((total, count) => total + count, 0);
  for (let area = 0; area < users.length; area++) {
    const here = users[area]!;
    if (Number.isNaN(here)) {
      answer.areasNotKnown++;
      continue;
    }
    if (here < 0) throw new RangeError(`Area ${area} has ${here} users; a count is 0 or more.`);
    answer.users += here;
    if (closestTo.some((to) => to.site[area] === NO_SITE)) {
      answer.usersOutOfReach += here;
      continue;
    }
    answer.tripsApart += here * apart;
    let saved = 0;
    let [shares, integrated] = [false, false];
    for (const [site, there] of servicesBySite(closestTo, area)) {
      if (there.length < 2) continue;
      const services = there.filter((s) => level[s]![site]! >= LEVEL_FOR_JOURNEYS);
      if (services.length < 2) {
        separate.set(site, (separate.get(site) ?? 0) + here);
        continue;
      }
      shares = true;
      const own = services.map((s) => visits[s]!);
      const fewer = own.reduce((total, count) => total + count, 0) - combinedTrips(own, sameDayShare);
      const first = closestTo[services[0]!]!;
      saved += fewer;
      answer.minutesSaved += (here * fewer * 2 * first.seconds[area]!) / 60;
      answer.kilometresSaved += (here * fewer * 2 * first.metres[area]!) / 1000;
      if (services.filter((s) => level[s]![site]! >= LEVEL_FOR_INTEGRATION).length >= 2) integrated = true;
    }
    answer.tripsSaved += here * saved;
    answer.tripsCombined += here * (apart - saved);
    if (shares) answer.usersSharing += here;
    if (integrated) answer.usersIntegrated += here;
  }
  answer.separate = [...separate]
    .map(([site, users]) => ({site, users}))
    .filter(({users}) => users > 0)
    .sort((a, b) => b.users - a.users || a.site - b.site);
  return answer;
}

/** The services whose closest site from an area is the same, by that site. */
function servicesBySite(closestTo: readonly Closest[], area: number): Map<number, number[]> {
  const bySite = new Map<number, number[]>();
  closestTo.forEach((to, service) => {
    const site = to.site[area]!;
    const there = bySite.get(site);
    if (there) there.push(service);
    else bySite.set(site, [service]);
  });
  return bySite;
}

function checkShare(share: number): void {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A same-day share of ${share}; it is from 0 to 1.`);
}
