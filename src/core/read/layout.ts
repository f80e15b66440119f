import type {AreaLevel, Vintage} from './area-codes.ts';
import type {Rule} from './cell-rules.ts';
import type {Publisher} from './publishers.ts';
import type {CentroidsReading, Sureness} from './reading.ts';

/**
 * A layout says how one published table looks, and nothing about how it is read: its columns by the stems of their
 * headings, the rule each cell follows, and where it comes from. Next year's renaming is then a change to one expression.
 */
export interface Column {
  role: Role;
  /** What sentences call it when it is missing. */
  label: string;
  /** Asked of the stem of a heading (see heading.ts): an expression, or anything else that can tell. */
  named: {test(stem: string): boolean};
  rule: Rule;
  must: boolean;
  /** Need not be there; but where it is, every cell of it must be right. */
  strict?: true;
  /** Takes every heading that matches, in order, and not the first only. */
  each?: true;
}

export type Role =
  | 'area code'
  | 'area name'
  | 'ward code'
  | 'ward name'
  | 'district code'
  | 'district name'
  | 'total'
  | 'age band'
  | 'decile'
  | 'rank'
  | 'score'
  | `${string} decile`
  | `${string} rank`
  | `${string} score`
  | 'site code'
  | 'site name'
  | 'site kind'
  | 'service'
  | 'standing'
  | 'parent'
  | 'address'
  | 'postcode'
  | 'longitude'
  | 'latitude'
  | 'easting'
  | 'northing'
  | 'point method'
  | 'tenure'
  | 'condition'
  | 'floor space'
  | 'vacant space'
  | 'opening cost'
  | 'status'
  | 'closed on'
  | 'setting'
  | 'new area code'
  | 'new area name'
  | 'change'
  | 'larger code'
  | 'larger name'
  | 'figure'
  | 'class'
  | 'category'
  | 'value'
  | 'practice code'
  | 'patients'
  | 'origin'
  | 'destination'
  | 'minutes'
  | 'kilometres'
  | 'organisation code'
  | 'organisation name'
  | 'edition';

/** A row is left out where the cell of a role does not look like this. */
export interface LeftOut {
  role: Role;
  unless: RegExp;
  /** Asked only where another cell looks like this. */
  where?: {role: Role; is: RegExp};
  /** In words that follow “12 rows were left out: ”. */
  say: string;
}

interface LayoutBase {
  id: string;
  /** As a planner would say it: “Indices of Deprivation 2025, England”. */
  title: string;
  publisher: Publisher;
  edition: string;
  date: string | null;
  /** The year in the attribution line. */
  year: number;
  sure: Sureness;
  /** Whether rows come from a table, from map features, or from either. */
  from: 'table' | 'features' | 'either';
  columns: readonly Column[];
  /** The edition of small areas the layout is about, where it is about one. */
  vintage?: Vintage;
  /** The level of the codes in the `area code` column; small areas where it is not said. */
  level?: AreaLevel;
  /** The columns that together stand once only; the area code where it is not said. */
  key?: readonly Role[];
  /** Rows that are rightly in the file and not wanted. */
  leave?: readonly LeftOut[];
  /** A table without headings: how many cells its rows may have, and which cell each column is, counted from 1. */
  headless?: {widths: readonly [least: number, most: number]; at: readonly number[]};
  /** Where the edition stands above the headings or in the name of the sheet. */
  editionIn?: RegExp;
  /** A heading that shows the table to be something else. */
  without?: RegExp;
  /** Recognised only when a planner says what the file is, for nearly any table would fit. */
  onlyAsked?: true;
  /** Facts about the publication that whoever uses it should know. */
  notes?: readonly string[];
}

export interface BoundariesLayout extends LayoutBase {
  kind: 'boundaries';
}

export interface CentroidsLayout extends LayoutBase {
  kind: 'centroids';
  method: CentroidsReading['method'];
}

export interface DeprivationLayout extends LayoutBase {
  kind: 'deprivation';
  nation: 'England' | 'Wales';
  /** How many areas are ranked; a rank above it shows another edition. */
  ranked: number;
}

export interface ResidentsLayout extends LayoutBase {
  kind: 'residents';
}

export interface SitesLayout extends LayoutBase {
  kind: 'sites';
  /** What every row is, where no column says so. */
  siteKind?: string;
}

export interface UnplacedSitesLayout extends LayoutBase {
  kind: 'unplaced-sites';
  siteKind?: string;
}

export interface LookupLayout extends LayoutBase {
  kind: 'lookup';
  /** To the same areas in another edition, or to the larger areas they lie in. */
  to: 'edition' | 'larger areas';
}

export interface MeasuresLayout extends LayoutBase {
  kind: 'measures';
  /** What is counted: people, households, kilometres. */
  unit: string;
}

/** Numbers or words under any headings, read as a planner's own columns. */
export interface OwnColumnsLayout extends LayoutBase {
  kind: 'own-columns';
}

/** Measures written one a row: area, category, value. */
export interface LongMeasuresLayout extends LayoutBase {
  kind: 'measures-long';
  unit: string;
}

export interface PostcodesLayout extends LayoutBase {
  kind: 'postcodes';
}

export interface PatientsLayout extends LayoutBase {
  kind: 'registered-patients';
}

export interface EstatesLayout extends LayoutBase {
  kind: 'estates';
  about: 'trust' | 'site';
}

export interface StopsLayout extends LayoutBase {
  kind: 'stops';
  siteKind?: string;
}

export interface TravelTimesLayout extends LayoutBase {
  kind: 'travel-times';
  shape: 'wide' | 'long';
}

export type Layout =
  | BoundariesLayout
  | CentroidsLayout
  | DeprivationLayout
  | ResidentsLayout
  | SitesLayout
  | UnplacedSitesLayout
  | LookupLayout
  | MeasuresLayout
  | LongMeasuresLayout
  | OwnColumnsLayout
  | PostcodesLayout
  | PatientsLayout
  | EstatesLayout
  | StopsLayout
  | TravelTimesLayout;
