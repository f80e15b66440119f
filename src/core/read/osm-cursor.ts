import {Unreadable} from './unreadable.ts';

const TWO_32 = 4294967296;

/**
 * A place in protocol-buffer bytes, and the number formats met there.
 *
 * Reading past the end gives zeros rather than failing in the inner loops; `enter` and `expectEnd` are where a lying
 * length is caught, so whoever walks a field to its end calls them.
 */
export class OsmCursor {
  bytes: Uint8Array;
  pos: number;
  end: number;

  constructor(bytes: Uint8Array, pos = 0, end = bytes.length) {
    this.bytes = bytes;
    this.pos = pos;
    this.end = end;
  }

  /** An unsigned or two's-complement varint; exact to 53 bits, beyond which no OpenStreetMap number goes. */
  varint(): number {
    const {bytes} = this;
    let byte = bytes[this.pos++]!;
    if (byte < 0x80) return byte;
    let low = byte & 0x7f;
    byte = bytes[this.pos++]!;
    low |= (byte & 0x7f) << 7;
    if (byte < 0x80) return low;
    byte = bytes[this.pos++]!;
    low |= (byte & 0x7f) << 14;
    if (byte < 0x80) return low;
    byte = bytes[this.pos++]!;
    low |= (byte & 0x7f) << 21;
    if (byte < 0x80) return low;
    return this.#wide(low);
  }

  #wide(low28: number): number {
    const {bytes} = this;
    let byte = bytes[this.pos++]!;
    const low = (low28 | ((byte & 0x0f) << 28)) >>> 0;
    let high = (byte & 0x70) >> 4;
    for (let shift = 3; byte >= 0x80; shift += 7) {
      if (shift > 31) throw new Unreadable('holds a number longer than any number can be');
      byte = bytes[this.pos++]!;
      high |= (byte & 0x7f) << shift;
    }
    high >>>= 0;
    return high >= 0x80000000 ? (high - TWO_32) * TWO_32 + low : high * TWO_32 + low;
  }

  /** A zigzag varint. */
  signed(): number {
    const n = this.varint();
    if (n >= 0 && n <= 0x7fffffff) return (n >>> 1) ^ -(n & 1);
    const positive = n < 0 ? n + TWO_32 * TWO_32 : n;
    return positive % 2 === 1 ? -(positive + 1) / 2 : positive / 2;
  }

  /** Reads the length of a field and returns where the field ends. */
  enter(): number {
    const length = this.varint();
    const end = this.pos + length;
    if (!(length >= 0) || end > this.end)
      throw new Unreadable('holds a part that claims to be longer than the file gives it');
    return end;
  }

  /** After walking a field that should end at `end`. */
  expectEnd(end: number): void {
    if (this.pos !== end) throw new Unreadable('holds a part whose length is not what it claims');
  }

  /** Jumps over a field of wire type `kind`. */
  skip(kind: number): void {
    if (kind === 0) this.varint();
    else if (kind === 1) this.pos += 8;
    else if (kind === 2) this.pos = this.enter();
    else if (kind === 5) this.pos += 4;
    else throw new Unreadable('holds a field of a kind that does not exist');
    if (this.pos > this.end) throw new Unreadable('breaks off in the middle of a field');
  }
}
