/** Mean radius of the Earth (IUGG), in metres. A sphere is within 0.5 % of the ellipsoid, and within 0.2 % in England. */
export const EARTH_METRES = 6371008.8;

const RADIANS = Math.PI / 180;

/** Metres in one degree of latitude, and in one of longitude at the equator, on that sphere. */
export const METRES_PER_DEGREE = EARTH_METRES * RADIANS;

/**
 * Great-circle distance in metres between two points given in degrees: as the crow flies, not along streets.
 *
 * The haversine formula, which stays exact for points a hand's breadth apart.
 */
export function metresBetween(lngA: number, latA: number, lngB: number, latB: number): number {
  const sinLat = Math.sin(((latB - latA) * RADIANS) / 2);
  const sinLng = Math.sin(((lngB - lngA) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * sinLng * sinLng;
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(Math.min(1, h)));
}
