import {type TravelTimes, UNREACHED} from '../graph/travel-times.ts';
import {checkLength} from './check-length.ts';
import {checkCutoff} from './within.ts';

/**
 * What each area can reach, all sites together: the capacity of every open site, weighted by how far it is.
 *
 * With a binary decay this is the cumulative measure, with any other a gravity measure. It has the unit of the supply
 * (rooms, hours, sites if each counts 1) and knows nothing of how many others want the same: see the floating catchments
 * for that. `decay` is a `decayTable`. A site whose supply is not known (`NaN`) or closed adds nothing.
 * O(areas × open sites).
 */
export function opportunities(
  times: TravelTimes,
  open: Uint8Array,
  supply: Float64Array,
  decay: Float64Array,
): Float64Array {
  const {areas, sites, seconds} = times;
  checkLength('Open', open.length, sites, 'sites');
  checkLength('Supply', supply.length, sites, 'sites');
  const reach = new Float64Array(areas);
  for (let site = 0; site < sites; site++) {
    const amount = supply[site]!;
    if (!open[site] || !(amount > 0)) continue;
    for (let area = 0, pair = site * areas; area < areas; area++, pair++) {
      reach[area]! += amount * decay[seconds[pair]!]!;
    }
  }
  return reach;
}

/** How many open sites each area has within the cutoff, which is inclusive. */
export function sitesWithin(times: TravelTimes, open: Uint8Array, cutoffSeconds: number): Uint16Array {
  const {areas, sites, seconds} = times;
  checkLength('Open', open.length, sites, 'sites');
  checkCutoff(cutoffSeconds);
  const count = new Uint16Array(areas);
  for (let site = 0; site < sites; site++) {
    if (!open[site]) continue;
    for (let area = 0, pair = site * areas; area < areas; area++, pair++) {
      const time = seconds[pair]!;
      if (time !== UNREACHED && time <= cutoffSeconds) count[area]!++;
    }
  }
  return count;
}
