import {randomUUID} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import type Database from 'better-sqlite3';
import {PlanError} from '../domain/errors.ts';
import {closerValue, hasUnsaved} from './closer-table.ts';
import {openWorking} from './database.ts';
import {contentOf} from './receive.ts';
import {moveInPlace, temporaryBeside} from './replace-file.ts';

/**
 * The folder of one open project: the database that every edit is committed to, and beside it a note of where it came
 * from. The note is kept outside the database because that is sent to others, and paths are nobody else's business.
 */
export interface Origin {
  /** The file it was opened from or last saved to. */
  original: Saved | null;
  /**
   * Written before a save puts anything beside the target: a crash in that moment is then not taken for somebody else's
   * edit, and the temporary file does not stay behind.
   */
  saving: Saving | null;
  /** Layers of other programs in the original that are not in the working copy. */
  otherLayers: string[];
}

export interface Saved {
  path: string;
  /** Its content, as `contentOf` gives it. */
  content: string;
  /** What a planner would see of it, as `stateOf` gives it: the same although another program has only looked at the file. */
  state: string;
}

export interface Saving extends Saved {
  temporary: string;
  /** The count of changes that the new file holds. */
  changes: string;
}

const DATABASE = 'project.gpkg';
const NOTE = 'origin.json';
const WORKING = 'working';
const DAY = 24 * 60 * 60 * 1000;

/** The working copies that this process holds: it has no need to ask the system about its own. */
const held = new Set<string>();

/** A new empty folder for a working copy. It counts as one once its origin is noted. */
export function newWorkingPath(folder: string): string {
  const home = join(folder, WORKING, randomUUID());
  mkdirSync(home, {recursive: true});
  const path = join(home, DATABASE);
  held.add(path);
  return path;
}

/** The app's own folder that a working copy lies in. */
export function folderOf(workingPath: string): string {
  return dirname(dirname(dirname(workingPath)));
}

/** Takes up a working copy that no process holds. Another Closer may be looking at it for a moment. */
export function holdWorkingCopy(workingPath: string): Database.Database {
  const db = openWorking(workingPath, true, 2000);
  held.add(workingPath);
  return db;
}

export function dropWorkingCopy(workingPath: string): void {
  held.delete(workingPath);
  rmSync(dirname(workingPath), {recursive: true, force: true});
}

/** Leaves a working copy for later, or for another process. */
export function letGoOfWorkingCopy(workingPath: string): void {
  held.delete(workingPath);
}

export function noteOrigin(workingPath: string, origin: Origin): void {
  const path = join(dirname(workingPath), NOTE);
  const temporary = temporaryBeside(path);
  writeFileSync(temporary, JSON.stringify(origin));
  moveInPlace(temporary, path);
}

export function originOf(workingPath: string): Origin {
  const text = readFileSync(join(dirname(workingPath), NOTE), 'utf8');
  try {
    return JSON.parse(text) as Origin;
  } catch (error) {
    // Damaged: the work in it is worth more than where it came from. It will be saved as a new file.
    if (error instanceof SyntaxError) return {original: null, saving: null, otherLayers: []};
    throw error;
  }
}

export interface LeftOver {
  workingPath: string;
  name: string;
  originalPath: string | null;
  at: string;
}

/**
 * Working copies that no running process holds and that have work in them that was never saved, newest first. Those
 * with nothing unsaved are cleared away, and so are beginnings of one that are more than a day old.
 */
export function leftOver(folder: string): LeftOver[] {
  const found: LeftOver[] = [];
  for (const name of homesIn(join(folder, WORKING))) {
    const workingPath = join(folder, WORKING, name, DATABASE);
    if (held.has(workingPath)) continue;
    if (!hasOrigin(workingPath)) {
      clearBeginning(workingPath);
      continue;
    }
    const row = look(workingPath);
    if (row === 'saved') dropWorkingCopy(workingPath);
    else if (row !== 'held') found.push(row);
  }
  return found.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function homesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as {code?: string}).code === 'ENOENT') return [];
    throw error;
  }
}

function hasOrigin(workingPath: string): boolean {
  return statSync(join(dirname(workingPath), NOTE), {throwIfNoEntry: false}) !== undefined;
}

/** Another process may be making this working copy now; one of yesterday was given up by a crash. */
function clearBeginning(workingPath: string): void {
  const stat = statSync(dirname(workingPath), {throwIfNoEntry: false});
  if (stat && Date.now() - stat.mtimeMs > DAY) dropWorkingCopy(workingPath);
}

function look(workingPath: string): LeftOver | 'saved' | 'held' {
  let db: ReturnType<typeof openWorking>;
  try {
    db = openWorking(workingPath, true);
  } catch (error) {
    // Busy: another Closer is working in it. Anything else (gone, damaged) is not work that could be brought back here.
    if ((error as {code?: string}).code?.startsWith('SQLITE_')) return 'held';
    throw error;
  }
  try {
    const origin = originOf(workingPath);
    const savedLast = savedAfterAll(db, origin);
    if (savedLast || !hasUnsaved(db)) return 'saved';
    const place = db.prepare('SELECT name FROM place').get() as {name: string} | undefined;
    return {
      workingPath,
      name: place?.name ?? 'Unnamed',
      originalPath: origin.original?.path ?? null,
      at: closerValue(db, 'changed_at') ?? '',
    };
  } finally {
    db.close();
  }
}

/** Whether the last thing a killed process did was to put a saved file in its place. Clears what it left beside it if not. */
export function savedAfterAll(db: Database.Database, {saving}: Origin): boolean {
  if (!saving) return false;
  const saved = saving.changes === closerValue(db, 'changes') && holds(saving);
  if (statSync(dirname(saving.temporary), {throwIfNoEntry: false})?.isDirectory())
    rmSync(saving.temporary, {force: true});
  return saved;
}

function holds({path, content}: Saved): boolean {
  try {
    return contentOf(path) === content;
  } catch (error) {
    if (error instanceof PlanError) return false;
    throw error;
  }
}
