import Database from 'better-sqlite3';
import {gzipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {wellKnownBinary} from '../../../src/core/read/well-known-binary.ts';
import {code, refusal, taken} from './reading-of.ts';
import {geopackage, IN_DEGREES, type LayerSketch, ON_GRID} from './written-geopackage.ts';

const ring = (x: number, y: number, side: number): [number, number][] => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
];

const layer = (srs: LayerSketch['srs'], count = 3): LayerSketch => ({
  name: 'lsoa',
  columns: ['LSOA21CD', 'LSOA21NM'],
  srs,
  rows: Array.from({length: count}, (_, index) => ({
    cells: [code(index + 1), `Inventon ${index + 1}`],
    polygons: [srs === ON_GRID ? ring(485_000 + index * 1000, 308_000, 1000) : ring(-0.7 + index / 50, 52.6, 0.01)],
  })),
});

describe('a GeoPackage', () => {
  it('is read like any other map, in degrees and on the National Grid, packed or not', () => {
    const degrees = taken('boundaries', geopackage([layer(IN_DEGREES)]), 'a.gpkg');
    expect(degrees.codes).toEqual([code(1), code(2), code(3)]);
    expect(degrees.names[1]).toBe('Inventon 2');
    expect([...degrees.shapes.coordinates.subarray(0, 4)]).toEqual([-0.7, 52.6, -0.7, 52.61]);
    expect(degrees.form).toBe('GeoPackage, layer “lsoa”');
    const grid = taken('boundaries', gzipSync(geopackage([layer(ON_GRID)])), 'b.gpkg.gz');
    expect(grid.codes).toEqual(degrees.codes);
    expect(grid.shapes.coordinates[0]).toBeCloseTo(-0.743, 2);
    expect(grid.shapes.coordinates[1]).toBeCloseTo(52.664, 2);
  });

  it('of several layers the one that is known is read; a grid under a number of its own is known by its description', () => {
    const own = {
      id: 100_000,
      organization: 'NONE',
      number: 100_000,
      definition:
        'PROJCS["Transverse_Mercator",GEOGCS["GCS_OSGB 1936",DATUM["OSGB_1936",SPHEROID["Airy 1830",6377563.396,299.3]]],PARAMETER["false_easting",400000]]',
    };
    const roads: LayerSketch = {...layer(IN_DEGREES), name: 'parks', columns: ['park', 'keeper']};
    const reading = taken('boundaries', geopackage([roads, {...layer(ON_GRID), srs: own}]));
    expect(reading.notes.join(' ')).toContain('Only the sheet “lsoa” of 2');
  });

  it('that is none, is a project, is in another system or holds nothing is refused as that', () => {
    const plain = new Database(':memory:').exec('CREATE TABLE a (b)').serialize();
    expect(refusal(new Uint8Array(plain))).toContain('is a SQLite database and not a GeoPackage');
    const db = new Database(Buffer.from(geopackage([layer(IN_DEGREES)])));
    expect(refusal(new Uint8Array(db.exec('CREATE TABLE closer (key, value)').serialize()))).toContain(
      'is a Closer project',
    );
    const french = {id: 2154, organization: 'EPSG', number: 2154, definition: 'PROJCS["RGF93 / Lambert-93"]'};
    expect(refusal(geopackage([{...layer(IN_DEGREES), srs: french}]))).toContain(
      'coordinate system that Closer does not know',
    );
    expect(refusal(geopackage([]))).toContain('without any layer');
    expect(refusal(geopackage([layer(IN_DEGREES)]).subarray(0, 3000))).toContain('cut short or damaged');
  });
});

describe('well-known binary', () => {
  it('is read with either order of bytes, with heights and with a coordinate system inside', () => {
    const big = Buffer.from('000000000140000000000000004008000000000000', 'hex');
    expect(wellKnownBinary(big)).toEqual({type: 'Point', coordinates: [2, 3]});
    const high = Buffer.from('01e9030000000000000000004000000000000008400000000000001040', 'hex');
    expect(wellKnownBinary(high)).toEqual({type: 'Point', coordinates: [2, 3]});
    const extended = Buffer.from('0101000020e610000000000000000000400000000000000840', 'hex');
    expect(wellKnownBinary(extended)).toEqual({type: 'Point', coordinates: [2, 3]});
  });

  it('that is cut short, promises too much or has no name here gives nothing', () => {
    expect(wellKnownBinary(Buffer.from('0101000000', 'hex'))).toBeNull();
    expect(wellKnownBinary(Buffer.from('0103000000ffffffff', 'hex'))).toBeNull();
    expect(wellKnownBinary(Buffer.from('010a000000', 'hex'))).toBeNull();
  });
});
