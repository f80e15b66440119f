/**
 * CRC-32 (IEEE 802.3), the checksum at the end of every gzip member and zip entry: it tells a damaged download from a
 * whole one. Feed it the running value, starting from 0.
 */
const TABLE = Uint32Array.from({length: 256}, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crc32(bytes: Uint8Array, running = 0): number {
  let value = ~running;
  for (let at = 0; at < bytes.length; at++) value = TABLE[(value ^ bytes[at]!) & 255]! ^ (value >>> 8);
  return ~value >>> 0;
}
