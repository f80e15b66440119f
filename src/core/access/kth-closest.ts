import {type TravelTimes, UNREACHED} from '../graph/travel-times.ts';
import {checkLength} from './check-length.ts';
import {NO_SITE} from './closest.ts';

/** The k closest open sites of every area, nearest first: place n of area i stands at `n * areas + i`. */
export interface ClosestFew {
  areas: number;
  places: number;
  seconds: Uint16Array;
  site: Int32Array;
}

/**
 * The k closest open sites of every area, for choice and for resilience.
 *
 * The last of them is the time to the k-th site ("dual access" in the literature): how long it takes to have a choice of
 * k. With fewer than k sites in reach the remaining places are `UNREACHED` and `NO_SITE`. Ties go to the lowest index.
 * O(areas × open sites × k), and in practice little more than `closest`, since most sites fall short of the k-th place.
 */
export function closestFew(times: TravelTimes, open: Uint8Array, places: number): ClosestFew {
  const {areas, sites} = times;
  checkLength('Open', open.length, sites, 'sites');
  if (!(Number.isInteger(places) && places >= 1))
    throw new RangeError(`${places} places; it is a whole number from 1.`);
  const seconds = new Uint16Array(areas * places).fill(UNREACHED);
  const site = new Int32Array(areas * places).fill(NO_SITE);
  for (let s = 0; s < sites; s++) {
    if (!open[s]) continue;
    for (let area = 0, pair = s * areas; area < areas; area++, pair++) {
      const time = times.seconds[pair]!;
      let at = (places - 1) * areas + area;
      // Sites come in index order, so an equal time never moves an earlier site from its place.
      if (time >= seconds[at]!) continue;
      for (; at >= areas && seconds[at - areas]! > time; at -= areas) {
        seconds[at] = seconds[at - areas]!;
        site[at] = site[at - areas]!;
      }
      seconds[at] = time;
      site[at] = s;
    }
  }
  return {areas, places, seconds, site};
}

/** The time to the k-th closest open site, 1 being the closest. */
export function kthClosest(times: TravelTimes, open: Uint8Array, k: number): Uint16Array {
  return closestFew(times, open, k).seconds.slice((k - 1) * times.areas);
}
