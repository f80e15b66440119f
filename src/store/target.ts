import {realpathSync, statSync} from 'node:fs';
import {basename, dirname, join, resolve} from 'node:path';
import {PlanError} from '../domain/errors.ts';
import {sayingWhy} from './file-problem.ts';
import {inspect} from './inspect.ts';
import {openedElsewhere} from './lock-file.ts';
import {MIGRATIONS} from './migrations/list.ts';
import {contentOf, isInUse, receive, removeCopy} from './receive.ts';
import type {Origin, Saved} from './working-copy.ts';

/** A link is followed, so that saving replaces the file it points to and not the link. */
export function realTarget(path: string): string {
  const full = resolve(path);
  return sayingWhy(full, 'save', () => (statSync(full, {throwIfNoEntry: false}) ? realpathSync(full) : full));
}

/** Refuses a file in a folder that is not there. */
export function checkFolderOf(target: string): void {
  const folder = sayingWhy(target, 'save', () => statSync(dirname(target), {throwIfNoEntry: false}));
  if (folder?.isDirectory()) return;
  throw new PlanError(
    'file',
    `“${basename(target)}” can’t be saved: its folder “${basename(dirname(target))}” is not there. Choose another place.`,
  );
}

/**
 * Refuses a target that must not be replaced, with a sentence. `own` is the file the project was opened from or last
 * saved to: it is replaced only if it still holds what it held then.
 */
export function checkTarget(target: string, own: Origin | null, workingPath: string): void {
  const name = basename(target);
  const refuse = (why: string): never => {
    throw new PlanError('file', `“${name}” ${why}`);
  };
  checkFolderOf(target);
  const stat = sayingWhy(target, 'save', () => statSync(target, {throwIfNoEntry: false}));
  if (stat?.isDirectory()) refuse('is a folder. Choose a name for the project’s file.');
  if (!own && !/\.gpkg$/i.test(name))
    refuse('must end in .gpkg, so that map programs recognise it. Add that to the name.');
  if (!stat) return;
  if (!stat.isFile()) refuse('is not an ordinary file. Choose another name.');
  if ((stat.mode & 0o222) === 0) refuse('is read-only. Save under another name.');
  if (isInUse(target))
    refuse('is in use by another program, such as QGIS. Close it there, or save under another name.');
  if (!own) {
    if (openedElsewhere(target) !== null) refuse('is open in another Closer. Save under another name.');
    return;
  }
  if (own.otherLayers.length > 0) {
    refuse(
      `also holds ${own.otherLayers.join(', ')}, which Closer does not keep and would remove. Save under another name.`,
    );
  }
  const known = [own.original, own.saving].filter((each) => each !== null);
  if (known.length > 0 && !stillHolds(target, known, workingPath)) {
    refuse(
      'was changed by someone else or another program since it was opened here. It was not replaced. Save under another name.',
    );
  }
}

/** Other bytes are not always another project: QGIS changes some by looking. Then its rows decide. */
function stillHolds(target: string, known: readonly Saved[], workingPath: string): boolean {
  const content = sayingWhy(target, 'save', () => contentOf(target));
  if (known.some((saved) => saved.content === content)) return true;
  const copy = join(dirname(workingPath), 'seen.gpkg');
  try {
    const received = receive(target, copy);
    const {state} = inspect(copy, target, received, MIGRATIONS);
    return known.some((saved) => saved.state === state);
  } catch (error) {
    // Whatever it is now, it is not the project that was opened.
    if (error instanceof PlanError) return false;
    throw error;
  } finally {
    removeCopy(copy);
  }
}
