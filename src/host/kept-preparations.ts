/**
 * What took long to prepare, kept in a folder of the app's own beside all projects: whoever has the same streets and
 * settings finds it by its key. Why beside and not in the project: docs/decisions/006-preparation-beside-projects.md.
 *
 * A file that was damaged, cut short or written by somebody else is told by its digest and taken away, and what it held is
 * prepared anew. Files are written under another name and moved in place, so that threads and other Closers see a whole
 * one or none.
 */
import {createHash, randomBytes} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync} from 'node:fs';
import {join} from 'node:path';
import type {StreetsPart} from '../domain/evidence.ts';
import {readPreparation, writePreparation} from './preparation-file.ts';

const ENDING = '.prepared';
/** A Closer that died while writing leaves its part behind; nobody writes for so long. */
const STALE_MS = 24 * 60 * 60 * 1000;
/** All modes of a few counties and cities, or two modes of England. */
const MOST_BYTES = 2 * 2 ** 30;

/** The parts kept under this key, in shared memory, or nothing. */
export function keptPreparation(folder: string, key: string): StreetsPart[] | null {
  const path = pathOf(folder, key);
  if (!existsSync(path)) return null;
  const parts = readPreparation(path, key);
  if (parts === null) remove(path);
  else touch(path);
  return parts;
}

/** Keeps parts for the next time, and lets go of what was longest unused while all together take more than `mostBytes`. */
export function keepPreparation(
  folder: string,
  key: string,
  parts: readonly StreetsPart[],
  mostBytes = MOST_BYTES,
): void {
  mkdirSync(folder, {recursive: true});
  const path = pathOf(folder, key);
  const temporary = join(folder, `.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writePreparation(temporary, key, parts);
    renameSync(temporary, path);
  } catch (error) {
    remove(temporary);
    throw error;
  }
  prune(folder, path, mostBytes);
}

/** Keys are of any length and alphabet; names of files are not. */
function pathOf(folder: string, key: string): string {
  return join(folder, createHash('sha256').update(key).digest('hex').slice(0, 32) + ENDING);
}

function prune(folder: string, own: string, mostBytes: number): void {
  const kept: {path: string; bytes: number; usedAt: number}[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    // Another Closer may be pruning too.
    const stat = statSync(path, {throwIfNoEntry: false});
    if (!stat) continue;
    if (name.endsWith(ENDING)) kept.push({path, bytes: stat.size, usedAt: stat.mtimeMs});
    else if (name.endsWith('.tmp') && Date.now() - stat.mtimeMs > STALE_MS) remove(path);
  }
  let over = kept.reduce((sum, {bytes}) => sum + bytes, 0) - mostBytes;
  for (const {path, bytes} of kept.sort((one, other) => one.usedAt - other.usedAt)) {
    if (over <= 0) return;
    if (path === own) continue;
    remove(path);
    over -= bytes;
  }
}

function remove(path: string): void {
  try {
    rmSync(path, {force: true});
  } catch {
    // Windows lets nobody remove a file that another Closer is reading. It goes the next time.
  }
}

function touch(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // It only counts as unused for longer; or another Closer has just removed it.
  }
}
