import type {LngLat} from '../../src/domain/evidence.ts';

const EARTH_METRES = 6_371_008.8;

/** Metres along a line of points on the round earth, as the crow flies from each to the next; no journey along streets. */
export function metresAlong(points: readonly LngLat[]): number {
  let sum = 0;
  for (let at = 1; at < points.length; at++) sum += metresBetween(points[at - 1]!, points[at]!);
  return sum;
}

function metresBetween([lng, lat]: LngLat, [toLng, toLat]: LngLat): number {
  const radians = Math.PI / 180;
  const across = Math.sin(((toLng - lng) * radians) / 2);
  const up = Math.sin(((toLat - lat) * radians) / 2);
  const square = up * up + Math.cos(lat * radians) * Math.cos(toLat * radians) * across * across;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(square)));
}

/** In metres below a kilometre, else in kilometres with as many digits as a hand on a map is worth. */
export function distanceText(metres: number): string {
  if (metres < 1000) return `${Math.round(metres)} m`;
  return `${(metres / 1000).toFixed(metres < 10_000 ? 2 : 1)} km`;
}
