import {type NoAnswer, noAnswer} from '../access/no-answer.ts';
import type {SortedValues} from './inequality.ts';

/** The time that would be as bad if everyone had it, and how much of it is due to inequality. */
export interface EquallyDistributed {
  equivalent: number;
  /** Equivalent − mean: the minutes that inequality adds. */
  inequality: number;
  kappa: number;
}

/**
 * The Kolm-Pollak equally-distributed equivalent of minutes, a burden (Sheriff & Maguire 2020; Horton and others 2024).
 *
 * x̂ = −(1/κ) ln Σ p e^(−κ x) with κ = ε Σ p x / Σ p x², ε below 0 for a burden; the further below, the more the longest
 * journeys weigh (−0.5 to −2 in the literature). It lies between the mean and the worst, so one number holds both level
 * and inequality, and two options may be compared by it, but only with the same κ: pass the κ of the base for the others.
 */
export function kolmPollak(sorted: SortedValues, aversion: number): EquallyDistributed | NoAnswer {
  if (!(aversion < 0 && aversion > -Infinity)) {
    return noAnswer('bad-number', `The aversion is ${aversion}; give a number below 0, such as −1.`);
  }
  const squares = sorted.share.reduce((sum, p, n) => sum + p * sorted.value[n]! ** 2, 0);
  if (squares === 0) return {equivalent: 0, inequality: 0, kappa: 0};
  return kolmPollakAt(sorted, (aversion * sorted.mean) / squares);
}

/** The same with κ given, so that options share it. */
export function kolmPollakAt({share, value, mean}: SortedValues, kappa: number): EquallyDistributed {
  if (kappa === 0) return {equivalent: mean, inequality: 0, kappa};
  // The largest exponent is taken out first: e^(−κ x) of a long journey would not fit.
  const top = Math.max(...[value[0]!, value[value.length - 1]!].map((x) => -kappa * x));
  const sum = share.reduce((total, p, n) => total + p * Math.exp(-kappa * value[n]! - top), 0);
  const equivalent = -(top + Math.log(sum)) / kappa;
  return {equivalent, inequality: equivalent - mean, kappa};
}
