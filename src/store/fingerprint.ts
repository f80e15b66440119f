import {createHash} from 'node:crypto';

/**
 * What went in, as a short hash: 32 hexadecimal digits of a SHA-256. The same parts in the same order give the same
 * fingerprint on every machine; each part counts with its kind and length, so that ('ab', 'c') is not ('a', 'bc').
 */
export function fingerprint(...parts: (string | number | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    if (typeof part === 'number') {
      hash.update(`n${part};`);
    } else {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
      hash.update(`${typeof part === 'string' ? 's' : 'b'}${bytes.byteLength};`);
      hash.update(bytes);
    }
  }
  return hash.digest('hex').slice(0, 32);
}
