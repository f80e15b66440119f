import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {files} from '../../src/host/files.ts';
import type {Reply} from '../../src/host/messages.ts';

let home: string;
let page: (path: string, method?: string) => Promise<Response>;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'closer-files-'));
  for (const folder of ['renderer/assets', 'resources/fonts', 'renderer-secret'])
    mkdirSync(join(home, folder), {recursive: true});
  writeFileSync(join(home, 'secret.txt'), 'secret');
  writeFileSync(join(home, 'renderer-secret', 'a.txt'), 'secret');
  writeFileSync(join(home, 'renderer', 'index.html'), '<!doctype html>');
  writeFileSync(join(home, 'renderer', 'key.pem'), 'secret');
  writeFileSync(join(home, 'renderer', 'assets', 'main-1a2b.js'), 'export {};');
  writeFileSync(join(home, 'resources', 'fonts', 'inter.woff2'), 'wOF2');
  symlinkSync('index.html', join(home, 'renderer', 'start.html'));
  const ask = async (name: string, input: unknown): Promise<Reply> =>
    name === 'basemap.tile'
      ? {id: 1, ok: true, value: (input as {x: number}).x === 1 ? {type: 'image/png', base64: 'AQID'} : null}
      : name === 'map.landscape'
        ? {id: 1, ok: true, value: {type: 'FeatureCollection', features: []}}
        : name === 'map.mesh'
          ? {id: 1, ok: true, value: {base64: 'AQID'}}
          : {id: 1, ok: false, error: {kind: 'missing', message: 'No project is open.'}};
  const answer = files({renderer: join(home, 'renderer'), resources: join(home, 'resources'), ask});
  page = (path, method = 'GET') => answer(new Request(`http://127.0.0.1:1/${path}`.replace('1//', '1/'), {method}));
});
afterAll(() => rmSync(home, {recursive: true}));

describe('the app’s own pages', () => {
  it('are the built renderer and the resources, each with its kind', async () => {
    expect((await page('')).headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect((await page('?x=1')).status).toBe(200);
    expect((await page('assets/main-1a2b.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await page('resources/fonts/inter.woff2')).headers.get('content-type')).toBe('font/woff2');
  });

  it('may be kept by a browser only where the name changes with the content', async () => {
    expect((await page('assets/main-1a2b.js')).headers.get('cache-control')).toContain('immutable');
    expect((await page('')).headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    'assets/..%2f..%2fsecret.txt',
    '..%2frenderer-secret/a.txt',
    'resources/..%2fsecret.txt',
    'resources/%2e%2e%2fsecret.txt',
    '..%5csecret.txt',
    'secret.txt%00.html',
    'index.html%00',
    'key.pem',
    'assets',
    'assets/',
    'nothing.html',
    'index.html/x.js',
  ])('are nothing else: %s', async (path) => {
    const response = await page(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('secret');
  });

  it('refuse an address that can’t be read, and writing', async () => {
    expect((await page('%E0%A4%A')).status).toBe(400);
    expect((await page('', 'POST')).status).toBe(405);
  });

  it('carry the strict policy, whatever the answer', async () => {
    for (const path of ['', 'nothing.html', 'map/landscape.geojson', 'map/areas.mesh', 'map/streets.geojson', '%E0']) {
      const policy = (await page(path)).headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-");
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default");
      expect(policy).not.toMatch(/unsafe|blob:|https?:|\*/);
    }
  });

  it('hold the tiles of a basemap; where it has none, nothing and no complaint', async () => {
    const tile = await page('map/basemap/2/4/1/3');
    expect([tile.status, tile.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect([...new Uint8Array(await tile.arrayBuffer())]).toEqual([1, 2, 3]);
    expect((await page('map/basemap/2/4/2/3')).status).toBe(204);
    expect((await page('map/basemap/2/4/1')).status).toBe(404);
  });

  it('hold the shapes the engine is asked for, or its sentence', async () => {
    expect(await (await page('map/landscape.geojson')).json()).toEqual({type: 'FeatureCollection', features: []});
    const mesh = await page('map/areas.mesh?edition=3');
    expect(mesh.headers.get('content-type')).toBe('application/octet-stream');
    expect([...new Uint8Array(await mesh.arrayBuffer())]).toEqual([1, 2, 3]);
    const refused = await page('map/streets.geojson');
    expect(refused.status).toBe(404);
    expect(await refused.text()).toBe('No project is open.');
  });
});
