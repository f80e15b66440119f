import {basename} from 'node:path';
import type Database from 'better-sqlite3';
import {PlanError} from '../domain/errors.ts';
import {openWorking} from './database.ts';

import {type Migration, migrate} from './migrate.ts';
import {columnNames, formatMadeBy, STYLES} from './schema.ts';

/**
 * Takes over a project that another program has edited: into a new file with our own tables, row by row and column by
 * column. Triggers, R-trees, views and whatever else was added never get into it.
 */
export function rebuild(received: string, fresh: string, path: string, migrations: readonly Migration[]): void {
  const db = openWorking(fresh, false);
  try {
    migrate(db, migrations);
    db.prepare('ATTACH ? AS received').run(received);
    db.pragma('foreign_keys = OFF');
    db.transaction(() => {
      for (const table of formatMadeBy(migrations).columns.keys()) takeOver(db, table, path);
    })();
    db.exec('DETACH received');
  } finally {
    db.close();
  }
}

function takeOver(db: Database.Database, table: string, path: string): void {
  const there = new Set(columnNames(db, 'received', table));
  // No styles at all: ours stay.
  if (table === STYLES && there.size === 0) return;
  const own = db.pragma(`main.table_xinfo("${table}")`) as {name: string; notnull: number; dflt_value: string | null}[];
  const lost = own.find((column) => !there.has(column.name) && column.notnull === 1 && column.dflt_value === null);
  if (lost) {
    throw new PlanError(
      'file',
      `In “${basename(path)}” another program has removed the column “${lost.name}” of “${table}”. Open an earlier copy.`,
    );
  }
  const columns = own.filter((column) => there.has(column.name)).map((column) => `"${column.name}"`);
  // What a migration puts there itself is replaced by what the file has.
  db.exec(`DELETE FROM main."${table}"`);
  const layers = table === STYLES ? ` WHERE f_table_name IN ('area', 'site')` : '';
  try {
    db.exec(
      `INSERT INTO main."${table}" (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM received."${table}"${layers}`,
    );
  } catch (error) {
    const code = (error as {code?: unknown}).code;
    if (typeof code !== 'string' || !code.startsWith('SQLITE_CONSTRAINT')) throw error;
    throw new PlanError(
      'file',
      `“${basename(path)}” was edited by another program, and its table “${table}” now has a row that Closer can’t take: ` +
        `${(error as Error).message}. Correct the row there, or open an earlier copy.`,
    );
  }
}
