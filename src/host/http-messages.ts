import type {IncomingMessage, ServerResponse} from 'node:http';
import {PAGE_HEADERS} from './page-policy.ts';

/** A request that can't be taken: its status and its sentence. */
export class BadRequest extends Error {
  readonly status: number;

  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

/** The JSON object in the request's body, if it is no longer than `most` bytes. */
export async function bodyOf(request: IncomingMessage, most: number): Promise<Record<string, unknown>> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    throw new BadRequest(415, 'Closer takes JSON only.');
  }
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > most) throw new BadRequest(413, `A message may be ${most} bytes long at most.`);
    parts.push(part);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new BadRequest(400, 'The message is not a JSON object.');
}

export function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, {
    ...PAGE_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(value));
}

export function sendSentence(response: ServerResponse, status: number, sentence: string): void {
  // What is left of a refused body isn't waited for.
  response.writeHead(status, {...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8', connection: 'close'});
  response.end(sentence);
}

/** Hands a standard response to Node's server. */
export async function sendResponse(response: ServerResponse, given: Response, withBody: boolean): Promise<void> {
  response.writeHead(given.status, Object.fromEntries(given.headers));
  response.end(withBody ? Buffer.from(await given.arrayBuffer()) : undefined);
}
