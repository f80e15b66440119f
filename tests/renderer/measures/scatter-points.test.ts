import {describe, expect, it} from 'vitest';
import {axisOf, dotsOf, nearest} from '../../../renderer/measures/scatter-points.ts';

const BOX = {width: 200, height: 100};
const AREAS = {
  code: ['a', 'b', 'c', 'd'],
  name: ['A', 'B', 'C', 'D'],
  people: [100, 200, 300, null],
  value: [12, 3, null, 20],
};
const DECILES = new Map<string, number | null>([
  ['a', 10],
  ['b', 1],
  ['c', 2],
  ['d', null],
]);

describe('the scatter of areas', () => {
  it('draws each area with a value and a decile once, and counts the others', () => {
    const {dots, without} = dotsOf(AREAS, DECILES, BOX);
    expect(dots.map(({code}) => code)).toEqual(['b', 'a']);
    expect(without).toBe(2);
  });

  it('keeps every dot within its decile and its height on the axis, always at the same place', () => {
    const value = Array.from({length: 500}, (_, n) => n % 37);
    const code = value.map((_, n) => `area ${n}`);
    const areas = {code, name: code, people: value, value};
    const deciles = new Map(code.map((each, n) => [each, (n % 10) + 1]));
    const {dots, axis} = dotsOf(areas, deciles, BOX);
    for (const dot of dots) {
      expect(Math.floor(dot.x / 20) + 1).toBe(dot.decile);
      expect((1 - dot.y / 100) * axis.end).toBeCloseTo(dot.value, 9);
    }
    expect(dotsOf(areas, deciles, BOX).dots).toEqual(dots);
  });

  it('has an axis that holds every value, in steps of 1, 2 or 5', () => {
    expect(axisOf(26.6)).toEqual({end: 30, ticks: [0, 10, 20, 30]});
    expect(axisOf(0)).toEqual({end: 1, ticks: [0, 1]});
    for (const most of [0.000_07, 0.9, 1, 4, 19, 20, 21, 480, 99_999]) {
      const {end, ticks} = axisOf(most);
      expect(end).toBeGreaterThanOrEqual(most * (1 - 1e-9));
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(6);
    }
  });

  it('finds the dot under a finger, and none where none is near', () => {
    const {dots} = dotsOf(AREAS, DECILES, BOX);
    const [first] = dots;
    expect(nearest(dots, first!.x + 2, first!.y - 2, 10)).toBe(first);
    expect(nearest(dots, 100, 0, 10)).toBeNull();
  });
});
