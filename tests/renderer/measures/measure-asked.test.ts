import {describe, expect, it} from 'vitest';
import {duplicationAsked, measureAsked} from '../../../renderer/measures/measure-asked.ts';
import type {MeasureWish} from '../../../renderer/state/measure-wish.ts';

const QUESTION = {service: 'dialysis', mode: 'drive', within: 30, weight: 0.5} as const;
const WISH: MeasureWish = {
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
const PLAIN = {decays: false, shareAvoided: 0};
const ACCESS = {takesOf: false, page: 'access'} as const;
const EQUITY = {takesOf: true, page: 'equity'} as const;

describe('a measure as the engine is asked it', () => {
  it('takes the question above, and nothing that it has no use for', () => {
    expect(measureAsked(QUESTION, WISH, ACCESS, PLAIN)).toEqual({
      measure: 'closest',
      service: 'dialysis',
      mode: 'drive',
      within: 30,
      people: 'residents',
      lens: 'imd',
    });
  });

  it('is compared only where there are two options to compare', () => {
    expect(measureAsked({...QUESTION, option: 'b', against: 'as-now'}, WISH, ACCESS, PLAIN)).toMatchObject({
      against: 'as-now',
    });
    expect(measureAsked({...QUESTION, against: 'as-now'}, WISH, ACCESS, PLAIN)).not.toHaveProperty('against');
  });

  it('says of what an index is, and which choice where that is of a choice', () => {
    const asked = measureAsked(QUESTION, {...WISH, measure: 'gini', of: 'kth-closest', choice: 3}, EQUITY, PLAIN);
    expect(asked).toMatchObject({measure: 'gini', of: 'kth-closest', k: 3});
    expect(measureAsked(QUESTION, {...WISH, of: 'kth-closest'}, ACCESS, PLAIN)).not.toHaveProperty('k');
  });

  it('draws a line only where the planner drew one', () => {
    expect(measureAsked(QUESTION, {...WISH, measure: 'poverty', line: 20}, EQUITY, PLAIN)).toMatchObject({line: 20});
    expect(measureAsked(QUESTION, {...WISH, measure: 'poverty'}, EQUITY, PLAIN)).not.toHaveProperty('line');
  });
});

describe('duplicates as the engine is asked for them', () => {
  it('do without a site only where one is named', () => {
    expect(duplicationAsked(QUESTION, null)).not.toHaveProperty('without');
    expect(duplicationAsked(QUESTION, 'site-1')).toMatchObject({service: 'dialysis', without: 'site-1'});
  });
});
