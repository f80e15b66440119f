import {Gunzip, Inflate} from 'fflate';
import {pieces} from './byte-stream.ts';
import {crc32} from './crc32.ts';
import {LIMITS} from './limits.ts';
import {Unreadable} from './unreadable.ts';

/**
 * Gzip and deflate as a stream of chunks, a few kilobytes of packed bytes at a time, so that a caller can stop between any
 * two chunks and memory never depends on what a file claims to hold. Damage, cuts and bombs end in a sentence.
 */
const STEP = 8_192;

type Inflater = Pick<Inflate, 'push' | 'ondata'>;

export function gunzipped(packed: Iterable<Uint8Array>, name: string): Generator<Uint8Array> {
  const inflater = new Gunzip();
  let more = false;
  // Called at the second member and those after it.
  inflater.onmember = () => {
    more = true;
  };
  // Only a file of one member ends in the checksum of all its bytes; bgzip writes thousands, and is not checked.
  return inflated(packed, inflater, name, (tail) => {
    if (more) return null;
    const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
    return tail.length < 8 ? {crc: -1, size: -1} : {crc: view.getUint32(0, true), size: view.getUint32(4, true)};
  });
}

export function inflatedEntry(packed: Uint8Array, crc: number, size: number, name: string): Generator<Uint8Array> {
  return inflated([packed], new Inflate(), name, () => ({crc, size}));
}

/** An entry that was packed as it is. */
export function* storedEntry(bytes: Uint8Array, crc: number, name: string): Generator<Uint8Array> {
  let running = 0;
  for (const piece of pieces(bytes)) {
    running = crc32(piece, running);
    yield piece;
  }
  if (running !== crc) throw new Unreadable(damaged(name));
}

function* inflated(
  packed: Iterable<Uint8Array>,
  inflater: Inflater,
  name: string,
  promised: (tail: Uint8Array) => {crc: number; size: number} | null,
): Generator<Uint8Array> {
  let out: Uint8Array[] = [];
  inflater.ondata = (chunk) => {
    if (chunk.length > 0) out.push(chunk);
  };
  let tail = new Uint8Array(0);
  let taken = 0;
  let given = 0;
  let crc = 0;
  const push = (bytes: Uint8Array, final: boolean) => {
    try {
      inflater.push(bytes, final);
    } catch {
      throw new Unreadable(damaged(name));
    }
  };
  for (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += STEP) {
      const step = chunk.slice(at, at + STEP);
      taken += step.length;
      tail = lastBytes(tail, step);
      push(step, false);
      for (const bytes of out) {
        given += bytes.length;
        crc = crc32(bytes, crc);
        refuseBomb(taken, given, name);
        yield bytes;
      }
      out = [];
    }
  }
  push(new Uint8Array(0), true);
  for (const bytes of out) {
    given += bytes.length;
    crc = crc32(bytes, crc);
    yield bytes;
  }
  const promise = promised(tail);
  if (promise && (promise.crc !== crc || promise.size !== given >>> 0)) throw new Unreadable(damaged(name));
}

function lastBytes(before: Uint8Array, step: Uint8Array): Uint8Array<ArrayBuffer> {
  if (step.length >= 8) return step.slice(-8);
  const both = new Uint8Array(before.length + step.length);
  both.set(before);
  both.set(step, before.length);
  return both.slice(-8);
}

function refuseBomb(taken: number, given: number, name: string): void {
  const swollen = given > LIMITS.ratioFrom && given > taken * LIMITS.ratio;
  if (!swollen && given <= LIMITS.unpackedBytes) return;
  throw new Unreadable(
    `${name} unpacks to far more than any published file holds, as files made to do harm do. Nothing of it was read; unpack it yourself if you trust it.`,
  );
}

function damaged(name: string): string {
  return `${name} is cut short or damaged: its packed contents do not match their checksum. Download it again.`;
}
