import type {NoAnswer} from '../../core/access/no-answer.ts';
import type {SupplyAudit} from '../../core/access/supply.ts';

/** One number of an answer. */
export interface Value {
  key: string;
  label: string;
  value: number | null;
  unit: string;
}

/** A table of an answer: headings with their units, and rows of plain values. */
export interface AnswerTable {
  key: string;
  title: string;
  headings: string[];
  rows: (string | number | null)[][];
}

/** What a measure gives, before it is dressed as an answer. */
export interface Taken {
  /** The one number to put first; null where there is none, and then `because` says why. */
  value: number | null;
  unit: string;
  values: Value[];
  /** By area, `NaN` where there is no value; null for measures that have none by area. */
  area: {values: Float64Array; label: string; unit: string; isBurden: boolean} | null;
  because: NoAnswer | null;
  supply: SupplyAudit | null;
  curve: {kind: 'lorenz' | 'concentration'; people: number[]; value: number[]} | null;
  tables: AnswerTable[];
  notes: string[];
}

export function taken(some: Partial<Taken> & Pick<Taken, 'unit'>): Taken {
  return {
    value: null,
    values: [],
    area: null,
    because: null,
    supply: null,
    curve: null,
    tables: [],
    notes: [],
    ...some,
  };
}

/** A number as it may be sent: never NaN or infinite. */
export function sent(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : value;
}

export function minutes(seconds: number | null): number | null {
  return seconds === null ? null : seconds / 60;
}
