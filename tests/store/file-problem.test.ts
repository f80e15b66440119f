import {describe, expect, test} from 'vitest';
import {PlanError} from '../../src/domain/errors.ts';
import {changeProblem, fileProblem} from '../../src/store/file-problem.ts';

const failure = (code: string) =>
  Object.assign(new Error(`${code}: something about /home/anna/plans/town.gpkg`), {code});

describe('a failure of files and disks', () => {
  test.each([
    ['ENOSPC', 'there is no room left on that disk. Free some space, or choose another place.'],
    ['SQLITE_FULL', 'there is no room left on that disk. Free some space, or choose another place.'],
    ['ENOENT', 'it is not there. It may have been moved, renamed or deleted.'],
    ['EACCES', 'this computer does not allow it. Its folder may be read-only: choose another place.'],
    ['EPERM', 'this computer does not allow it. Its folder may be read-only: choose another place.'],
    ['EROFS', 'that place is read-only. Choose another place.'],
    ['ENAMETOOLONG', 'its name or path is too long. Choose a shorter name or a folder higher up.'],
    ['EISDIR', 'it is a folder, not a file. Choose a file.'],
    ['EBUSY', 'another program is using it. Close it there and try again.'],
    ['SQLITE_BUSY', 'another program is using it. Close it there and try again.'],
    ['SQLITE_IOERR_WRITE', 'the disk or the network failed. Check that it is still connected and try again.'],
    ['SQLITE_CORRUPT_VTAB', 'it is damaged. Open an earlier copy of it, or ask whoever sent it to send it again.'],
  ])('%s is a sentence with the file’s name and not its path', (code, sentence) => {
    const problem = fileProblem(failure(code), '/home/anna/plans/town.gpkg', 'save') as PlanError;
    expect(problem).toBeInstanceOf(PlanError);
    expect(problem.value()).toEqual({kind: 'file', message: `Closer can’t save “town.gpkg”: ${sentence}`});
  });

  test('in the middle of a change says that nothing was changed', () => {
    expect((changeProblem(failure('SQLITE_FULL')) as PlanError).message).toBe(
      'Nothing was changed, because Closer can’t write its working copy: there is no room left on that disk. Put that right and try again.',
    );
  });

  test('that is no such failure stays what it is', () => {
    for (const other of [new TypeError('x'), failure('SQLITE_ERROR'), new PlanError('invalid', 'x'), 'text', null]) {
      expect(fileProblem(other, '/town.gpkg', 'open')).toBe(other);
      expect(changeProblem(other)).toBe(other);
    }
  });
});
