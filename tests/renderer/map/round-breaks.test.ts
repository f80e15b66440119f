import {describe, expect, it} from 'vitest';
import {roundBreaks} from '../../../renderer/map/round-breaks.ts';

describe('breaks of a measure on the map', () => {
  it.each([
    [
      [0, 115.5],
      [20, 40, 60, 80, 100],
    ],
    [
      [3, 17],
      [5, 7.5, 10, 12.5, 15],
    ],
    [
      [0, 1],
      [0.2, 0.4, 0.6, 0.8],
    ],
    [
      [-12, 4],
      [-10, -7.5, -5, -2.5, 0, 2.5],
    ],
    [[7, 7], []],
    [[], []],
  ])('of %j are %j', (values, breaks) => {
    expect(roundBreaks(values)).toEqual(breaks);
  });

  it('are few, ascending and inside, whatever the values', () => {
    let seed = 11;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    for (let run = 0; run < 2000; run++) {
      const size = 10 ** (random() * 12 - 6);
      const values = Array.from({length: 2 + Math.floor(random() * 20)}, () => (random() - 0.3) * size);
      const breaks = roundBreaks(values);
      expect(breaks.length).toBeLessThanOrEqual(6);
      expect(breaks.length).toBeGreaterThanOrEqual(2);
      breaks.forEach((each, at) => {
        expect(each).toBeGreaterThan(breaks[at - 1] ?? Math.min(...values));
        expect(each).toBeLessThan(Math.max(...values));
      });
    }
  });
});
