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
  | 'edition';

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
  /** Facts about the publication that whoever uses it should know. */
  notes?: readonly string[];
}

export interface BoundariesLayout extends LayoutBase {
  kind: 'boundaries';
  level: AreaLevel;
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

export type Layout = BoundariesLayout | CentroidsLayout | DeprivationLayout | ResidentsLayout | SitesLayout;
