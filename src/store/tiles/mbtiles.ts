import {basename} from 'node:path';
import Database from 'better-sqlite3';
import {PlanError} from '../../domain/errors.ts';
import {LARGEST_TILE, type TileFile} from './tile-file.ts';
import {GZIP, isGzip, NOT_PACKED, unpacked} from './unpack.ts';

const TYPES: Readonly<Record<string, string>> = {
  pbf: 'application/x-protobuf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
};

/** A map in an SQLite file (MBTiles 1.3). Its rows are counted from the south, ours from the north. */
export function openMbtiles(path: string): TileFile {
  const name = basename(path);
  const refused = (why: string) => new PlanError('file', `${name} ${why} Choose an .mbtiles or a .pmtiles file.`);
  let db: Database.Database | null = null;
  try {
    db = new Database(path, {readonly: true, fileMustExist: true});
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('mmap_size = 0');
    const rows = db.prepare('SELECT name, value FROM metadata').raw().all() as [unknown, unknown][];
    const said = new Map(rows.map(([key, value]) => [String(key), String(value ?? '')]));
    const select = db.prepare('SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?');
    const type = TYPES[said.get('format')?.toLowerCase() ?? 'png'];
    if (!type) throw refused(`has tiles of a kind that can’t be drawn (${said.get('format')}).`);
    const [least, most] = (db.prepare('SELECT min(zoom_level), max(zoom_level) FROM tiles').raw().get() ?? []) as (
      | number
      | null
    )[];
    if (typeof least !== 'number' || typeof most !== 'number') throw refused('is an empty map.');
    const opened = db;
    return {
      kind: type === TYPES.pbf ? 'vector' : 'raster',
      type,
      name: said.get('name') || name.replace(/\.\w+$/, ''),
      attribution: said.get('attribution') ?? '',
      minZoom: least,
      maxZoom: most,
      bounds: boundsIn(said.get('bounds') ?? ''),
      tile(z, x, y) {
        const row = select.get(z, x, 2 ** z - 1 - y) as {tile_data: unknown} | undefined;
        const bytes = row?.tile_data;
        if (!(bytes instanceof Uint8Array)) return null;
        return unpacked(bytes, isGzip(bytes) ? GZIP : NOT_PACKED, LARGEST_TILE);
      },
      close: () => opened.close(),
    };
  } catch (error) {
    db?.close();
    if (error instanceof Database.SqliteError)
      throw refused(
        /no such table/.test(error.message) ? 'is a database, but holds no map.' : 'is damaged and can’t be read.',
      );
    throw error;
  }
}

function boundsIn(text: string): TileFile['bounds'] {
  const [west, south, east, north] = text.split(',').map(Number);
  const isBox = [west, south, east, north].every((each) => Number.isFinite(each)) && west! < east! && south! < north!;
  return isBox ? [west!, south!, east!, north!] : null;
}
