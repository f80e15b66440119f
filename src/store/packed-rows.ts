import {deflateRawSync, inflateRawSync} from 'node:zlib';

/** A value as SQLite gives it and takes it again. */
export type Cell = number | string | Uint8Array | null;

/** Rows are gathered to about this many bytes before they are compressed, so that an edition never stands in memory whole. */
const GATHER = 8 * 1024 * 1024;

/** One piece of an array can be 256 MB (`blobs.ts`), and a piece of rows is one such at most and what was gathered before. */
const LARGEST = 384 * 1024 * 1024;

/** Rows of a table, compressed in pieces: the length of a text, the text (JSON, where a blob is its length), the blobs. */
export function* packedRows(rows: Iterable<readonly Cell[]>): Generator<Uint8Array> {
  let gathered: string[] = [];
  let blobs: Uint8Array[] = [];
  let bytes = 0;
  for (const row of rows) {
    const cells = row.map((cell) => {
      if (!(cell instanceof Uint8Array)) return cell;
      blobs.push(cell);
      bytes += cell.byteLength;
      return [cell.byteLength];
    });
    const text = JSON.stringify(cells);
    gathered.push(text);
    bytes += text.length;
    if (bytes < GATHER) continue;
    yield packed(gathered, blobs);
    [gathered, blobs, bytes] = [[], [], 0];
  }
  yield packed(gathered, blobs);
}

function packed(rows: readonly string[], blobs: readonly Uint8Array[]): Uint8Array {
  const text = Buffer.from(`[${rows.join(',')}]`);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(text.byteLength);
  return deflateRawSync(Buffer.concat([head, text, ...blobs]), {level: 1});
}

/** The rows of a piece, as they were. Throws where a piece is not whole. */
export function* unpackedRows(piece: Uint8Array): Generator<Cell[]> {
  const bytes = inflateRawSync(piece, {maxOutputLength: LARGEST});
  let at = 4 + bytes.readUInt32LE(0);
  const rows = JSON.parse(bytes.toString('utf8', 4, at)) as (Cell | [number])[][];
  for (const row of rows)
    yield row.map((cell) => {
      if (!Array.isArray(cell)) return cell;
      const blob = bytes.subarray(at, at + cell[0]);
      at += cell[0];
      return blob;
    });
}
