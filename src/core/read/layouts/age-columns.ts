import {agesOf, bandLabel} from '../age-bands.ts';
import {count} from '../cell-rules.ts';
import type {Column} from '../layout.ts';

/** Columns of people by age. Which ages a heading names is for age-bands.ts to say; this only has to see that it names some. */

export const ageBands: Column = {
  role: 'age band',
  label: 'columns of people by age (Aged 16 to 24 years, 0-15, 85+)',
  // Words around the ages come and go; what the heading then names is checked by agesOf.
  named: {test: (stem) => agesOf(stem) !== null},
  rule: count,
  must: true,
  each: true,
};

/** One band that must be there, however it is written. */
export function band(from: number, to: number | null): Column {
  const wanted = bandLabel({from, to});
  return {
    ...ageBands,
    label: `people aged ${wanted}`,
    named: {
      test: (stem) => {
        const ages = agesOf(stem);
        return ages !== null && bandLabel(ages) === wanted;
      },
    },
  };
}

export const total: Column = {
  role: 'total',
  label: 'the total of residents',
  named:
    /^(total|all ages|all persons|all people|persons|total population|all usual residents|total: all usual residents|(variable: |age: )?all usual residents; measures: value|age: all categories: age; measures: value|usual residents|population|observation|total residents)$/,
  rule: count,
  must: true,
};
