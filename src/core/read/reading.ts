import type {AreaLevel, Vintage} from './area-codes.ts';
import type {
  LookupReading,
  MeasuresReading,
  PostcodesReading,
  TravelTimesReading,
  UnplacedSitesReading,
} from './further-reading.ts';
import type {Role} from './layout.ts';
import type {Shapes} from './shape-rows.ts';

/**
 * What came out of a file: a union by kind, in columns that can go to the store or to the core as they are. `rows` names
 * for each record the row (or feature) of the file it came from, so that any figure can be traced to its line.
 */
export type Reading =
  | Refused
  | BoundariesReading
  | CentroidsReading
  | DeprivationReading
  | ResidentsReading
  | SitesReading
  | StreetsReading
  | TravelTimesReading
  | MeasuresReading
  | PostcodesReading
  | LookupReading
  | UnplacedSitesReading;

export type EvidenceKind = Exclude<Reading['kind'], 'refused'>;

/** The file as a whole was not taken. */
export interface Refused {
  kind: 'refused';
  /** One sentence or two: what is wrong, where, what to do. */
  refused: string;
  /** What the file was recognised as, where it was. */
  layout: string | null;
  refusals: Refusal[];
  /** The table as far as it was looked at, where it is one: a planner may know which column is which. */
  table?: LookedAt;
}

/** The headings of a table, all of them, and its first rows as they stand in the file. */
export interface LookedAt {
  headings: string[];
  preview: string[][];
}

/** One row that was not taken, or that stopped the whole. */
export interface Refusal {
  row: number;
  column?: string;
  reason: string;
}

export interface Source {
  publisher: string;
  title: string;
  edition: string;
  /** When it was published or refers to, ISO, as far as is known. */
  date: string | null;
  licence: string;
  attribution: string;
  /** The edition of small areas that its codes belong to; null where codes and headings leave it open. */
  areaVintage: Vintage | null;
}

/**
 * `certain`: the layout and its edition are written in the file. `likely`: the columns fit, the edition is inferred.
 * `guess`: the columns are a planner's own and were matched by their names.
 */
export type Sureness = 'certain' | 'likely' | 'guess';

export interface Taken {
  layout: string;
  sure: Sureness;
  source: Source;
  rowsRead: number;
  rowsTaken: number;
  /** All that were refused; `refusals` keeps the first thousand. */
  rowsRefused: number;
  refusals: Refusal[];
  notes: string[];
  /** How the file was written, for the import sheet. */
  form: string;
  /** Which heading plays which part, for the import sheet. */
  columns: {heading: string; role: Role}[];
  /** All headings of the file, also those that play no part. */
  headings: string[];
  /** The first rows as they stand in the file, below their headings. */
  preview: string[][];
  rows: Uint32Array;
}

export interface BoundariesReading extends Taken {
  kind: 'boundaries';
  level: AreaLevel;
  codes: string[];
  /** Empty strings where the file names none. */
  names: string[];
  /** Codes and names of the larger areas each lies in, as far as the file says. */
  within: Within;
  shapes: Shapes;
}

export interface Within {
  wardCodes: string[] | null;
  wardNames: string[] | null;
  districtCodes: string[] | null;
  districtNames: string[] | null;
}

export interface CentroidsReading extends Taken {
  kind: 'centroids';
  codes: string[];
  lon: Float64Array;
  lat: Float64Array;
  /** Where in the area the point stands. */
  method: 'population-weighted' | 'mean of postcodes' | 'not stated';
}

export interface DeprivationReading extends Taken {
  kind: 'deprivation';
  codes: string[];
  nation: 'England' | 'Wales';
  /** 1 is most deprived. */
  decile: Uint8Array;
  /** 1 is most deprived; NaN where the file has none. */
  rank: Float64Array;
  score: Float64Array;
  domains: Domain[];
}

export interface Domain {
  key: string;
  title: string;
  decile: Float64Array | null;
  rank: Float64Array | null;
  score: Float64Array | null;
}

export interface ResidentsReading extends Taken {
  kind: 'residents';
  codes: string[];
  names: string[];
  total: Float64Array;
  /** In order of age, without gaps or overlaps; empty where the file gives only totals. */
  bands: AgeBand[];
}

export interface AgeBand {
  label: string;
  from: number;
  /** The last year of age in the band; null for “and over”. */
  to: number | null;
  residents: Float64Array;
}

export interface SitesReading extends Taken {
  kind: 'sites';
  /** The publisher's code, or an empty string. */
  codes: string[];
  names: string[];
  /** What each is, in planners' words: “GP practice”. */
  siteKinds: string[];
  /** Keys of the services offered there: `general-practice`. */
  services: string[][];
  standing: ('existing' | 'candidate')[];
  addresses: string[];
  postcodes: string[];
  parents: string[];
  tenure: string[];
  /** As the file writes it, A to D in a six-facet survey. */
  condition: string[];
  /** Square metres; NaN where the file does not say, which is not zero. */
  floorSpace: Float64Array;
  vacantSpace: Float64Array;
  /** Pounds; NaN where the file does not say. */
  openingCost: Float64Array;
  lon: Float64Array;
  lat: Float64Array;
}

/** Recognised here, read by the streets reader from the same bytes. */
export interface StreetsReading extends Taken {
  kind: 'streets';
  format: 'pbf' | 'xml';
}

/** What the import sheet shows before anything is taken. */
export type Inspection<K extends string = EvidenceKind> =
  | Refused
  | (Taken & {kind: K; title: string; level?: AreaLevel});
