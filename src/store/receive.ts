import {createHash} from 'node:crypto';
import {closeSync, constants, copyFileSync, openSync, readSync, rmSync, statSync} from 'node:fs';
import {basename} from 'node:path';
import {PlanError} from '../domain/errors.ts';
import {APPLICATION_ID} from './database.ts';
import {sayingWhy} from './file-problem.ts';
import {fileSize, readChunks} from './granted-file.ts';

/**
 * Taking in a file that someone sent: what its first bytes say, and a copy of it as it stands. Nothing in the file is
 * looked at by SQLite before this is done, and the file itself is only ever read.
 */
const HEADER_BYTES = 100;
const MOST_BYTES = 8 * 1024 ** 3;
/** A program that has the file open keeps these beside it; what is committed may still be in them. */
const COMPANIONS = ['-wal', '-journal'] as const;

export interface Received {
  /** What it held when it was copied, as `contentOf` gives it. */
  content: string;
  /** SQLite's count of writes to it; −1 if something is waiting in a file beside it. */
  writes: number;
}

/** Checks the head of a file and copies it, with what waits beside it, to a place of ours. */
export function receive(path: string, copy: string): Received {
  for (let attempt = 1; ; attempt++) {
    const before = stampOf(path);
    const writes = checkHead(path);
    sayingWhy(path, 'open', () => copyFileSync(path, copy, constants.COPYFILE_FICLONE));
    for (const companion of COMPANIONS) {
      rmSync(copy + companion, {force: true});
      if (sizeOf(path + companion) > 0) sayingWhy(path, 'open', () => copyFileSync(path + companion, copy + companion));
    }
    if (stampOf(path) === before) return {content: contentOf(copy), writes};
    if (attempt === 3) {
      throw new PlanError(
        'file',
        `“${basename(path)}” is being written by another program. Close it there and try again.`,
      );
    }
  }
}

/** A hash of all that a project file holds, with what another program has waiting beside it. */
export function contentOf(path: string): string {
  const hash = createHash('sha256');
  for (const chunk of readChunks(path)) hash.update(chunk);
  for (const companion of COMPANIONS) {
    if (sizeOf(path + companion) === 0) continue;
    hash.update(companion);
    for (const chunk of readChunks(path + companion)) hash.update(chunk);
  }
  return hash.digest('hex');
}

/**
 * Whether another program has the file open, as far as files beside it tell. To replace it would then tear the two apart:
 * what that program writes next would be taken for part of the new file.
 */
export function isInUse(path: string): boolean {
  return isThere(`${path}-wal`) || isThere(`${path}-shm`) || sizeOf(`${path}-journal`) > 0;
}

/** Clears away a copy and what SQLite may have left beside it. */
export function removeCopy(copy: string): void {
  for (const companion of ['', ...COMPANIONS, '-shm']) rmSync(copy + companion, {force: true});
}

function isThere(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false}) !== undefined;
}

function sizeOf(path: string): number {
  return statSync(path, {throwIfNoEntry: false})?.size ?? 0;
}

function stampOf(path: string): string {
  return ['', ...COMPANIONS]
    .map((companion) => statSync(path + companion, {throwIfNoEntry: false}))
    .map((stat) => (stat ? `${stat.size} ${stat.mtimeMs} ${stat.ino}` : '-'))
    .join('\n');
}

/** Refuses what can't be a project, by its size and first bytes. Gives SQLite's count of writes. */
function checkHead(path: string): number {
  const name = basename(path);
  const refuse = (what: string): never => {
    throw new PlanError('file', `“${name}” ${what}`);
  };
  const size = sayingWhy(path, 'open', () => fileSize(path));
  if (size === 0)
    refuse('is empty: there is nothing in it. Open an earlier copy, or ask whoever sent it to send it again.');
  if (size > MOST_BYTES) refuse(`is ${Math.round(size / 1024 ** 3)} GB; Closer opens projects of up to 8 GB.`);

  const head = Buffer.alloc(HEADER_BYTES);
  const file = sayingWhy(path, 'open', () => openSync(path, 'r'));
  try {
    sayingWhy(path, 'open', () => readSync(file, head, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(file);
  }
  if (head.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    refuse(
      'is not a Closer project, or it is damaged or encrypted. Closer projects are .gpkg files that Closer has saved.',
    );
  }
  if (head.readUInt32BE(68) !== APPLICATION_ID) {
    refuse(
      'is a database of another program, not a Closer project. Closer projects are .gpkg files that Closer has saved.',
    );
  }
  const pageBytes = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
  const writes = head.readUInt32BE(24);
  const waiting = COMPANIONS.some((companion) => sizeOf(path + companion) > 0);
  // The count of pages is only to be trusted if it was written together with the count of writes.
  if (!waiting && writes === head.readUInt32BE(92) && size < pageBytes * head.readUInt32BE(28)) {
    const part = Math.floor((100 * size) / (pageBytes * head.readUInt32BE(28)));
    refuse(`is cut short: only ${part} % of it is there. Copy or download it again.`);
  }
  return waiting ? -1 : writes;
}
