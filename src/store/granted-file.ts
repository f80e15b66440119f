import {createHash} from 'node:crypto';
import {closeSync, openSync, readSync, statSync} from 'node:fs';
import {basename} from 'node:path';
import {PlanError} from '../domain/errors.ts';
import {sayingWhy} from './file-problem.ts';

const CHUNK_BYTES = 1024 * 1024;

/** The bytes of a file in chunks of up to 1 MiB, each in memory of its own. The file is closed however the reading ends. */
export function* readChunks(path: string): Generator<Uint8Array<ArrayBuffer>, void, void> {
  fileSize(path);
  const file = sayingWhy(path, 'read', () => openSync(path, 'r'));
  try {
    for (;;) {
      const chunk = new Uint8Array(CHUNK_BYTES);
      const length = sayingWhy(path, 'read', () => readSync(file, chunk, 0, CHUNK_BYTES, null));
      if (length === 0) return;
      yield length === CHUNK_BYTES ? chunk : chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** SHA-256 of a file's bytes, in hexadecimal. */
export function fileHash(path: string): string {
  const hash = createHash('sha256');
  for (const chunk of readChunks(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** A file's size in bytes. A folder, a device or a pipe is refused: it may never end. */
export function fileSize(path: string): number {
  const stat = sayingWhy(path, 'read', () => statSync(path));
  if (stat.isDirectory()) throw new PlanError('file', `“${basename(path)}” is a folder, not a file. Choose a file.`);
  if (!stat.isFile()) throw new PlanError('file', `“${basename(path)}” is not an ordinary file. Choose a file.`);
  return stat.size;
}
