import {booleanPointInPolygon} from '@turf/turf';
import {describe, expect, it} from 'vitest';
import {insideOf} from '../../../src/core/shapes/inside.ts';
import {seeded} from '../../builders.ts';

type Ring = [number, number][];

function isInside(at: [number, number], polygons: Ring[][]): boolean {
  return booleanPointInPolygon(at, {type: 'MultiPolygon', coordinates: polygons}, {ignoreBoundary: true});
}

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describe('a point inside a shape', () => {
  it('is the centroid of a shape that holds it', () => {
    const [lng, lat] = insideOf([
      [
        box(0, 0, 2, 1)
          .slice(0, 4)
          .concat([[0, 0]]),
      ],
    ]);
    expect([lng, lat]).toEqual([1, 0.5]);
  });

  it.each<[string, Ring[][]]>([
    [
      'a horseshoe',
      [
        [
          [
            [0, 0],
            [3, 0],
            [3, 3],
            [2, 3],
            [2, 1],
            [1, 1],
            [1, 3],
            [0, 3],
            [0, 0],
          ],
        ],
      ],
    ],
    ['a ring round a hole', [[box(0, 0, 3, 3), box(0.5, 0.5, 2.5, 2.5)]]],
    ['two parts far from each other', [[box(0, 0, 1, 1)], [box(10, 10, 12, 12)]]],
    [
      'a sliver',
      [
        [
          [
            [0, 0],
            [10, 0.001],
            [10, 0.002],
            [5, 0.0012],
            [0, 0],
          ],
        ],
      ],
    ],
    [
      'an arrowhead',
      [
        [
          [
            [0, 0],
            [2, 1],
            [0, 2],
            [1.9, 1],
            [0, 0],
          ],
        ],
      ],
    ],
  ])('is inside %s, not on its edge', (_, polygons) => {
    expect(isInside(insideOf(polygons), polygons)).toBe(true);
  });

  it('is inside 500 random stars, with and without a hole', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const random = seeded(seed);
      const points = 5 + Math.floor(random() * 30);
      const star: Ring = Array.from({length: points}, (_, i) => {
        const [angle, far] = [(2 * Math.PI * i) / points, 0.2 + random()];
        return [far * Math.cos(angle) * 3, far * Math.sin(angle)];
      });
      star.push(star[0]!);
      const polygons = [random() < 0.5 ? [star] : [star, box(-0.05, -0.05, 0.05, 0.05)]];
      expect(isInside(insideOf(polygons), polygons), `seed ${seed}`).toBe(true);
    }
  });

  it('of a shape without a surface is one of its own points', () => {
    const [lng, lat] = insideOf([
      [
        [
          [1, 1],
          [2, 1],
          [3, 1],
          [1, 1],
        ],
      ],
    ]);
    expect(lat).toBe(1);
    expect(lng).toBeGreaterThanOrEqual(1);
    expect(lng).toBeLessThanOrEqual(3);
  });
});
