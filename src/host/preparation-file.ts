/**
 * A file of named runs of bytes that tells its own damage: a mark, the names and sizes with the key that they are kept
 * under, the bytes, and the SHA-256 of all before.
 */
import {createHash} from 'node:crypto';
import {closeSync, fstatSync, openSync, readSync, writeSync} from 'node:fs';
import type {StreetsPart} from '../domain/evidence.ts';

const MARK = 'closer prepared 1\n';
const DIGEST_BYTES = 32;
/** A name, a size: more than this is no head that was written here. */
const MOST_HEAD = 65_536;
/** Hashed and moved so much at a time, to stay in the processor's cache. */
const PIECE = 1 << 20;

/** The parts, each in shared memory of its own; nothing where the file is not whole, or is of another key. */
export function readPreparation(path: string, key: string): StreetsPart[] | null {
  const file = openSync(path, 'r');
  try {
    return readParts(file, key);
  } finally {
    closeSync(file);
  }
}

function readParts(file: number, key: string): StreetsPart[] | null {
  const size = fstatSync(file).size;
  const hash = createHash('sha256');
  let at = 0;
  const next = (length: number): Uint8Array | null => {
    if (at + length > size) return null;
    const bytes = new Uint8Array(new SharedArrayBuffer(length));
    for (let from = 0; from < length; from += PIECE) {
      const piece = bytes.subarray(from, Math.min(length, from + PIECE));
      if (readSync(file, piece, 0, piece.length, at + from) !== piece.length) return null;
      hash.update(piece);
    }
    at += length;
    return bytes;
  };
  const begin = next(MARK.length + 4);
  if (begin === null || text(begin.subarray(0, MARK.length)) !== MARK) return null;
  const headBytes = new DataView(begin.buffer).getUint32(MARK.length, true);
  const head = headBytes > MOST_HEAD ? null : next(headBytes);
  const names = head && headOf(text(head), key);
  // What the sizes claim is held against the file before memory is given to them.
  if (!names || at + names.reduce((sum, {bytes}) => sum + bytes, 0) + DIGEST_BYTES !== size) return null;
  const parts: StreetsPart[] = [];
  for (const {name, bytes} of names) {
    const read = next(bytes);
    if (read === null) return null;
    parts.push({name, bytes: read});
  }
  const digest = Buffer.alloc(DIGEST_BYTES);
  readSync(file, digest, 0, DIGEST_BYTES, at);
  return hash.digest().equals(digest) ? parts : null;
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

interface Head {
  key: string;
  parts: {name: string; bytes: number}[];
}

function headOf(head: string, key: string): Head['parts'] | null {
  try {
    const {key: written, parts} = JSON.parse(head) as Head;
    const sound = parts.every(({name, bytes}) => typeof name === 'string' && Number.isSafeInteger(bytes) && bytes >= 0);
    return sound && written === key ? parts : null;
  } catch {
    // Not what was written here.
    return null;
  }
}

export function writePreparation(path: string, key: string, parts: readonly StreetsPart[]): void {
  const file = openSync(path, 'wx');
  const hash = createHash('sha256');
  const put = (bytes: Uint8Array): void => {
    for (let from = 0; from < bytes.length; from += PIECE) {
      const piece = bytes.subarray(from, from + PIECE);
      hash.update(piece);
      for (let done = 0; done < piece.length; ) done += writeSync(file, piece, done);
    }
  };
  try {
    const names = parts.map(({name, bytes}) => ({name, bytes: bytes.byteLength}));
    const head = Buffer.from(JSON.stringify({key, parts: names} satisfies Head), 'utf8');
    const size = Buffer.alloc(4);
    size.writeUInt32LE(head.length);
    put(Buffer.concat([Buffer.from(MARK, 'utf8'), size, head]));
    for (const {bytes} of parts) put(bytes);
    writeSync(file, hash.digest());
  } finally {
    closeSync(file);
  }
}
