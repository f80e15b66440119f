import {airyOf, gridOfAiry} from './grid-ref.ts';

/**
 * British National Grid to longitude and latitude (ETRS89, which is WGS84 to within a metre's drift of the continent) and back,
 * through Ordnance Survey's correction table OSTN15 in its NTv2 form: the definition of the grid itself, to about a centimetre.
 *
 * The table gives for nodes every minute of longitude and half minute of latitude what to add to a place on the grid's own
 * ellipsoid; between nodes it is bilinear. There and back agree to two millimetres. Cost: constant.
 */
export interface ShiftTable {
  /** Of the first node, in degrees; rows go southwards, columns eastwards. */
  west: number;
  north: number;
  /** Degrees between nodes. */
  stepLon: number;
  stepLat: number;
  columns: number;
  rows: number;
  /** Seconds of arc to add, row by row. */
  lon: Float32Array;
  lat: Float32Array;
}

/** Longitude and latitude of metres east and north; null outside the table. */
export function exactLonLat(table: ShiftTable, easting: number, northing: number): [lon: number, lat: number] | null {
  const [lon, lat] = airyOf(easting, northing);
  const shift = shiftAt(table, lon, lat);
  return shift && [lon + shift[0], lat + shift[1]];
}

/** Metres east and north of longitude and latitude; null outside the table. */
export function exactGrid(table: ShiftTable, lon: number, lat: number): [easting: number, northing: number] | null {
  // The table is read at the place sought, so it is sought: each step brings it ten thousand times closer.
  let [airyLon, airyLat] = [lon, lat];
  for (let step = 0; step < 6; step++) {
    const shift = shiftAt(table, airyLon, airyLat);
    if (!shift) return null;
    [airyLon, airyLat] = [lon - shift[0], lat - shift[1]];
  }
  return gridOfAiry(airyLon, airyLat);
}

/** What to add at a place, in degrees. */
function shiftAt(table: ShiftTable, lon: number, lat: number): [lon: number, lat: number] | null {
  const x = (lon - table.west) / table.stepLon;
  const y = (table.north - lat) / table.stepLat;
  if (!(x >= 0 && y >= 0 && x <= table.columns - 1 && y <= table.rows - 1)) return null;
  const column = Math.min(Math.floor(x), table.columns - 2);
  const row = Math.min(Math.floor(y), table.rows - 2);
  const [right, down] = [x - column, y - row];
  const at = row * table.columns + column;
  const below = at + table.columns;
  const between = (values: Float32Array): number =>
    ((values[at]! * (1 - right) + values[at + 1]! * right) * (1 - down) +
      (values[below]! * (1 - right) + values[below + 1]! * right) * down) /
    3600;
  return [between(table.lon), between(table.lat)];
}
