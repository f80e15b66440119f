import {type NoAnswer, noAnswer} from '../access/no-answer.ts';
import type {SortedValues} from './inequality.ts';

/** Foster, Greer and Thorbecke's three: how many are poor, how poor on average, and how much the poorest weigh. */
export interface Poverty {
  headcount: number;
  gap: number;
  severity: number;
}

/**
 * Access poverty: people whose access is *below* a line (Foster, Greer & Thorbecke 1984), as in ipeaGIT/accessibility.
 *
 * Headcount is the share below; gap the mean shortfall as a share of the line, everyone else counting 0; severity the mean
 * of its square. All from 0 to 1. The line is a choice and must be stated.
 */
export function accessPoverty(sorted: SortedValues, line: number): Poverty | NoAnswer {
  return poverty(sorted, line, (value) => (line - value) / line);
}

/**
 * Travel poverty: people whose minutes are *above* a line. The same with the excess over the line in place of the
 * shortfall, so gap and severity may exceed 1. People out of reach have no minutes and are not in it: show them beside it.
 */
export function travelPoverty(sorted: SortedValues, line: number): Poverty | NoAnswer {
  return poverty(sorted, line, (value) => (value - line) / line);
}

function poverty(sorted: SortedValues, line: number, shortfall: (value: number) => number): Poverty | NoAnswer {
  if (!(line > 0 && line < Infinity)) return noAnswer('bad-number', `The line is ${line}; give a number above 0.`);
  const answer: Poverty = {headcount: 0, gap: 0, severity: 0};
  sorted.share.forEach((p, n) => {
    const short = shortfall(sorted.value[n]!);
    if (short <= 0) return;
    answer.headcount += p;
    answer.gap += p * short;
    answer.severity += p * short * short;
  });
  return answer;
}
