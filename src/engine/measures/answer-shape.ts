import type {Audit} from '../../core/access/audit.ts';
import type {NoAnswer} from '../../core/access/no-answer.ts';
import type {SupplyAudit} from '../../core/access/supply.ts';
import type {Measure} from '../../core/score/measures.ts';
import type {MeasureMeaning} from '../../domain/measure-meanings.ts';
import type {FigureRow} from '../assumptions.ts';
import type {LensUsed} from '../lens.ts';
import type {SourceUsed} from '../sources.ts';
import type {TimesUsed} from '../times-used.ts';
import type {Reason} from './ground.ts';
import type {Comparison} from './losers.ts';
import type {AnswerTable, Value} from './taken.ts';

/** A fifth, or a larger area: people, and what they have on average. */
export interface PartLine {
  label: string;
  areas: number;
  people: number;
  served: number;
  beyond: number;
  unreachable: number;
  /** The mean of the measure over people who have a value; null where nobody has. */
  value: number | null;
  /** The least and greatest of its areas: what an average hides. */
  least: number | null;
  greatest: number | null;
}

export interface LargerArea extends PartLine {
  /** Deprivation of the larger area, by its best fit of small ones; null where it is not known. */
  extent: number | null;
  averageScore: number | null;
}

/** Any measure, answered: the number, its parts, everyone counted, and all that it rests on. */
export interface MeasureAnswer {
  measure: Measure;
  meaning: MeasureMeaning;
  question: {
    service: string;
    serviceName: string;
    option: string;
    optionName: string;
    against: string;
    againstName: string;
    mode: string;
    within: number;
    people: 'residents' | 'users';
    of: string | null;
  };
  times: TimesUsed;
  lens: LensUsed;
  value: number | null;
  unit: string;
  /** Why there is no value, in a sentence; null where there is one. */
  because: NoAnswer | null;
  values: Value[];
  areas: {
    label: string;
    unit: string;
    isBurden: boolean;
    code: string[];
    name: string[];
    people: (number | null)[];
    fifth: number[];
    value: (number | null)[];
    /** Empty where the area is served. */
    reason: string[];
  };
  byFifth: PartLine[];
  by: {label: string; note: string; lines: LargerArea[]} | null;
  curve: {kind: 'lorenz' | 'concentration'; people: number[]; value: number[]} | null;
  tables: AnswerTable[];
  reasons: Reason[];
  audit: {
    people: Audit;
    /** Fifths, and larger areas, hold everyone once. */
    partsAddUp: boolean;
    supply: SupplyAudit | null;
    /** All of the above: what turns the line red. */
    addsUp: boolean;
    sentence: string;
  };
  /** Never left out of a comparison; null where nothing is compared. */
  comparison: (Comparison & {valueAgainst: number | null}) | null;
  notes: string[];
  sources: SourceUsed[];
  assumptions: FigureRow[];
  version: string;
}
