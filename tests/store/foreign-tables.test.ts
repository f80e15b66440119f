import Database from 'better-sqlite3';
import {describe, expect, it} from 'vitest';
import {foreignTables} from '../../src/store/foreign-tables.ts';

describe('the tables of a database from elsewhere', () => {
  it('are given with odd names, added columns and blobs, and more than one at a time', () => {
    const db = new Database(':memory:');
    db.exec(`CREATE TABLE "odd ""name" (fid INTEGER PRIMARY KEY, "b c" NUMERIC); ALTER TABLE "odd ""name" ADD COLUMN later;
      INSERT INTO "odd ""name" VALUES (7, 1.5, x'0102'), (9, NULL, 'é');
      CREATE TABLE plain (a PRIMARY KEY) WITHOUT ROWID; INSERT INTO plain VALUES ('x'), ('y')`);
    const [odd, plain] = foreignTables(new Uint8Array(db.serialize()));
    expect(odd!.columns).toEqual(['fid', 'b c', 'later']);
    const rows = odd!.rows();
    expect(rows.next().value).toEqual([7, 1.5, Buffer.from([1, 2])]);
    expect([...plain!.rows()]).toEqual([['x'], ['y']]);
    expect([...rows]).toEqual([[9, null, 'é']]);
  });

  it('leave out views, virtual tables and columns that are worked out', () => {
    const db = new Database(':memory:');
    db.exec(`CREATE TABLE t (a, b GENERATED ALWAYS AS (a * 2)); INSERT INTO t VALUES (1);
      CREATE VIEW v AS SELECT * FROM t; CREATE VIRTUAL TABLE f USING fts5(x)`);
    const tables = foreignTables(new Uint8Array(db.serialize()));
    expect(tables.map(({name}) => name)).not.toContain('v');
    expect(tables.map(({name}) => name)).not.toContain('f');
    expect(tables.find(({name}) => name === 't')!.columns).toEqual(['a']);
  });

  it('are read of a file that was left in WAL mode', () => {
    const bytes = new Uint8Array(new Database(':memory:').exec('CREATE TABLE t (a)').serialize());
    bytes.fill(2, 18, 20);
    expect(foreignTables(bytes)[0]!.name).toBe('t');
  });
});
