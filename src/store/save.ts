import {chmodSync, closeSync, openSync, readSync, realpathSync, rmSync, statSync} from 'node:fs';
import {basename, resolve} from 'node:path';
import Database from 'better-sqlite3';
import {PlanError} from '../domain/errors.ts';
import {closerValue, setCloserValue} from './closer-table.ts';
import {APPLICATION_ID, GEOPACKAGE_VERSION} from './database.ts';
import {CONTENT_TABLES, digestsOf} from './digests.ts';
import {fileProblem, sayingWhy} from './file-problem.ts';
import {pointOf, polygonsOf} from './geometry.ts';
import {liftLock, openedElsewhere, placeLock} from './lock-file.ts';
import type {ProjectFile} from './project-file.ts';
import {contentOf, isInUse} from './receive.ts';
import {moveInPlace, temporaryBeside} from './replace-file.ts';
import {noteOrigin, originOf} from './working-copy.ts';

/**
 * Saves the project to its own file, or to another.
 *
 * A new file is written beside the target, checked, flushed and moved into its place in one step: whatever happens, the
 * target is the old project or the new one. A target that changed since it was opened is never replaced.
 */
export function saveProject(file: ProjectFile, path?: string): void {
  const asked = path ?? file.originalPath;
  if (asked === null) throw new PlanError('invalid', 'This project has no file yet. Choose where to save it.');
  const target = realTarget(asked);
  const own = file.originalPath !== null && realTarget(file.originalPath) === target;
  const origin = originOf(file.workingPath);
  checkTarget(target, own ? (origin.original?.content ?? null) : null, own, own ? origin.otherLayers : []);

  const temporary = temporaryBeside(target);
  try {
    // Made here first, because what the file system says about a folder is plainer than what SQLite makes of it.
    sayingWhy(target, 'save', () => closeSync(openSync(temporary, 'wx')));
    file.db.prepare('VACUUM INTO ?').run(temporary);
    finish(temporary);
    const saved = {path: target, content: contentOf(temporary)};
    const mode = statSync(target, {throwIfNoEntry: false})?.mode;
    if (mode !== undefined) chmodSync(temporary, mode & 0o777);
    noteOrigin(file.workingPath, {...origin, saving: saved});
    checkTarget(target, own ? (origin.original?.content ?? null) : null, own, own ? origin.otherLayers : []);
    moveInPlace(temporary, target);
    if (file.originalPath !== null && !own) liftLock(file.originalPath);
    tookPlace(file, saved);
  } catch (error) {
    rmSync(temporary, {force: true});
    rmSync(`${temporary}-journal`, {force: true});
    throw fileProblem(error, target, 'save');
  }
}

/** Once the file stands: the working copy knows where it is and that nothing is unsaved. */
export function tookPlace(file: ProjectFile, saved: {path: string; content: string}): void {
  setCloserValue(file.db, 'saved', closerValue(file.db, 'changes') ?? '0');
  noteOrigin(file.workingPath, {original: saved, saving: null, otherLayers: []});
  file.originalPath = saved.path;
  placeLock(saved.path, closerValue(file.db, 'changed_at') ?? '');
}

/** A link is followed, so that saving replaces the file it points to and not the link. */
function realTarget(path: string): string {
  const full = resolve(path);
  return sayingWhy(full, 'save', () => (statSync(full, {throwIfNoEntry: false}) ? realpathSync(full) : full));
}

function checkTarget(target: string, content: string | null, own: boolean, otherLayers: string[]): void {
  const name = basename(target);
  const stat = sayingWhy(target, 'save', () => statSync(target, {throwIfNoEntry: false}));
  if (!own && !/\.gpkg$/i.test(name)) {
    throw new PlanError(
      'invalid',
      `“${name}” must end in .gpkg, so that map programs recognise it. Add that to the name.`,
    );
  }
  if (!stat) return;
  const refuse = (why: string): never => {
    throw new PlanError('file', `“${name}” ${why}`);
  };
  if (stat.isDirectory()) refuse('is a folder. Choose a name for the project’s file.');
  if (!stat.isFile()) refuse('is not an ordinary file. Choose another name.');
  if ((stat.mode & 0o222) === 0) refuse('is read-only. Save under another name.');
  if (isInUse(target))
    refuse('is in use by another program, such as QGIS. Close it there, or save under another name.');
  if (!own) {
    const elsewhere = openedElsewhere(target);
    if (elsewhere !== null) refuse('is open in another Closer. Save under another name.');
    return;
  }
  if (otherLayers.length > 0) {
    refuse(
      `also holds ${otherLayers.join(', ')}, which Closer does not keep and would remove. Save under another name.`,
    );
  }
  if (content !== null && sayingWhy(target, 'save', () => contentOf(target)) !== content) {
    refuse(
      'was changed by someone else or another program since it was opened here. It was not replaced. Save under another name.',
    );
  }
}

/** Completes the new file: what it says about itself, then a check of every page. Only then may it take a place. */
function finish(path: string): void {
  const db = new Database(path, {fileMustExist: true});
  try {
    // The file is nobody's yet: no journal beside the target, and one flush at the end.
    db.pragma('journal_mode = MEMORY');
    db.pragma('synchronous = OFF');
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${GEOPACKAGE_VERSION}`);
    const digests = digestsOf(db, CONTENT_TABLES);
    const writes = writesOf(path) + 1;
    db.transaction(() => {
      noteExtents(db);
      setCloserValue(db, 'digests', JSON.stringify(digests));
      setCloserValue(db, 'saved', closerValue(db, 'changes') ?? '0');
      setCloserValue(db, 'writes', String(writes));
    })();
    if (writesOf(path) !== writes)
      throw new Error(`SQLite counted ${writesOf(path)} writes where ${writes} were expected.`);
    const check = db.pragma('integrity_check(1)', {simple: true}) as string;
    if (check !== 'ok') throw new Error(`The file that was about to be saved is not sound: ${check}`);
  } finally {
    db.close();
  }
}

/** SQLite's count of writes, from the file's header: the four bytes at 24. */
function writesOf(path: string): number {
  const bytes = Buffer.alloc(4);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, 4, 24);
  } finally {
    closeSync(file);
  }
  return bytes.readUInt32BE(0);
}

/** Where the layers lie, for programs that zoom to them. */
function noteExtents(db: Database.Database): void {
  const note = db.prepare(
    `UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?, last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
     WHERE table_name = ?`,
  );
  for (const layer of ['area', 'site']) {
    const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    const widen = (lng: number, lat: number) => {
      extent[0] = Math.min(extent[0], lng);
      extent[1] = Math.min(extent[1], lat);
      extent[2] = Math.max(extent[2], lng);
      extent[3] = Math.max(extent[3], lat);
    };
    for (const blob of db
      .prepare(`SELECT geom FROM ${layer} WHERE geom IS NOT NULL`)
      .pluck()
      .iterate() as Iterable<Uint8Array>) {
      const point = layer === 'site' ? pointOf(blob) : null;
      if (point) widen(...point);
      else for (const ring of (polygonsOf(blob) ?? []).flat()) for (const [lng, lat] of ring) widen(lng, lat);
    }
    note.run(...extent.map((edge) => (Number.isFinite(edge) ? edge : null)), layer);
  }
}
