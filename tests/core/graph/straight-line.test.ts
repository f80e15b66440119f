import {describe, expect, it} from 'vitest';
import {metresBetween} from '../../../src/core/graph/metres.ts';
import {straightLineTimes} from '../../../src/core/graph/straight-line.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {drain} from '../../../src/core/job.ts';
import {seeded} from '../../builders.ts';

const point = (lng: number, lat: number) => ({lng: Float64Array.of(lng), lat: Float64Array.of(lat)});

describe('times along straight lines', () => {
  it('ten kilometres at 35 km/h with a detour of 1.3 are 13 km and 22 minutes 17 seconds', () => {
    const north = 10_000 / metresBetween(0, 52, 0, 53);
    const {seconds, metres} = drain(straightLineTimes(point(0, 52), point(0, 52 + north), 1.3, 35, 4 * 3600));
    expect(metres[0]).toBe(13_000);
    expect(seconds[0]).toBe(22 * 60 + 17);
  });

  it('are the haversine’s to the metre, a hand’s breadth apart and across the country', () => {
    const random = seeded(3);
    const places = (scale: number) => {
      const lng = Float64Array.from({length: 40}, () => -1 + random() * scale);
      return {lng, lat: Float64Array.from({length: 40}, () => 52 + random() * scale)};
    };
    for (const scale of [1e-6, 1e-3, 1, 5]) {
      const [from, to] = [places(scale), places(scale)];
      const {metres} = drain(straightLineTimes(from, to, 1, 60, 18 * 3600));
      for (let pair = 0; pair < metres.length; pair++) {
        const [area, site] = [pair % 40, Math.floor(pair / 40)];
        const exact = metresBetween(from.lng[area]!, from.lat[area]!, to.lng[site]!, to.lat[site]!);
        expect(Math.abs(metres[pair]! - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
      }
    }
  });

  it('beyond the limit are out of reach, and exactly at it are not', () => {
    const [from, to] = [point(0, 52), point(0, 52.5)];
    const {seconds} = drain(straightLineTimes(from, to, 1, 60, 18 * 3600));
    expect(drain(straightLineTimes(from, to, 1, 60, seconds[0]!)).seconds[0]).toBe(seconds[0]);
    expect(drain(straightLineTimes(from, to, 1, 60, seconds[0]! - 1)).seconds[0]).toBe(UNREACHED);
  });

  it('need a detour of 1 or more and a speed', () => {
    expect(() => drain(straightLineTimes(point(0, 52), point(0, 53), 0.9, 35, 3600))).toThrow(RangeError);
    expect(() => drain(straightLineTimes(point(0, 52), point(0, 53), 1.3, 0, 3600))).toThrow(RangeError);
  });
});
