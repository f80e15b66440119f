import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {readShiftTable} from '../../../src/core/read/shift-table.ts';
import {exactGrid, exactLonLat, type ShiftTable} from '../../../src/core/shapes/exact-grid.ts';
import {lonLatOf} from '../../../src/core/shapes/grid-ref.ts';

const DATA = process.env.CLOSER_DATA ?? join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data');
const FILE = join(DATA, 'osgb', 'uk_os_OSTN15_NTv2_OSGBtoETRS.tif');
const HERE = existsSync(FILE);

/** Points that Ordnance Survey publishes with OSTN15 to test programs by: latitude, longitude (ETRS89), easting, northing. */
const PUBLISHED = [
  ['TP01', 49.9222639373, -6.29977752014, 91492.146, 11318.804],
  ['TP02', 49.9600613782, -5.20304609998, 170370.718, 11572.405],
  ['TP03', 50.4388582561, -4.10864563561, 250359.811, 62016.569],
  ['TP04', 50.57563665, -1.2978227724, 449816.371, 75335.861],
  ['TP05', 50.9312793791, -1.450514337, 438710.92, 114792.25],
  ['TP06', 51.4007822014, -3.5512834924, 292184.87, 168003.465],
  ['TP07', 51.3744702555, 1.44454730409, 639821.835, 169565.858],
  ['TP08', 51.4275474302, -2.54407618349, 362269.991, 169978.69],
  ['TP09', 51.4893656495, -0.1199255718, 530624.974, 178388.464],
  ['TP10', 51.858908964, -4.3085247696, 241124.584, 220332.641],
  ['TP11', 51.8943663735, 0.89724327012, 599445.59, 225722.826],
  ['TP12', 52.2552938163, -2.15458614387, 389544.19, 261912.153],
  ['TP20', 53.8002151963, -1.66379168242, 422242.186, 433818.701],
  ['TP30', 57.4862500072, -4.21926398555, 267056.768, 846176.972],
  ['TP40', 60.1330809166, -2.07382822798, 395999.668, 1138728.951],
] as const;

const metres = (lon: number, lat: number, otherLon: number, otherLat: number): number =>
  Math.hypot((lon - otherLon) * 111_320 * Math.cos((lat * Math.PI) / 180), (lat - otherLat) * 111_200);

describe('a correction table', () => {
  const flat: ShiftTable = {
    west: -3,
    north: 53,
    stepLon: 1,
    stepLat: 1,
    columns: 3,
    rows: 2,
    lon: Float32Array.of(36, 72, 108, 36, 72, 108),
    lat: Float32Array.of(36, 36, 36, 72, 72, 72),
  };

  it('adds what its nodes say, bilinear in between, and says nothing outside', () => {
    const [lon, lat] = exactLonLat(flat, 400_000, 289_328)!;
    // On the central meridian, 2° west: the middle column, about half-way down; shifts of 72″ and some 54″.
    expect(lon).toBeCloseTo(-2 + 72 / 3600, 9);
    const airy = lat - (36 + 36 * (53 - (lat - 54 / 3600))) / 3600;
    expect(airy).toBeGreaterThan(52.4);
    expect(airy).toBeLessThan(52.6);
    expect(exactLonLat(flat, 100_000, 289_328)).toBeNull();
    expect(exactGrid(flat, -5, 52.5)).toBeNull();
  });

  it('goes there and back', () => {
    const [lon, lat] = exactLonLat(flat, 390_123.4, 291_234.5)!;
    const [easting, northing] = exactGrid(flat, lon, lat)!;
    expect(Math.hypot(easting - 390_123.4, northing - 291_234.5)).toBeLessThan(0.001);
  });

  it('that is none, or cut short, is refused in a sentence', () => {
    expect(readShiftTable(new TextEncoder().encode('Postcode,Longitude,Latitude\n'))).toContain('OSTN15');
    expect(readShiftTable(Uint8Array.of(0x49, 0x49, 0x2a, 0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))).toContain(
      'cut short',
    );
  });
});

describe.skipIf(!HERE)('OSTN15 (skipped without the folder of open data)', () => {
  const table = HERE ? readShiftTable(readFileSync(FILE)) : '';
  if (typeof table === 'string') {
    it.skipIf(!HERE)('is read', () => expect(table).not.toBeTypeOf('string'));
    return;
  }

  it.each(PUBLISHED)(
    '%s is where Ordnance Survey publishes it, within 1 cm both ways',
    (_, lat, lon, easting, northing) => {
      const place = exactLonLat(table, easting, northing)!;
      expect(metres(...place, lon, lat)).toBeLessThan(0.01);
      const [east, north] = exactGrid(table, lon, lat)!;
      expect(Math.hypot(east - easting, north - northing)).toBeLessThan(0.01);
      expect(metres(...lonLatOf(easting, northing), lon, lat)).toBeLessThan(5);
    },
  );

  it('comes back within two millimetres from all over Britain', () => {
    for (let easting = 80_000; easting < 650_000; easting += 23_456)
      for (let northing = 5_000; northing < 1_200_000; northing += 34_567) {
        const place = exactLonLat(table, easting, northing);
        if (!place) continue;
        const [east, north] = exactGrid(table, ...place)!;
        expect(Math.hypot(east - easting, north - northing)).toBeLessThan(0.002);
      }
  });

  it('with any byte cut off the end is refused or the same', () => {
    const bytes = readFileSync(FILE);
    for (const kept of [10, 86, 90, 400, 1000, 100_000, 1_000_000])
      expect(readShiftTable(bytes.subarray(0, kept))).toBeTypeOf('string');
  });
});
