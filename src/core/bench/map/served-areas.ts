import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {GeoJSONVT} from '@maplibre/geojson-vt';
import {fromGeojsonVt} from '@maplibre/vt-pbf';
import {build} from 'vite';
import {meshBytes} from '../../../domain/area-mesh.ts';
import {drain} from '../../job.ts';
import {areaMesh} from '../../shapes/mesh/area-mesh.ts';
import {ringsOf} from '../../shapes/mesh/rings.ts';
import {type Areas, polygonsOf} from './england.ts';

const ROOT = join(import.meta.dirname, '../../../..');

/** The page of the bench and the areas in three forms, at an address of this computer; and what it took to make each form. */
export async function serveAreas(areas: Areas, out: string) {
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    root: join(ROOT, 'renderer'),
    logLevel: 'error',
    build: {
      outDir: out,
      emptyOutDir: true,
      rolldownOptions: {input: join(ROOT, 'renderer/bench/map-page.html'), onLog: () => {}},
    },
  });
  const took: Record<string, number> = {};
  const timed = <T>(what: string, make: () => T): T => {
    const began = performance.now();
    const made = make();
    took[what] = performance.now() - began;
    return made;
  };
  const mesh = timed('mesh', () => meshBytes(drain(areaMesh(ringsOf(areas.features.map(polygonsOf))))));
  const geojson = timed('geojson', () => Buffer.from(JSON.stringify(areas)));
  const tiles = timed('tiles', () => new GeoJSONVT(areas as never, {maxZoom: 10, indexMaxZoom: 10, indexMaxPoints: 0}));
  let bytesOfTiles = 0;

  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0]!;
    const send = (kind: string, body: Uint8Array) => {
      response.writeHead(200, {'content-type': kind});
      response.end(body);
    };
    const [, z, x, y] = /^\/bench\/tiles\/(\d+)\/(\d+)\/(\d+)\.pbf$/.exec(path) ?? [];
    if (z !== undefined) {
      const tile = tiles.getTile(Number(z), Number(x), Number(y));
      const body = tile ? fromGeojsonVt({areas: tile} as never, {version: 2} as never) : new Uint8Array();
      bytesOfTiles += body.length;
      send('application/x-protobuf', body);
    } else if (path === '/bench/areas.mesh') send('application/octet-stream', mesh);
    else if (path === '/bench/areas.geojson') send('application/geo+json', geojson);
    else if (!existsSync(join(out, path))) {
      response.writeHead(404);
      response.end();
    } else {
      const kind = path.endsWith('.html') ? 'text/html' : path.endsWith('.css') ? 'text/css' : 'text/javascript';
      send(kind, readFileSync(join(out, path)));
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const {port} = server.address() as AddressInfo;
  return {
    address: (way: string) => `http://127.0.0.1:${port}/bench/map-page.html?way=${way}&areas=${areas.features.length}`,
    took,
    bytes: () => ({mesh: mesh.length, geojson: geojson.length, tiles: bytesOfTiles}),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
