import {metresBetween} from '../graph/metres.ts';

/** What tells whether two sites are one place. Empty strings and `null` are not known. */
export interface Whereabouts {
  uprn: string;
  postcode: string;
  lngLat: readonly [number, number] | null;
}

/** Two front doors this close are one place, in metres. */
export const SAME_PLACE_METRES = 100;

/** Why two sites are taken to be at the same place; `null` if they are not. Sharing a place is not sharing care. */
export type SamePlace = 'same UPRN' | 'same postcode' | 'within 100 m' | null;

/** Same property reference, else same postcode (a rural one may be a mile long: look at the map), else within 100 m. */
export function samePlace(one: Whereabouts, other: Whereabouts): SamePlace {
  if (one.uprn !== '' && one.uprn === other.uprn) return 'same UPRN';
  const [here, there] = [bare(one.postcode), bare(other.postcode)];
  if (here !== '' && here === there) return 'same postcode';
  if (one.lngLat && other.lngLat && metresBetween(...one.lngLat, ...other.lngLat) <= SAME_PLACE_METRES)
    return 'within 100 m';
  return null;
}

function bare(postcode: string): string {
  return postcode.replaceAll(' ', '').toUpperCase();
}
