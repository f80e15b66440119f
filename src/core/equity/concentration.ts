import {type NoAnswer, noAnswer} from '../access/no-answer.ts';
import {meanOf, type RankedPeople} from './ranked-people.ts';

/**
 * The concentration index: whether a value gathers at the deprived or at the other end, from −1 to 1.
 *
 * For minutes, a burden: below 0 the burden lies on the deprived. For access, a good: below 0 the deprived have more of
 * it. 0 means no tie with deprivation, not that all are alike. It depends on the mean: the same gap counts less where
 * everyone travels long. CI = 2 Σ p (r − ½)(y − μ) / μ.
 */
export function concentrationIndex(ranked: RankedPeople): number | NoAnswer {
  const mean = meanOf(ranked);
  return mean === 0 ? noAnswer('mean-is-nought') : (2 * covariance(ranked, mean)) / mean;
}

/**
 * The concentration index corrected for the bounds of the value (Erreygers 2009): E = 4 μ CI / (b − a).
 *
 * The bounds must be fixed beforehand, such as 0 and the longest time measured. Software that takes the smallest and
 * largest value of the data gives numbers that cannot be compared between options; this does not.
 */
export function erreygers(ranked: RankedPeople, least: number, most: number): number | NoAnswer {
  if (!(most > least)) return noAnswer('bad-number', `The bounds are ${least} and ${most}; the second must be larger.`);
  if (ranked.mean.some((value) => value < least || value > most)) return noAnswer('outside-bounds');
  return (8 * covariance(ranked, meanOf(ranked))) / (most - least);
}

/** The concentration curve: cumulative share of people, most deprived first, against their cumulative share of the value. */
export function concentrationCurve(ranked: RankedPeople): {people: number[]; value: number[]} | NoAnswer {
  const mean = meanOf(ranked);
  if (mean === 0) return noAnswer('mean-is-nought');
  const people = [0];
  const value = [0];
  ranked.share.forEach((p, g) => {
    people.push(people[g]! + p);
    value.push(value[g]! + (p * ranked.mean[g]!) / mean);
  });
  return {people, value};
}

/** Σ p (r − ½)(y − μ): how value and rank move together. */
function covariance({share, rank, mean}: RankedPeople, overall: number): number {
  return share.reduce((sum, p, g) => sum + p * (rank[g]! - 0.5) * (mean[g]! - overall), 0);
}
