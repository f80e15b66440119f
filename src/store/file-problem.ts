import {basename} from 'node:path';
import {PlanError} from '../domain/errors.ts';

/** What was being done when a file failed, as it stands in a sentence: “Closer can’t save “Town.gpkg”: …”. */
export type Doing = 'open' | 'save' | 'read' | 'change';

/** What a failure of the file system or of SQLite means to a planner, and what to do about it. By error code. */
const MEANING: readonly (readonly [pattern: RegExp, meaning: string])[] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)$/, 'there is no room left on that disk. Free some space, or choose another place'],
  [/^ENOENT$/, 'it is not there. It may have been moved, renamed or deleted'],
  [
    /^(EACCES|EPERM)$/,
    'this computer does not allow it. The file or its folder may be read-only; choose another place',
  ],
  [/^(EROFS|SQLITE_READONLY.*)$/, 'that place is read-only. Choose another place'],
  [/^ENAMETOOLONG$/, 'its name or path is too long. Choose a shorter name or a folder higher up'],
  [/^EISDIR$/, 'it is a folder, not a file. Choose a file'],
  [/^ENOTDIR$/, 'part of its path is a file, not a folder. Choose another place'],
  [/^(EBUSY|ETXTBSY|SQLITE_BUSY.*|SQLITE_LOCKED.*)$/, 'another program is using it. Close it there and try again'],
  [/^(EMFILE|ENFILE)$/, 'too many files are open on this computer. Close some programs and try again'],
  [
    /^(SQLITE_CORRUPT.*|SQLITE_NOTADB)$/,
    'it is damaged. Open an earlier copy of it, or ask whoever sent it to send it again',
  ],
  [/^(EIO|SQLITE_IOERR.*)$/, 'the disk or the network failed. Check that it is still connected and try again'],
  [/^SQLITE_CANTOPEN.*$/, 'this computer does not allow it. Check the folder, or choose another place'],
  [/^(SQLITE_TOOBIG|ERR_FS_FILE_TOO_LARGE|EFBIG)$/, 'it is larger than this program or that disk can hold'],
];

const DONE: Record<Doing, string> = {
  open: 'can’t open',
  save: 'can’t save',
  read: 'can’t read',
  change: 'can’t keep this change in',
};

/**
 * A failure as a sentence for people if it is one of files and disks; anything else as it came, since it is a bug.
 * Only the file's name is said: a screen never sees a path.
 */
export function fileProblem(error: unknown, path: string, doing: Doing): unknown {
  if (!(error instanceof Error) || error instanceof PlanError) return error;
  const code = (error as {code?: unknown}).code;
  if (typeof code !== 'string') return error;
  const meaning = MEANING.find(([pattern]) => pattern.test(code))?.[1];
  if (!meaning) return error;
  return new PlanError('file', `Closer ${DONE[doing]} “${basename(path)}”: ${meaning}.`);
}

/** Does the work, and says failures of files and disks in a sentence. */
export function sayingWhy<R>(path: string, doing: Doing, work: () => R): R {
  try {
    return work();
  } catch (error) {
    throw fileProblem(error, path, doing);
  }
}
