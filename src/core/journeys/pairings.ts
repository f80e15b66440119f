/** A service at a site, as numbers: which site, which service, and its linked-care level there. */
export interface ServiceAtSite {
  site: number;
  service: number;
  level: number;
}

/** How far the services of an option stand together. */
export interface Togetherness {
  /** Services at a site of their own, counted by placement: a service alone at three sites counts three. */
  alone: number;
  /** Placements that share their site with another service, by linked-care level 0 to 3 of the placement. */
  byLevel: [number, number, number, number];
  placements: number;
  /** Sites by how many services they hold: place n is the number of sites with n services. */
  sitesByServices: number[];
}

/**
 * Services in isolation and services that stand together, with how closely they work.
 *
 * It counts addresses and stated levels. Sharing an address at level 0 is sharing a car park: it is counted as together
 * in place and never as linked care. O(placements).
 */
export function togetherness(placements: readonly ServiceAtSite[]): Togetherness {
  const bySite = new Map<number, Set<number>>();
  for (const {site, service} of placements) bySite.set(site, (bySite.get(site) ?? new Set()).add(service));
  const answer: Togetherness = {alone: 0, byLevel: [0, 0, 0, 0], placements: placements.length, sitesByServices: []};
  for (const {site, level} of placements) {
    if (!(level === 0 || level === 1 || level === 2 || level === 3)) {
      throw new RangeError(`A linked-care level of ${level}; levels are 0 to 3.`);
    }
    if (bySite.get(site)!.size === 1) answer.alone++;
    else answer.byLevel[level]++;
  }
  for (const services of bySite.values()) {
    while (answer.sitesByServices.length <= services.size) answer.sitesByServices.push(0);
    answer.sitesByServices[services.size]!++;
  }
  return answer;
}

/**
 * People of each area who use both services of a pairing: the users of the first × the share of them who also use the
 * second, and never more than the second has. One share everywhere; it is an assumption unless evidence gives it.
 */
export function usersOfBoth(first: ArrayLike<number>, second: ArrayLike<number>, shareOfFirst: number): Float64Array {
  if (!(shareOfFirst >= 0 && shareOfFirst <= 1)) throw new RangeError(`A share of ${shareOfFirst}; it is from 0 to 1.`);
  return Float64Array.from(first, (users, area) => Math.min(users * shareOfFirst, second[area]!));
}
