import {randomUUID} from 'node:crypto';
import {copyFileSync, existsSync, mkdirSync, renameSync} from 'node:fs';
import {basename, dirname, join, resolve} from 'node:path';
import type Database from 'better-sqlite3';
import {AS_NOW} from '../domain/option.ts';
import {EVIDENCE_TABLES, PLAN_TABLES, RESULT_TABLES} from '../domain/tables.ts';
import {closerValue, countChange, hasUnsaved, setCloserValue} from './closer-table.ts';
import {openWorking} from './database.ts';
import {fileProblem} from './file-problem.ts';
import {recordOutsideEdit} from './history.ts';
import {type Inspection, inspect, openingProblem, tooNew} from './inspect.ts';
import {liftLock, placeLock} from './lock-file.ts';
import {formatOf, type Migration, migrate} from './migrate.ts';
import {MIGRATIONS} from './migrations/list.ts';
import {rebuild} from './rebuild.ts';
import {type Received, receive, removeCopy} from './receive.ts';
import {checkReadable, repair} from './repair.ts';
import {replaceFile} from './replace-file.ts';
import {tookPlace} from './save.ts';
import {noteSeen, seenBefore} from './seen.ts';
import {transaction} from './transaction.ts';
import {
  dropWorkingCopy,
  holdWorkingCopy,
  letGoOfWorkingCopy,
  newWorkingPath,
  noteOrigin,
  originOf,
  savedAfterAll,
} from './working-copy.ts';

export {openedElsewhere} from './lock-file.ts';
export {saveProject} from './save.ts';
export {leftOver} from './working-copy.ts';

/**
 * An open project: a working copy on this computer that every edit is committed to, and the file it was opened from or
 * saved to, which only saving touches.
 */
export interface ProjectFile {
  /** The project's own id, the same in every copy of it. */
  readonly id: string;
  readonly db: Database.Database;
  readonly workingPath: string;
  originalPath: string | null;
  /** What was noticed at opening and the planner should know, one sentence each. */
  readonly notes: readonly string[];
}

/** Starts a project that has no file yet. */
export function createProject(folder: string, name: string, now: string): ProjectFile {
  const problem = (error: unknown) => fileProblem(error, 'a new project', 'open');
  return inNewCopy(folder, problem, (workingPath, hold) => {
    const db = hold(openWorking(workingPath, false));
    migrate(db, MIGRATIONS);
    transaction(db, () => {
      db.prepare(`INSERT INTO place (id, name) VALUES ('place', ?)`).run(name);
      db.prepare(`INSERT INTO option (id, name, role) VALUES (?, 'As now', 'business-as-usual')`).run(AS_NOW);
      setCloserValue(db, 'project', randomUUID());
      setCloserValue(db, 'created_at', now);
      setCloserValue(db, 'saved', '0');
      countChange(db, now);
    });
    noteOrigin(workingPath, {original: null, saving: null, otherLayers: []});
    return projectFile(db, workingPath, null, []);
  });
}

/** Makes a working copy; whatever fails, nothing of it stays behind. */
function inNewCopy(
  folder: string,
  problem: (error: unknown) => unknown,
  make: (workingPath: string, hold: (db: Database.Database) => Database.Database) => ProjectFile,
): ProjectFile {
  let workingPath: string | null = null;
  let held: Database.Database | null = null;
  try {
    workingPath = newWorkingPath(folder);
    return make(workingPath, (db) => {
      held = db;
      return db;
    });
  } catch (error) {
    (held as Database.Database | null)?.close();
    if (workingPath !== null) dropWorkingCopy(workingPath);
    throw problem(error);
  }
}

/** Opens a project: looks through the file without trusting it, and copies it to work in. The file is not changed. */
export function openProject(folder: string, path: string, now: string): ProjectFile {
  return openWith(MIGRATIONS, folder, path, now);
}

/** As `openProject`, with the formats that there are; tests bring formats that do not exist yet. */
export function openWith(migrations: readonly Migration[], folder: string, path: string, now: string): ProjectFile {
  const original = resolve(path);
  const problem = (error: unknown) => openingProblem(error, original);
  return inNewCopy(folder, problem, (workingPath, hold) => {
    const copy = join(dirname(workingPath), 'received.gpkg');
    const received = receive(original, copy);
    const found = lookedThrough(folder, copy, original, received, migrations);
    if (found.format < migrations.length) {
      keepBackup(folder, original, found.format, received.content, (to) => copyFileSync(copy, to));
    }
    if (found.edited) rebuild(copy, workingPath, original, migrations.slice(0, found.format));
    else renameSync(copy, workingPath);
    removeCopy(copy);

    const db = hold(openWorking(workingPath, true));
    migrate(db, migrations);
    const notes = settle(db, original, found, now);
    const {content} = received;
    noteOrigin(workingPath, {
      original: {path: original, content, state: found.state},
      saving: null,
      otherLayers: found.additions,
    });
    placeLock(original);
    return projectFile(db, workingPath, original, notes);
  });
}

/** As `inspect`, unless a file of the very same bytes was looked through, or written, by this Closer before. */
function lookedThrough(
  folder: string,
  copy: string,
  path: string,
  received: Received,
  migrations: readonly Migration[],
): Inspection {
  const {content} = received;
  const seen = seenBefore(folder, content, migrations.length);
  if (seen) return {format: seen.format, edited: false, changed: [], additions: [], state: seen.state};
  const found = inspect(copy, path, received, migrations);
  if (!found.edited) noteSeen(folder, {content, format: found.format, state: found.state});
  return found;
}

/** Makes a received file fit to work in, and says what was noticed. */
function settle(db: Database.Database, path: string, found: Inspection, now: string): string[] {
  return transaction(db, () => {
    const repaired = repair(db, path);
    if (closerValue(db, 'project') === null) setCloserValue(db, 'project', randomUUID());
    if (!found.edited) return repaired;
    checkReadable(db, path);
    const notes: string[] = [];
    const plan = PLAN_TABLES.filter((table) => found.changed.includes(table));
    if (plan.length > 0) {
      recordOutsideEdit(db, 'Edited in another program', now);
      notes.push(
        `“${basename(path)}” was edited in another program (${plan.join(', ')}). What was done before that can’t be undone.`,
      );
    }
    // Results are found by what went in, and for these that can't be told any more; they can be had again.
    const inputs: readonly string[] = [...EVIDENCE_TABLES, ...RESULT_TABLES];
    if (found.changed.some((table) => inputs.includes(table)))
      db.exec('DELETE FROM travel_time; DELETE FROM preparation;');
    setCloserValue(db, 'saved', closerValue(db, 'changes') ?? '0');
    if (repaired.length > 0) countChange(db, now);
    if (found.additions.length > 0) {
      notes.push(
        `“${basename(path)}” also holds ${found.additions.join(', ')}, which Closer does not keep. Save under another name to leave that as it is.`,
      );
    }
    return [...notes, ...repaired];
  });
}

/**
 * A file of an older format is kept as it was: once it is saved in the new format, older versions can't open it. Named by
 * what it holds, so that opening it again keeps no second copy.
 */
function keepBackup(folder: string, path: string, format: number, content: string, write: (to: string) => void): void {
  const kept = join(folder, 'backups');
  mkdirSync(kept, {recursive: true});
  const to = join(kept, `${basename(path, '.gpkg').slice(0, 80)} (format ${format}, ${content.slice(0, 12)}).gpkg`);
  if (!existsSync(to)) replaceFile(to, write);
}

/** Takes up a working copy whose process ended without closing it. */
export function recoverProject(folder: string, workingPath: string): ProjectFile {
  let db: Database.Database | null = null;
  try {
    db = holdWorkingCopy(workingPath);
    const format = formatOf(db);
    if (format > MIGRATIONS.length) throw tooNew('The work that was not saved', format, MIGRATIONS.length);
    const origin = originOf(workingPath);
    const {original, saving} = origin;
    if (format < MIGRATIONS.length) {
      // Not copied as a file: closing that would let go of the lock that this process has on it.
      const older = db;
      keepBackup(folder, original?.path ?? 'Project', format, randomUUID(), (to) =>
        older.prepare('VACUUM INTO ?').run(to),
      );
      migrate(db, MIGRATIONS);
    }
    const file = projectFile(db, workingPath, original?.path ?? null, []);
    // It may have been killed between moving the new file into its place and noting that it did.
    if (saving && savedAfterAll(db, origin)) tookPlace(file, saving);
    else if (original) placeLock(original.path);
    return file;
  } catch (error) {
    db?.close();
    letGoOfWorkingCopy(workingPath);
    throw fileProblem(error, 'the work that was not saved', 'open');
  }
}

/** Closes a project. Without its working copy, whatever was not saved is gone. */
export function closeProject(file: ProjectFile, keepWorkingCopy: boolean): void {
  file.db.close();
  if (file.originalPath !== null) liftLock(file.originalPath);
  if (keepWorkingCopy) letGoOfWorkingCopy(file.workingPath);
  else dropWorkingCopy(file.workingPath);
}

/** Whether the plan or the evidence has changed since the project was last saved. True for one that never was. */
export function isUnsaved(file: ProjectFile): boolean {
  return hasUnsaved(file.db);
}

function projectFile(
  db: Database.Database,
  workingPath: string,
  originalPath: string | null,
  notes: string[],
): ProjectFile {
  return {id: closerValue(db, 'project') ?? '', db, workingPath, originalPath, notes};
}
