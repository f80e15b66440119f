import type {Progress} from '../job.ts';

/** How much an answer is known to be worth. */
export type Proof =
  /** Every set of sites was looked at. */
  | 'checked-all'
  /** No better answer can exist: the bound meets the objective. */
  | 'proven'
  /** A better answer may exist, but by no more than the gap. */
  | 'within'
  /** Nothing is known of what else there might be. */
  | 'unbounded';

/** What a search found. */
export interface Found {
  sites: number[];
  /** In the units of the problem: weighted cost, people, sites. Not rounded. */
  objective: number;
  /** No answer can be better than this: at most the objective for what is made small, at least for what is made large. */
  bound: number;
  proof: Proof;
  /** How many sets of sites there are, where all were looked at. */
  combinations: number | null;
  /** The site of each area, −1 where none; only where rooms decide it, else everyone goes to the closest. */
  assignment: Int32Array | null;
  /** The prices that a Lagrangian bound was proven with, for the checker. */
  certificate: Certificate | null;
}

/**
 * What proves a bound without trust in who found it: a tree of parts, each a set of choices with one price a row. Any prices
 * give a valid bound, so the checker only has to add up.
 */
export interface Certificate {
  root: Part;
  /** No answer in any part costs less than this; for what is made large, none leaves less of it undone. */
  bound: number;
  /** The row of each area: areas that the same sites cover share a price, each by its weight. */
  rowOf: Int32Array;
}

/** Some of the choices, and what bounds them. */
export interface Part {
  /** A price for each row, then one for each demand on sites. */
  prices: Float64Array;
  /** Sites that these prices decide, `site` open or `~site` closed: the other way costs more than the bound. */
  settled: readonly number[];
  /** None: its prices alone bound it. One: it goes on with other prices. Two: `site` open, and closed. */
  ways: Part[];
  site: number;
}

/** The progress of a search: the best answer and bound so far, so that it can be shown, and kept when stopped. */
export interface SearchProgress extends Progress {
  objective: number | null;
  bound: number | null;
  sites: readonly number[] | null;
}

/** A search: yields its best answer so far, and gives the last. `null`: the demands cannot be met. */
export type Search = Generator<SearchProgress, Found | null, void>;

/** What whoever runs a search may say to it. */
export interface Runner {
  /** Asked often: true once the answer so far is good enough or wanted now. Then the search ends with what it has. */
  enough: () => boolean;
}

/** A runner who waits for the proof. */
export const PATIENT: Runner = {enough: () => false};

/** How far the objective is from the bound, as a share of the objective; 0 where proven. */
export function gapOf(objective: number, bound: number): number {
  if (objective === bound) return 0;
  return Math.abs(objective - bound) / Math.max(Math.abs(objective), 1e-12);
}
