import type {Job} from '../job.ts';

/** Points as parallel lists of degrees. */
export interface Points {
  lng: ArrayLike<number>;
  lat: ArrayLike<number>;
}

const METRES_PER_DEGREE = 111_195;

/**
 * Which points lie within so many metres, in a straight line, of any of the origins: 1 for those that do.
 *
 * On a globe of equal radius, with longitude scaled at each pair's own latitude: off by less than a thousandth within
 * 100 km. It is a circle around each origin and says nothing about travel. O(points × origins of about the same latitude).
 */
export function* around(points: Points, origins: Points, metres: number): Job<Uint8Array> {
  const near = new Uint8Array(points.lng.length);
  const order = Array.from(origins.lat, (_, origin) => origin).sort((a, b) => origins.lat[a]! - origins.lat[b]!);
  const lats = order.map((origin) => origins.lat[origin]!);
  const degrees = metres / METRES_PER_DEGREE;
  for (let point = 0; point < near.length; point++) {
    const [lng, lat] = [points.lng[point]!, points.lat[point]!];
    for (let at = firstFrom(lats, lat - degrees); at < lats.length && lats[at]! <= lat + degrees; at++) {
      const scale = Math.cos((((lats[at]! + lat) / 2) * Math.PI) / 180);
      if (Math.hypot(lats[at]! - lat, (origins.lng[order[at]!]! - lng) * scale) > degrees) continue;
      near[point] = 1;
      break;
    }
    if (point % 512 === 511) yield {done: point, of: near.length, doing: 'Looking at what stands around the place'};
  }
  return near;
}

function firstFrom(ascending: readonly number[], value: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
