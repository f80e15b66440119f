import {readFile} from 'node:fs/promises';
import {extname, join, normalize, sep} from 'node:path';
import type {Ask} from './open-project.ts';
import {PAGE_HEADERS} from './page-policy.ts';

/** Where the pages of a host come from. */
export interface Pages {
  /** The built renderer. */
  renderer: string;
  /** Shipped as is, served under `resources/`. */
  resources: string;
  ask: Ask;
}

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** Shapes go by address and not by call, so that the map fetches and reads them in its own worker. */
const SHAPES: Readonly<Record<string, string>> = {
  '/map/streets.geojson': 'map.streets',
  '/map/landscape.geojson': 'map.landscape',
};

/** What goes by address and is no text: its bytes come from the engine in base 64. */
const BYTES: Readonly<Record<string, string>> = {'/map/areas.mesh': 'map.mesh'};

/** A tile of the basemap; before its zoom stands which file it is of, so that another one is fetched anew. */
const TILE = /^\/map\/basemap\/[^/]+\/(\d{1,2})\/(\d{1,8})\/(\d{1,8})$/;

/** Answers requests for the app's own pages: the built renderer, resources, and shapes that the engine is asked for. */
export function files(pages: Pages): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'Only reading is possible here.');
    const path = pathOf(request.url);
    if (path === null) return refusal(400, 'This address can’t be read.');
    const shapes = SHAPES[path];
    if (shapes !== undefined) return shapesFrom(pages.ask, shapes);
    const bytes = BYTES[path];
    if (bytes !== undefined) return bytesFrom(pages.ask, bytes);
    const [, z, x, y] = TILE.exec(path) ?? [];
    if (z !== undefined) return tileFrom(pages.ask, {z: Number(z), x: Number(x), y: Number(y)});
    const [folder, name] = path.startsWith('/resources/')
      ? [pages.resources, path.slice('/resources/'.length)]
      : [pages.renderer, path === '/' ? 'index.html' : path.slice(1)];
    return fileFrom(folder, name);
  };
}

function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch (error) {
    if (error instanceof URIError || error instanceof TypeError) return null;
    throw error;
  }
}

async function shapesFrom(ask: Ask, name: string): Promise<Response> {
  const reply = await ask(name, {});
  if (!reply.ok) return refusal(reply.error.kind === 'bug' ? 500 : 404, reply.error.message);
  return respond(200, JSON.stringify(reply.value), {'content-type': KINDS['.geojson']!, 'cache-control': 'no-store'});
}

async function bytesFrom(ask: Ask, name: string): Promise<Response> {
  const reply = await ask(name, {});
  if (!reply.ok) return refusal(reply.error.kind === 'bug' ? 500 : 404, reply.error.message);
  const bytes = Buffer.from((reply.value as {base64: string}).base64, 'base64');
  return respond(200, bytes, {'content-type': 'application/octet-stream', 'cache-control': 'no-store'});
}

async function tileFrom(ask: Ask, at: {z: number; x: number; y: number}): Promise<Response> {
  const reply = await ask('basemap.tile', at);
  if (!reply.ok) return refusal(reply.error.kind === 'bug' ? 500 : 404, reply.error.message);
  const tile = reply.value as {type: string; base64: string} | null;
  if (!tile) return new Response(null, {status: 204, headers: {...PAGE_HEADERS, 'cache-control': 'no-store'}});
  return respond(200, Buffer.from(tile.base64, 'base64'), {'content-type': tile.type, 'cache-control': 'no-store'});
}

async function fileFrom(folder: string, name: string): Promise<Response> {
  const path = normalize(join(folder, name));
  if (!path.startsWith(normalize(folder + sep)) || name.includes('\0')) return refusal(404, 'There is no such page.');
  const kind = KINDS[extname(path)];
  if (kind === undefined) return refusal(404, 'There is no such page.');
  try {
    const bytes = await readFile(path);
    // Bundles carry their content's hash in their names; everything else may differ after an update.
    const kept = name.startsWith('assets/') ? 'max-age=31536000, immutable' : 'no-store';
    return respond(200, bytes, {'content-type': kind, 'cache-control': kept});
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return refusal(404, 'There is no such page.');
    throw error;
  }
}

function respond(status: number, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>): Response {
  return new Response(body, {status, headers: {...PAGE_HEADERS, ...headers}});
}

function refusal(status: number, sentence: string): Response {
  return respond(status, sentence, {'content-type': KINDS['.txt']!, 'cache-control': 'no-store'});
}
