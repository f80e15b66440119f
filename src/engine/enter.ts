import {PlanError} from '../domain/errors.ts';
import {placeLock} from '../store/lock-file.ts';
import type {ProjectFile} from '../store/project-file.ts';
import * as files from '../store/project-file.ts';
import type {Context} from './context.ts';
import {workspaceOf} from './workspace.ts';

/** The open project must be saved, or its changes thrown away on purpose, before another takes its place. */
export function mayLeave(context: Context, discard: boolean): void {
  const workspace = context.workspace();
  if (workspace && !discard && files.isUnsaved(workspace.file)) {
    throw new PlanError(
      'invalid',
      'This project has changes that are not saved. Save them, or close without saving.',
      'unsaved',
    );
  }
}

/**
 * A file that is ready takes the place of the open project, in one step. Until then that one stays open, so that a
 * damaged file or a stopped import costs nobody anything.
 */
export function enter(
  context: Context,
  file: ProjectFile,
  {elsewhere = null, discard, keep = false}: {elsewhere?: string | null; discard: boolean; keep?: boolean},
): {id: string} {
  const left = context.workspace();
  try {
    mayLeave(context, discard);
    context.use(workspaceOf(file, elsewhere, context.now, context.tell));
  } catch (error) {
    files.closeProject(file, keep);
    throw error;
  }
  left?.close(false);
  // Opening a file that was open already: closing it took the notice for colleagues away.
  if (left && file.originalPath !== null) placeLock(file.originalPath);
  context.tell({news: 'opened'});
  return {id: file.id};
}
