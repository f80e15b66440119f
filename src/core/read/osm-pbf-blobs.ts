/**
 * The outer form of an OpenStreetMap PBF file: blobs of compressed bytes, one after the other.
 *
 * Every size that a blob claims is held against the limits of the format (a header of 64 KiB, a blob of 32 MiB) before
 * memory is given to it, and against what came out afterwards. Format: wiki.openstreetmap.org/wiki/PBF_Format.
 */
import {inflateSync} from 'node:zlib';
import {OsmCursor} from './osm-cursor.ts';
import {Unreadable} from './unreadable.ts';

const MOST_HEADER = 64 * 1024;
const MOST_BLOB = 32 * 1024 * 1024;

export interface Blob {
  type: string;
  /** Still compressed; `unpackBlob` opens it. Only valid until the next blob is asked for. */
  packed: Uint8Array;
  /** Bytes of the file up to its end. */
  endsAt: number;
}

export function* blobsOf(chunks: Iterable<Uint8Array>): Generator<Blob, void, void> {
  const bytes = new ByteQueue(chunks);
  try {
    yield* blobsIn(bytes);
  } finally {
    bytes.close();
  }
}

function* blobsIn(bytes: ByteQueue): Generator<Blob, void, void> {
  for (;;) {
    const start = bytes.taken;
    const length = bytes.take(4);
    if (length === undefined) {
      if (bytes.left > 0) throw brokenOff(start);
      return;
    }
    const headerSize = length[0]! * 0x1000000 + ((length[1]! << 16) | (length[2]! << 8) | length[3]!);
    if (headerSize === 0 || headerSize > MOST_HEADER) {
      throw new Unreadable(
        start === 0
          ? 'is not an OpenStreetMap PBF file'
          : `is damaged at byte ${start}: no block of streets starts there`,
      );
    }
    const header = bytes.take(headerSize);
    if (header === undefined) throw brokenOff(start);
    const {type, size} = blobHeader(header);
    if (size < 0 || size > MOST_BLOB) {
      throw new Unreadable(
        `is damaged at byte ${start}: a block claims ${size} bytes, where 33,554,432 is the most allowed`,
      );
    }
    const packed = bytes.take(size);
    if (packed === undefined) throw brokenOff(start);
    yield {type, packed, endsAt: bytes.taken};
  }
}

function brokenOff(at: number): Unreadable {
  return new Unreadable(`breaks off in the block that starts at byte ${at}: download it again`);
}

function blobHeader(bytes: Uint8Array): {type: string; size: number} {
  const cursor = new OsmCursor(bytes);
  let type = '';
  let size = -1;
  while (cursor.pos < cursor.end) {
    const key = cursor.varint();
    if (key === 10) {
      const end = cursor.enter();
      type = new TextDecoder().decode(bytes.subarray(cursor.pos, end));
      cursor.pos = end;
    } else if (key === 24) {
      size = cursor.varint();
    } else {
      cursor.skip(key & 7);
    }
  }
  return {type, size};
}

const OTHER_PACKING: Record<number, string> = {4: 'LZMA', 5: 'bzip2', 6: 'LZ4', 7: 'Zstandard'};

/** The bytes inside a blob. */
export function unpackBlob(packed: Uint8Array): Uint8Array {
  const cursor = new OsmCursor(packed);
  let rawSize = -1;
  let plain: Uint8Array | undefined;
  let deflated: Uint8Array | undefined;
  while (cursor.pos < cursor.end) {
    const key = cursor.varint();
    const field = key >> 3;
    if (key === 16) {
      rawSize = cursor.varint();
    } else if (key === 10 || key === 26) {
      const end = cursor.enter();
      if (field === 1) plain = packed.subarray(cursor.pos, end);
      else deflated = packed.subarray(cursor.pos, end);
      cursor.pos = end;
    } else if (OTHER_PACKING[field] !== undefined && (key & 7) === 2) {
      throw new Unreadable(
        `is packed with ${OTHER_PACKING[field]}, which Closer does not read: run “osmium cat” over it, or download it from a mirror that packs with zlib`,
      );
    } else {
      cursor.skip(key & 7);
    }
  }
  if (plain !== undefined) return plain;
  if (deflated === undefined) throw new Unreadable('holds an empty block: download it again');
  if (rawSize < 0 || rawSize > MOST_BLOB) {
    throw new Unreadable(
      `holds a block that claims to unpack to ${rawSize} bytes, where 33,554,432 is the most allowed`,
    );
  }
  const bytes = inflated(deflated, rawSize);
  if (bytes.length !== rawSize) throw new Unreadable('holds a block that unpacks to another size than it claims');
  return bytes;
}

function inflated(deflated: Uint8Array, rawSize: number): Uint8Array {
  try {
    return inflateSync(deflated, {maxOutputLength: Math.max(1, rawSize), chunkSize: Math.max(64, rawSize)});
  } catch {
    // Whatever zlib says of the bytes, for a planner it is one thing: this copy of the file is not whole.
    throw new Unreadable('holds a block that cannot be unpacked: download it again');
  }
}

/** Chunks of any size in, runs of the size asked for out; copies only where a run spans chunks. */
class ByteQueue {
  readonly #chunks: Iterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);
  #at = 0;
  taken = 0;

  constructor(chunks: Iterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.iterator]();
  }

  /** Bytes of an unfinished run, once `take` has said that there are no more. */
  left = 0;

  take(size: number): Uint8Array | undefined {
    if (this.#chunk.length - this.#at >= size) {
      const run = this.#chunk.subarray(this.#at, this.#at + size);
      this.#at += size;
      this.taken += size;
      return run;
    }
    // Grown as bytes really come, so that a file cannot ask for memory by claiming a size.
    const parts: Uint8Array[] = [];
    let missing = size;
    while (missing > 0) {
      if (this.#at === this.#chunk.length) {
        const next = this.#chunks.next();
        if (next.done) {
          this.left = size - missing;
          return undefined;
        }
        this.#chunk = next.value;
        this.#at = 0;
      }
      const part = this.#chunk.subarray(this.#at, this.#at + missing);
      parts.push(part);
      this.#at += part.length;
      missing -= part.length;
    }
    this.taken += size;
    const run = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      run.set(part, at);
      at += part.length;
    }
    return run;
  }

  close(): void {
    this.#chunks.return?.();
  }
}
