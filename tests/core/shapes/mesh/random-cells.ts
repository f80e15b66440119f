import type {Polygon} from '../../../../src/core/shapes/mesh/rings.ts';
import {seeded} from '../../random-town.ts';

/**
 * A district cut into areas that share their borders point by point: a grid whose crossings are shaken and whose borders
 * wind through points of their own. Every fifth area or so has a hole that is another area, and some are of two parts.
 */
export function randomCells(seed: number, size: number, pointsInBorder: number): Polygon[][] {
  const random = seeded(seed);
  const shake = (reach: number) => (random() - 0.5) * reach;
  const step = 0.01;
  const crossings = Array.from({length: size + 1}, (_, row) =>
    Array.from({length: size + 1}, (_, column): [number, number] => [
      -1 + column * step + shake(step / 3),
      53 + row * step + shake(step / 3),
    ]),
  );
  const between = (from: [number, number], to: [number, number]): [number, number][] =>
    Array.from({length: pointsInBorder}, (_, index) => {
      const share = (index + 1) / (pointsInBorder + 1);
      const at = (axis: 0 | 1) => from[axis] + share * (to[axis] - from[axis]) + shake(step / (4 * pointsInBorder + 4));
      return [at(0), at(1)];
    });
  const at = (row: number, column: number) => crossings[row]![column]!;
  const across = crossings.map((_, row) =>
    Array.from({length: size}, (_, column) => between(at(row, column), at(row, column + 1))),
  );
  const up = Array.from({length: size}, (_, row) =>
    Array.from({length: size + 1}, (_, column) => between(at(row, column), at(row + 1, column))),
  );
  const areas: Polygon[][] = [];
  const holes: Polygon[][] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const ring = [
        at(row, column),
        ...across[row]![column]!,
        at(row, column + 1),
        ...up[row]![column + 1]!,
        at(row + 1, column + 1),
        ...[...across[row + 1]![column]!].reverse(),
        at(row + 1, column),
        ...[...up[row]![column]!].reverse(),
      ];
      const closed = [...ring, ring[0]!];
      if (random() < 0.2) {
        const [x, y] = [
          (at(row, column)[0] + at(row + 1, column + 1)[0]) / 2,
          (at(row, column)[1] + at(row + 1, column + 1)[1]) / 2,
        ];
        const far = step / 12;
        const hole: [number, number][] = [
          [x - far, y - far],
          [x + far, y - far],
          [x + far, y + far],
          [x - far, y + far],
          [x - far, y - far],
        ];
        areas.push([[closed, [...hole].reverse()]]);
        holes.push([[hole]]);
      } else areas.push([[closed]]);
    }
  }
  const all = [...areas, ...holes];
  // Two far corners are one area of two parts.
  const last = all.splice(size * size - 1, 1)[0]!;
  all[0] = [...all[0]!, ...last];
  return all;
}
