import {type TravelTimes, UNREACHED} from '../graph/travel-times.ts';
import {checkLength} from './check-length.ts';

/** The site of an area that reaches none. */
export const NO_SITE = -1;

/** The metres of an area that reaches no site. */
export const NO_METRES = 0xffffffff;

/** For every area its closest open site: the time there, which site it is, and how long the same path is. */
export interface Closest {
  seconds: Uint16Array;
  site: Int32Array;
  metres: Uint32Array;
}

/**
 * Time from every area to its closest open site.
 *
 * For each area, the smallest time among the open sites, which site that is, and the metres along that same path: the
 * quickest way, not the shortest. The literature calls it cost to closest. It says nothing about whether the site has
 * room, nor whether people really go there. Ties go to the lowest site index; sites stand in id order, so answers
 * repeat. Areas that reach no open site hold `UNREACHED`, `NO_SITE` and `NO_METRES`. O(areas × open sites).
 */
export function closest(times: TravelTimes, open: Uint8Array): Closest {
  const {areas, sites, seconds, metres} = times;
  checkLength('Open', open.length, sites, 'sites');
  checkLength('Seconds', seconds.length, areas * sites, 'pairs of area and site');
  checkLength('Metres', metres.length, areas * sites, 'pairs of area and site');
  const best: Closest = {
    seconds: new Uint16Array(areas).fill(UNREACHED),
    site: new Int32Array(areas).fill(NO_SITE),
    metres: new Uint32Array(areas).fill(NO_METRES),
  };
  for (let site = 0; site < sites; site++) {
    if (open[site]) takeIfCloser(best, times, site);
  }
  return best;
}

/**
 * The same, once one more site opens: the answer of `closest` with that site open too, at the cost of one row.
 *
 * Opening a site never worsens anyone's time. Where the new site ties with the old one the lower index keeps the area,
 * as `closest` would have it.
 */
export function withSiteOpened(before: Closest, times: TravelTimes, site: number): Closest {
  checkLength('Closest', before.seconds.length, times.areas, 'areas');
  if (!(site >= 0 && site < times.sites)) throw new RangeError(`There is no site ${site}; there are ${times.sites}.`);
  const after: Closest = {
    seconds: before.seconds.slice(),
    site: before.site.slice(),
    metres: before.metres.slice(),
  };
  takeIfCloser(after, times, site);
  return after;
}

/**
 * The same, once one of its sites closes: only areas whose closest site it was look for another. `open` is what stays open.
 *
 * Closing a site never betters anyone's time. O(areas + areas it was closest to × sites).
 */
export function withSiteClosed(before: Closest, times: TravelTimes, open: Uint8Array, site: number): Closest {
  checkLength('Closest', before.seconds.length, times.areas, 'areas');
  checkLength('Open', open.length, times.sites, 'sites');
  const after: Closest = {
    seconds: before.seconds.slice(),
    site: before.site.slice(),
    metres: before.metres.slice(),
  };
  for (let area = 0; area < times.areas; area++) {
    if (before.site[area] !== site) continue;
    let [time, next] = [UNREACHED, NO_SITE];
    for (let other = 0; other < times.sites; other++) {
      const seconds = times.seconds[other * times.areas + area]!;
      if (!open[other] || seconds >= time) continue;
      time = seconds;
      next = other;
    }
    after.seconds[area] = time;
    after.site[area] = next;
    after.metres[area] = next === NO_SITE ? NO_METRES : times.metres[next * times.areas + area]!;
  }
  return after;
}

function takeIfCloser(best: Closest, times: TravelTimes, site: number): void {
  const {areas, seconds, metres} = times;
  for (let area = 0, pair = site * areas; area < areas; area++, pair++) {
    const time = seconds[pair]!;
    const closer = time < best.seconds[area]! || (time === best.seconds[area]! && site < best.site[area]!);
    if (!closer) continue;
    best.seconds[area] = time;
    best.site[area] = site;
    best.metres[area] = metres[pair]!;
  }
}
