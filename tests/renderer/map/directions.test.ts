import {describe, expect, it} from 'vitest';
import {bearing, compass, kilometresBetween} from '../../../renderer/map/directions.ts';
import {roundBelow} from '../../../renderer/map/scale.tsx';

describe('which way and how far', () => {
  it('are those of the compass', () => {
    const here: [number, number] = [0, 53];
    expect(compass(bearing(here, [0, 54]))).toBe('north');
    expect(compass(bearing(here, [1, 53]))).toBe('east');
    expect(compass(bearing(here, [-1, 53]))).toBe('west');
    expect(compass(bearing(here, [-0.8, 52.5]))).toBe('south-west');
  });

  it('count a degree of latitude as 111 kilometres', () => {
    expect(kilometresBetween([0, 53], [0, 54])).toBeCloseTo(111.2, 0);
    expect(kilometresBetween([0, 53], [0, 53])).toBe(0);
  });
});

describe('the scale', () => {
  it('is of a round length that is not too long', () => {
    expect([1, 1.9, 2, 4.99, 7, 950, 5200].map(roundBelow)).toEqual([1, 1, 2, 2, 5, 500, 5000]);
  });
});
