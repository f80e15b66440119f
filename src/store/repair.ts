import {randomUUID} from 'node:crypto';
import {basename} from 'node:path';
import type Database from 'better-sqlite3';
import {PlanError} from '../domain/errors.ts';
import {AS_NOW} from '../domain/option.ts';
import {PLAN_TABLES} from '../domain/tables.ts';
import {readAreas, readDeprivation, readSources} from './evidence.ts';
import {pointBlob, pointOf} from './geometry.ts';
import {damaged} from './inspect.ts';
import {rowForm, rowProblem} from './plan-rows.ts';

/**
 * Every row of the plan is looked at before a project is worked in. What another program left out is filled in, and said;
 * what breaks a rule refuses the file with a sentence that names the row.
 *
 * Gives what was done, one sentence each; nothing in a file that Closer saved itself.
 */
export function repair(db: Database.Database, path: string): string[] {
  // First what every project has, or what refers to it would count as lost.
  const notes = [...restoreRows(db, path), ...completeSites(db), ...removeOrphans(db)];
  checkRows(db, path);
  return notes;
}

/** A site drawn in QGIS has what its author knew: it gets an id, and plain defaults for the rest. */
function completeSites(db: Database.Database): string[] {
  const without = db.prepare('SELECT fid, name FROM site WHERE id IS NULL ORDER BY fid').all() as {
    fid: number;
    name: string | null;
  }[];
  const setId = db.prepare('UPDATE site SET id = ? WHERE fid = ?');
  for (const {fid} of without) setId.run(`site-${randomUUID()}`, fid);
  db.exec(`
    UPDATE site SET name = 'Unnamed site' WHERE name IS NULL OR trim(name) = '';
    UPDATE site SET standing = 'candidate' WHERE standing IS NULL;
  `);
  for (const column of ['kind', 'code', 'address', 'postcode', 'tenure', 'condition', 'source', 'note']) {
    db.exec(`UPDATE site SET ${column} = '' WHERE ${column} IS NULL`);
  }
  writePlacesOurWay(db);
  if (without.length === 0) return [];
  const names = without.slice(0, 3).map(({name}) => `“${name ?? 'Unnamed site'}”`);
  const more = without.length > 3 ? ` and ${without.length - 3} more` : '';
  return [`Sites that another program added were taken in: ${names.join(', ')}${more}.`];
}

/** Other programs write points with an envelope, a height, or in another form altogether. */
function writePlacesOurWay(db: Database.Database): void {
  const rows = db.prepare('SELECT fid, geom FROM site WHERE geom IS NOT NULL').all() as {fid: number; geom: unknown}[];
  const update = db.prepare('UPDATE site SET geom = ? WHERE fid = ?');
  for (const {fid, geom} of rows) {
    const point = geom instanceof Uint8Array ? pointOf(geom) : null;
    if (!point) continue;
    const blob = pointBlob(...point);
    if (!blob.equals(geom as Uint8Array)) update.run(blob, fid);
  }
}

/** A site that another program deleted leaves placements behind, since no other program minds our references. */
function removeOrphans(db: Database.Database): string[] {
  const orphans = db.pragma('foreign_key_check') as {table: string; rowid: number; parent: string}[];
  const gone = new Map<string, Set<number>>();
  for (const {table, rowid, parent} of orphans) {
    if (table === 'source') {
      db.prepare('UPDATE source SET replaced_by = NULL WHERE rowid = ?').run(rowid);
      continue;
    }
    const key = `${table}\n${parent}`;
    gone.set(key, (gone.get(key) ?? new Set()).add(rowid));
    db.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid);
  }
  return [...gone].map(([key, rows]) => {
    const [table, parent] = key.split('\n') as [string, string];
    const many = rows.size === 1 ? `1 ${table} was` : `${rows.size} ${table}s were`;
    return `${many} removed, because another program had deleted the ${parent} it was about.`;
  });
}

/** The rows that every project has. */
function restoreRows(db: Database.Database, path: string): string[] {
  const notes: string[] = [];
  if (!db.prepare(`SELECT 1 FROM place WHERE id = 'place'`).get()) {
    const name = basename(path, '.gpkg');
    db.prepare(`INSERT INTO place (id, name) VALUES ('place', ?)`).run(name);
    notes.push(`The project’s name was missing; it is now “${name}”.`);
  }
  if (!db.prepare('SELECT 1 FROM option WHERE id = ?').get(AS_NOW)) {
    db.prepare(`INSERT INTO option (id, name, role) VALUES (?, 'As now', 'business-as-usual')`).run(AS_NOW);
    notes.push('The option “As now” was missing and was put back.');
  }
  return notes;
}

function checkRows(db: Database.Database, path: string): void {
  for (const table of PLAN_TABLES) {
    const form = rowForm(table);
    const columns = form.columns.map((column) => `"${column}"`).join(', ');
    for (const values of db.prepare(`SELECT ${columns} FROM "${table}"`).raw().iterate() as Iterable<unknown[]>) {
      const problem = rowProblem(table, form.row(values));
      if (problem) {
        throw new PlanError(
          'file',
          `Closer can’t open “${basename(path)}”: ${problem.sentence} Correct it in the program that changed it.`,
        );
      }
    }
  }
}

/** What another program edited must still be readable, or the file is refused now and not in the middle of work. */
export function checkReadable(db: Database.Database, path: string): void {
  try {
    readAreas(db);
    readDeprivation(db);
    readSources(db);
    for (const text of db.prepare('SELECT redo FROM history UNION ALL SELECT undo FROM history').pluck().iterate()) {
      if (text !== null) JSON.parse(text as string);
    }
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged(basename(path), 'part of what it keeps as text can’t be read');
    throw error;
  }
}
