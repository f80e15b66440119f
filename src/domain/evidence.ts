/** Evidence as rows: what an edition holds when it is written to the project file, and what is read back. */

export type LngLat = [number, number];

/** A small area: an LSOA and where it stands. Rings are closed; the first of each polygon is its outside. */
export interface AreaRow {
  code: string;
  name: string;
  wardCode: string;
  wardName: string;
  districtCode: string;
  districtName: string;
  polygons: LngLat[][][];
}

/** Where the people of an area are taken to set out from: its population-weighted centroid. */
export interface CentroidRow {
  code: string;
  lng: number;
  lat: number;
}

/** Deprivation of an area. Deciles: 1 = the most deprived tenth nationally. `domains` holds what the edition has besides. */
export interface DeprivationRow {
  code: string;
  decile: number;
  rank: number | null;
  score: number | null;
  domains: Record<string, {decile: number | null; rank: number | null; score: number | null}>;
}

/** Residents of an area in one age band; `toAge` 120 means "and over". */
export interface ResidentsRow {
  code: string;
  fromAge: number;
  toAge: number;
  people: number;
}

/** One array of the street network, as bytes. */
export interface StreetsPart {
  name: string;
  bytes: Uint8Array;
}

/** One cell of a planner's own column: a number, words, or (where neither could be read) nothing. */
export interface ColumnRow {
  code: string;
  column: string;
  value: number | null;
  words: string;
}

/** A small area of one edition and one of its successors in the next. An area that was split stands once for each. */
export interface SuccessionRow {
  code: string;
  change: 'unchanged' | 'split' | 'merged' | 'irregular';
  newCode: string;
}

/** The rows of one edition, by kind. */
export type EditionRows =
  | {kind: 'boundaries'; rows: AreaRow[]}
  | {kind: 'centroids'; rows: CentroidRow[]}
  | {kind: 'deprivation'; rows: DeprivationRow[]}
  | {kind: 'residents'; rows: ResidentsRow[]}
  | {kind: 'streets'; parts: StreetsPart[]}
  /** Travel times from elsewhere, as arrays: `src/engine/imported-times.ts` knows what they hold. */
  | {kind: 'travel-times'; parts: StreetsPart[]}
  /** Columns of a planner's own. A column that comes again replaces the one before it. */
  | {kind: 'columns'; rows: ColumnRow[]}
  /** Postcodes and where they stand, as arrays: `src/engine/postcodes.ts` knows what they hold. */
  | {kind: 'postcodes'; parts: StreetsPart[]}
  | {kind: 'lookup'; rows: SuccessionRow[]}
  /** Sites are plan, not evidence: the edition is only the source they came from; the rows go in as a change. */
  | {kind: 'sites'};
