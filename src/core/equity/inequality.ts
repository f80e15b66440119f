import {checkLength} from '../access/check-length.ts';
import {type NoAnswer, noAnswer} from '../access/no-answer.ts';
import {knownResidents} from '../access/residents.ts';
import {meanOf, type RankedPeople} from './ranked-people.ts';

/** People and their values, lowest value first; areas with nobody or with no value (`NaN`) are left out. */
export interface SortedValues {
  share: Float64Array;
  value: Float64Array;
  mean: number;
  people: number;
}

/** People by value, for the measures that do not ask who they are. Negative values are a mistake: minutes and access have none. */
export function sortedValues(values: ArrayLike<number>, residents: ArrayLike<number>): SortedValues | NoAnswer {
  checkLength('Values', values.length, residents.length, 'areas');
  const {people: known} = knownResidents(residents);
  const taking = [...known.keys()].filter((area) => known[area]! > 0 && !Number.isNaN(values[area]!));
  if (taking.length === 0) return noAnswer('no-residents');
  taking.sort((a, b) => values[a]! - values[b]! || a - b);
  if (!(values[taking[0]!]! >= 0)) throw new RangeError(`A value of ${values[taking[0]!]}; it is 0 or more.`);
  const people = taking.reduce((sum, area) => sum + known[area]!, 0);
  const share = Float64Array.from(taking, (area) => known[area]! / people);
  const value = Float64Array.from(taking, (area) => values[area]!);
  const mean = taking.reduce((sum, area) => sum + known[area]! * values[area]!, 0) / people;
  return {share, value, mean, people};
}

/** The Lorenz curve: cumulative share of people, lowest value first, against their cumulative share of the value. */
export function lorenz({share, value, mean}: SortedValues): {people: number[]; value: number[]} | NoAnswer {
  if (mean === 0) return noAnswer('mean-is-nought');
  const people = [0];
  const total = [0];
  share.forEach((p, n) => {
    people.push(people[n]! + p);
    total.push(total[n]! + (p * value[n]!) / mean);
  });
  return {people, value: total};
}

/**
 * Gini: 0 if all have the same, near 1 if one person has all. Twice the area between the Lorenz curve and the diagonal.
 *
 * It does not know who is deprived: a place where the well-off travel long has the same Gini as its mirror image.
 */
export function gini(sorted: SortedValues): number | NoAnswer {
  const curve = lorenz(sorted);
  if ('because' in curve) return curve;
  let under = 0;
  for (let n = 1; n < curve.people.length; n++) {
    under += (curve.people[n]! - curve.people[n - 1]!) * (curve.value[n]! + curve.value[n - 1]!);
  }
  return 1 - under;
}

/** Theil's T: 0 if all have the same, larger without bound otherwise; splits into within and between groups. Noughts drop. */
export function theil({share, value, mean}: SortedValues): number | NoAnswer {
  if (mean === 0) return noAnswer('mean-is-nought');
  return share.reduce((sum, p, n) => {
    const ratio = value[n]! / mean;
    return ratio === 0 ? sum : sum + p * ratio * Math.log(ratio);
  }, 0);
}

/**
 * Palma: the mean of the least deprived tenth of people over the mean of the most deprived four tenths.
 *
 * For minutes a ratio below 1 means that the deprived travel longer; for access, that they have more. Where a group lies
 * across the line it is divided, so the tenth is a tenth of the people exactly; ipeaGIT/accessibility takes whole areas
 * instead and may differ in a small place.
 */
export function palma(ranked: RankedPeople): number | NoAnswer {
  const deprived = meanBetween(ranked, 0, 0.4);
  return deprived === 0 ? noAnswer('mean-is-nought') : meanBetween(ranked, 0.9, 1) / deprived;
}

/** The mean value of the people between two ranks, from 0 (most deprived) to 1. */
export function meanBetween(ranked: RankedPeople, from: number, to: number): number {
  if (from <= 0 && to >= 1) return meanOf(ranked);
  let before = 0;
  let people = 0;
  let total = 0;
  ranked.share.forEach((p, g) => {
    const inside = Math.max(0, Math.min(to, before + p) - Math.max(from, before));
    people += inside;
    total += inside * ranked.mean[g]!;
    before += p;
  });
  return people > 0 ? total / people : ranked.mean[to >= 1 ? ranked.mean.length - 1 : 0]!;
}
