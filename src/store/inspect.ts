import {basename} from 'node:path';
import type Database from 'better-sqlite3';
import {PlanError} from '../domain/errors.ts';
import {openGuarded} from './database.ts';
import {type Digests, digestsOf, stateOf} from './digests.ts';
import {fileProblem} from './file-problem.ts';
import type {Migration} from './migrate.ts';
import type {Received} from './receive.ts';
import {
  additionsTo,
  columnNames,
  type Format,
  formatMadeBy,
  type SchemaRow,
  STYLES,
  sameSchema,
  schemaIn,
} from './schema.ts';

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

/** Looks through the copy of a received file without trusting it. Refuses with a sentence; changes nothing in the copy. */
export function inspect(copy: string, path: string, received: Received, migrations: readonly Migration[]): Inspection {
  const name = basename(path);
  let db: Database.Database | null = null;
  try {
    db = openGuarded(copy);
    db.pragma('query_only = ON');
    const schema = schemaIn(db);
    const format = formatIn(db, schema, name, migrations.length);
    const made = formatMadeBy(migrations.slice(0, format));
    for (const table of made.columns.keys()) mustBeTable(schema, table, name);

    const edited = received.writes !== Number(valueIn(db, 'writes')) || !sameSchema(schema, made.rows);
    checkIntegrity(db, name, edited);
    const digests = digestsOf(db, contentIn(db, made));
    const saved = digestsIn(db, name);
    const changed = Object.keys(saved).filter((table) => made.columns.has(table) && saved[table] !== digests[table]);
    if (changed.length > 0 && !edited) throw damaged(name, `the table “${changed[0]}” is not as it was saved`);
    const additions = edited ? additionsTo(db, schema, made) : [];
    return {format, edited, changed, additions, state: stateOf(digests, additions)};
  } catch (error) {
    throw openingProblem(error, path);
  } finally {
    db?.close();
  }
}

/** Why a received file can't be opened. What SQLite can't make sense of in it is damage, not a mistake of ours. */
export function openingProblem(error: unknown, path: string): unknown {
  const problem = fileProblem(error, path, 'open');
  const code = (problem as {code?: unknown} | null)?.code;
  const ofSqlite = typeof code === 'string' && code.startsWith('SQLITE_');
  return ofSqlite ? damaged(basename(path), (problem as Error).message) : problem;
}

export function damaged(name: string, what: string): PlanError {
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
  if (!row && table === STYLES) return;
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

/** The tables and columns whose rows count, as far as they are there: `closer` itself is what counts them. */
function contentIn(db: Database.Database, made: Format): Map<string, string[]> {
  const content = [...made.columns].filter(([table]) => table !== 'closer');
  return new Map(
    content.map(([table, columns]) => {
      const there = new Set(columnNames(db, 'main', table));
      return [table, columns.filter((column) => there.has(column))];
    }),
  );
}

/** Rows that break a rule are no damage if another program wrote them, and its own indexes are not taken over. */
const NOT_OUR_DAMAGE =
  /^(CHECK constraint failed|NULL value|(TEXT|NUMERIC|NON-\w+) value|In RTree|malformed inverted index)/;

function checkIntegrity(db: Database.Database, name: string, edited: boolean): void {
  const rows = db.pragma('integrity_check(20)') as {integrity_check: string}[];
  const broken = rows
    .map((row) => row.integrity_check)
    .find((line) => line !== 'ok' && !(edited && NOT_OUR_DAMAGE.test(line)));
  if (broken !== undefined) throw damaged(name, broken.split('\n')[0]!.toLowerCase());
}
