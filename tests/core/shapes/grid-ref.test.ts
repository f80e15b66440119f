import {describe, expect, it} from 'vitest';
import {gridOf, isOnGrid, lonLatOf} from '../../../src/core/shapes/grid-ref.ts';

describe('the National Grid', () => {
  it('gives the water tower at Caister within five metres of where it is', () => {
    // TG 51409 13177, the worked example of Ordnance Survey's guide; its place in WGS84 is N 52° 39′ 28.72″, E 1° 42′ 57.79″.
    const [lon, lat] = lonLatOf(651_409.903, 313_177.27);
    const metres = Math.hypot(
      (lon - (1 + 42 / 60 + 57.79 / 3600)) * 67_600,
      (lat - (52 + 39 / 60 + 28.72 / 3600)) * 111_200,
    );
    expect(metres).toBeLessThan(5);
  });

  it('comes back to the same metre from every corner of Britain', () => {
    for (let easting = 80_000; easting < 660_000; easting += 23_456)
      for (let northing = 5_000; northing < 1_220_000; northing += 34_567) {
        const [lon, lat] = lonLatOf(easting, northing);
        const [east, north] = gridOf(lon, lat);
        expect(Math.hypot(east - easting, north - northing)).toBeLessThan(0.1);
      }
  });

  it('knows what cannot be on it', () => {
    expect(isOnGrid(485_466, 308_867)).toBe(true);
    expect(isOnGrid(-1, 308_867)).toBe(false);
    expect(isOnGrid(485_466, 1_300_001)).toBe(false);
    expect(isOnGrid(Number.NaN, 0)).toBe(false);
  });
});
