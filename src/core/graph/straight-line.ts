import type {Job} from '../job.ts';
import {EARTH_METRES} from './metres.ts';
import {type TravelTimes, UNREACHED} from './travel-times.ts';

/**
 * Times along straight lines, for places whose streets are not known: great-circle metres × a detour factor ÷ a speed.
 *
 * They know no river, motorway or one-way street, so they are a first look and no finding, and every answer made of them
 * says so. The detour factor and the speed are a planner's. Beyond the limit a pair is `UNREACHED`, as in a search along
 * streets. Metres are those of the detour. O(areas × sites).
 */
export function* straightLineTimes(
  areas: {lng: Float64Array; lat: Float64Array},
  sites: {lng: Float64Array; lat: Float64Array},
  detour: number,
  kmh: number,
  limitSeconds: number,
): Job<TravelTimes> {
  if (!(detour >= 1 && kmh > 0)) throw new RangeError(`A detour of ${detour} at ${kmh} km/h.`);
  const [from, to] = [vectors(areas), vectors(sites)];
  const many = areas.lng.length;
  const count = sites.lng.length;
  const seconds = new Uint16Array(many * count);
  const metres = new Uint32Array(many * count);
  const limit = Math.min(limitSeconds, UNREACHED - 1);
  for (let site = 0; site < count; site++) {
    const [x, y, z] = [to[site * 3]!, to[site * 3 + 1]!, to[site * 3 + 2]!];
    for (let area = 0, pair = site * many; area < many; area++, pair++) {
      // The chord, which stays exact for neighbours where the angle's cosine does not.
      const dx = from[area * 3]! - x;
      const dy = from[area * 3 + 1]! - y;
      const dz = from[area * 3 + 2]! - z;
      const chord = Math.sqrt(dx * dx + dy * dy + dz * dz);
      const along = 2 * EARTH_METRES * Math.asin(Math.min(1, chord / 2)) * detour;
      const time = Math.round((along * 3.6) / kmh);
      seconds[pair] = time <= limit ? time : UNREACHED;
      metres[pair] = Math.round(along);
    }
    if (site % 8 === 7) yield {done: site + 1, of: count, doing: 'Measuring straight lines'};
  }
  return {areas: many, sites: count, seconds, metres};
}

/** Points as vectors of length 1 from the centre of the Earth: x, y, z of each in turn. */
function vectors({lng, lat}: {lng: Float64Array; lat: Float64Array}): Float64Array {
  const at = new Float64Array(lng.length * 3);
  const radians = Math.PI / 180;
  for (let point = 0; point < lng.length; point++) {
    const [east, north] = [lng[point]! * radians, lat[point]! * radians];
    at[point * 3] = Math.cos(north) * Math.cos(east);
    at[point * 3 + 1] = Math.cos(north) * Math.sin(east);
    at[point * 3 + 2] = Math.sin(north);
  }
  return at;
}
