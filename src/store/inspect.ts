import {basename} from 'node:path';
import Database from 'better-sqlite3';
import {PlanError} from '../domain/errors.ts';
import {openGuarded} from './database.ts';
import {DIGESTED_TABLES, type Digests, digestsOf, stateOf} from './digests.ts';
import {fileProblem} from './file-problem.ts';
import {type Migration, migrate} from './migrate.ts';
import type {Received} from './receive.ts';

/** What was found in a received file that is a project of ours. */
export interface Inspection {
  format: number;
  /** Another program has written to it since Closer saved it: then its rows are taken over one by one. */
  edited: boolean;
  /** The tables whose rows are not what they were when Closer saved them. */
  changed: string[];
  /** What another program put there and Closer does not keep, as it stands in a sentence. */
  additions: string[];
  /** All of the above as one short text, to tell later whether the file still holds the same. */
  state: string;
}

interface SchemaRow {
  type: string;
  name: string;
  tbl_name: string;
  sql: string | null;
  rootpage: number;
}

/** What GDAL, QGIS and SQLite add by themselves and make again when they need it. */
const MADE_AGAIN = /^(rtree_|sqlite_|gpkg_|gpkgext_|ogr_empty_table$|ogr_system_tables)/;

/** Looks through the copy of a received file without trusting it. Refuses with a sentence; changes nothing in the copy. */
export function inspect(copy: string, path: string, received: Received, migrations: readonly Migration[]): Inspection {
  const name = basename(path);
  let db: Database.Database | null = null;
  try {
    db = openGuarded(copy);
    db.pragma('query_only = ON');
    const schema = db.prepare('SELECT type, name, tbl_name, sql, rootpage FROM sqlite_schema').all() as SchemaRow[];
    const format = formatIn(db, schema, name, migrations.length);
    const expected = schemaOf(migrations.filter((migration) => migration.format <= format));
    const ours = new Set(expected.filter((row) => row.type === 'table').map((row) => row.name));
    for (const table of ours) mustBeTable(schema, table, name);

    const edited = received.writes !== Number(valueIn(db, 'writes')) || !sameSchema(schema, expected);
    checkIntegrity(db, name, edited);
    const saved = digestsIn(db, name);
    const digests = digestsOf(
      db,
      DIGESTED_TABLES.filter((table) => ours.has(table)),
    );
    const changed = Object.keys(digests).filter(
      (table) => saved[table] !== undefined && saved[table] !== digests[table],
    );
    if (changed.length > 0 && !edited) throw damaged(name, `the table “${changed[0]}” is not as it was saved`);
    const additions = edited ? additionsTo(db, schema, expected) : [];
    return {format, edited, changed, additions, state: stateOf(digests, additions)};
  } catch (error) {
    throw fileProblem(error, path, 'open');
  } finally {
    db?.close();
  }
}

function damaged(name: string, what: string): PlanError {
  return new PlanError(
    'file',
    `“${name}” is damaged: ${what}. It was not changed. Open an earlier copy of it, or ask whoever sent it to send it again.`,
  );
}

function formatIn(db: Database.Database, schema: SchemaRow[], name: string, newest: number): number {
  if (!schema.some((row) => row.name === 'closer')) {
    throw new PlanError(
      'file',
      `“${name}” is a GeoPackage, but not a Closer project. Start a project and import what you need from it.`,
    );
  }
  mustBeTable(schema, 'closer', name);
  const format = Number(valueIn(db, 'format'));
  if (!Number.isInteger(format) || format < 1) throw damaged(name, 'it does not say which format it has');
  if (format > newest) throw tooNew(`“${name}”`, format, newest);
  return format;
}

export function tooNew(what: string, format: number, newest: number): PlanError {
  const formats = `format ${format}; this program reads up to ${newest}`;
  return new PlanError(
    'file',
    `${what} was last saved by a newer version of Closer (${formats}). Please update Closer.`,
  );
}

/** A view or a virtual table under one of our names could run for ever or run somebody's code. */
function mustBeTable(schema: SchemaRow[], table: string, name: string): void {
  const row = schema.find((each) => each.name === table && each.type !== 'index' && each.type !== 'trigger');
  if (!row) throw damaged(name, `the table “${table}” is missing`);
  if (row.type !== 'table' || row.rootpage <= 0) {
    throw new PlanError(
      'file',
      `“${name}” has something else in the place of its table “${table}”, so Closer does not open it.`,
    );
  }
}

function valueIn(db: Database.Database, key: string): string | null {
  const row = db.prepare('SELECT value FROM closer WHERE key = ?').get(key) as {value: unknown} | undefined;
  return typeof row?.value === 'string' ? row.value : null;
}

function digestsIn(db: Database.Database, name: string): Digests {
  try {
    return (JSON.parse(valueIn(db, 'digests') ?? '{}') ?? {}) as Digests;
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged(name, 'what it says about itself can’t be read');
    throw error;
  }
}

/** The schema that these migrations make, as SQLite keeps it. */
export function schemaOf(migrations: readonly Migration[]): SchemaRow[] {
  const db = new Database(':memory:');
  try {
    migrate(db, migrations);
    return db.prepare('SELECT type, name, tbl_name, sql, rootpage FROM sqlite_schema').all() as SchemaRow[];
  } finally {
    db.close();
  }
}

function sameSchema(schema: SchemaRow[], expected: SchemaRow[]): boolean {
  const lines = (rows: SchemaRow[]) =>
    rows.map((row) => `${row.type}\n${row.name}\n${row.tbl_name}\n${row.sql}`).sort();
  return lines(schema).join('\0') === lines(expected).join('\0');
}

function checkIntegrity(db: Database.Database, name: string, edited: boolean): void {
  const rows = db.pragma('integrity_check(20)') as {integrity_check: string}[];
  // Rows that break a rule are not damage if another program wrote them: they are named when they are taken over.
  const broken = rows
    .map((row) => row.integrity_check)
    .filter(
      (line) =>
        line !== 'ok' && !(edited && /^(CHECK constraint failed|NULL value|(TEXT|NUMERIC|NON-\w+) value)/.test(line)),
    );
  if (broken[0] !== undefined) throw damaged(name, broken[0].split('\n')[0]!.toLowerCase());
}

function additionsTo(db: Database.Database, schema: SchemaRow[], expected: SchemaRow[]): string[] {
  const known = new Set(expected.map((row) => row.name));
  const layers = schema
    .filter(
      (row) => (row.type === 'table' || row.type === 'view') && !known.has(row.name) && !MADE_AGAIN.test(row.name),
    )
    .map((row) => (row.name === 'qgis_projects' ? 'a QGIS project' : `the layer “${row.name}”`));
  const columns = expected
    .filter((row) => row.type === 'table' && !MADE_AGAIN.test(row.name) && row.name !== 'layer_styles')
    .flatMap((row) => {
      const own = columnsOf(row.sql ?? '', row.name);
      return columnNames(db, 'main', row.name)
        .filter((column) => !own.has(column))
        .map((column) => `the column “${column}” of “${row.name}”`);
    });
  return [...layers, ...columns];
}

function columnsOf(sql: string, table: string): Set<string> {
  const db = new Database(':memory:');
  try {
    db.exec(sql);
    return new Set(columnNames(db, 'main', table));
  } finally {
    db.close();
  }
}

/** The columns of a table that hold values of their own. */
export function columnNames(db: Database.Database, schema: 'main' | 'received', table: string): string[] {
  const rows = db.pragma(`${schema}.table_xinfo("${table}")`) as {name: string; hidden: number}[];
  return rows.filter((row) => row.hidden === 0).map((row) => row.name);
}
