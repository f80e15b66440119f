/**
 * A zlib stream (RFC 1950) that holds its content as it is, in stored blocks of at most 65,535 bytes (RFC 1951 §3.2.4),
 * with the Adler-32 sum that ends one. Compressors differ between versions and processors; this does not.
 */
export function stored(content: Uint8Array): Uint8Array {
  const pieces = Math.max(1, Math.ceil(content.length / 65535));
  const out = new Uint8Array(2 + 5 * pieces + content.length + 4);
  const view = new DataView(out.buffer);
  out.set([0x78, 0x01]);
  let at = 2;
  for (let i = 0; i < pieces; i++) {
    const piece = content.subarray(i * 65535, (i + 1) * 65535);
    view.setUint8(at, i === pieces - 1 ? 1 : 0);
    view.setUint16(at + 1, piece.length, true);
    view.setUint16(at + 3, ~piece.length & 0xffff, true);
    out.set(piece, at + 5);
    at += 5 + piece.length;
  }
  let [a, b] = [1, 0];
  for (const byte of content) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  view.setUint32(at, ((b << 16) | a) >>> 0);
  return out;
}
