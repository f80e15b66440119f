import {randomBytes, timingSafeEqual} from 'node:crypto';
import type {IncomingMessage} from 'node:http';

/**
 * Who may talk to the loopback host: a page that this host itself served, opened with the key of this run.
 *
 * The exact `Host` header stops other names that resolve to this computer; `Origin` and `Sec-Fetch-Site` stop other
 * pages in the same browser; the key stops other programs and people on the same computer.
 */
export interface Guard {
  key: string;
  /** Why the request is turned away, or null. */
  objection: (request: IncomingMessage) => {status: number; sentence: string} | null;
  /** The cookie to set when the request brings the key in its address, or null. */
  welcome: (request: IncomingMessage) => string | null;
}

export function guard(port: () => number): Guard {
  const key = randomBytes(24).toString('base64url');
  const host = (): string => `127.0.0.1:${port()}`;
  // Cookies are shared by all ports of a computer, so each run's has its own name.
  const cookieName = (): string => `closer-${port()}`;

  function keyOf(request: IncomingMessage): string | undefined {
    const header = request.headers['x-closer-key'];
    if (typeof header === 'string') return header;
    const cookies = (request.headers.cookie ?? '').split(';').map((each) => each.trim().split('='));
    return cookies.find(([name]) => name === cookieName())?.[1];
  }

  function keyInAddress(request: IncomingMessage): string | null {
    return new URL(request.url ?? '/', `http://${host()}`).searchParams.get('key');
  }

  return {
    key,
    objection(request) {
      if (request.headers.host !== host()) return {status: 421, sentence: 'Closer answers only at its own address.'};
      const {origin} = request.headers;
      if (origin !== undefined && origin !== `http://${host()}`) {
        return {status: 403, sentence: 'Another page may not ask Closer.'};
      }
      const site = request.headers['sec-fetch-site'];
      const address = keyInAddress(request);
      // Only a person following the printed address comes from elsewhere, and that carries the key.
      if (site !== undefined && site !== 'same-origin' && site !== 'none' && address === null) {
        return {status: 403, sentence: 'Another page may not ask Closer.'};
      }
      if (!same(keyOf(request) ?? address ?? '', key)) {
        return {
          status: 401,
          sentence: 'Open the whole address that Closer printed, with its key; it differs each time.',
        };
      }
      return null;
    },
    welcome(request) {
      const given = request.method === 'GET' ? keyInAddress(request) : null;
      return given !== null && same(given, key) ? `${cookieName()}=${key}; HttpOnly; SameSite=Strict; Path=/` : null;
    },
  };
}

function same(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
