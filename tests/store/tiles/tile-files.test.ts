import {copyFileSync, existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import Database from 'better-sqlite3';
import {describe, expect, it} from 'vitest';
import {mercatorX, mercatorY} from '../../../src/core/shapes/mesh/rings.ts';
import {PlanError} from '../../../src/domain/errors.ts';
import {openTiles} from '../../../src/store/tiles/tile-file.ts';
import {tileNumber} from '../../../src/store/tiles/tile-number.ts';
import {seeded} from '../../core/random-town.ts';
import {inAFolder} from '../in-a-folder.ts';
import {pmtilesFile} from './pmtiles-file.ts';

const {folder} = inAFolder();

function written(name: string, bytes: Uint8Array): string {
  const path = join(folder(), name);
  writeFileSync(path, bytes);
  return path;
}

function mbtiles(
  name: string,
  metadata: Record<string, string>,
  tiles: [number, number, number, Uint8Array][],
): string {
  const path = join(folder(), name);
  const db = new Database(path);
  db.exec(
    'CREATE TABLE metadata (name text, value text); CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)',
  );
  for (const each of Object.entries(metadata)) db.prepare('INSERT INTO metadata VALUES (?, ?)').run(...each);
  for (const each of tiles) db.prepare('INSERT INTO tiles VALUES (?, ?, ?, ?)').run(...each);
  db.close();
  return path;
}

describe('an MBTiles file', () => {
  it('gives its tiles counted from the north, unpacked, and none where it has none', () => {
    const path = mbtiles(
      'town.mbtiles',
      {name: 'Town', format: 'pbf', bounds: '-1,52,0,53', attribution: '<a>© Us</a>'},
      [
        [2, 1, 3, gzipSync(Buffer.from('north'))],
        [2, 1, 0, Buffer.from('south')],
      ],
    );
    const file = openTiles(path);
    expect(file).toMatchObject({kind: 'vector', name: 'Town', minZoom: 2, maxZoom: 2, bounds: [-1, 52, 0, 53]});
    expect(Buffer.from(file.tile(2, 1, 0)!).toString()).toBe('north');
    expect(Buffer.from(file.tile(2, 1, 3)!).toString()).toBe('south');
    expect(file.tile(2, 0, 0)).toBeNull();
    expect(file.tile(9, 300, 300)).toBeNull();
    file.close();
  });

  it('of pictures is drawn as it is', () => {
    const file = openTiles(mbtiles('p.mbtiles', {format: 'png'}, [[0, 0, 0, Uint8Array.of(1)]]));
    expect(file).toMatchObject({kind: 'raster', type: 'image/png', name: 'p', bounds: null});
    file.close();
  });

  it('that is none is refused in a sentence', () => {
    const path = join(folder(), 'other.mbtiles');
    const db = new Database(path);
    db.exec('CREATE TABLE people (name text)');
    db.close();
    expect(() => openTiles(path)).toThrow('other.mbtiles is a database, but holds no map.');
    expect(() => openTiles(mbtiles('empty.mbtiles', {format: 'png'}, []))).toThrow('is an empty map');
    expect(() => openTiles(mbtiles('odd.mbtiles', {format: 'tiff'}, [[0, 0, 0, Uint8Array.of(1)]]))).toThrow('(tiff)');
    const cut = readFileSync(path).subarray(0, 4096 + 100);
    expect(() => openTiles(written('cut.mbtiles', cut))).toThrow(PlanError);
  });
});

describe('a PMTiles file', () => {
  it('numbers tiles along Hilbert’s curve, as its specification does', () => {
    const known = [
      [0, 0, 0, 0],
      [1, 0, 0, 1],
      [1, 0, 1, 2],
      [1, 1, 1, 3],
      [1, 1, 0, 4],
      [2, 0, 0, 5],
      [12, 3423, 1763, 19_078_479],
    ] as const;
    for (const [z, x, y, number] of known) expect(tileNumber(z, x, y), `${z}/${x}/${y}`).toBe(number);
    for (let z = 0; z < 6; z++) {
      const seen = new Set<number>();
      for (let x = 0; x < 2 ** z; x++) for (let y = 0; y < 2 ** z; y++) seen.add(tileNumber(z, x, y));
      expect(seen.size).toBe(4 ** z);
      expect(Math.max(...seen) - Math.min(...seen)).toBe(4 ** z - 1);
    }
  });

  it('gives its tiles, through further directories and runs of the same tile', () => {
    const tiles = new Map<number, string>();
    for (let z = 0; z < 6; z++)
      for (let x = 0; x < 2 ** z; x++)
        for (let y = 0; y < 2 ** z; y++)
          if ((x + y) % 3) tiles.set(tileNumber(z, x, y), x > 20 ? 'sea' : `${z}/${x}/${y}`);
    const file = openTiles(written('all.pmtiles', pmtilesFile(tiles, 100)));
    expect(file).toMatchObject({kind: 'vector', name: 'Invented', attribution: '© Nobody', minZoom: 0, maxZoom: 5});
    for (let z = 0; z < 6; z++) {
      for (let x = 0; x < 2 ** z; x++) {
        for (let y = 0; y < 2 ** z; y++) {
          const bytes = file.tile(z, x, y);
          expect(bytes && Buffer.from(bytes).toString()).toBe(tiles.get(tileNumber(z, x, y)) ?? null);
        }
      }
    }
    file.close();
  });

  it('that is damaged gives a sentence or no tile, never a fault, in 1,000 mutations', () => {
    const whole = pmtilesFile(new Map([...Array(60).keys()].map((number) => [number, `tile ${number}`])), 10);
    const random = seeded(7);
    for (let turn = 0; turn < 1000; turn++) {
      const bytes = Uint8Array.from(random() < 0.2 ? whole.subarray(0, Math.floor(random() * whole.length)) : whole);
      for (let n = 0; n < 1 + random() * 8; n++)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      try {
        const file = openTiles(written('m.pmtiles', bytes));
        for (let number = 0; number < 8; number++) file.tile(2, number % 4, Math.floor(number / 4));
        file.close();
      } catch (error) {
        expect(error, `turn ${turn}`).toBeInstanceOf(PlanError);
      }
    }
  });

  const real = join(import.meta.dirname, '../../../../shared/data/basemap/pmtiles/rutland_openmaptiles_z6-14.pmtiles');
  it.skipIf(!existsSync(real))(
    'of Rutland has the tile of Oakham with its name (skipped without the open data)',
    () => {
      const path = join(folder(), 'rutland.pmtiles');
      copyFileSync(real, path);
      const file = openTiles(path);
      expect(file).toMatchObject({kind: 'vector', minZoom: 6, maxZoom: 14});
      expect(
        Buffer.from(
          file.tile(14, Math.floor(mercatorX(-0.73) * 2 ** 14), Math.floor(mercatorY(52.67) * 2 ** 14))!,
        ).toString('latin1'),
      ).toContain('Oakham');
      expect(file.tile(14, 0, 0)).toBeNull();
      file.close();
    },
  );
});

describe('any other file', () => {
  it('is refused in a sentence that says what to bring', () => {
    expect(() => openTiles(written('notes.txt', Buffer.from('hello')))).toThrow(
      'notes.txt is no map that Closer can draw. Choose an .mbtiles or a .pmtiles file.',
    );
    expect(() => openTiles(join(folder(), 'gone.mbtiles'))).toThrow('gone.mbtiles can’t be read.');
    expect(() => openTiles(written('empty.pmtiles', new Uint8Array()))).toThrow('is no map');
  });
});
