import {Unreadable} from './unreadable.ts';

/**
 * Bytes to text, saying in which encoding. A byte order mark decides; without one, zero bytes in every second place mean
 * UTF-16; otherwise whatever is valid UTF-8 is read as that, and each byte that is not is read as windows-1252, which is
 * what Excel and the NHS reports write. One pass, so a file may be of any length, and a file that mixes the two (a
 * common result of copying columns together) still reads as its author saw it.
 */
export type Encoding =
  | 'UTF-8'
  | 'UTF-8 with a byte order mark'
  | 'UTF-16'
  | 'windows-1252'
  | 'UTF-8 and windows-1252 mixed';

export interface Decoded {
  text: Iterable<string>;
  /** Final once the text has been read to its end. */
  encoding: () => Encoding;
}

export function decodeText(head: Uint8Array, bytes: Iterable<Uint8Array>, name: string): Decoded {
  const wide = wideOrder(head);
  if (wide) return {text: wideText(bytes, wide, name), encoding: () => 'UTF-16'};
  if (head.includes(0) || controls(head) > head.length / 20)
    throw new Unreadable(
      `${name} is not text: it holds bytes that no table or map file has. Check that it is the file you meant.`,
    );
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const seen = {utf8: false, ansi: false};
  const encoding = (): Encoding => {
    if (marked) return 'UTF-8 with a byte order mark';
    if (seen.ansi) return seen.utf8 ? 'UTF-8 and windows-1252 mixed' : 'windows-1252';
    return 'UTF-8';
  };
  return {text: narrowText(marked ? without(3, bytes) : bytes, seen), encoding};
}

function controls(head: Uint8Array): number {
  let count = 0;
  for (const byte of head) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) count++;
  return count;
}

function wideOrder(head: Uint8Array): 'little' | 'big' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'little';
  if (head[0] === 0xfe && head[1] === 0xff) return 'big';
  const pairs = Math.min(head.length >> 1, 200);
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[pair * 2] === 0) even++;
    if (head[pair * 2 + 1] === 0) odd++;
  }
  if (pairs < 4) return null;
  if (odd > pairs * 0.7 && even === 0) return 'little';
  if (even > pairs * 0.7 && odd === 0) return 'big';
  return null;
}

function* wideText(bytes: Iterable<Uint8Array>, order: 'little' | 'big', name: string): Generator<string> {
  let half = -1;
  let first = true;
  for (const chunk of bytes) {
    let text = '';
    let at = 0;
    const units: number[] = [];
    const take = (one: number, two: number) => {
      units.push(order === 'little' ? one | (two << 8) : (one << 8) | two);
      if (units.length === 8_192) text += String.fromCharCode(...units.splice(0));
    };
    if (half >= 0) take(half, chunk[at++]!);
    for (; at + 1 < chunk.length; at += 2) take(chunk[at]!, chunk[at + 1]!);
    half = at < chunk.length ? chunk[at]! : -1;
    text += String.fromCharCode(...units);
    if (first && text.charCodeAt(0) === 0xfeff) text = text.slice(1);
    if (text !== '') first = false;
    yield text;
  }
  if (half >= 0) throw new Unreadable(`${name} is UTF-16 text cut off in the middle of a letter. Download it again.`);
}

function* without(first: number, bytes: Iterable<Uint8Array>): Generator<Uint8Array> {
  let left = first;
  for (const chunk of bytes) {
    yield chunk.subarray(Math.min(left, chunk.length));
    left = Math.max(0, left - chunk.length);
  }
}

function* narrowText(bytes: Iterable<Uint8Array>, seen: {utf8: boolean; ansi: boolean}): Generator<string> {
  const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
  let carried: Uint8Array = new Uint8Array(0);
  for (const chunk of bytes) {
    let whole: Uint8Array = chunk;
    if (carried.length > 0) {
      whole = new Uint8Array(carried.length + chunk.length);
      whole.set(carried);
      whole.set(chunk, carried.length);
    }
    const end = whole.length - unfinished(whole);
    carried = whole.slice(end);
    yield narrow(whole.subarray(0, end), decoder, seen);
  }
  if (carried.length > 0) yield narrow(carried, decoder, seen);
}

type Decoder = Pick<InstanceType<typeof TextDecoder>, 'decode'>;

function narrow(bytes: Uint8Array, decoder: Decoder, seen: {utf8: boolean; ansi: boolean}): string {
  try {
    const text = decoder.decode(bytes);
    if (text.length !== bytes.length) seen.utf8 = true;
    return text;
  } catch (error) {
    // The decoder's one complaint is a byte that is not UTF-8, and that is what the other reading is for.
    if (!(error instanceof TypeError)) throw error;
    return byteByByte(bytes, seen);
  }
}

function byteByByte(bytes: Uint8Array, seen: {utf8: boolean; ansi: boolean}): string {
  let text = '';
  let units: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = sequence(bytes, at);
    if (length === 1) {
      units.push(bytes[at]!);
    } else if (length > 1) {
      seen.utf8 = true;
      const point = scalar(bytes, at, length);
      if (point > 0xffff) units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
      else units.push(point);
    } else {
      seen.ansi = true;
      units.push(ansi(bytes[at]!));
    }
    at += Math.max(1, length);
    if (units.length > 8_192) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}

/** Length of the valid UTF-8 sequence at a byte, 0 where there is none. */
function sequence(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length =
    first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let next = 1; next < length; next++) if ((bytes[at + next]! & 0xc0) !== 0x80) return 0;
  const point = scalar(bytes, at, length);
  const overlong = (length === 3 && point < 0x800) || (length === 4 && (point < 0x10000 || point > 0x10ffff));
  return overlong || (point >= 0xd800 && point < 0xe000) ? 0 : length;
}

function scalar(bytes: Uint8Array, at: number, length: number): number {
  let point = bytes[at]! & (0xff >> (length + 1));
  for (let next = 1; next < length; next++) point = (point << 6) | (bytes[at + next]! & 0x3f);
  return point;
}

/** How many bytes at the end may belong to a letter whose other bytes come in the next chunk. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** The 32 places where windows-1252 differs from the first 256 of Unicode; five of them mean nothing. */
const ANSI = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function ansi(byte: number): number {
  return byte >= 0x80 && byte < 0xa0 ? ANSI.charCodeAt(byte - 0x80) : byte;
}
