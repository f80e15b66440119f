import {describe, expect, it} from 'vitest';
import {drain} from '../../../src/core/job.ts';
import {type AreaShape, catchment, pointsWithin, squareKilometres} from '../../../src/core/shapes/catchment.ts';
import {seeded} from '../random-town.ts';

/** A square of a chessboard whose corner is at the equator, 0.01 degrees a side. */
function square(column: number, row: number): AreaShape {
  const [west, south, side] = [column / 100, row / 100, 0.01];
  const ring = [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ];
  return {type: 'Feature', properties: {}, geometry: {type: 'Polygon', coordinates: [ring]}};
}

describe('the catchment of a site', () => {
  it('is the worked example of the methods: two neighbours become one shape, with their people and size', () => {
    const shapes = [square(0, 0), square(1, 0), square(0, 1)];
    const answer = drain(catchment(7, Int32Array.of(7, 7, 3), [100, 250, 999], shapes));
    expect([answer.people, answer.areas]).toEqual([350, 2]);
    expect(answer.shape!.geometry.type).toBe('Polygon');
    // 0.02° × 0.01° at the equator, on a sphere of 6,371.0088 km
    const degree = (Math.PI / 180) * 6371.0088;
    expect(answer.squareKilometres).toBeCloseTo(0.02 * 0.01 * degree * degree, 2);
  });

  it('is nothing for a site nobody is closest to', () => {
    expect(drain(catchment(5, Int32Array.of(7, -1), [1, 2], [square(0, 0), null]))).toEqual({
      shape: null,
      squareKilometres: 0,
      people: 0,
      areas: 0,
      areasWithoutShape: 0,
      areasNotKnown: 0,
    });
  });

  it('counts the people of an area that has no shape, and says so', () => {
    const answer = drain(catchment(0, Int32Array.of(0, 0, 0), [1, 2, Number.NaN], [square(0, 0), null, square(5, 5)]));
    expect([answer.people, answer.areasWithoutShape, answer.areasNotKnown]).toEqual([3, 1, 1]);
    expect(answer.shape!.geometry.type).toBe('MultiPolygon');
  });

  it('covers every square of a random board once: sizes of all catchments add up to the board', () => {
    const random = seeded(11);
    const shapes = Array.from({length: 144}, (_, i) => square(i % 12, Math.floor(i / 12)));
    const allocated = Int32Array.from(shapes, () => Math.floor(random() * 5));
    const sizes = [0, 1, 2, 3, 4].map((site) => drain(catchment(site, allocated, new Float64Array(144), shapes)));
    const board = shapes.reduce((sum, shape) => sum + squareKilometres(shape), 0);
    expect(sizes.reduce((sum, one) => sum + one.squareKilometres, 0)).toBeCloseTo(board, 6);
    for (const [site, one] of sizes.entries()) {
      const centres = shapes.map((_, i) => [(i % 12) / 100 + 0.005, Math.floor(i / 12) / 100 + 0.005]);
      const inside = pointsWithin(one.shape!, centres);
      expect(inside).toEqual([...allocated.keys()].filter((area) => allocated[area] === site));
    }
  });

  it('reports each joining of two pieces', () => {
    const shapes = Array.from({length: 9}, (_, i) => square(i, 0));
    const told: number[] = [];
    drain(catchment(0, new Int32Array(9), new Float64Array(9), shapes), (p) => told.push(p.done));
    expect(told.length).toBeGreaterThanOrEqual(8);
    expect(told.at(-1)).toBe(9 - 2 + 1);
  });
});

describe('points in a shape', () => {
  it('are inside, outside, and on the boundary inside', () => {
    expect(
      pointsWithin(square(0, 0), [
        [0.005, 0.005],
        [0.02, 0.005],
        [0, 0.005],
      ]),
    ).toEqual([0, 2]);
  });
});
