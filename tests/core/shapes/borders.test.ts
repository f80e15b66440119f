import {describe, expect, it} from 'vitest';
import {bordersBetween} from '../../../src/core/shapes/borders.ts';
import type {AreaShape} from '../../../src/core/shapes/catchment.ts';

const square = (x: number, y: number): AreaShape => ({
  type: 'Feature',
  properties: {},
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + 1, y],
        [x + 1, y + 1],
        [x, y + 1],
        [x, y],
      ],
    ],
  },
});

describe('borders between groups of areas', () => {
  const four = [square(0, 0), square(1, 0), square(0, 1), square(1, 1)];

  it('are the edges that two groups share, each once', () => {
    expect(bordersBetween(four, [1, 1, 2, 2]).coordinates).toEqual([
      [
        [0, 1],
        [1, 1],
      ],
      [
        [1, 1],
        [2, 1],
      ],
    ]);
    expect(bordersBetween(four, [1, 2, 3, 4]).coordinates).toHaveLength(4);
  });

  it('are none within one group, at the outer edge, or of an area without a shape', () => {
    expect(bordersBetween(four, [7, 7, 7, 7]).coordinates).toEqual([]);
    expect(bordersBetween([four[0]!, null], [1, 2]).coordinates).toEqual([]);
  });
});
