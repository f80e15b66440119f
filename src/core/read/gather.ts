import type {Job} from '../job.ts';
import {LIMITS} from './limits.ts';
import {Unreadable} from './unreadable.ts';

/**
 * All bytes of a file that can only be read whole, as a zip or a database, up to the size that Closer holds at once. `advice`
 * ends the sentence that refuses a larger one.
 */
export function* gather(chunks: Iterable<Uint8Array>, name: string, advice: string): Job<Uint8Array> {
  const parts: (Uint8Array | null)[] = [];
  let length = 0;
  for (const chunk of chunks) {
    length += chunk.length;
    if (length > LIMITS.zipBytes)
      throw new Unreadable(`${name} is larger than the ${LIMITS.zipBytes / 1e6} MB that Closer opens ${advice}`);
    parts.push(chunk);
    yield {done: length, of: 0, doing: `Opening ${name}`};
  }
  // Each chunk is let go as it is copied, so that a large file is not held twice.
  const all = new Uint8Array(length);
  let at = 0;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]!;
    all.set(part, at);
    at += part.length;
    parts[index] = null;
  }
  return all;
}
