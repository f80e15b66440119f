import {randomUUID} from 'node:crypto';
import type Database from 'better-sqlite3';
import {AS_NOW} from '../domain/option.ts';
import {countChange, setCloserValue} from './closer-table.ts';
import {liftLock} from './lock-file.ts';
import {openProject, type ProjectFile} from './project-file.ts';
import {transaction} from './transaction.ts';
import {noteOrigin} from './working-copy.ts';

/**
 * Starts a project from another’s file: its evidence, its travel times and what is there now (sites, services, what is offered
 * where) under a new id and name. What was planned stays behind: options, verdicts, assumptions, neighbourhoods, editions gone by and the history, so that
 * nothing anyone deleted or tried travels along. The file it starts from is only read, and is not the new project’s own.
 */
export function startFrom(folder: string, path: string, name: string | null, now: string): ProjectFile {
  const file = openProject(folder, path, now);
  const id = transaction(file.db, () => leavePlanBehind(file.db, name, now));
  liftLock(path);
  noteOrigin(file.workingPath, {original: null, saving: null, otherLayers: []});
  return {...file, id, originalPath: null};
}

/** What is there now stays, under a new id; what was planned goes. Gives the id. */
export function leavePlanBehind(db: Database.Database, name: string | null, now: string): string {
  const id = randomUUID();
  db.prepare('DELETE FROM placement WHERE option <> ?').run(AS_NOW);
  db.prepare('DELETE FROM closure WHERE option <> ?').run(AS_NOW);
  db.prepare('DELETE FROM street_change WHERE option <> ?').run(AS_NOW);
  db.prepare('DELETE FROM option WHERE id <> ?').run(AS_NOW);
  db.exec(
    'DELETE FROM verdict; DELETE FROM assumption; DELETE FROM member; DELETE FROM neighbourhood; DELETE FROM history; DELETE FROM kept_edition;',
  );
  if (name !== null) db.prepare('UPDATE place SET name = ?').run(name);
  setCloserValue(db, 'project', id);
  setCloserValue(db, 'created_at', now);
  setCloserValue(db, 'saved', '0');
  countChange(db, now);
  return id;
}
