import {describe, expect, it} from 'vitest';
import {shareOfBand, usersOf} from '../../../src/core/journeys/users.ts';

describe('expected users', () => {
  it('is the worked example of the methods: a band counts by its share of years', () => {
    expect(shareOfBand({fromAge: 10, toAge: 14}, 12, 120)).toBe(3 / 5);
    expect(shareOfBand({fromAge: 10, toAge: 14}, 0, 120)).toBe(1);
    expect(shareOfBand({fromAge: 10, toAge: 14}, 15, 120)).toBe(0);
    // "65 and over" is taken to end at 90: 16 of 26 years are 75 and over
    expect(shareOfBand({fromAge: 65, toAge: 120}, 75, 120)).toBe(16 / 26);
  });

  it('adds up the bands of each area at the rate for 1,000', () => {
    const bands = [
      {fromAge: 0, toAge: 15},
      {fromAge: 16, toAge: 120},
    ];
    const byBand = Float64Array.of(100, 200, 1000, 3000);
    expect([...usersOf(byBand, bands, 2, 16, 120, 10)]).toEqual([10, 30]);
    expect([...usersOf(byBand, bands, 2, 0, 120, 1000)]).toEqual([1100, 3200]);
    expect([...usersOf(Float64Array.of(Number.NaN, 1, 1, 1), bands, 2, 0, 120, 1000)]).toEqual([Number.NaN, 2]);
  });
});
