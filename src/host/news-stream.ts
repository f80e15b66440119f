import type {ServerResponse} from 'node:http';
import type {EngineClient} from './engine-client.ts';
import {PAGE_HEADERS} from './page-policy.ts';

/** A page that does not read what it is sent is dropped at this many bytes; it comes back by itself. */
const UNREAD = 16 * 1024 * 1024;
const KEEP_ALIVE_MS = 15_000;

/** News as server-sent events, to every page that listens. */
export function newsStream(engine: EngineClient): {add: (response: ServerResponse) => void; end: () => void} {
  const pages = new Set<ServerResponse>();
  const send = (text: string): void => {
    for (const page of pages) {
      if (page.writableLength > UNREAD) page.destroy();
      else page.write(text);
    }
  };
  const deaf = engine.listen((news) => send(`data: ${JSON.stringify(news)}\n\n`));
  const alive = setInterval(() => send(':\n\n'), KEEP_ALIVE_MS);
  return {
    add(response) {
      response.writeHead(200, {...PAGE_HEADERS, 'content-type': 'text/event-stream', 'cache-control': 'no-store'});
      response.write(':\n\n');
      pages.add(response);
      response.once('close', () => pages.delete(response));
    },
    end() {
      deaf();
      clearInterval(alive);
      for (const page of pages) page.end();
    },
  };
}
