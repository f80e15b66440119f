import type Database from 'better-sqlite3';
import type {StreetsPart} from '../domain/evidence.ts';

/** A blob of SQLite holds at most 1 GB; larger arrays are kept in pieces of this size. */
const PIECE_BYTES = 256 * 1024 * 1024;

/** Bytes as they came from the file, as a plain `Uint8Array` that starts its own buffer, so that it can be read as any array. */
export function bytesOf(blob: Uint8Array): Uint8Array {
  if (blob.byteOffset === 0 && blob.byteLength === blob.buffer.byteLength)
    return new Uint8Array(blob.buffer as ArrayBuffer);
  return Uint8Array.from(blob);
}

/** Writes arrays in pieces; the statement takes the given leading values, then name, piece and bytes. */
export function putPieces(
  insert: Database.Statement<unknown[]>,
  leading: unknown[],
  parts: readonly StreetsPart[],
): void {
  for (const {name, bytes} of parts) {
    for (let piece = 0; piece === 0 || piece * PIECE_BYTES < bytes.byteLength; piece++) {
      const from = piece * PIECE_BYTES;
      insert.run(...leading, name, piece, bytes.subarray(from, from + PIECE_BYTES));
    }
  }
}

/** Arrays from their pieces, which come in order of name and piece, or as they were written. */
export function joinPieces(rows: Iterable<{name: string; bytes: Uint8Array}>): StreetsPart[] {
  const pieces = new Map<string, Uint8Array[]>();
  for (const {name, bytes} of rows) {
    const held = pieces.get(name);
    if (held) held.push(bytes);
    else pieces.set(name, [bytes]);
  }
  return [...pieces].map(([name, held]) => ({
    name,
    bytes: bytesOf(held.length === 1 ? held[0]! : Buffer.concat(held)),
  }));
}
