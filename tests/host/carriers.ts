import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {vi} from 'vitest';
import {createEngine} from '../../src/engine/engine.ts';
import {computePool} from '../../src/host/compute-pool.ts';
import {type EngineClient, type Patience, startEngine} from '../../src/host/engine-client.ts';
import {grants} from '../../src/host/grants.ts';
import {type Loopback, serveLoopback} from '../../src/host/loopback.ts';
import type {News, Picked, Reply} from '../../src/host/messages.ts';
import {nodeProcess} from '../../src/host/node-process.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

/** A way of carrying calls to an engine and answers and news back, whatever lies between. */
export interface Carrier {
  call: (name: string, input: unknown, id?: number) => Promise<Reply>;
  cancel: (id: number) => void | Promise<void>;
  news: News[];
  /** Picks a file of the carrier's own folder that is there, or is to be written. */
  pick: (name: string) => Promise<Picked>;
  save: (name: string) => Promise<Picked>;
  /** The folder that files are picked from and saved to. */
  files: string;
  close: () => Promise<void>;
}

/** A folder for one test: the app's own, and the person's files. */
export function folders(): {app: string; files: string; remove: () => void} {
  const home = mkdtempSync(join(tmpdir(), 'closer-host-'));
  mkdirSync(join(home, 'files'));
  return {
    app: join(home, 'app'),
    files: join(home, 'files'),
    remove: () => rmSync(home, {recursive: true, force: true}),
  };
}

const TOWN = join(ROOT, 'seeds', 'town');
export const ENGINE_PROCESS = join(ROOT, 'src', 'host', 'engine-process.ts');

export function settingsIn(folder: string): {folder: string; town: string; version: string} {
  return {folder, town: TOWN, version: '0.1.0-test'};
}

/** Waits for what a busy machine may take its time over. */
export function until(expected: () => void): Promise<void> {
  return vi.waitFor(expected, {timeout: 30_000, interval: 2});
}

let lastId = 0;
const nextId = (): number => ++lastId;

export function inProcess(): Carrier {
  const {app, files, remove} = folders();
  const news: News[] = [];
  const engine = createEngine({
    ...settingsIn(app),
    tell: (each) => void news.push(structuredClone(each)),
    now: () => new Date().toISOString(),
    compute: computePool(null, 2),
  });
  const grant = grants(engine.grant);
  const pick = async (name: string): Promise<Picked> => grant(join(files, name));
  return {
    call: (name, input, id = nextId()) => engine.ask({id, name, input}),
    cancel: engine.cancel,
    news,
    pick,
    save: pick,
    files,
    async close() {
      engine.close();
      remove();
    },
  };
}

export interface OverProcess extends Carrier {
  client: EngineClient;
  app: string;
}

export function overProcess(patience?: Patience, entry = ENGINE_PROCESS): OverProcess {
  const {app, files, remove} = folders();
  const client = startEngine(nodeProcess(entry, settingsIn(app)), patience);
  const news: News[] = [];
  client.listen((each) => void news.push(each));
  const grant = grants(client.grant);
  const pick = async (name: string): Promise<Picked> => grant(join(files, name));
  return {
    client,
    app,
    call: (name, input, id = nextId()) => client.call({id, name, input}),
    cancel: client.cancel,
    news,
    pick,
    save: pick,
    files,
    async close() {
      await client.close();
      remove();
    },
  };
}

export interface OverLoopback extends Carrier {
  loopback: Loopback;
  client: EngineClient;
}

/** As a browser does it: the key from the address becomes a cookie, news come as server-sent events. */
export async function overLoopback(): Promise<OverLoopback> {
  const {app, files, remove} = folders();
  const client = startEngine(nodeProcess(ENGINE_PROCESS, settingsIn(app)));
  const resources = join(ROOT, 'resources');
  const loopback = await serveLoopback({
    engine: client,
    renderer: join(ROOT, 'renderer'),
    resources,
    folder: files,
    port: 0,
  });
  const headers = {cookie: `closer-${loopback.port}=${loopback.key}`};
  const base = `http://127.0.0.1:${loopback.port}`;
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const init = {
      method: 'POST',
      headers: {...headers, 'content-type': 'application/json'},
      body: JSON.stringify(body),
    };
    const response = await fetch(`${base}${path}`, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const news: News[] = [];
  const stop = new AbortController();
  const events = await fetch(`${base}/events`, {headers, signal: stop.signal});
  const reading = readEvents(events, news).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  return {
    loopback,
    client,
    call: (name, input, id = nextId()) => post('/call', {id, name, input}) as Promise<Reply>,
    cancel: async (id) => void (await post('/cancel', {id})),
    news,
    async pick(name) {
      const offered = (await post('/pick', {title: '', many: false, extensions: []})) as Picked[];
      return offered.find((each) => each.name === name)!;
    },
    save: (name) => post('/save', {title: '', name}) as Promise<Picked>,
    files,
    async close() {
      stop.abort();
      await reading;
      await loopback.close();
      await client.close();
      remove();
    },
  };
}

async function readEvents(response: Response, into: News[]): Promise<void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of response.body!) {
    text += decoder.decode(part as Uint8Array, {stream: true});
    const events = text.split('\n\n');
    text = events.pop()!;
    for (const event of events) if (event.startsWith('data: ')) into.push(JSON.parse(event.slice(6)) as News);
  }
}
