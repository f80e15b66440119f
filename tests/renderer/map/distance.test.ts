import {describe, expect, it} from 'vitest';
import {distanceText, metresAlong} from '../../../renderer/map/distance.ts';

describe('a distance on the map', () => {
  it('is that of the great circle: a degree of the meridian is 111.195 km, London to Manchester 262 km', () => {
    expect(metresAlong([])).toBe(0);
    expect(metresAlong([[0, 50]])).toBe(0);
    expect(
      metresAlong([
        [0, 50],
        [0, 51],
      ]),
    ).toBeCloseTo(111_195, 0);
    expect(
      metresAlong([
        [-0.1276, 51.5072],
        [-2.2426, 53.4808],
      ]),
    ).toBeCloseTo(262_100, -3);
  });

  it('adds up from point to point', () => {
    const [a, b, c] = [
      [-1, 52],
      [-1.1, 52.1],
      [-1.3, 52],
    ] as [number, number][] as [[number, number], [number, number], [number, number]];
    expect(metresAlong([a, b, c])).toBeCloseTo(metresAlong([a, b]) + metresAlong([b, c]), 6);
  });

  it('is said in the unit that a person would use', () => {
    expect([0, 849.6, 1000, 9994, 12_345].map(distanceText)).toEqual(['0 m', '850 m', '1.00 km', '9.99 km', '12.3 km']);
  });
});
