import {randomFillSync} from 'node:crypto';
import {copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import Database from 'better-sqlite3';
import {describe, expect, test} from 'vitest';
import {put, together} from '../../src/domain/change.ts';
import {PlanError} from '../../src/domain/errors.ts';
import {AS_NOW} from '../../src/domain/option.ts';
import {newPlacement} from '../../src/domain/placement.ts';
import {rowsOf} from '../../src/domain/plan.ts';
import {newSite} from '../../src/domain/site.ts';
import {historyState, historySteps, record, undo} from '../../src/store/history.ts';
import {MIGRATIONS} from '../../src/store/migrations/list.ts';
import {closeProject, isUnsaved, openProject, saveProject} from '../../src/store/project-file.ts';
import {readPlan} from '../../src/store/read-plan.ts';
import {getResults, putResults} from '../../src/store/results.ts';
import {inAFolder, NOW} from './in-a-folder.ts';
import {randomService, randomSite, seeded} from './random-changes.ts';

const {folder, create, reopen} = inAFolder();
const library = newSite('library', 'Library', [-1.1, 52.6], 'existing');
const surgery = newSite('surgery', 'Surgery', [-1.2, 52.7], 'candidate');

/** A saved project with two sites, a service and a placement. */
function town(home: string): string {
  const path = join(home, 'town.gpkg');
  const file = create(home);
  const pharmacy = randomService(seeded(3), 'pharmacy');
  const placement = newPlacement(AS_NOW, 'library', 'pharmacy');
  record(
    file.db,
    together(
      'Set up',
      put('', 'site', library, surgery),
      put('', 'service', pharmacy),
      put('', 'placement', placement),
    ),
    NOW,
  );
  putResults(file.db, [{fingerprint: 'f', mode: 'drive', seconds: new Uint8Array([1, 2]), metres: new Uint8Array(4)}]);
  saveProject(file, path);
  closeProject(file, false);
  return path;
}

/** Edits a saved project as another program would: no foreign keys, no care. */
function edit(path: string, sql: string): void {
  const db = new Database(path);
  db.pragma('foreign_keys = OFF');
  db.unsafeMode(true);
  db.exec(sql);
  db.close();
}

/** Opens, expects a refusal, and gives its sentence. Nothing may be left behind, and the file stays as it was. */
function refusal(home: string, path: string): string {
  const before = readBytes(path);
  try {
    openProject(join(home, 'app'), path, NOW);
  } catch (error) {
    expect(error).toBeInstanceOf(PlanError);
    expect((error as PlanError).kind).toBe('file');
    expect((error as PlanError).message).not.toContain(home);
    expect(readdirSync(join(home, 'app', 'working'))).toEqual([]);
    expect(readBytes(path)).toEqual(before);
    return (error as PlanError).message;
  }
  throw new Error('It was opened.');
}

function readBytes(path: string): string {
  try {
    return readFileSync(path).toString('base64');
  } catch (error) {
    return (error as {code: string}).code;
  }
}

describe('a file that is no project', () => {
  test.each<[string, (path: string) => void, string]>([
    [
      'is not there',
      () => undefined,
      'Closer can’t read “x.gpkg”: it is not there. It may have been moved, renamed or deleted.',
    ],
    ['is a folder', (path) => mkdirSync(path), '“x.gpkg” is a folder, not a file. Choose a file.'],
    ['is empty', (path) => writeFileSync(path, ''), '“x.gpkg” is empty: there is nothing in it.'],
    [
      'is one byte',
      (path) => writeFileSync(path, 'S'),
      '“x.gpkg” is not a Closer project, or it is damaged or encrypted.',
    ],
    [
      'is text',
      (path) => writeFileSync(path, 'LSOA21CD,LSOA21NM\r\n'.repeat(99)),
      'is not a Closer project, or it is damaged or encrypted.',
    ],
    [
      'is encrypted',
      (path) => writeFileSync(path, randomFillSync(Buffer.alloc(50_000))),
      'is not a Closer project, or it is damaged or encrypted.',
    ],
    [
      'is a zip',
      (path) => writeFileSync(path, 'PK\x03\x04'.padEnd(500, 'x')),
      'is not a Closer project, or it is damaged or encrypted.',
    ],
    [
      'is a database of another program',
      otherDatabase,
      '“x.gpkg” is a database of another program, not a Closer project.',
    ],
    [
      'is a GeoPackage of another program',
      otherGeoPackage,
      '“x.gpkg” is a GeoPackage, but not a Closer project. Start a project and import',
    ],
    ['has only the head of a database', (path) => writeFileSync(path, headOnly()), 'is damaged'],
  ])('because it %s is said to be that', (_, make, sentence) => {
    const home = folder();
    make(join(home, 'x.gpkg'));
    expect(refusal(home, join(home, 'x.gpkg'))).toContain(sentence);
  });

  function otherDatabase(path: string): void {
    const db = new Database(path);
    db.exec('CREATE TABLE closer (key TEXT, value TEXT)');
    db.close();
  }
  function otherGeoPackage(path: string): void {
    otherDatabase(path);
    edit(
      path,
      `PRAGMA application_id = ${0x47504b47}; DROP TABLE closer; CREATE TABLE roads (fid INTEGER PRIMARY KEY)`,
    );
  }
  function headOnly(): Buffer {
    const head = Buffer.alloc(100);
    head.write('SQLite format 3\0', 'latin1');
    head.writeUInt32BE(0x47504b47, 68);
    return head;
  }
});

test.skipIf(process.platform === 'win32')('a device that never ends is not read', () => {
  const home = folder();
  symlinkSync('/dev/zero', join(home, 'x.gpkg'));
  expect(() => openProject(join(home, 'app'), join(home, 'x.gpkg'), NOW)).toThrow(
    '“x.gpkg” is not an ordinary file. Choose a file.',
  );
});

describe('a project', () => {
  test('of a newer version is said to be that', () => {
    const home = folder();
    const path = town(home);
    edit(path, `UPDATE closer SET value = '9' WHERE key = 'format'`);
    expect(refusal(home, path)).toBe(
      `“town.gpkg” was last saved by a newer version of Closer (format 9; this program reads up to ${MIGRATIONS.length}). Please update Closer.`,
    );
  });

  test.each(['0', '-1', '1.5', 'one', ''])('that says its format is %j is damaged', (format) => {
    const home = folder();
    const path = town(home);
    edit(path, `UPDATE closer SET value = '${format}' WHERE key = 'format'`);
    expect(refusal(home, path)).toContain('is damaged: it does not say which format it has');
  });

  test('that was cut short says how much is there', () => {
    const home = folder();
    const path = town(home);
    truncateSync(path, Math.floor(readFileSync(path).length * 0.6));
    expect(refusal(home, path)).toMatch(
      /^“town.gpkg” is cut short: only (59|60) % of it is there. Copy or download it again.$/,
    );
  });

  test('that is read-only can be opened and worked in', () => {
    const home = folder();
    const path = town(home);
    const file = reopen(home, path);
    record(file.db, put('Move', 'site', {...library, lng: 0}), NOW);
    expect(readPlan(file.db).site.get('library')?.lng).toBe(0);
  });
});

describe('a project that another program edited', () => {
  test('is taken as it now stands: a site that was moved, one that was added without an id', () => {
    const home = folder();
    const path = town(home);
    edit(
      path,
      `UPDATE site SET geom = (SELECT geom FROM site WHERE id = 'surgery'), name = 'Moved' WHERE id = 'library';
       INSERT INTO site (geom, name) SELECT geom, 'Drawn in QGIS' FROM site WHERE id = 'surgery';`,
    );
    const file = reopen(home, path);
    const sites = [...readPlan(file.db).site.values()];
    expect(sites[0]).toEqual({...library, name: 'Moved', lng: -1.2, lat: 52.7});
    expect(sites[2]).toEqual({...newSite(sites[2]!.id, 'Drawn in QGIS', [-1.2, 52.7], 'candidate')});
    expect(sites[2]!.id).toMatch(/^site-[0-9a-f-]{36}$/);
    expect(file.notes).toEqual([
      '“town.gpkg” was edited in another program (site). What was done before that can’t be undone.',
      'Sites that another program added were taken in: “Drawn in QGIS”.',
    ]);
    expect(isUnsaved(file)).toBe(true);
    expect(historyState(file.db)).toEqual({undo: null, redo: null});
    expect(historySteps(file.db).map((step) => step.label)).toEqual(['Set up', 'Edited in another program']);

    record(file.db, put('Rename', 'site', {...sites[2]!, name: 'Hub'}), NOW);
    undo(file.db, NOW);
    expect(undo(file.db, NOW)).toBeNull();
    saveProject(file);
    closeProject(file, false);
    const again = reopen(home, path);
    expect(again.notes).toEqual([]);
    expect([...readPlan(again.db).site.values()]).toEqual(sites);
  });

  test('keeps its history and its results if only styles were changed, and keeps those', () => {
    const home = folder();
    const path = town(home);
    edit(
      path,
      `INSERT INTO layer_styles (f_table_name, f_geometry_column, styleName, styleQML) VALUES ('site', 'geom', 'Mine', '<qgis/>')`,
    );
    const file = reopen(home, path);
    expect(file.notes).toEqual([]);
    expect(isUnsaved(file)).toBe(false);
    expect(historyState(file.db).undo).toBe('Set up');
    expect(getResults(file.db, ['f']).get('f')?.seconds).toEqual(new Uint8Array([1, 2]));
    saveProject(file);
    const saved = new Database(path, {readonly: true});
    expect(saved.prepare('SELECT count(*) FROM layer_styles').pluck().get()).toBe(3);
    saved.close();
  });

  test('loses placements whose site was deleted there, and says so', () => {
    const home = folder();
    const path = town(home);
    edit(path, `DELETE FROM site WHERE id = 'library'`);
    const file = reopen(home, path);
    expect(readPlan(file.db).placement.size).toBe(0);
    expect(file.notes).toContain('1 placement was removed, because another program had deleted the site it was about.');
    expect(isUnsaved(file)).toBe(true);
  });

  test('gets back the rows that every project has', () => {
    const home = folder();
    const path = town(home);
    edit(path, `DELETE FROM place; DELETE FROM option`);
    const file = reopen(home, path);
    expect(readPlan(file.db).place.get('place')?.name).toBe('town');
    expect(readPlan(file.db).option.get(AS_NOW)?.role).toBe('business-as-usual');
    expect(readPlan(file.db).placement.size).toBe(1);
  });

  test('is opened without the R-tree and triggers that QGIS adds, and with what is waiting in a WAL', () => {
    const home = folder();
    const path = town(home);
    const other = new Database(path);
    other.pragma('journal_mode = WAL');
    other.exec(`
      CREATE VIRTUAL TABLE rtree_site_geom USING rtree(id, minx, maxx, miny, maxy);
      CREATE TRIGGER rtree_site_geom_delete AFTER DELETE ON site BEGIN DELETE FROM rtree_site_geom WHERE id = OLD.fid; END;
      CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER);
      UPDATE site SET name = 'Only in the WAL' WHERE id = 'library';
    `);
    const copy = join(home, 'copy.gpkg');
    for (const companion of ['', '-wal']) copyFileSync(path + companion, copy + companion);
    other.close();

    const file = reopen(home, copy);
    expect(readPlan(file.db).site.get('library')?.name).toBe('Only in the WAL');
    expect(
      file.db
        .prepare(
          `SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' OR name LIKE 'rtree%' OR name = 'gpkg_ogr_contents'`,
        )
        .pluck()
        .get(),
    ).toBe(0);
    expect(file.db.pragma('journal_mode', {simple: true})).toBe('truncate');
  });

  test('with a half-written change in a journal is opened without that change', () => {
    const home = folder();
    const path = town(home);
    const other = new Database(path);
    other.pragma('cache_size = 1');
    other.pragma('cache_spill = 1');
    other.exec(`BEGIN; UPDATE site SET name = 'Half';`);
    other.exec(
      `CREATE TABLE filling (x); INSERT INTO filling SELECT randomblob(100000) FROM site, site AS b, site AS c`,
    );
    const copy = join(home, 'copy.gpkg');
    for (const companion of ['', '-journal']) copyFileSync(path + companion, copy + companion);
    other.exec('ROLLBACK');
    other.close();
    expect(readFileSync(`${copy}-journal`).length).toBeGreaterThan(500);
    expect(readPlan(reopen(home, copy).db).site.get('library')?.name).toBe('Library');
  });

  test('with a layer or a column of its own is opened without it, and never saved over', () => {
    const home = folder();
    const path = town(home);
    edit(
      path,
      `CREATE TABLE roads (fid INTEGER PRIMARY KEY, geom LINESTRING); ALTER TABLE site ADD COLUMN owner TEXT; CREATE VIEW v AS SELECT 1`,
    );
    const file = reopen(home, path);
    const others = 'the layer “roads”, the layer “v”, the column “owner” of “site”';
    expect(file.notes).toEqual([
      `“town.gpkg” also holds ${others}, which Closer does not keep. Save under another name to leave that as it is.`,
    ]);
    expect(readPlan(file.db).site.get('library')).toEqual(library);
    expect(() => saveProject(file)).toThrow(
      `“town.gpkg” also holds ${others}, which Closer does not keep and would remove.`,
    );
    saveProject(file, join(home, 'other.gpkg'));
    record(file.db, put('Rename', 'site', {...library, name: 'Hub'}), NOW);
    saveProject(file);
  });

  test.each([
    [
      'a place that is not a point',
      `UPDATE site SET geom = x'4750000100000000' WHERE id = 'library'`,
      'The site “Library” has no place on the map',
    ],
    [
      'no place',
      `UPDATE site SET geom = NULL WHERE id = 'library'`,
      'The site “Library” has no place on the map (a point in longitude and latitude).',
    ],
    [
      'a place in another projection',
      `UPDATE site SET geom = x'47500001346C0000' || substr(geom, 9)`,
      'The site “Library” has no place on the map',
    ],
    [
      'a floor space in words',
      `UPDATE site SET gia_m2 = 'large' WHERE id = 'library'`,
      '“giaM2” of the site “Library” is “large”; it must be a number or empty.',
    ],
    [
      'a standing that does not exist',
      `PRAGMA ignore_check_constraints = 1; UPDATE site SET standing = 'demolished'`,
      'its table “site” now has a row that Closer can’t take: CHECK constraint failed: standing',
    ],
    ['a table without its column', `ALTER TABLE site DROP COLUMN geom`, 'The site “Library” has no place on the map'],
    [
      'an area without a boundary',
      `INSERT INTO area (code) VALUES ('E01000001')`,
      'The area E01000001 has no boundary that can be read.',
    ],
    ['notes of a source that can’t be read', sourceRow('['), 'is damaged'],
    ['an undo that can’t be read', `UPDATE history SET undo = '{'`, 'is damaged'],
  ])('so that it holds %s is refused, and the row is named', (_, sql, sentence) => {
    const home = folder();
    const path = town(home);
    edit(path, sql);
    expect(refusal(home, path)).toContain(sentence);
  });

  function sourceRow(notes: string): string {
    return `INSERT INTO source (id, kind, title, publisher, edition, date, licence, attribution, file_name, file_hash, imported_at, rows_read, rows_taken, rows_refused, notes)
      VALUES ('s', 'sites', '', '', '', '', '', '', '', '', '', 0, 0, 0, '${notes}')`;
  }
});

describe('a project made to do harm', () => {
  const forever = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)';
  test.each([
    [
      'a view in the place of a table',
      `DROP TABLE residents; CREATE VIEW residents AS ${forever} SELECT i AS fid, i AS code, 1 AS from_age, 2 AS to_age, 3 AS people FROM n`,
    ],
    [
      'a view in the place of `closer`',
      `ALTER TABLE closer RENAME TO c; CREATE VIEW closer AS ${forever} SELECT i AS key, i AS value FROM n`,
    ],
    [
      'a virtual table in the place of a table',
      `DROP TABLE centroid; CREATE VIRTUAL TABLE centroid USING fts5(code, lng, lat)`,
    ],
  ])('with %s is refused, and does not run', (_, sql) => {
    const home = folder();
    const path = town(home);
    edit(path, sql);
    expect(refusal(home, path)).toContain('has something else in the place of its table');
  });

  test('with a trigger, a view or a column that is computed is opened without them', () => {
    const home = folder();
    const path = town(home);
    edit(
      path,
      `CREATE TRIGGER bomb AFTER UPDATE ON site BEGIN INSERT INTO assumption (id, value) ${forever} SELECT i, i FROM n; END;
       CREATE VIEW endless AS ${forever} SELECT i FROM n;
       ALTER TABLE site ADD COLUMN computed GENERATED ALWAYS AS (length(zeroblob(fid))) VIRTUAL;
       CREATE INDEX odd ON site (length(name));`,
    );
    const file = reopen(home, path);
    record(file.db, put('Rename', 'site', {...library, name: 'Hub'}), NOW);
    expect(readPlan(file.db).assumption.size).toBe(0);
    expect(
      file.db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name IN ('bomb', 'endless', 'odd')`).pluck().get(),
    ).toBe(0);
  });

  test('with a history that names other tables or rows that break the rules can’t write them', () => {
    const home = folder();
    const path = town(home);
    const wicked = JSON.stringify({
      label: 'x',
      put: {closer: [{id: 'format', value: '9'}], site: [{...library, lat: 'DROP'}]},
      remove: {},
    });
    const db = new Database(path);
    db.prepare('UPDATE history SET undo = ?').run(wicked);
    db.close();
    const file = reopen(home, path);
    expect(() => undo(file.db, NOW)).toThrow('“lat” of the site “Library” is “DROP”');
    expect(readPlan(file.db).site.get('library')).toEqual(library);
  });

  test('with sites numbered by a damaged schema is refused', () => {
    const home = folder();
    const path = town(home);
    edit(path, `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE site(' WHERE name = 'site'`);
    expect(refusal(home, path)).toContain('damaged');
  });
});

describe('damage', () => {
  test('of any one byte is either found or leaves every row as it was', () => {
    const home = folder();
    const path = join(home, 'full.gpkg');
    const random = seeded(99);
    const full = create(home);
    const sites = Array.from({length: 500}, (_, index) => randomSite(random, `site-${index}`));
    record(full.db, put('Fill', 'site', ...sites), NOW);
    saveProject(full, path);
    const rows = everything(full.db);
    closeProject(full, false);

    const whole = readFileSync(path);
    let found = 0;
    for (let trial = 0; trial < 300; trial++) {
      const bytes = Buffer.from(whole);
      const at = Math.floor(random() * bytes.length);
      bytes[at] = bytes[at]! ^ (1 << Math.floor(random() * 8));
      writeFileSync(join(home, 'damaged.gpkg'), bytes);
      try {
        const file = openProject(join(home, 'app'), join(home, 'damaged.gpkg'), NOW);
        const seen = everything(file.db);
        closeProject(file, false);
        expect(seen, `byte ${at}`).toBe(rows);
      } catch (error) {
        if (!(error instanceof PlanError)) throw error;
        found++;
      }
    }
    expect(found).toBeGreaterThan(100);
  });

  function everything(db: Database.Database): string {
    return JSON.stringify([rowsOf(readPlan(db)), historySteps(db), db.prepare('SELECT redo, undo FROM history').all()]);
  }
});
