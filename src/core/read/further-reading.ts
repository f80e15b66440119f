import type {AreaLevel, Vintage} from './area-codes.ts';
import type {Reading, SitesReading, Taken} from './reading.ts';

/**
 * What published files hold beyond the evidence that a score needs: what joins one edition to another, places sites by their
 * postcode, and describes areas and buildings. In columns, like the rest.
 */
export type EveryReading =
  | Reading
  | UnplacedSitesReading
  | LookupReading
  | MeasuresReading
  | PostcodesReading
  | PatientsReading
  | EstatesReading
  | StopsReading
  | TravelTimesReading;

export type EveryKind = Exclude<EveryReading['kind'], 'refused'>;

/** A list of sites that gives postcodes and no coordinates: placed once the project knows its postcodes. */
export interface UnplacedSitesReading extends Omit<SitesReading, 'kind' | 'lon' | 'lat'> {
  kind: 'unplaced-sites';
}

/** Small areas and the larger areas they lie in, or their successors in another edition. */
export interface LookupReading extends Taken {
  kind: 'lookup';
  /** The small area of each row; in a lookup between editions it may stand in several. */
  codes: string[];
  names: string[];
  to: LookupColumn[];
  /** Unchanged, Split, Merged or irregular (X), for a lookup between editions. */
  change: string[] | null;
}

export interface LookupColumn {
  level: AreaLevel;
  vintage: Vintage | null;
  codes: string[];
  names: string[] | null;
}

/** Anything counted or measured by small area. */
export interface MeasuresReading extends Taken {
  kind: 'measures';
  codes: string[];
  measures: Measure[];
  /** What each area is put among, such as rural or urban. */
  classes: {label: string; values: string[]}[];
}

export interface Measure {
  label: string;
  unit: string;
  /** NaN where the file has no figure. */
  values: Float64Array;
}

export interface PostcodesReading extends Taken {
  kind: 'postcodes';
  /** Without spaces, in capitals. */
  codes: string[];
  lon: Float64Array;
  lat: Float64Array;
  /** The small area of each, where the directory says it. */
  areas: string[] | null;
  /** 1 for postcodes that are no longer in use. */
  ended: Uint8Array;
}

/** People registered with each practice by the area they live in: triples. */
export interface PatientsReading extends Taken {
  kind: 'registered-patients';
  /** The practices, and the areas, that the triples number. */
  codes: string[];
  names: string[];
  areas: string[];
  practice: Uint32Array;
  area: Uint32Array;
  patients: Uint32Array;
}

/** Figures of the estates returns, by trust or site. */
export interface EstatesReading extends Taken {
  kind: 'estates';
  about: 'trust' | 'site';
  codes: string[];
  names: string[];
  /** The trust of each site. */
  trusts: string[];
  measures: Measure[];
}

export interface StopsReading extends Taken {
  kind: 'stops';
  codes: string[];
  names: string[];
  stopTypes: string[];
  lon: Float64Array;
  lat: Float64Array;
}

/** Minutes from areas to sites that somebody else worked out. */
export interface TravelTimesReading extends Taken {
  kind: 'travel-times';
  /** The areas travel starts from. */
  codes: string[];
  destinations: string[];
  /** One row of destinations for each area; NaN where there is no time. */
  minutes: Float32Array;
  /** The same pairs, where the file has them. */
  kilometres: Float32Array | null;
}
