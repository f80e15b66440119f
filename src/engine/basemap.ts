import {PlanError} from '../domain/errors.ts';
import {keepBasemapChoice, readBasemapChoice} from '../store/basemap-choice.ts';
import {openTiles, type TileFile, type TileSheet} from '../store/tiles/tile-file.ts';
import type {Context} from './context.ts';
import {maybe, number, text} from './fields.ts';
import {type JobBody, job, query} from './kinds.ts';

/** The basemap of this computer: a file somebody chose, or why it can’t be drawn just now; null if none was chosen. */
export type Basemap = (TileSheet & {trouble: null}) | {trouble: string} | null;

/** Opened when first asked for, and kept open. */
export interface OpenBasemap {
  tiles: TileFile | null;
  basemap: Basemap;
}

function current(context: Context): OpenBasemap {
  if (context.basemap.open) return context.basemap.open;
  const path = readBasemapChoice(context.folder);
  const found = path === null ? {tiles: null, basemap: null} : opened(path);
  context.basemap.open = found;
  return found;
}

function opened(path: string): OpenBasemap {
  try {
    const tiles = openTiles(path);
    return {tiles, basemap: sheetOf(tiles)};
  } catch (error) {
    if (error instanceof PlanError) return {tiles: null, basemap: {trouble: error.message}};
    throw error;
  }
}

function sheetOf({kind, type, name, attribution, minZoom, maxZoom, bounds}: TileFile): Basemap {
  return {kind, type, name, attribution: plain(attribution), minZoom, maxZoom, bounds, trouble: null};
}

/** Files write their attribution with links and signs of HTML; we show words. */
function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&copy;/g, '©')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

const TILE = {z: number(0, 24), x: number(0, 2 ** 24), y: number(0, 2 ** 24)};

export const basemap = {
  'basemap.state': query({}, (context): Basemap => current(context).basemap),

  /** Draws the map from this file from now on, in all projects of this computer; without a file, from none. */
  'basemap.choose': job({file: maybe(text(200))}, function* (context, {file}): JobBody<Basemap> {
    yield {done: 0, of: 1, doing: 'Opening the basemap'};
    const path = file === undefined ? null : context.granted(file);
    const tiles = path === null ? null : openTiles(path);
    current(context).tiles?.close();
    const next = {tiles, basemap: tiles && sheetOf(tiles)};
    context.basemap.open = next;
    keepBasemapChoice(context.folder, path);
    return next.basemap;
  }),

  /** One tile, unpacked, in base 64; null where the file has none. */
  'basemap.tile': query(TILE, (context, {z, x, y}): {type: string; base64: string} | null => {
    const {tiles} = current(context);
    const bytes = tiles && [z, x, y].every(Number.isInteger) ? tiles.tile(z, x, y) : null;
    if (!tiles || !bytes) return null;
    return {type: tiles.type, base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')};
  }),
};
