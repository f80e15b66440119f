import {inflatedEntry, storedEntry} from './inflate.ts';
import {LIMITS} from './limits.ts';
import {Unreadable} from './unreadable.ts';

/**
 * The table of contents of a zip, and one entry of it as a stream. Only the central directory at the end is believed, as
 * every unpacker does; local headers are used to find where an entry's bytes begin.
 */
export interface ZipEntry {
  name: string;
  encrypted: boolean;
  method: number;
  crc: number;
  packed: number;
  size: number;
  at: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

export function zipEntries(zip: Uint8Array, name: string): ZipEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endRecord(view);
  if (end < 0) throw new Unreadable(broken(name));
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === 0xffffffff || count === 0xffff || count > LIMITS.zipEntries)
    throw new Unreadable(
      `${name} is a zip of too many or too large files. Unpack it and give Closer the file you need.`,
    );
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > zip.length || view.getUint32(at, true) !== CENTRAL) throw new Unreadable(broken(name));
    const nameLength = view.getUint16(at + 28, true);
    if (at + 46 + nameLength > zip.length) throw new Unreadable(broken(name));
    entries.push({
      name: decoded(zip.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

export function unzipped(zip: Uint8Array, entry: ZipEntry, name: string): Iterable<Uint8Array> {
  if (entry.encrypted)
    throw new Unreadable(`${name} is locked with a password. Unlock it, or ask its sender for a copy without one.`);
  if (entry.method !== 0 && entry.method !== 8)
    throw new Unreadable(`${name} is zipped in an uncommon way. Unpack it and give Closer the file inside.`);
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  if (entry.at + 30 > zip.length || view.getUint32(entry.at, true) !== LOCAL) throw new Unreadable(broken(name));
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  if (start + entry.packed > zip.length) throw new Unreadable(broken(name));
  const packed = zip.subarray(start, start + entry.packed);
  if (entry.method === 0) return storedEntry(packed, entry.crc, name);
  return inflatedEntry(packed, entry.crc, entry.size, name);
}

/** The end record lies within the last 64 KB, after which only a comment may stand. */
function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  return -1;
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

function broken(name: string): string {
  return `${name} is a zip file that is cut short or damaged. Download it again.`;
}
