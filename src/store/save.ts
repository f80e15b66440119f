import {chmodSync, constants, copyFileSync, rmSync, statSync} from 'node:fs';
import {PlanError} from '../domain/errors.ts';
import {closerValue, setCloserValue} from './closer-table.ts';
import {fileProblem} from './file-problem.ts';
import {liftLock, placeLock} from './lock-file.ts';
import {MIGRATIONS} from './migrations/list.ts';
import {makeOutgoing} from './outgoing.ts';
import type {ProjectFile} from './project-file.ts';
import {contentOf} from './receive.ts';
import {moveInPlace, temporaryBeside} from './replace-file.ts';
import {noteSeen} from './seen.ts';
import {checkTarget, realTarget} from './target.ts';
import {folderOf, noteOrigin, originOf, type Saved} from './working-copy.ts';

/**
 * Saves the project to its own file, or to another, which is then its own.
 *
 * A new file is made and checked, copied beside the target, flushed and moved into its place in one step: whatever
 * happens, the target is the old project or the new one. A target that changed since it was opened is never replaced.
 */
export function saveProject(file: ProjectFile, path?: string): void {
  const asked = path ?? file.originalPath;
  if (asked === null) throw new PlanError('invalid', 'This project has no file yet. Choose where to save it.');
  const target = realTarget(asked);
  const origin = originOf(file.workingPath);
  const own = file.originalPath !== null && realTarget(file.originalPath) === target ? origin : null;
  checkTarget(target, own, file.workingPath);

  const temporary = temporaryBeside(target);
  let outgoing: string | null = null;
  try {
    const made = makeOutgoing(file.db, file.workingPath);
    outgoing = made.path;
    const saved: Saved = {path: target, content: contentOf(made.path), state: made.state};
    const changes = closerValue(file.db, 'changes') ?? '0';
    noteOrigin(file.workingPath, {...origin, saving: {...saved, temporary, changes}});
    copyFileSync(made.path, temporary, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    if (contentOf(temporary) !== saved.content) {
      throw new PlanError('file', 'The disk or the network did not keep what was saved. Save to another place.');
    }
    const before = statSync(target, {throwIfNoEntry: false});
    if (before) chmodSync(temporary, before.mode & 0o777);
    // Asked again: making the file took a moment.
    checkTarget(target, own, file.workingPath);
    moveInPlace(temporary, target);
    if (file.originalPath !== null && !own) liftLock(file.originalPath);
    tookPlace(file, saved);
  } catch (error) {
    throw fileProblem(error, target, 'save');
  } finally {
    clear(temporary);
    if (outgoing !== null) clear(outgoing);
  }
}

function clear(path: string): void {
  try {
    rmSync(path, {force: true});
  } catch (error) {
    // What stopped the saving stops this too, such as a share that went away: that is what the planner is told.
    if (typeof (error as {code?: unknown}).code !== 'string') throw error;
  }
}

/** Once the file stands: the working copy knows where it is and that nothing is unsaved. */
export function tookPlace(file: ProjectFile, {path, content, state}: Saved): void {
  setCloserValue(file.db, 'saved', closerValue(file.db, 'changes') ?? '0');
  noteOrigin(file.workingPath, {original: {path, content, state}, saving: null, otherLayers: []});
  // It was checked page by page when it was made.
  noteSeen(folderOf(file.workingPath), {content, format: MIGRATIONS.length, state});
  file.originalPath = path;
  placeLock(path);
}
