import {exactLonLat, type ShiftTable} from '../shapes/exact-grid.ts';
import {GRID_ACCURACY_METRES, lonLatOf} from '../shapes/grid-ref.ts';

/** How metres of the National Grid become longitude and latitude while a file is read, and what is said of it. */
export interface NationalGrid {
  lonLat: (easting: number, northing: number) => [lon: number, lat: number];
  /** The note on whatever was given in metres. */
  note: string;
}

/** By the average shift over the country: always at hand. */
export const BY_AVERAGE_SHIFT: NationalGrid = {
  lonLat: lonLatOf,
  note: `Metres of the National Grid were turned to longitude and latitude, which may be up to ${GRID_ACCURACY_METRES} metres out.`,
};

/** By Ordnance Survey's correction table. What lies beyond it, far out at sea, is left to the average shift. */
export function byTable(table: ShiftTable): NationalGrid {
  return {
    lonLat: (easting, northing) => exactLonLat(table, easting, northing) ?? lonLatOf(easting, northing),
    note: 'Metres of the National Grid were turned to longitude and latitude with OSTN15, to about a centimetre.',
  };
}
