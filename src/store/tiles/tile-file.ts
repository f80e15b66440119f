import {closeSync, openSync, readSync} from 'node:fs';
import {basename} from 'node:path';
import {PlanError} from '../../domain/errors.ts';
import {openMbtiles} from './mbtiles.ts';
import {openPmtiles} from './pmtiles.ts';

/** What a file of map tiles says of itself. */
export interface TileSheet {
  /** Vector tiles are drawn in our own colours, pictures as they are. */
  kind: 'vector' | 'raster';
  /** The media type of a tile. */
  type: string;
  name: string;
  attribution: string;
  minZoom: number;
  maxZoom: number;
  /** West, south, east, north; null if the file does not say. */
  bounds: [number, number, number, number] | null;
}

/** A map of tiles on disk, read tile by tile. */
export interface TileFile extends TileSheet {
  /** A tile as it is to be drawn, unpacked; null where the file has none. */
  tile: (z: number, x: number, y: number) => Uint8Array | null;
  close: () => void;
}

/** No honest tile is larger, unpacked: a small file must not fill the memory. */
export const LARGEST_TILE = 16 * 1024 * 1024;

/** Opens an MBTiles or PMTiles file, known by how it begins and not by its name. */
export function openTiles(path: string): TileFile {
  const name = basename(path);
  const head = firstBytes(path, 16);
  if (head.toString('latin1') === 'SQLite format 3\0') return openMbtiles(path);
  if (head.subarray(0, 7).toString('latin1') === 'PMTiles') return openPmtiles(path);
  throw new PlanError('file', `${name} is no map that Closer can draw. Choose an .mbtiles or a .pmtiles file.`);
}

function firstBytes(path: string, count: number): Buffer {
  const bytes = Buffer.alloc(count);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, bytes, 0, count, 0);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (typeof (error as {code?: unknown}).code !== 'string') throw error;
    throw new PlanError(
      'file',
      `${basename(path)} can’t be read. It may have been moved, or be on a drive that is away.`,
    );
  }
  return bytes;
}
