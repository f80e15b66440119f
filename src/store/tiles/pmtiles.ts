import {closeSync, fstatSync, openSync, readSync} from 'node:fs';
import {basename} from 'node:path';
import {PlanError} from '../../domain/errors.ts';
import {LARGEST_TILE, type TileFile} from './tile-file.ts';
import {tileNumber} from './tile-number.ts';
import {BROTLI, GZIP, NOT_PACKED, unpacked} from './unpack.ts';

const HEADER_BYTES = 127;
const LARGEST_DIRECTORY = 64 * 1024 * 1024;
const DEEPEST = 4;

/** By PMTiles’ number of the kind of tile. */
const TYPES: Readonly<Record<number, string>> = {
  1: 'application/x-protobuf',
  2: 'image/png',
  3: 'image/jpeg',
  4: 'image/webp',
};

/** Runs of tiles: `run` tiles from number `first` share the bytes at `offset`; a run of none is a further directory. */
interface Directory {
  first: Float64Array;
  run: Float64Array;
  length: Float64Array;
  offset: Float64Array;
}

/** A map in one file of byte ranges (PMTiles 3): a header, directories of runs of tiles, the tiles. */
export function openPmtiles(path: string): TileFile {
  const name = basename(path);
  const refused = (why: string) => new PlanError('file', `${name} ${why} Choose an .mbtiles or a .pmtiles file.`);
  const file = openSync(path, 'r');
  const size = fstatSync(file).size;
  const read = (at: number, length: number): Buffer | null => {
    if (!(at >= 0 && length >= 0 && at + length <= size)) return null;
    const bytes = Buffer.alloc(length);
    return readSync(file, bytes, 0, length, at) === length ? bytes : null;
  };
  try {
    const header = read(0, HEADER_BYTES);
    if (!header) throw refused('is cut short.');
    if (header[7] !== 3) throw refused(`is PMTiles of edition ${header[7]}, and only edition 3 can be read.`);
    const number = (at: number) => Number(header.readBigUInt64LE(at));
    const [packing, tilePacking, kind] = [header[97]!, header[98]!, header[99]!];
    const type = TYPES[kind];
    if (!type) throw refused('has tiles of a kind that can’t be drawn.');
    for (const each of [packing, tilePacking])
      if (![0, NOT_PACKED, GZIP, BROTLI].includes(each)) throw refused('is packed in a way that can’t be read.');
    const directoryAt = (at: number, length: number): Directory | null => {
      const bytes = length <= LARGEST_DIRECTORY ? read(at, length) : null;
      const plain = bytes && unpacked(bytes, packing, LARGEST_DIRECTORY);
      return plain && directoryIn(plain);
    };
    const root = directoryAt(number(8), number(16));
    if (!root) throw refused('is damaged and can’t be read.');
    const [leaves, tiles] = [number(40), number(56)];
    const further = new Map<number, Directory | null>();
    const said = metadataIn(
      unpacked(
        read(number(24), Math.min(number(32), LARGEST_DIRECTORY)) ?? Buffer.alloc(0),
        packing,
        LARGEST_DIRECTORY,
      ),
    );
    const degrees = (at: number) => header.readInt32LE(at) / 1e7;
    return {
      kind: kind === 1 ? 'vector' : 'raster',
      type,
      name: said.name || name.replace(/\.\w+$/, ''),
      attribution: said.attribution,
      minZoom: header[100]!,
      maxZoom: header[101]!,
      bounds: degrees(102) < degrees(110) ? [degrees(102), degrees(106), degrees(110), degrees(114)] : null,
      tile(z, x, y) {
        const wanted = tileNumber(z, x, y);
        let directory: Directory | null = root;
        for (let depth = 0; directory && depth < DEEPEST; depth++) {
          const at = lastNotAfter(directory.first, wanted);
          if (at < 0) return null;
          const run: number = directory.run[at]!;
          const [length, offset]: [number, number] = [directory.length[at]!, directory.offset[at]!];
          if (run > 0) {
            const bytes =
              wanted < directory.first[at]! + run && length <= LARGEST_TILE ? read(tiles + offset, length) : null;
            return bytes && unpacked(bytes, tilePacking, LARGEST_TILE);
          }
          if (!further.has(offset)) further.set(offset, directoryAt(leaves + offset, length));
          directory = further.get(offset)!;
        }
        return null;
      },
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** Four columns of numbers, one after the other; null if they end before they should. */
function directoryIn(bytes: Uint8Array): Directory | null {
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let worth = 1; at < bytes.length; worth *= 128) {
      const byte = bytes[at++]!;
      value += (byte & 127) * worth;
      if (byte < 128) return value;
    }
    return Number.NaN;
  };
  const count = next();
  // Every entry has at least four bytes.
  if (!(count <= bytes.length / 4)) return null;
  const column = () => Float64Array.from({length: count}, next);
  const first = column();
  for (let entry = 1; entry < count; entry++) first[entry]! += first[entry - 1]!;
  const [run, length, offset] = [column(), column(), column()];
  for (let entry = 0; entry < count; entry++)
    offset[entry] = offset[entry] === 0 && entry > 0 ? offset[entry - 1]! + length[entry - 1]! : offset[entry]! - 1;
  return count > 0 && Number.isNaN(offset[count - 1]!) ? null : {first, run, length, offset};
}

/** The last entry that begins at the wanted number or before it; −1 if none does. */
function lastNotAfter(first: Float64Array, wanted: number): number {
  let [low, high] = [0, first.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (first[middle]! <= wanted) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

function metadataIn(bytes: Uint8Array | null): {name: string; attribution: string} {
  try {
    const said = JSON.parse(Buffer.from(bytes ?? []).toString('utf8')) as Record<string, unknown> | null;
    const text = (key: string) => (typeof said?.[key] === 'string' ? said[key] : '');
    return {name: text('name'), attribution: text('attribution')};
  } catch (error) {
    // The map can be drawn without them.
    if (error instanceof SyntaxError) return {name: '', attribution: ''};
    throw error;
  }
}
