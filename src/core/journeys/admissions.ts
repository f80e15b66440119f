import {checkLength} from '../access/check-length.ts';
import {type NoAnswer, noAnswer} from '../access/no-answer.ts';

/**
 * How admissions answer to travel: the percentage by which they fall for each percent less travel time, as a range, and
 * where that comes from. Closer ships none: no published figure ties them together for England.
 */
export interface Elasticity {
  low: number;
  central: number;
  high: number;
  source: string;
}

/** Admissions a year, as a range and never as a point. Negative where travel gets longer. */
export interface AvoidedAdmissions {
  low: number;
  central: number;
  high: number;
  baseline: number;
  source: string;
  areasNotKnown: number;
}

/**
 * A bench for avoided admissions: each area's own baseline × the share by which its travel falls × the elasticity.
 *
 * It is a what-if on someone's stated evidence, not a finding: Closer never attributes a change in admissions to a
 * building. Without a source there is no answer. Areas without a baseline (`NaN`), or out of reach before or after
 * (`Infinity` minutes), are counted and left out. O(areas).
 */
export function avoidedAdmissions(
  baseline: ArrayLike<number>,
  minutesBefore: ArrayLike<number>,
  minutesAfter: ArrayLike<number>,
  elasticity: Elasticity,
): AvoidedAdmissions | NoAnswer {
  checkLength('Minutes before', minutesBefore.length, baseline.length, 'areas');
  checkLength('Minutes after', minutesAfter.length, baseline.length, 'areas');
  const {low, central, high, source} = elasticity;
  if (source.trim() === '') return noAnswer('no-source');
  if (!(low >= 0 && low <= central && central <= high && high < Infinity)) {
    return noAnswer(
      'bad-number',
      `The range is ${low}, ${central}, ${high}; give low, central and high in that order, from 0.`,
    );
  }
  let base = 0;
  let fewer = 0;
  let areasNotKnown = 0;
  for (let area = 0; area < baseline.length; area++) {
    const admissions = baseline[area]!;
    const [before, after] = [minutesBefore[area]!, minutesAfter[area]!];
    if (!(admissions >= 0 && before < Infinity && after < Infinity)) {
      areasNotKnown++;
      continue;
    }
    base += admissions;
    // No travel at all cannot fall, and any rise from it has no percentage.
    if (before > 0) fewer += (admissions * (before - after)) / before;
  }
  const [one, two] = [fewer * low, fewer * high];
  return {
    low: Math.min(one, two),
    central: fewer * central,
    high: Math.max(one, two),
    baseline: base,
    source,
    areasNotKnown,
  };
}
