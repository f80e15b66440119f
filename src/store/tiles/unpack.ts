import {brotliDecompressSync, gunzipSync} from 'node:zlib';

/** How the parts of a file are packed, as PMTiles numbers it. */
export const NOT_PACKED = 1;
export const GZIP = 2;
export const BROTLI = 3;

/** Bytes unpacked, at most so many; null if they are damaged or larger. */
export function unpacked(bytes: Uint8Array, packing: number, most: number): Uint8Array | null {
  try {
    if (packing === GZIP) return gunzipSync(bytes, {maxOutputLength: most});
    if (packing === BROTLI) return brotliDecompressSync(bytes, {maxOutputLength: most});
    return bytes.length <= most ? bytes : null;
  } catch (error) {
    // What zlib refuses has a code, as has what is larger than allowed.
    if (typeof (error as {code?: unknown}).code === 'string') return null;
    throw error;
  }
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
