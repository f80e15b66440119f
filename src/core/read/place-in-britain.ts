import {isOnGrid} from '../shapes/grid-ref.ts';

/**
 * Whether a pair of numbers can be a place in Britain, and in words what is wrong where it cannot. The box is wide of the
 * coast (Scilly to Shetland, Northern Ireland to Lowestoft): it tells swapped and misplaced coordinates, nothing finer.
 */
const WEST = -9;
const EAST = 2.2;
const SOUTH = 49.5;
const NORTH = 61.1;

export function isInBritain(lon: number, lat: number): boolean {
  return lon >= WEST && lon <= EAST && lat >= SOUTH && lat <= NORTH;
}

/** Null for a place in Britain; otherwise why not, in words that follow “row 12 ”. */
export function whyNotInBritain(lon: number, lat: number): string | null {
  if (isInBritain(lon, lat)) return null;
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return 'has a coordinate that is not a number';
  const pair = `longitude ${shown(lon)}, latitude ${shown(lat)}`;
  if (isInBritain(lat, lon)) return `has longitude and latitude swapped (${pair})`;
  if ((Math.abs(lon) > 180 || Math.abs(lat) > 90) && isOnGrid(lon, lat))
    return `has coordinates in metres (${shown(lon)}, ${shown(lat)}) where longitude and latitude belong`;
  if (isInBritain(-lon, lat)) return `lies outside Britain (${pair}); the longitude has lost its minus sign`;
  return `lies outside Britain (${pair})`;
}

/** Null for metres that can be a place; otherwise why not. */
export function whyNotOnGrid(easting: number, northing: number): string | null {
  if (!Number.isFinite(easting) || !Number.isFinite(northing)) return 'has a coordinate that is not a number';
  if (isInBritain(easting, northing))
    return `has longitude and latitude (${shown(easting)}, ${shown(northing)}) where metres of the National Grid belong`;
  if (!isOnGrid(easting, northing))
    return `lies off the National Grid (easting ${shown(easting)}, northing ${shown(northing)})`;
  return null;
}

function shown(value: number): string {
  return String(Number(value.toPrecision(8)));
}
