/** A measure as a panel asks for it: what is said besides the question. */

export interface MeasureWish {
  /** By its key in the engine’s list. */
  measure: string;
  /** Of which measure by area an index of equity or inequality is asked. */
  of: string;
  /** Which choice of site: 2 is the second closest. */
  choice: number;
  /** Null is the minutes of the question. */
  line: number | null;
  /** A site that states no capacity counts as one, so that access to capacity can be looked at before it is known. */
  everySiteAlike: boolean;
  people: 'residents' | 'users';
  lens: string;
  /** Larger areas to add up by: `ward`, `district`, or a column of the planner’s own; empty is none. */
  by: string;
  /** How the nearer counts more; null is as the measure has it. */
  decay: DecayWish | null;
  /** The services of a bundle, β, and the share of the smallest one’s users who use them all. */
  services: readonly string[];
  sameDayShare: number;
  shareOfBoth: number;
  admissions: AdmissionsWish;
  /** A column with the share of people with a car, for a mix of modes; empty is none. */
  car: string;
}

/** A form of decay and the numbers that are its own; the cutoff is the question’s. */
export interface DecayWish {
  form: string;
  numbers: Readonly<Record<string, number | readonly number[]>>;
}

/** How admissions answer to travel, by somebody’s stated evidence: nothing of it has a default. */
export interface AdmissionsWish {
  /** The column of the planner’s own with admissions a year. */
  baseline: string;
  low: number | null;
  central: number | null;
  high: number | null;
  source: string;
}

export const FIRST_MEASURE: MeasureWish = {
  measure: 'closest',
  of: 'closest',
  choice: 2,
  line: null,
  everySiteAlike: false,
  people: 'residents',
  lens: 'imd',
  by: '',
  decay: null,
  services: [],
  sameDayShare: 0.25,
  shareOfBoth: 0.25,
  admissions: {baseline: '', low: null, central: null, high: null, source: ''},
  car: '',
};
