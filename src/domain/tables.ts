import type {Assumption} from './assumption.ts';
import type {Member, Neighbourhood} from './neighbourhood.ts';
import type {Option} from './option.ts';
import type {Closure, Placement} from './placement.ts';
import type {Service} from './service.ts';
import type {Site} from './site.ts';
import type {StreetChange} from './street-change.ts';
import type {Verdict} from './verdict.ts';

/** The place planned for. One row, with the id `place`. */
export interface Place {
  id: string;
  name: string;
  note: string;
}

/** The plan's tables and what a row of each is. The one list that store, engine and mirror share. */
export interface PlanTables {
  place: Place;
  site: Site;
  service: Service;
  option: Option;
  placement: Placement;
  closure: Closure;
  assumption: Assumption;
  verdict: Verdict;
  neighbourhood: Neighbourhood;
  member: Member;
  street_change: StreetChange;
}

export type PlanTable = keyof PlanTables;

export const PLAN_TABLES: readonly PlanTable[] = [
  'place',
  'site',
  'service',
  'option',
  'placement',
  'closure',
  'assumption',
  'verdict',
  'neighbourhood',
  'member',
  'street_change',
];

/** Every other table of ours, by what it holds. A house test checks that the file has no table outside these lists. */
export const EVIDENCE_TABLES = [
  'source',
  'refusal',
  'area',
  'centroid',
  'deprivation',
  'residents',
  'streets',
  'imported_time',
  'area_column',
  'postcode',
  'succession',
  'kept_edition',
] as const;
export const RESULT_TABLES = ['travel_time', 'preparation'] as const;
export const RECORD_TABLES = ['closer', 'history'] as const;
