import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {booleanPointInPolygon} from '@turf/turf';
import {describe, expect, it} from 'vitest';
import {areaAt, boxesOf} from '../../../../renderer/map/areas/find-area.ts';
import {englandAreas, polygonsOf} from '../../../../src/core/bench/map/england.ts';
import {drain} from '../../../../src/core/job.ts';
import {areaMesh} from '../../../../src/core/shapes/mesh/area-mesh.ts';
import {edgesOf} from '../../../../src/core/shapes/mesh/edges.ts';
import {mercatorX, mercatorY, type Polygon, type Rings, ringsOf} from '../../../../src/core/shapes/mesh/rings.ts';
import {simplified} from '../../../../src/core/shapes/mesh/simplify.ts';
import {type AreaMesh, meshBytes, meshIn, NO_AREA} from '../../../../src/domain/area-mesh.ts';
import {seeded} from '../../random-town.ts';
import {randomCells} from './random-cells.ts';

const SEEDS = Array.from({length: 40}, (_, seed) => seed + 1);

/** The surface of every area by its rings, holes taken off. */
function surfaces({areas, start, area, x, y, isOutline}: Rings): number[] {
  const sums = new Array<number>(areas).fill(0);
  area.forEach((of, ring) => {
    const [from, end] = [start[ring]!, start[ring + 1]!];
    let twice = 0;
    for (let point = from; point < end; point++) {
      const next = point + 1 < end ? point + 1 : from;
      twice += (x[point]! - x[from]!) * (y[next]! - y[from]!) - (x[next]! - x[from]!) * (y[point]! - y[from]!);
    }
    sums[of]! += ((isOutline[ring] ? 1 : -1) * Math.abs(twice)) / 2;
  });
  return sums;
}

/** The same by its triangles. */
function painted({areas, points, corners, firstCorner}: AreaMesh): number[] {
  return Array.from({length: areas}, (_, area) => {
    let twice = 0;
    for (let at = firstCorner[area]!; at < firstCorner[area + 1]!; at += 3) {
      const [a, b, c] = [corners[at]! * 2, corners[at + 1]! * 2, corners[at + 2]! * 2];
      twice += Math.abs(
        (points[b]! - points[a]!) * (points[c + 1]! - points[a + 1]!) -
          (points[c]! - points[a]!) * (points[b + 1]! - points[a + 1]!),
      );
    }
    return twice / 2;
  });
}

/** Pairs of areas that share a border, each stretch once, by another way: texts of coordinates in a set. */
function naiveNeighbours(areas: readonly Polygon[][]): string[] {
  const first = new Map<string, number>();
  const found: string[] = [];
  areas.forEach((polygons, area) => {
    for (const ring of polygons.flat()) {
      for (let at = 0; at + 1 < ring.length; at++) {
        const key = [String(ring[at]), String(ring[at + 1])].sort().join(' ');
        const other = first.get(key);
        if (other === undefined) first.set(key, area);
        else if (other !== area) found.push(`${other} ${area}`);
      }
    }
  });
  return found.sort();
}

function neighbours(rings: Rings): string[] {
  const {area, other} = edgesOf(rings);
  return [...area].flatMap((of, edge) => (other[edge] === NO_AREA ? [] : [`${of} ${other[edge]}`])).sort();
}

describe('the mesh of areas', () => {
  it('has triangles that cover each area once, whatever its holes and parts', () => {
    for (const seed of SEEDS) {
      const rings = ringsOf(randomCells(seed, 5, 4));
      const expected = surfaces(rings);
      painted(drain(areaMesh(rings))).forEach((surface, area) => {
        expect(Math.abs(surface / expected[area]! - 1), `seed ${seed}, area ${area}`).toBeLessThan(1e-3);
      });
    }
  });

  it('has every stretch of border once, between the areas that a naive search finds', () => {
    for (const seed of SEEDS) {
      const areas = randomCells(seed, 4, 3);
      expect(neighbours(ringsOf(areas)), `seed ${seed}`).toEqual(naiveNeighbours(areas));
    }
  });

  it('finds the area at a point as turf does', () => {
    for (const seed of SEEDS) {
      const areas = randomCells(seed, 4, 3);
      const mesh = drain(areaMesh(ringsOf(areas)));
      const boxes = boxesOf(mesh);
      const random = seeded(seed);
      for (let n = 0; n < 100; n++) {
        const at = [-1.01 + random() * 0.06, 52.99 + random() * 0.06] as const;
        const inside = areas.flatMap((polygons, area) => {
          const shape = {type: 'MultiPolygon' as const, coordinates: polygons as unknown as [number, number][][][]};
          return booleanPointInPolygon([...at], shape) ? [area] : [];
        });
        const found = areaAt(mesh, boxes, mercatorX(at[0]) - mesh.originX, mercatorY(at[1]) - mesh.originY);
        expect(found === null ? [] : [found], `seed ${seed}, ${at}`).toEqual(inside);
      }
    }
  });

  it('keeps the numbers of areas that have no shape to draw', () => {
    const square: Polygon[] = [
      [
        [
          [0, 50],
          [1, 50],
          [1, 51],
          [0, 50],
        ],
      ],
    ];
    const mesh = drain(
      areaMesh(
        ringsOf([
          [],
          square,
          [
            [
              [
                [2, 50],
                [2, 50],
                [2, 50],
              ],
            ],
          ],
          square,
        ]),
      ),
    );
    expect([...mesh.firstCorner]).toEqual([0, 0, 3, 3, 6]);
    expect([...mesh.firstPoint]).toEqual([0, 0, 3, 3, 6]);
    expect(drain(areaMesh(ringsOf([]))).areas).toBe(0);
  });

  const england = join(import.meta.dirname, '../../../../../shared/data');
  const isHere = existsSync(join(england, 'boundaries/lsoa21_england_bsc.geojson.gz'));
  it.skipIf(!isHere)('of England has every one of its 33,755 areas, whole (skipped without the open data)', () => {
    const {features} = englandAreas(england);
    const rings = ringsOf(features.map(polygonsOf));
    const expected = surfaces(rings);
    const found = painted(drain(areaMesh(rings)));
    expect(found).toHaveLength(33_755);
    const wrong = found.filter((surface, area) => !(Math.abs(surface / expected[area]! - 1) < 0.02));
    expect(wrong).toEqual([]);
  });

  it('goes over the wire as bytes and comes back, or is known to be cut short', () => {
    const mesh = drain(areaMesh(ringsOf(randomCells(1, 4, 3))));
    const bytes = meshBytes(mesh);
    expect(meshIn(bytes.buffer as ArrayBuffer)).toEqual(mesh);
    expect(meshIn(bytes.slice(0, -4).buffer as ArrayBuffer)).toBeNull();
    expect(meshIn(new ArrayBuffer(12))).toBeNull();
  });
});

describe('simplified borders', () => {
  const tolerance = 2e-7;

  it('stay shared, leave no gap and lose no area', () => {
    for (const seed of SEEDS) {
      const before = ringsOf(randomCells(seed, 5, 12));
      const after = simplified(before, tolerance);
      expect(after.x.length).toBeLessThan(before.x.length);
      expect(new Set(neighbours(after)), `seed ${seed}`).toEqual(new Set(neighbours(before)));
      expect(Math.min(...surfaces(after))).toBeGreaterThan(0);
      // Inner borders may move, but what one area loses its neighbour gains: only the outline changes the sum.
      const inner = edgesOf(after);
      const shared = inner.other.filter((other) => other !== NO_AREA).length;
      expect(shared * 2 + (inner.other.length - shared)).toBe(after.x.length);
    }
  });

  it('are nowhere further from where they were than the tolerance', () => {
    for (const seed of SEEDS.slice(0, 10)) {
      const before = ringsOf(randomCells(seed, 3, 12));
      const after = simplified(before, tolerance);
      const {from, to} = edgesOf(after);
      for (let point = 0; point < before.x.length; point++) {
        let nearest = Infinity;
        for (let edge = 0; edge < from.length; edge++) {
          const [a, b] = [from[edge]!, to[edge]!];
          const [dx, dy] = [after.x[b]! - after.x[a]!, after.y[b]! - after.y[a]!];
          const [px, py] = [before.x[point]! - after.x[a]!, before.y[point]! - after.y[a]!];
          const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
          nearest = Math.min(nearest, Math.hypot(px - along * dx, py - along * dy));
        }
        expect(nearest).toBeLessThanOrEqual(tolerance * 1.000001);
      }
    }
  });

  it('are made until no more points are left than asked for', () => {
    const rings = ringsOf(randomCells(3, 6, 40));
    const mesh = drain(areaMesh(rings, 3000));
    expect(mesh.points.length / 2).toBeLessThanOrEqual(3000);
    expect(painted(mesh).filter((surface) => surface > 0)).toHaveLength(mesh.areas);
  });

  const real = join(
    import.meta.dirname,
    '../../../../../shared/data/boundaries/lsoa21_regions/lsoa21_merseyside_bsc.geojson',
  );
  it.skipIf(!existsSync(real))(
    'of Merseyside keep its 923 areas and their neighbours (skipped without the open data)',
    () => {
      const {features} = JSON.parse(readFileSync(real, 'utf8')) as {
        features: {geometry: {type: string; coordinates: unknown}}[];
      };
      const areas = features.map(
        ({geometry: {type, coordinates}}) => (type === 'Polygon' ? [coordinates] : coordinates) as Polygon[],
      );
      const before = ringsOf(areas);
      const after = simplified(before, 30 / 24e6);
      expect(after.areas).toBe(923);
      expect(Math.min(...surfaces(after))).toBeGreaterThan(0);
      const {other} = edgesOf(after);
      const shared = other.filter((each) => each !== NO_AREA).length;
      const wasShared = edgesOf(before).other.filter((each) => each !== NO_AREA).length;
      expect(shared / other.length).toBeGreaterThan(0.98 * (wasShared / edgesOf(before).other.length));
      const [one, both] = [surfaces(before), surfaces(after)].map((all) => all.reduce((a, b) => a + b)) as [
        number,
        number,
      ];
      expect(Math.abs(both / one - 1)).toBeLessThan(0.002);
    },
  );
});
