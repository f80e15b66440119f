import {describe, expect, it} from 'vitest';
import {chance} from '../../seeds/chance.ts';
import {toLonLat} from '../../seeds/place.ts';
import {isInside, type Point} from '../../seeds/plane.ts';
import {makeTown} from '../../seeds/town.ts';
import {metresBetween} from './street-oracle.ts';

const town = makeTown();

/** Coordinates as whole millionths of a degree from a near corner: sums of their products are exact. */
const whole = (node: number): [number, number] => {
  const [lon, lat] = town.survey.ground.lonLat[node]!;
  return [Math.round(lon * 1e6) - 1_000_000, Math.round(lat * 1e6) - 53_500_000];
};
const rings = town.areas.map((a) => a.rings.map((ring) => ring.map(whole)));

function twiceArea(ring: readonly (readonly [number, number])[]): number {
  return ring.reduce((sum, p, i) => {
    const q = ring[(i + 1) % ring.length]!;
    return sum + p[0] * q[1] - q[0] * p[1];
  }, 0);
}

describe('the areas of the sample town', () => {
  const sides = new Map<string, number>();
  rings.forEach((area, a) => {
    for (const ring of area) {
      ring.forEach((p, i) => {
        const key = `${p}>${ring[(i + 1) % ring.length]}`;
        expect(sides.has(key), `the side ${key} belongs to two areas`).toBe(false);
        sides.set(key, a);
      });
    }
  });
  const back = (key: string) => key.split('>').reverse().join('>');
  const outer = [...sides.keys()].filter((key) => !sides.has(back(key)));

  it('share every inner border to the last digit, and what is left is one outline', () => {
    expect(outer.length).toBeLessThan(sides.size / 5);
    const onward = new Map(outer.map((key) => key.split('>') as [string, string]));
    expect(onward.size, 'no point of the outline is passed twice').toBe(outer.length);
    let walked = 0;
    const start = onward.keys().next().value!;
    for (let at = start; walked === 0 || at !== start; at = onward.get(at)!) walked++;
    expect(walked).toBe(outer.length);
  });

  it('fill that outline exactly: their sizes add up to its size', () => {
    const onward = new Map(outer.map((key) => key.split('>') as [string, string]));
    const outline: [number, number][] = [];
    const start = onward.keys().next().value!;
    let at = start;
    do {
      outline.push(at.split(',').map(Number) as [number, number]);
      at = onward.get(at)!;
    } while (at !== start);
    expect(rings.flat().reduce((sum, ring) => sum + twiceArea(ring), 0)).toBe(twiceArea(outline));
  });

  it('are simple polygons, anticlockwise, in one piece', () => {
    rings.forEach((area, a) => {
      expect(area, town.areas[a]!.name).toHaveLength(1);
      const ring = area[0]!;
      expect(twiceArea(ring)).toBeGreaterThan(0);
      expect(new Set(ring.map(String)).size).toBe(ring.length);
      for (let i = 0; i < ring.length; i++) {
        for (let j = i + 2; j < ring.length; j++) {
          if (i === 0 && j === ring.length - 1) continue;
          expect(
            cross(ring[i]!, ring[i + 1]!, ring[j]!, ring[(j + 1) % ring.length]!),
            `${town.areas[a]!.name} crosses itself`,
          ).toBe(false);
        }
      }
    });
  });

  it('leave no point of the district in two areas or in none', () => {
    const next = chance(7);
    const outlines = rings.map((area) => area[0]!);
    let inside = 0;
    for (let k = 0; k < 4000; k++) {
      const p: Point = [next() * 260_000 + 58_000 + 0.5, next() * 227_000 + 27_000 + 0.5];
      const holders = outlines.filter((ring) => isInside(ring, p)).length;
      expect(holders).toBeLessThanOrEqual(1);
      inside += holders;
    }
    // What the points say of the size of the whole agrees with the sum of the areas to a few parts in a hundred.
    const share = rings.flat().reduce((sum, ring) => sum + twiceArea(ring) / 2, 0) / (260_000 * 227_000);
    expect(Math.abs(inside / 4000 - share)).toBeLessThan(0.03);
  });

  it('have their people’s middle inside them and by a street', () => {
    const streetNodes = new Set(town.survey.streets.all.flatMap((s) => town.survey.ground.alongEdge[s.edge]!));
    const places = [...streetNodes].map((n) => town.survey.ground.lonLat[n]!);
    town.areas.forEach((area, a) => {
      const middle = toLonLat(town.survey.ground.middle[area.heart]!);
      const p: Point = [middle[0] * 1e6 - 1_000_000, middle[1] * 1e6 - 53_500_000];
      expect(isInside(rings[a]![0]!, p), area.name).toBe(true);
      const nearest = places.reduce((least, q) => Math.min(least, metresBetween(middle, q)), Number.POSITIVE_INFINITY);
      expect(nearest, area.name).toBeLessThan(150);
    });
  });
});

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const turn = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}
