import {describe, expect, it} from 'vitest';
import {tickText, unitText, valueText, withUnit} from '../../../renderer/measures/value-text.ts';

describe('a value of a measure', () => {
  it('is in minutes with one decimal, in whole people, and an index to three digits with a true minus', () => {
    expect(withUnit(12.345, 'minutes')).toBe('12.3 min');
    expect(withUnit(12_345.4, 'people')).toBe('12,345 people');
    expect(valueText(-0.034_567, '−1 to 1')).toBe('−0.0346');
    expect(valueText(0, '−1 to 1')).toBe('0');
    expect(withUnit(-0.034_567, '−1 to 1')).toBe('−0.0346');
    expect(withUnit(68.04, '%')).toBe('68.0%');
  });

  it('of capacity is said by the thousand people: a little of it is never nothing', () => {
    expect(withUnit(0.000_064, 'capacity a person')).toBe('0.064 per 1,000 people');
    expect(unitText('capacity a person')).toBe('per 1,000 people');
  });

  it('that is not there has no unit either', () => {
    expect(withUnit(null, 'minutes')).toBe('–');
  });

  it('at an axis is whole wherever it is', () => {
    expect(tickText(20, 'minutes')).toBe('20');
    expect(tickText(2.5, 'minutes')).toBe('2.5');
    expect(tickText(0.000_05, 'capacity a person')).toBe('0.05');
  });
});
