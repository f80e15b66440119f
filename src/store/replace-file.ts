import {randomBytes} from 'node:crypto';
import {closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

/** A name beside the file for what is to take its place. Short, because the file's own name may be as long as names can be. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.closer-${randomBytes(6).toString('hex')}.tmp`);
}

/** Puts a written file in the place of another in one step that a crash or power cut leaves done or not done. */
export function moveInPlace(temporary: string, path: string): void {
  flush(temporary, 'r+');
  renameSync(temporary, path);
  // Windows can't open a folder; its file system writes the rename down by itself.
  if (process.platform !== 'win32') flush(dirname(path), 'r');
}

/** Writes a new version of a small file; readers see the old one or the new one, never a part. */
export function replaceFile(path: string, write: (temporary: string) => void): void {
  const temporary = temporaryBeside(path);
  try {
    write(temporary);
    moveInPlace(temporary, path);
  } catch (error) {
    rmSync(temporary, {force: true});
    throw error;
  }
}

/** The same for a file of text, such as an export. */
export function replaceText(path: string, text: string): void {
  replaceFile(path, (temporary) => writeFileSync(temporary, text));
}

function flush(path: string, flags: string): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
