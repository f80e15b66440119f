import {basename} from 'node:path';
import {PlanError} from '../domain/errors.ts';

/** What was being done when a file failed, as it stands in a sentence: “Closer can’t save “Town.gpkg”: …”. */
export type Doing = 'open' | 'save' | 'read';

/** What a failure of the file system or of SQLite means to a planner, and what to do about it. By error code. */
const MEANING: readonly (readonly [pattern: RegExp, what: string, remedy: string])[] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)$/, 'there is no room left on that disk', 'Free some space, or choose another place.'],
  [/^ENOENT$/, 'it is not there', 'It may have been moved, renamed or deleted.'],
  [
    /^(EACCES|EPERM|SQLITE_CANTOPEN.*)$/,
    'this computer does not allow it',
    'Its folder may be read-only: choose another place.',
  ],
  [/^(EROFS|SQLITE_READONLY.*)$/, 'that place is read-only', 'Choose another place.'],
  [/^ENAMETOOLONG$/, 'its name or path is too long', 'Choose a shorter name or a folder higher up.'],
  [/^EISDIR$/, 'it is a folder, not a file', 'Choose a file.'],
  [/^ENOTDIR$/, 'part of its path is a file, not a folder', 'Choose another place.'],
  [/^(EBUSY|ETXTBSY|SQLITE_BUSY.*|SQLITE_LOCKED.*)$/, 'another program is using it', 'Close it there and try again.'],
  [/^(EMFILE|ENFILE)$/, 'too many files are open on this computer', 'Close some programs and try again.'],
  [
    /^(SQLITE_CORRUPT.*|SQLITE_NOTADB)$/,
    'it is damaged',
    'Open an earlier copy of it, or ask whoever sent it to send it again.',
  ],
  [/^(EIO|SQLITE_IOERR.*)$/, 'the disk or the network failed', 'Check that it is still connected and try again.'],
  [
    /^(SQLITE_TOOBIG|ERR_FS_FILE_TOO_LARGE|EFBIG)$/,
    'it is larger than this program or that disk can hold',
    'Choose another place, or less.',
  ],
];

/**
 * A failure as a sentence for people if it is one of files and disks; anything else as it came, since it is a bug.
 * Only the file's name is said: a screen never sees a path.
 */
export function fileProblem(error: unknown, path: string, doing: Doing): unknown {
  const meaning = meaningOf(error);
  if (!meaning) return error;
  const [, what, remedy] = meaning;
  return new PlanError('file', `Closer can’t ${doing} “${basename(path)}”: ${what}. ${remedy}`);
}

/** The same for a change of the project: the disk is the one that holds the working copy, which no one chose. */
export function changeProblem(error: unknown): unknown {
  const meaning = meaningOf(error);
  if (!meaning) return error;
  return new PlanError(
    'file',
    `Nothing was changed, because Closer can’t write its working copy: ${meaning[1]}. Put that right and try again.`,
  );
}

function meaningOf(error: unknown) {
  if (!(error instanceof Error) || error instanceof PlanError) return undefined;
  const code = (error as {code?: unknown}).code;
  return typeof code === 'string' ? MEANING.find(([pattern]) => pattern.test(code)) : undefined;
}

/** Does the work, and says failures of files and disks in a sentence. */
export function sayingWhy<R>(path: string, doing: Doing, work: () => R): R {
  try {
    return work();
  } catch (error) {
    throw fileProblem(error, path, doing);
  }
}
