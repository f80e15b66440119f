import type {Audit} from '../core/access/audit.ts';
import type {DecidedBy} from '../core/score/rank-candidates.ts';
import type {Standing} from '../domain/site.ts';
import type {FigureRow} from './assumptions.ts';
import type {LosingArea} from './measures/losers.ts';
import type {Question} from './question.ts';
import type {SourceUsed} from './sources.ts';
import type {TimesUsed} from './times-used.ts';

/** Minutes to the closest site, by residents; null where nobody reaches one. */
export interface Minutes {
  mean: number | null;
  median: number | null;
  ninetieth: number | null;
  worst: number | null;
  worstArea: string | null;
  reached: number;
  unreachable: number;
}

export interface ByFifth {
  /** 1 = most deprived; null for areas whose deprivation is not known. */
  fifth: number | null;
  label: string;
  areas: number;
  residents: number;
  served: number;
  beyond: number;
  unreachable: number;
  share: number | null;
  minutes: Minutes;
}

export interface ByAge {
  fromAge: number;
  toAge: number;
  label: string;
  residents: number;
  served: number;
  beyond: number;
  unreachable: number;
  share: number | null;
}

/** The gap between the most deprived fifth and the rest; positive means the most deprived are worse served. */
export interface GapAnswer {
  sharePoints: number | null;
  minutes: number | null;
  mostDeprived: {residents: number; served: number; share: number | null; meanMinutes: number | null};
  rest: {residents: number; served: number; share: number | null; meanMinutes: number | null};
}

/** What opening the service at one site would change, beside all that is open in the option. */
export interface RankedSite {
  id: string;
  name: string;
  standing: Standing;
  place: number;
  newlyServed: number;
  newlyServedMostDeprived: number;
  newlyReachable: number;
  personMinutesSaved: number;
  personMinutesSavedMostDeprived: number;
  quicker: number;
  unchanged: number;
  meanMinutesAfter: number | null;
  gapAfter: GapAnswer;
  auditAfter: Audit;
  shareOfBest: number | null;
}

/** What the option does to people against the other option; the four add up to all residents. */
export interface Difference {
  quicker: number;
  slower: number;
  unchanged: number;
  newlyReachable: number;
  noLongerReachable: number;
  addsUp: boolean;
}

/** A site that offers the service, and the residents whose closest one it is. */
export interface OpenSite {
  id: string;
  name: string;
  residents: number;
}

export interface Answer {
  question: Question;
  audit: Audit;
  share: number | null;
  byFifth: ByFifth[];
  byAge: ByAge[];
  minutes: Minutes;
  gap: GapAnswer;
  against: {
    audit: Audit;
    share: number | null;
    minutes: Minutes;
    gap: GapAnswer;
    difference: Difference;
    losers: LosingArea[];
  } | null;
  times: TimesUsed;
  open: OpenSite[];
  ranking: {decidedBy: DecidedBy; timesAsMuch: number | null};
  sites: RankedSite[];
  /** What a planner should know before trusting the minutes, one sentence each; empty where there is nothing to say. */
  cautions: string[];
  sources: SourceUsed[];
  assumptions: FigureRow[];
  version: string;
}
