import {type TravelTimes, UNREACHED} from '../graph/travel-times.ts';
import {checkLength} from './check-length.ts';
import {closest} from './closest.ts';
import {checkCutoff} from './within.ts';

/** Why an area is not served. Every area has exactly one standing, so that no hole in the map is unexplained. */
export type Standing =
  | 'served'
  | 'full'
  | 'closed-nearer'
  | 'beyond'
  | 'no-path'
  | 'no-site-open'
  | 'nobody-lives-here'
  | 'residents-not-known';

/** In the order in which they are asked; the first that applies is the area's standing. */
export const STANDINGS: readonly {standing: Standing; sentence: string}[] = [
  {standing: 'residents-not-known', sentence: 'How many people live here is not known.'},
  {standing: 'nobody-lives-here', sentence: 'Nobody lives here.'},
  {standing: 'no-site-open', sentence: 'No site offers the service.'},
  {standing: 'served', sentence: 'Within the cutoff.'},
  {standing: 'full', sentence: 'A site is within the cutoff, but every one that is has no room left.'},
  {standing: 'closed-nearer', sentence: 'A site within the cutoff could offer the service, but is closed or does not.'},
  {standing: 'beyond', sentence: 'The closest site that offers the service is beyond the cutoff.'},
  {standing: 'no-path', sentence: 'No path leads from here to any site that offers the service.'},
];

/**
 * The standing of every area, with the reason where it is not served.
 *
 * `full` marks open sites that have no room; an area all of whose sites within the cutoff are full is `full`. The same
 * areas count as served where capacity is not asked about: hand in no full sites then. `closed-nearer` is said before
 * `beyond` and `no-path` because reopening is the shorter remedy. O(areas × sites).
 */
export function standings(
  times: TravelTimes,
  open: Uint8Array,
  full: Uint8Array,
  residents: ArrayLike<number>,
  cutoffSeconds: number,
): Standing[] {
  checkLength('Full', full.length, times.sites, 'sites');
  checkLength('Residents', residents.length, times.areas, 'areas');
  checkCutoff(cutoffSeconds);
  const anyOpen = open.includes(1);
  const all = closest(times, open).seconds;
  const roomy = closest(
    times,
    open.map((isOpen, site) => (isOpen && !full[site] ? 1 : 0)),
  ).seconds;
  const closed = closest(
    times,
    open.map((isOpen) => (isOpen ? 0 : 1)),
  ).seconds;
  const within = (time: number) => time !== UNREACHED && time <= cutoffSeconds;
  return Array.from({length: times.areas}, (_, area): Standing => {
    if (Number.isNaN(residents[area]!)) return 'residents-not-known';
    if (residents[area] === 0) return 'nobody-lives-here';
    if (!anyOpen) return 'no-site-open';
    if (within(roomy[area]!)) return 'served';
    if (within(all[area]!)) return 'full';
    if (within(closed[area]!)) return 'closed-nearer';
    return all[area] === UNREACHED ? 'no-path' : 'beyond';
  });
}
