import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import Database from 'better-sqlite3';
import {describe, expect, test} from 'vitest';
import {put} from '../../src/domain/change.ts';
import {newSite} from '../../src/domain/site.ts';
import type {Source} from '../../src/domain/source.ts';
import {goBack, readCentroids, readSources, writeEdition} from '../../src/store/evidence.ts';
import {record, undo} from '../../src/store/history.ts';
import {formatOf, type Migration, migrate, rewriteHistory} from '../../src/store/migrate.ts';
import {MIGRATIONS} from '../../src/store/migrations/list.ts';
import {closeProject, openWith, saveProject} from '../../src/store/project-file.ts';
import {readPlan} from '../../src/store/read-plan.ts';
import {inAFolder, NOW} from './in-a-folder.ts';

const {folder, create, held} = inAFolder();
const library = newSite('library', 'Library', [-1.1, 52.6], 'existing');

/** Formats that do not exist: the mechanism is tested before it is needed. */
const NEXT: Migration[] = [
  ...MIGRATIONS,
  {
    format: MIGRATIONS.length + 1,
    name: 'test-shouting',
    sql: 'UPDATE site SET name = upper(name)',
    after: (db) => rewriteHistory(db, 'site', (row) => ({...row, name: String(row.name).toUpperCase()})),
  },
  {
    format: MIGRATIONS.length + 2,
    name: 'test-new-table',
    sql: 'CREATE TABLE later (fid INTEGER PRIMARY KEY, what TEXT NOT NULL) STRICT',
  },
];
const NEWEST = NEXT.length;

function town(home: string): string {
  const file = create(home);
  record(file.db, put('Add', 'site', library), NOW);
  record(file.db, put('Rename', 'site', {...library, name: 'Hub'}), NOW);
  const path = join(home, 'town.gpkg');
  saveProject(file, path);
  closeProject(file, false);
  return path;
}

describe('migrations', () => {
  test('are numbered from 1 without a gap, as their names are', () => {
    MIGRATIONS.forEach((migration, index) => {
      expect(migration.format).toBe(index + 1);
      expect(migration.name).toMatch(new RegExp(`^${String(index + 1).padStart(3, '0')}-`));
    });
  });

  test('run in order, all of them, and are not run again', () => {
    const db = new Database(':memory:');
    migrate(db, NEXT);
    expect(formatOf(db)).toBe(NEWEST);
    migrate(db, NEXT);
    expect(formatOf(db)).toBe(NEWEST);
  });

  test('run all or none', () => {
    const db = new Database(':memory:');
    migrate(db, MIGRATIONS);
    const before = db.serialize();
    const failing = [
      ...NEXT,
      {format: NEWEST + 1, name: 'test-failing', sql: 'CREATE TABLE more (x); SELECT * FROM nowhere'},
    ];
    expect(() => migrate(db, failing)).toThrow('nowhere');
    expect(formatOf(db)).toBe(MIGRATIONS.length);
    expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name IN ('later', 'more')`).pluck().get()).toBe(0);
    expect(db.serialize().length).toBe(before.length);
    expect(db.pragma('foreign_keys', {simple: true})).toBe(1);
  });

  test('may build a table anew, but not lose what other rows refer to', () => {
    const losing = [...MIGRATIONS, {format: MIGRATIONS.length + 1, name: 'test-losing', sql: 'DELETE FROM option'}];
    const db = new Database(':memory:');
    migrate(db, MIGRATIONS);
    db.exec(`INSERT INTO option (id, name, role) VALUES ('as-now', 'As now', 'business-as-usual');
      INSERT INTO site (id) VALUES ('s'); INSERT INTO closure (id, option, site, closed) VALUES ('c', 'as-now', 's', 1)`);
    expect(() => migrate(db, losing)).toThrow('left a row of closure without what it refers to');
    expect(db.prepare('SELECT count(*) FROM option').pluck().get()).toBe(1);
  });
});

describe('the cost of opening a site, new in format 2', () => {
  test('is not known of the sites there were, nor of those that an undo would bring back', () => {
    const db = new Database(':memory:');
    migrate(db, MIGRATIONS.slice(0, 1));
    const {openingCost: _new, ...old} = library;
    const history = db.prepare(`INSERT INTO history (at, label, redo, undo) VALUES (?, 'Remove', ?, ?)`);
    history.run(
      NOW,
      JSON.stringify({label: 'Remove', put: {}, remove: {site: ['library']}}),
      JSON.stringify({label: 'Remove', put: {site: [old]}, remove: {}}),
    );
    migrate(db, MIGRATIONS);
    expect(db.pragma('table_info(site)')).toContainEqual(expect.objectContaining({name: 'opening_cost'}));
    undo(db, NOW);
    expect(readPlan(db).site.get('library')).toEqual(library);
  });
});

describe('neighbourhoods, new in format 3', () => {
  test('are none in a project of before, and no area can be in two', () => {
    const db = new Database(':memory:');
    migrate(db, MIGRATIONS.slice(0, 2));
    migrate(db, MIGRATIONS);
    expect(readPlan(db).neighbourhood.size).toBe(0);
    db.exec(`INSERT INTO neighbourhood (id, name) VALUES ('a', 'A'), ('b', 'B');
      INSERT INTO member (id, neighbourhood) VALUES ('E01', 'a')`);
    expect(() => db.exec(`INSERT INTO member (id, neighbourhood) VALUES ('E01', 'b')`)).toThrow('UNIQUE');
    expect(readPlan(db).member.get('E01')).toEqual({id: 'E01', neighbourhood: 'a'});
  });
});

describe('kept editions, new in format 5', () => {
  test('are none in a project of before: what it replaced then can’t be gone back to, what it has is kept from now on', () => {
    const db = new Database(':memory:');
    migrate(db, MIGRATIONS.slice(0, 4));
    const taken = db.prepare(
      `INSERT INTO source VALUES (NULL, ?, 'centroids', 'T', '', '', '', '', '', '', '', '', 1, 1, 0, '[]', ?)`,
    );
    taken.run('second', null);
    taken.run('first', 'second');
    db.exec(`INSERT INTO centroid (code, lng, lat) VALUES ('E01', -1.5, 52.5)`);
    migrate(db, MIGRATIONS);
    expect(() => goBack(db, 'centroids', NOW)).toThrow('is not kept here');
    const third: Source = {...readSources(db)[0]!, id: 'third'};
    writeEdition(db, third, [], {kind: 'centroids', rows: []}, null, NOW);
    goBack(db, 'centroids', NOW);
    expect(readCentroids(db)).toEqual([{code: 'E01', lng: -1.5, lat: 52.5}]);
  });
});

describe('added streets that lead one way, new in format 6', () => {
  test('lead both ways in a project of before, and in what an undo would bring back', () => {
    const db = new Database(':memory:');
    migrate(db, MIGRATIONS.slice(0, 5));
    const row = {id: 'as-now/road', option: 'as-now', kind: 'added', name: 'Road', sort: 'main', mph: null};
    const old = {...row, line: 'MULTILINESTRING((-1 52, -1 52.1))', ways: '', closedTo: '', reason: ''};
    db.exec(`INSERT INTO option (id, name, role) VALUES ('as-now', 'As now', 'business-as-usual');
      INSERT INTO street_change (id, option, kind, name, line, sort)
        VALUES ('as-now/lane', 'as-now', 'added', 'Lane', '${old.line}', 'main')`);
    db.prepare(`INSERT INTO history (at, label, redo, undo) VALUES (?, 'Take back', ?, ?)`).run(
      NOW,
      JSON.stringify({label: 'Take back', put: {}, remove: {street_change: [row.id]}}),
      JSON.stringify({label: 'Take back', put: {street_change: [old]}, remove: {}}),
    );
    migrate(db, MIGRATIONS);
    undo(db, NOW);
    expect([...readPlan(db).street_change.values()].map(({name, oneWay}) => [name, oneWay])).toEqual([
      ['Lane', 0],
      ['Road', 0],
    ]);
  });
});

describe('a project of an older format', () => {
  test('is opened in the newest, with its rows and its history brought along; the file itself is untouched', () => {
    const home = folder();
    const path = town(home);
    const before = readFileSync(path);
    const file = held(openWith(NEXT, join(home, 'app'), path, NOW));
    expect(formatOf(file.db)).toBe(NEWEST);
    expect(readPlan(file.db).site.get('library')?.name).toBe('HUB');
    undo(file.db, NOW);
    expect(readPlan(file.db).site.get('library')?.name).toBe('LIBRARY');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('is kept as it was, before saving can replace it', () => {
    const home = folder();
    const path = town(home);
    held(openWith(NEXT, join(home, 'app'), path, NOW));
    held(openWith(NEXT, join(home, 'app'), path, NOW));
    const [kept, ...others] = readdirSync(join(home, 'app', 'backups'));
    expect(others).toEqual([]);
    expect(kept).toMatch(new RegExp(`^town \\(format ${MIGRATIONS.length}, [0-9a-f]{12}\\)\\.gpkg$`));
    expect(readFileSync(join(home, 'app', 'backups', kept!)).equals(readFileSync(path))).toBe(true);
  });

  test('that another program edited is taken over in its own format first', () => {
    const home = folder();
    const path = town(home);
    const db = new Database(path);
    db.exec(`UPDATE site SET name = 'Edited'`);
    db.close();
    const file = held(openWith(NEXT, join(home, 'app'), path, NOW));
    expect(readPlan(file.db).site.get('library')?.name).toBe('EDITED');
    expect(formatOf(file.db)).toBe(NEWEST);
  });

  test('of the newest format makes no copy', () => {
    const home = folder();
    held(openWith(MIGRATIONS, join(home, 'app'), town(home), NOW));
    expect(readdirSync(join(home, 'app'))).not.toContain('backups');
  });
});
