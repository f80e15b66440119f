import {createHash} from 'node:crypto';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {put, together} from '../../src/domain/change.ts';
import type {AreaRow, EditionRows, LngLat} from '../../src/domain/evidence.ts';
import {AS_NOW} from '../../src/domain/option.ts';
import {newPlacement} from '../../src/domain/placement.ts';
import {newSite} from '../../src/domain/site.ts';
import type {Source} from '../../src/domain/source.ts';
import {
  fileHash,
  fileSize,
  readAreas,
  readCentroids,
  readChunks,
  readDeprivation,
  readRefusals,
  readResidents,
  readSources,
  readStreets,
  writeEdition,
} from '../../src/store/evidence.ts';
import {historyState, undo} from '../../src/store/history.ts';
import {closeProject, isUnsaved, saveProject} from '../../src/store/project-file.ts';
import {readPlan} from '../../src/store/read-plan.ts';
import {inAFolder, NOW} from './in-a-folder.ts';
import {randomService, seeded} from './random-changes.ts';

const {folder, create, reopen} = inAFolder();

function source(id: string, kind: Source['kind'], more: Partial<Source> = {}): Source {
  return {
    id,
    kind,
    title: `Title of ${id}`,
    publisher: 'Nobody',
    edition: '2025',
    date: '2025-10-30',
    licence: 'OGL v3',
    attribution: 'Contains invented data',
    fileName: `${id}.csv`,
    fileHash: 'ab',
    importedAt: NOW,
    rowsRead: 3,
    rowsTaken: 2,
    rowsRefused: 1,
    notes: ['A note', 'Another — “quoted”'],
    ...more,
  };
}

function area(code: string, at = 0): AreaRow {
  const ring: LngLat[] = [
    [at, 52],
    [at, 53],
    [at + 1, 53],
    [at, 52],
  ];
  return {
    code,
    name: `Area ${code}`,
    wardCode: 'E05',
    wardName: 'Ward',
    districtCode: 'E06',
    districtName: 'District',
    polygons: [[ring]],
  };
}

const EDITIONS: EditionRows[] = [
  {kind: 'boundaries', rows: [area('E01000001'), area('E01000002', 1)]},
  {kind: 'centroids', rows: [{code: 'E01000001', lng: -0.123456789012, lat: 52.5}]},
  {
    kind: 'deprivation',
    rows: [
      {code: 'E01000001', decile: 1, rank: 12, score: 70.25, domains: {income: {decile: 2, rank: 30, score: null}}},
      {code: 'E01000002', decile: 10, rank: null, score: null, domains: {}},
    ],
  },
  {
    kind: 'residents',
    rows: [
      {code: 'E01000001', fromAge: 0, toAge: 15, people: 300},
      {code: 'E01000001', fromAge: 16, toAge: 120, people: 1200},
      {code: 'E01000002', fromAge: 0, toAge: 120, people: 1234.5},
    ],
  },
  {
    kind: 'streets',
    parts: [
      {name: 'offsets', bytes: new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8])},
      {name: 'empty', bytes: new Uint8Array(0)},
      {name: 'view', bytes: new Uint8Array(new Uint8Array([9, 9, 1, 2, 9]).buffer, 2, 2)},
    ],
  },
];

/** Everything that was imported, as it is read back. */
function read(db: Parameters<typeof readAreas>[0]) {
  return {
    boundaries: readAreas(db),
    centroids: readCentroids(db),
    deprivation: readDeprivation(db),
    residents: readResidents(db),
    streets: readStreets(db),
  };
}

describe('an edition', () => {
  test('of every kind comes back as it was taken, also after saving and reopening', () => {
    const home = folder();
    const file = create(home);
    for (const edition of EDITIONS) {
      writeEdition(
        file.db,
        source(edition.kind, edition.kind),
        [{row: 4, column: 'people', reason: 'Not a number'}],
        edition,
        null,
        NOW,
      );
    }
    const expected = Object.fromEntries(
      EDITIONS.map((edition) => [
        edition.kind,
        'parts' in edition ? edition.parts : 'rows' in edition ? edition.rows : [],
      ]),
    );
    expect(read(file.db)).toEqual(expected);
    saveProject(file, join(home, 'town.gpkg'));
    closeProject(file, false);
    const again = reopen(home, join(home, 'town.gpkg'));
    expect(read(again.db)).toEqual(expected);
    expect(readSources(again.db)).toEqual(EDITIONS.map(({kind}) => ({...source(kind, kind), replacedBy: null})));
    expect(readRefusals(again.db, 'residents')).toEqual([{row: 4, column: 'people', reason: 'Not a number'}]);
  });

  test('gives arrays that start their own memory, so that they can be read as numbers of any size', () => {
    const {db} = create(folder());
    writeEdition(db, source('s', 'streets'), [], EDITIONS[4]!, null, NOW);
    for (const {bytes} of readStreets(db)!) {
      expect(bytes.constructor).toBe(Uint8Array);
      expect(bytes.byteOffset).toBe(0);
      expect(bytes.buffer.byteLength).toBe(bytes.byteLength);
    }
  });

  test('replaces the earlier one of its kind as a whole, whose source stays and names it', () => {
    const {db} = create(folder());
    writeEdition(db, source('old', 'residents'), [{row: 1, column: '', reason: 'Old'}], EDITIONS[3]!, null, NOW);
    writeEdition(db, source('d', 'deprivation'), [], EDITIONS[2]!, null, NOW);
    writeEdition(
      db,
      source('new', 'residents'),
      [],
      {kind: 'residents', rows: [{code: 'E01000009', fromAge: 0, toAge: 120, people: 1}]},
      null,
      NOW,
    );
    expect(readResidents(db)).toEqual([{code: 'E01000009', fromAge: 0, toAge: 120, people: 1}]);
    expect(readDeprivation(db)).toHaveLength(2);
    expect(readSources(db).map(({id, replacedBy}) => [id, replacedBy])).toEqual([
      ['old', 'new'],
      ['d', null],
      ['new', null],
    ]);
    expect(readRefusals(db, 'old')).toHaveLength(1);
  });

  test('of sites stands beside others, and replaces only one of the same title', () => {
    const {db} = create(folder());
    const take = (id: string, title: string) =>
      writeEdition(db, source(id, 'sites', {title}), [], {kind: 'sites'}, null, NOW);
    take('gp-1', 'GP practices');
    take('ph-1', 'Pharmacies');
    take('gp-2', 'GP practices');
    expect(readSources(db).map(({id, replacedBy}) => [id, replacedBy])).toEqual([
      ['gp-1', 'gp-2'],
      ['ph-1', null],
      ['gp-2', null],
    ]);
  });

  test('taken again under the same id is there once', () => {
    const {db} = create(folder());
    for (const people of [1, 2]) {
      const rows = [{code: 'E01000001', fromAge: 0, toAge: 120, people}];
      writeEdition(
        db,
        source('same', 'residents'),
        [{row: people, column: '', reason: ''}],
        {kind: 'residents', rows},
        null,
        NOW,
      );
    }
    expect(readSources(db).map(({id, replacedBy}) => [id, replacedBy])).toEqual([['same', null]]);
    expect(readRefusals(db, 'same')).toEqual([{row: 2, column: '', reason: ''}]);
    expect(readResidents(db)[0]?.people).toBe(2);
  });

  test('brings its sites, services and placements as one undo step', () => {
    const {db} = create(folder());
    const change = together(
      'Import GP practices',
      put('', 'placement', newPlacement(AS_NOW, 'a', 'general-practice')),
      put('', 'site', newSite('a', 'A', [-1, 52], 'existing')),
      put('', 'service', randomService(seeded(1), 'general-practice')),
    );
    expect(writeEdition(db, source('gp', 'sites'), [], {kind: 'sites'}, change, NOW)).toEqual(change);
    expect(historyState(db).undo).toBe('Import GP practices');
    expect(readPlan(db).placement.size).toBe(1);
    undo(db, NOW);
    expect(readPlan(db).site.size).toBe(0);
    expect(readSources(db)).toHaveLength(1);
  });

  test('is taken whole or not at all: a bad row, or a change that fails, leaves everything as it was', () => {
    const {db} = create(folder());
    writeEdition(db, source('old', 'residents'), [], EDITIONS[3]!, null, NOW);
    const before = JSON.stringify([read(db), readSources(db)]);
    const attempt = (people: number[], remove: {site?: string[]}) =>
      writeEdition(
        db,
        source('new', 'residents'),
        [],
        {kind: 'residents', rows: people.map((each) => ({code: 'E01000001', fromAge: 0, toAge: 120, people: each}))},
        {label: 'Sites gone', put: {}, remove},
        NOW,
      );
    expect(() => attempt([5, 5], {})).toThrow('“new.csv” has the same row twice');
    expect(() => attempt([-1], {})).toThrow('“new.csv” has a row that can’t be kept');
    expect(() => attempt([5], {site: ['nowhere']})).toThrow('The site “nowhere” is not there');
    expect(JSON.stringify([read(db), readSources(db)])).toBe(before);
    expect(db.inTransaction).toBe(false);
  });

  test('makes the project unsaved', () => {
    const home = folder();
    const file = create(home);
    saveProject(file, join(home, 'town.gpkg'));
    writeEdition(file.db, source('d', 'deprivation'), [], EDITIONS[2]!, null, NOW);
    expect(isUnsaved(file)).toBe(true);
  });

  test('that was never taken is nothing', () => {
    const {db} = create(folder());
    expect(read(db)).toEqual({boundaries: [], centroids: [], deprivation: [], residents: [], streets: null});
    expect(readSources(db)).toEqual([]);
    expect(readRefusals(db, 'x')).toEqual([]);
  });

  test('is large as England is: 33,755 areas, 202,530 rows of residents', () => {
    const home = folder();
    const file = create(home);
    const areas = Array.from({length: 33_755}, (_, index) => area(`E${String(index).padStart(8, '0')}`, index % 300));
    const residents = areas.flatMap(({code}) =>
      [0, 16, 25, 50, 65, 85].map((fromAge) => ({code, fromAge, toAge: fromAge + 8, people: fromAge * 3})),
    );
    writeEdition(file.db, source('b', 'boundaries'), [], {kind: 'boundaries', rows: areas}, null, NOW);
    writeEdition(file.db, source('r', 'residents'), [], {kind: 'residents', rows: residents}, null, NOW);
    saveProject(file, join(home, 'england.gpkg'));
    closeProject(file, false);
    const again = reopen(home, join(home, 'england.gpkg'));
    expect(readAreas(again.db)).toEqual(areas);
    expect(readResidents(again.db)).toEqual(residents);
  });
});

describe('a granted file', () => {
  test('is read in chunks, each in memory of its own', () => {
    const path = join(folder(), 'big.bin');
    const bytes = Buffer.alloc(2_500_000, 'abc');
    writeFileSync(path, bytes);
    const chunks = [...readChunks(path)];
    expect(chunks.map((chunk) => chunk.byteLength)).toEqual([1_048_576, 1_048_576, 402_848]);
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
    expect(new Set(chunks.map((chunk) => chunk.buffer)).size).toBe(3);
    expect(fileSize(path)).toBe(2_500_000);
    expect(fileHash(path)).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('is closed when reading stops early', () => {
    const path = join(folder(), 'big.bin');
    writeFileSync(path, Buffer.alloc(3_000_000));
    for (let index = 0; index < 3000; index++) for (const _ of readChunks(path)) break;
  });

  test('that is empty has no chunks; one that is not there, or a folder, is said to be that', () => {
    const home = folder();
    writeFileSync(join(home, 'empty'), '');
    expect([...readChunks(join(home, 'empty'))]).toEqual([]);
    expect(() => fileHash(join(home, 'nowhere.csv'))).toThrow('Closer can’t read “nowhere.csv”: it is not there.');
    expect(() => fileSize(home)).toThrow('is a folder, not a file. Choose a file.');
  });
});
