import {checkLength} from '../access/check-length.ts';
import {knownResidents} from '../access/residents.ts';

/** Deprivation of a larger area (ward, neighbourhood, district) made of whole small areas, each counted once. */
export interface RolledUp {
  areas: number;
  residents: number;
  /** Share of people in deprived small areas, the most deprived tenth counting in full; `null` if nobody is known. */
  extent: number | null;
  /** Population-weighted mean of the score given; `null` if nobody is known. */
  averageScore: number | null;
  /** Share of the small areas that are in the nation's most deprived tenth. */
  proportionMostDeprivedTenth: number | null;
  residentsNotKnown: number;
}

/** The national percentile (1 = most deprived) of a rank among so many areas: 33,755 in 2025, 32,844 in 2019. */
export function nationalPercentile(rank: number, areas: number): number {
  if (!(rank >= 1 && rank <= areas)) throw new RangeError(`Rank ${rank} of ${areas} areas.`);
  return Math.ceil((100 * rank) / areas);
}

/**
 * How much a small area counts towards extent: 1 down to the 10th percentile, then from 0.95 at the 11th in even steps to
 * 0.05 at the 30th, then 0 (English Indices of Deprivation, technical report, appendix N).
 */
export function extentWeight(percentile: number): number {
  if (percentile <= 10) return 1;
  return percentile > 30 ? 0 : 0.95 - (0.9 / 19) * (percentile - 11);
}

/**
 * Small areas rolled up to larger ones: extent, average score, proportion in the most deprived tenth.
 *
 * Best fit: an area belongs wholly to the one it is assigned to. Wards are not made of whole LSOAs, so a ward's figures
 * are those of its best fit and must say so. `percentiles` and `scores` hold `NaN` where not known. O(areas).
 */
export function rollUp(
  residents: ArrayLike<number>,
  percentiles: ArrayLike<number>,
  scores: ArrayLike<number>,
  group: ArrayLike<number>,
  groups: number,
): RolledUp[] {
  const {people} = knownResidents(residents);
  for (const [what, array] of [
    ['Percentiles', percentiles],
    ['Scores', scores],
    ['Group', group],
  ] as const) {
    checkLength(what, array.length, people.length, 'areas');
  }
  const sums = Array.from({length: groups}, () => ({
    areas: 0,
    known: 0,
    people: 0,
    extent: 0,
    score: 0,
    tenth: 0,
    not: 0,
  }));
  for (let area = 0; area < people.length; area++) {
    const sum = sums[group[area]!];
    if (!sum) throw new RangeError(`Area ${area} is in group ${group[area]}, but there are ${groups} groups.`);
    sum.areas++;
    const here = people[area]!;
    if (Number.isNaN(percentiles[area]!) || Number.isNaN(scores[area]!)) {
      sum.not += here;
      continue;
    }
    sum.known++;
    sum.people += here;
    sum.extent += here * extentWeight(percentiles[area]!);
    sum.score += here * scores[area]!;
    if (percentiles[area]! <= 10) sum.tenth++;
  }
  return sums.map((sum) => ({
    areas: sum.areas,
    residents: sum.people + sum.not,
    extent: sum.people > 0 ? sum.extent / sum.people : null,
    averageScore: sum.people > 0 ? sum.score / sum.people : null,
    proportionMostDeprivedTenth: sum.known > 0 ? sum.tenth / sum.known : null,
    residentsNotKnown: sum.not,
  }));
}
