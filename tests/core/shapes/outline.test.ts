import {booleanPointInPolygon} from '@turf/turf';
import {describe, expect, it} from 'vitest';
import {drain} from '../../../src/core/job.ts';
import {around} from '../../../src/core/shapes/around.ts';
import {isWithin, outlineOf} from '../../../src/core/shapes/outline.ts';
import {seeded, seeds} from '../random-town.ts';

type Point = [number, number];
const SQUARE: Point[] = [
  [0, 50],
  [1, 50],
  [1, 51],
  [0, 51],
];

describe('an outline', () => {
  it('holds what is inside its rings, without their holes', () => {
    const hole: Point[] = SQUARE.map(([lng, lat]) => [0.4 + lng / 5, 50.4 + (lat - 50) / 5]);
    const outline = outlineOf([[SQUARE, hole]]);
    expect(isWithin(outline, 0.2, 50.2)).toBe(true);
    expect(isWithin(outline, 0.5, 50.5)).toBe(false);
    expect(isWithin(outline, 1.2, 50.5)).toBe(false);
    expect(isWithin(outlineOf([]), 0, 50)).toBe(false);
  });

  it('of two that share an edge, exactly one holds a point on it', () => {
    const [west, east] = [outlineOf([[SQUARE]]), outlineOf([[SQUARE.map(([lng, lat]): Point => [lng + 1, lat])]])];
    for (const lat of [50, 50.25, 50.999])
      expect(Number(isWithin(west, 1, lat)) + Number(isWithin(east, 1, lat))).toBe(1);
  });

  it('agrees with an independent library on random stars', () => {
    for (const seed of seeds(200)) {
      const random = seeded(seed);
      const corners = 3 + Math.floor(random() * 12);
      const ring = Array.from({length: corners}, (_, corner): Point => {
        const angle = ((corner + random() * 0.8) / corners) * 2 * Math.PI;
        const far = 0.1 + random();
        return [far * Math.cos(angle), 52 + far * Math.sin(angle)];
      });
      const outline = outlineOf([[ring]]);
      const shape = {type: 'Polygon' as const, coordinates: [[...ring, ring[0]!]]};
      for (let point = 0; point < 20; point++) {
        const [lng, lat] = [random() * 3 - 1.5, 50.5 + random() * 3];
        expect(isWithin(outline, lng, lat), `seed ${seed}`).toBe(booleanPointInPolygon([lng, lat], shape));
      }
    }
  });
});

describe('what stands around', () => {
  it('is within so many metres of any origin, in a straight line', () => {
    // One kilometre is 0.008993 degrees of latitude, and at 60° north twice as many of longitude.
    const origins = {lng: [0], lat: [60]};
    const points = {lng: [0, 0, 0.01797, 0.0181], lat: [60.00899, 60.00901, 60, 60]};
    expect([...drain(around(points, origins, 1000))]).toEqual([1, 0, 1, 0]);
    expect([...drain(around(points, {lng: [], lat: []}, 1000))]).toEqual([0, 0, 0, 0]);
  });

  it('equals a look at every pair', () => {
    for (const seed of seeds(50)) {
      const random = seeded(seed);
      const some = (count: number) => ({
        lng: Array.from({length: count}, () => random() / 2),
        lat: Array.from({length: count}, () => 52 + random() / 2),
      });
      const [points, origins] = [some(60), some(15)];
      const metres = 500 + random() * 9000;
      const expected = points.lng.map((lng, point) =>
        Number(
          origins.lng.some((x, origin) => {
            const [y, lat] = [origins.lat[origin]!, points.lat[point]!];
            const across = (lng - x) * Math.cos((((y + lat) / 2) * Math.PI) / 180);
            return Math.hypot(across, lat - y) * 111_195 <= metres;
          }),
        ),
      );
      expect([...drain(around(points, origins, metres))], `seed ${seed}`).toEqual(expected);
    }
  });
});
