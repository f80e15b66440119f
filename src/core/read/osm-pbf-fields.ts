/** The parts of a PBF block that its objects are made of: numbered fields, and the table of words they point into. */
import {OsmCursor} from './osm-cursor.ts';
import {Unreadable} from './unreadable.ts';

/** The numbered fields of one small message; a field that is absent is empty. */
export class Fields {
  readonly #bytes: Uint8Array;
  readonly #places = new Map<number, number>();
  readonly #ends = new Map<number, number>();

  constructor(bytes: Uint8Array, from: number, end: number) {
    this.#bytes = bytes;
    const cursor = new OsmCursor(bytes, from, end);
    while (cursor.pos < end) {
      const key = cursor.varint();
      const start = cursor.pos;
      if ((key & 7) === 2) {
        const fieldEnd = cursor.enter();
        this.#places.set(key >> 3, cursor.pos);
        this.#ends.set(key >> 3, fieldEnd);
        cursor.pos = fieldEnd;
      } else {
        cursor.skip(key & 7);
        this.#places.set(key >> 3, start);
        this.#ends.set(key >> 3, cursor.pos);
      }
    }
    cursor.expectEnd(end);
  }

  field(number: number): OsmCursor {
    const from = this.#places.get(number) ?? 0;
    return new OsmCursor(this.#bytes, from, this.#ends.get(number) ?? from);
  }

  number(number: number): number {
    const field = this.field(number);
    return field.pos === field.end ? 0 : field.varint();
  }

  signed(number: number): number {
    const field = this.field(number);
    return field.pos === field.end ? 0 : field.signed();
  }
}

export function countVarints(bytes: Uint8Array, from: number, end: number): number {
  let count = 0;
  for (let i = from; i < end; i++) if (bytes[i]! < 0x80) count++;
  return count;
}

/** The words of a block: found once, decoded when asked for. */
export class BlockStrings {
  readonly #bytes: Uint8Array;
  readonly #from: number[] = [];
  readonly #decoded: (string | undefined)[] = [];

  constructor(bytes: Uint8Array, from: number, end: number) {
    this.#bytes = bytes;
    const cursor = new OsmCursor(bytes, from, end);
    while (cursor.pos < end) {
      const key = cursor.varint();
      if (key !== 10) {
        cursor.skip(key & 7);
        continue;
      }
      const wordEnd = cursor.enter();
      this.#from.push(cursor.pos, wordEnd);
      cursor.pos = wordEnd;
    }
    cursor.expectEnd(end);
  }

  at(index: number): string {
    const known = this.#decoded[index];
    if (known !== undefined) return known;
    const from = this.#from[2 * index];
    if (from === undefined) throw new Unreadable('holds a tag that points outside its table of words');
    const word = new TextDecoder().decode(this.#bytes.subarray(from, this.#from[2 * index + 1]));
    this.#decoded[index] = word;
    return word;
  }

  /** Where an ASCII word stands in the table, or -1. */
  find(word: string): number {
    for (let i = 0; i < this.#from.length; i += 2) {
      const from = this.#from[i]!;
      if (this.#from[i + 1]! - from !== word.length) continue;
      let same = true;
      for (let c = 0; same && c < word.length; c++) same = this.#bytes[from + c] === word.charCodeAt(c);
      if (same) return i >> 1;
    }
    return -1;
  }
}
