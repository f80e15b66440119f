import {describe, expect, it} from 'vitest';
import {curvePath, tenths, valueAt} from '../../../renderer/measures/curve-points.ts';

const EQUAL = {people: [0, 0.5, 1], value: [0, 0.5, 1]};
const UNEQUAL = {people: [0, 0.5, 1], value: [0, 0.2, 1]};

describe('a curve of shares', () => {
  it('is read between its points in a straight line', () => {
    expect(valueAt(UNEQUAL, 0.25)).toBeCloseTo(0.1, 12);
    expect(valueAt(UNEQUAL, 0.75)).toBeCloseTo(0.6, 12);
    expect(valueAt(UNEQUAL, 0)).toBe(0);
  });

  it('ends with everything, even where its last point falls short of 1 by rounding', () => {
    expect(valueAt({people: [0, 1 - 1e-12], value: [0, 1]}, 1)).toBe(1);
  });

  it('that is equal is its own table, tenth by tenth', () => {
    for (const {people, value} of tenths(EQUAL)) expect(value).toBeCloseTo(people, 12);
    expect(tenths(UNEQUAL)).toHaveLength(11);
  });

  it('is drawn from the corner below at the left to the one above at the right, with no more points than pixels', () => {
    const many = Array.from({length: 20_001}, (_, n) => n / 20_000);
    const path = curvePath({people: many, value: many}, 200, 100);
    expect(path.startsWith('M0.0 100.0')).toBe(true);
    expect(path.endsWith('L200.0 0.0')).toBe(true);
    expect(path.split('L').length).toBeLessThanOrEqual(402);
  });
});
