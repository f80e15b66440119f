import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {EngineClient} from './engine-client.ts';
import {files} from './files.ts';
import {filesIn, freeName} from './folder.ts';
import {grants} from './grants.ts';
import {BadRequest, bodyOf, sendJson, sendResponse, sendSentence} from './http-messages.ts';
import {guard} from './loopback-guard.ts';
import {newsStream} from './news-stream.ts';
import {PAGE_HEADERS} from './page-policy.ts';

/** A call is a few numbers and names, never a file. */
const LARGEST_CALL = 1024 * 1024;

export interface LoopbackSettings {
  engine: EngineClient;
  renderer: string;
  resources: string;
  /** Files of this folder can be picked, and new ones are saved into it: a browser has no dialogs that give paths. */
  folder: string;
  /** 0 for any that is free. */
  port: number;
}

export interface Loopback {
  /** What a person opens in a browser, with the key. */
  address: string;
  key: string;
  port: number;
  close: () => Promise<void>;
}

/**
 * The same app in a browser: for tests, development, and machines without a screen. Listens on 127.0.0.1 only, on a port
 * and with a key that differ each time, allows no other origin, and is never part of the packaged app.
 */
export async function serveLoopback(settings: LoopbackSettings): Promise<Loopback> {
  const {engine, folder} = settings;
  const door = guard(() => (server.address() as AddressInfo).port);
  const grant = grants(engine.grant);
  const news = newsStream(engine);
  const page = files({...settings, ask: (name, input) => engine.call({id: -1, name, input})});

  const posts: Record<string, (body: Record<string, unknown>, response: ServerResponse) => unknown> = {
    '/call': (body, response) => {
      const {id, name, input} = body;
      if (typeof id !== 'number' || typeof name !== 'string') throw new BadRequest(400, 'A call has an id and a name.');
      // A page that is closed no longer wants its answers.
      response.once('close', () => response.writableFinished || engine.cancel(id));
      return engine.call({id, name, input: input ?? {}});
    },
    '/cancel': ({id}) => {
      if (typeof id !== 'number') throw new BadRequest(400, 'Say which call to stop.');
      engine.cancel(id);
      return {};
    },
    '/pick': ({extensions}) => {
      const wanted = Array.isArray(extensions) ? extensions.map(String) : [];
      return filesIn(folder, wanted).map(({path, name}) => grant(path, name));
    },
    '/save': ({name}) => {
      const free = typeof name === 'string' ? freeName(folder, name) : null;
      if (free === null) throw new BadRequest(400, 'A file needs a name of its own, without slashes.');
      return grant(free);
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const objection = door.objection(request);
    if (objection) return sendSentence(response, objection.status, objection.sentence);
    const path = (request.url ?? '/').split('?')[0]!;
    const cookie = door.welcome(request);
    if (cookie !== null) {
      response.writeHead(303, {...PAGE_HEADERS, location: path, 'set-cookie': cookie, 'cache-control': 'no-store'});
      response.end();
    } else if (request.method === 'POST') {
      const post = Object.hasOwn(posts, path) ? posts[path] : undefined;
      if (!post) throw new BadRequest(404, 'There is nothing to ask here.');
      sendJson(response, await post(await bodyOf(request, LARGEST_CALL), response));
    } else if (path === '/events') {
      news.add(response);
    } else {
      const url = `http://127.0.0.1${request.url ?? '/'}`;
      const given = await page(new Request(url, {method: request.method ?? 'GET'}));
      await sendResponse(response, given, request.method !== 'HEAD');
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy();
      if (error instanceof BadRequest) return sendSentence(response, error.status, error.message);
      console.error(error);
      sendSentence(response, 500, 'Something went wrong in the planner.');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, '127.0.0.1', resolve);
  });
  const {port} = server.address() as AddressInfo;

  return {
    address: `http://127.0.0.1:${port}/?key=${door.key}`,
    key: door.key,
    port,
    close() {
      news.end();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
