import {join} from 'node:path';
import {deflateRawSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import type {EditionRows, LngLat, StreetsPart} from '../../src/domain/evidence.ts';
import type {Source} from '../../src/domain/source.ts';
import {goBack, readKeeping, readRefusals, readSources, writeEdition} from '../../src/store/evidence.ts';
import {keepEditionInForce} from '../../src/store/kept-edition.ts';
import {packedRows, unpackedRows} from '../../src/store/packed-rows.ts';
import {closeProject, isUnsaved, type ProjectFile, saveProject} from '../../src/store/project-file.ts';
import {startFrom} from '../../src/store/start-from.ts';
import {inAFolder, NOW} from './in-a-folder.ts';
import {seeded} from './random-changes.ts';

const {folder, create, reopen, held} = inAFolder();
type Db = ProjectFile['db'];

function source(id: string, kind: Source['kind']): Source {
  const said = {title: `Title of ${id}`, publisher: 'Nobody', edition: id, date: '', licence: '', attribution: ''};
  const counted = {rowsRead: 3, rowsTaken: 2, rowsRefused: 1};
  return {id, kind, ...said, ...counted, fileName: `${id}.csv`, fileHash: id, importedAt: NOW, notes: [`Of ${id}`]};
}

const noise = (bytes: number, seed: number): Uint8Array => {
  const next = seeded(seed);
  return Uint8Array.from({length: bytes}, () => Math.floor(next() * 256));
};
const parts = (seed: number): StreetsPart[] => [
  {name: 'zeros', bytes: new Uint8Array(9 * 1024 * 1024)},
  {name: 'noise', bytes: noise(5000, seed)},
  {name: 'empty', bytes: new Uint8Array(0)},
];
const ring = (at: number): LngLat[] => [
  [at, 52.123456789],
  [at, 53],
  [at + 1 / 3, 53],
  [at, 52.123456789],
];

/** An edition of each kind that can be gone back to, different by its number. */
function editions(number: number): EditionRows[] {
  const code = `E0100000${number}`;
  const within = {wardCode: '', wardName: 'St Ann’s', districtCode: '', districtName: ''};
  return [
    {kind: 'boundaries', rows: [{code, name: 'A — “b”', ...within, polygons: [[ring(number)]]}]},
    {kind: 'centroids', rows: [{code, lng: -0.1 / number, lat: 52.1}]},
    {kind: 'deprivation', rows: [{code, decile: number, rank: null, score: 1 / 3, domains: {}}]},
    {kind: 'residents', rows: [{code, fromAge: 0, toAge: 120, people: 1234.5 / number}]},
    {kind: 'streets', parts: parts(number)},
    {kind: 'travel-times', parts: parts(number + 10)},
    {kind: 'postcodes', parts: parts(number + 20)},
    {kind: 'lookup', rows: [{code, change: 'split', newCode: `${code}x`}]},
  ];
}

const take = (db: Db, id: string, edition: EditionRows) =>
  writeEdition(db, source(id, edition.kind), [{row: 4, column: 'x', reason: `Of ${id}`}], edition, null, NOW);

const TABLES = ['area', 'centroid', 'deprivation', 'residents', 'streets', 'imported_time', 'postcode', 'succession'];

/** Every row of evidence as SQLite holds it, without its running number. */
function rows(db: Db): string {
  return TABLES.map((table) => {
    const all = db.prepare(`SELECT * FROM ${table} ORDER BY fid`).all() as Record<string, unknown>[];
    return JSON.stringify(
      all.map(({fid: _, ...row}) =>
        Object.values(row).map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString('hex') : cell)),
      ),
    );
  }).join('\n');
}
const inForce = (db: Db) =>
  readSources(db)
    .filter(({replacedBy}) => replacedBy === null)
    .map(({id}) => id);

describe('the edition before', () => {
  test('of every kind comes back to the last bit, and the one after it forward again, after saving too', () => {
    const home = folder();
    let {db, ...file} = create(home);
    for (const edition of editions(1)) take(db, `${edition.kind} 1`, edition);
    const first = rows(db);
    for (const edition of editions(2)) take(db, `${edition.kind} 2`, edition);
    const second = rows(db);
    expect(second).not.toBe(first);
    saveProject({db, ...file}, join(home, 'town.gpkg'));
    closeProject({db, ...file}, false);

    ({db, ...file} = reopen(home, join(home, 'town.gpkg')));
    expect([...readKeeping(db).values()]).toEqual(TABLES.map(() => 'kept'));
    for (const {kind} of editions(1)) goBack(db, kind, NOW);
    expect(rows(db)).toBe(first);
    expect(inForce(db)).toEqual(editions(1).map(({kind}) => `${kind} 1`));
    expect(readSources(db).find(({id}) => id === 'streets 2')?.replacedBy).toBe('streets 1');
    expect(readRefusals(db, 'streets 1')).toEqual([{row: 4, column: 'x', reason: 'Of streets 1'}]);
    expect(isUnsaved({db, ...file})).toBe(true);
    for (const {kind} of editions(1)) goBack(db, kind, NOW);
    expect(rows(db)).toBe(second);
    expect(inForce(db)).toEqual(editions(2).map(({kind}) => `${kind} 2`));
  });

  test('is one back: a third edition keeps the one that it replaces, whichever that is', () => {
    const {db} = create(folder());
    const residents = (number: number) => take(db, `${number}`, editions(number)[3]!);
    residents(1);
    residents(2);
    goBack(db, 'residents', NOW);
    residents(3);
    expect([...readKeeping(db)]).toEqual([['1', 'kept']]);
    goBack(db, 'residents', NOW);
    expect(inForce(db)).toEqual(['1']);
    expect(db.prepare('SELECT people FROM residents').pluck().all()).toEqual([1234.5]);
  });

  test('that is too large is not kept, and one in force that would be lost is not gone back from', () => {
    const {db} = create(folder());
    take(db, '1', {kind: 'streets', parts: parts(1)});
    keepEditionInForce(db, source('2', 'streets'), 1000);
    expect([...readKeeping(db)]).toEqual([['1', 'too-large']]);
    take(db, '2', {kind: 'streets', parts: parts(2)});
    const before = rows(db);
    expect(() => goBack(db, 'streets', NOW, 1000)).toThrow('in force is too large to be kept');
    expect([...readKeeping(db)]).toEqual([['1', 'kept']]);
    expect(rows(db)).toBe(before);
    db.exec(`UPDATE kept_edition SET bytes = x''`);
    expect(() => goBack(db, 'streets', NOW)).toThrow('was too large to be kept. Import its file again');
  });

  test('is put in force whole or not at all', () => {
    const {db} = create(folder());
    take(db, '1', editions(1)[3]!);
    take(db, '2', editions(2)[3]!);
    const before = JSON.stringify([rows(db), readSources(db)]);
    const [good] = [...packedRows([['E1', 0, 120, 5]])];
    const bad = [
      ...packedRows([['E1', 0, 120, -5]]),
      ...packedRows([['E1', 0, 120]]),
      deflateRawSync(Buffer.from([99, 0, 0, 0, 1])),
      deflateRawSync(Buffer.from([4, 0, 0, 0, ...Buffer.from('null')])),
      Buffer.from('not deflated'),
    ];
    for (const piece of bad) {
      db.exec('DELETE FROM kept_edition');
      const insert = db.prepare(`INSERT INTO kept_edition (source, piece, bytes) VALUES ('1', ?, ?)`);
      insert.run(0, good);
      insert.run(1, piece);
      expect(() => goBack(db, 'residents', NOW)).toThrow('before this one can’t be read. Import its file again.');
      expect(JSON.stringify([rows(db), readSources(db)])).toBe(before);
      expect(db.inTransaction).toBe(false);
    }
  });

  test('stays behind where another project is started from this one', () => {
    const home = folder();
    const file = create(home);
    take(file.db, '1', editions(1)[3]!);
    take(file.db, '2', editions(2)[3]!);
    saveProject(file, join(home, 'town.gpkg'));
    closeProject(file, false);
    const started = held(startFrom(join(home, 'app'), join(home, 'town.gpkg'), 'Other', NOW));
    expect(readKeeping(started.db).size).toBe(0);
    expect(() => goBack(started.db, 'residents', NOW)).toThrow('stayed behind where this project was started from');
  });
});

test('rows come back from their pieces as they were', () => {
  const next = seeded(7);
  const cells = [null, 0, -0.1, 1 / 3, Number.MAX_SAFE_INTEGER, '', 'ö“\u0000\n', new Uint8Array(0)] as const;
  const given = Array.from({length: 3000}, () =>
    Array.from({length: 4}, () => (next() < 0.3 ? noise(4000, 3) : cells[Math.floor(next() * cells.length)]!)),
  );
  const pieces = [...packedRows(given)];
  expect(pieces.length).toBeGreaterThan(1);
  const plain = (row: readonly unknown[]) =>
    row.map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString('base64') : cell));
  const back = pieces.flatMap((piece) => [...unpackedRows(piece)]);
  expect(JSON.stringify(back.map(plain))).toBe(JSON.stringify(given.map(plain)));
});
