import {mkdirSync, writeFileSync} from 'node:fs';
import {type IncomingHttpHeaders, request} from 'node:http';
import {connect} from 'node:net';
import {networkInterfaces} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Picked} from '../../src/host/messages.ts';
import {type OverLoopback, overLoopback, until} from './carriers.ts';
import {writeLongTable} from './long-import.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

let to: OverLoopback;
beforeAll(async () => {
  to = await overLoopback();
});
afterAll(() => to.close());

/** A request as any program could send it: no header is added or mended on the way. */
function send(
  path: string,
  {method = 'GET', headers = {}, body = ''}: {method?: string; headers?: object; body?: string} = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: to.loopback.port,
        path,
        method,
        headers: {host: `127.0.0.1:${to.loopback.port}`, ...headers},
      },
      (response) => {
        let text = '';
        response.on('data', (part: Buffer) => (text += part.toString()));
        response.on('end', () => resolve({status: response.statusCode!, headers: response.headers, text}));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const known = (): Record<string, string> => ({cookie: `closer-${to.loopback.port}=${to.loopback.key}`});
const json = {'content-type': 'application/json'};
const call = (headers: object, body = JSON.stringify({id: 1, name: 'project.state', input: {}})): Promise<Answer> =>
  send('/call', {method: 'POST', headers, body});

describe('the loopback host turns away', () => {
  it.each(['/', '/index.html', '/events', '/map/areas.mesh'])('%s without the key of this run', async (path) => {
    expect((await send(path)).status).toBe(401);
    expect((await send(path, {headers: {cookie: `closer-${to.loopback.port}=wrong`}})).status).toBe(401);
    expect((await send(`${path}?key=${to.loopback.key.slice(1)}x`)).status).toBe(401);
  });

  it('a call without the key', async () => {
    expect((await call(json)).status).toBe(401);
  });

  it.each(['localhost', 'localhost:PORT', '127.0.0.1', 'evil.example:PORT', '[::1]:PORT', '127.0.0.1:1'])(
    'a Host header that is not exactly its own: %s',
    async (host) => {
      const headers = {...known(), ...json, host: host.replace('PORT', String(to.loopback.port))};
      expect((await call(headers)).status).toBe(421);
    },
  );

  it('pages of other origins, even with the key', async () => {
    const foreign = {...known(), ...json, origin: 'http://evil.example'};
    expect((await call(foreign)).status).toBe(403);
    expect((await call({...known(), ...json, origin: 'null'})).status).toBe(403);
    expect((await call({...known(), ...json, 'sec-fetch-site': 'cross-site'})).status).toBe(403);
    expect((await call({...known(), ...json, 'sec-fetch-site': 'same-site'})).status).toBe(403);
  });

  it('the question whether another origin may ask: no header allows it', async () => {
    const asked = {...known(), origin: 'http://evil.example', 'access-control-request-method': 'POST'};
    const answer = await send('/call', {method: 'OPTIONS', headers: asked});
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('what is no call: other content, no JSON, too much of it, no name, nowhere', async () => {
    expect((await call({...known(), 'content-type': 'text/plain'})).status).toBe(415);
    expect((await call({...known(), ...json}, '{"id":')).status).toBe(400);
    expect((await call({...known(), ...json}, '[]')).status).toBe(400);
    expect((await call({...known(), ...json}, '{"id": 1}')).status).toBe(400);
    expect((await call({...known(), ...json}, `"${'x'.repeat(1024 * 1024)}"`)).status).toBe(413);
    expect((await send('/constructor', {method: 'POST', headers: {...known(), ...json}, body: '{}'})).status).toBe(404);
    expect((await send('/', {method: 'DELETE', headers: known()})).status).toBe(405);
  });

  it('other computers: it listens on 127.0.0.1 alone', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter(({family, internal}) => family === 'IPv4' && !internal);
    for (const {address} of others) {
      const refused = await new Promise<boolean>((resolve) => {
        const socket = connect(to.loopback.port, address);
        socket.on('connect', () => {
          socket.destroy();
          resolve(false);
        });
        socket.on('error', () => resolve(true));
      });
      expect(refused, `${address} can reach it`).toBe(true);
    }
    expect(to.loopback.address.startsWith(`http://127.0.0.1:${to.loopback.port}/?key=`)).toBe(true);
  });
});

describe('the loopback host', () => {
  it('takes the key from the address once, keeps it in a cookie that scripts can’t read, and shows it no more', async () => {
    const answer = await send(`/?key=${to.loopback.key}`, {headers: {'sec-fetch-site': 'none'}});
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['set-cookie']).toEqual([
      `closer-${to.loopback.port}=${to.loopback.key}; HttpOnly; SameSite=Strict; Path=/`,
    ]);
  });

  it('has another key in every run', async () => {
    const other = await overLoopback();
    expect(other.loopback.key).not.toBe(to.loopback.key);
    expect(other.loopback.key.length).toBeGreaterThanOrEqual(32);
    await other.close();
  });

  it('sends the strict policy with everything, refusals too', async () => {
    for (const answer of [
      await send('/', {headers: known()}),
      await send('/'),
      await call({...known(), ...json}),
      await send('/no', {headers: known()}),
    ]) {
      const policy = answer.headers['content-security-policy'];
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('answers with no cookie but a key in a header, for programs', async () => {
    expect(JSON.parse((await call({...json, 'x-closer-key': to.loopback.key})).text)).toMatchObject({id: 1, ok: true});
  });

  it('lists files of its folder by name and token, by extension, and no others', async () => {
    mkdirSync(join(to.files, 'osm'));
    for (const name of ['areas.geojson', 'people.CSV', '.hidden.csv', 'osm/town.osm.pbf'])
      writeFileSync(join(to.files, name), 'x');
    const pick = async (extensions: string[]): Promise<string[]> => {
      const {text} = await send('/pick', {
        method: 'POST',
        headers: {...known(), ...json},
        body: JSON.stringify({extensions}),
      });
      expect(text).not.toContain(to.files);
      return (JSON.parse(text) as Picked[]).map(({name}) => name);
    };
    expect(await pick([])).toEqual(['areas.geojson', 'osm/town.osm.pbf', 'people.CSV']);
    expect(await pick(['csv', 'pbf'])).toEqual(['osm/town.osm.pbf', 'people.CSV']);
  });

  it('saves into its folder only, and over nothing', async () => {
    const save = (name: unknown): Promise<Answer> =>
      send('/save', {method: 'POST', headers: {...known(), ...json}, body: JSON.stringify({name})});
    for (const name of ['../out.csv', '/etc/passwd', 'a/b.csv', 'a\\b.csv', '.bashrc', '', 7])
      expect((await save(name)).status).toBe(400);
    expect(JSON.parse((await save('new.csv')).text)).toMatchObject({name: 'new.csv'});
    expect(JSON.parse((await save('areas.geojson')).text)).toMatchObject({name: 'areas 2.geojson'});
  });

  it('stops what a page asked for when the page is closed', async () => {
    await to.call('project.create', {name: 'Eastmoor'});
    const {grant} = await to.pick(writeLongTable(to.files));
    const leaving = new AbortController();
    const asked = fetch(`http://127.0.0.1:${to.loopback.port}/call`, {
      method: 'POST',
      headers: {...known(), ...json},
      body: JSON.stringify({id: 77, name: 'evidence.import', input: {files: [grant]}}),
      signal: leaving.signal,
    });
    await until(() => expect(to.news.some((news) => news.news === 'progressed' && news.id === 77)).toBe(true));
    leaving.abort();
    await expect(asked).rejects.toThrow();
    expect(await to.call('evidence.sources', {})).toMatchObject({ok: true, value: {sources: []}});
    expect(to.news.some(({news}) => news === 'imported')).toBe(false);
    await to.call('project.close', {discard: true});
  });

  it('gives the map its shapes by address, and says when there are none', async () => {
    expect((await send('/map/areas.mesh', {headers: known()})).status).toBe(404);
    await to.call('project.sample', {});
    const answer = await send('/map/areas.mesh', {headers: known()});
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.text.length).toBeGreaterThan(1000);
    const streets = await send('/map/streets.geojson', {headers: known()});
    expect((JSON.parse(streets.text) as {features: unknown[]}).features.length).toBeGreaterThan(0);
  });
});
