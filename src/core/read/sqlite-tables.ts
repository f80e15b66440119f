import {Unreadable} from './unreadable.ts';

/**
 * The tables of a SQLite file, read row by row from its bytes ("Database File Format", sqlite.org/fileformat2.html). Nothing in
 * the file is run, and every page number, length and offset is checked, so that a damaged or hostile file costs a sentence.
 * Tables with a row number only, which is what a GeoPackage has; what waits in a `-wal` beside the file is not seen.
 */
export type Value = number | string | Uint8Array | null;

export interface SqliteTable {
  name: string;
  columns: string[];
  rows: () => Generator<Value[]>;
}

export function sqliteTables(bytes: Uint8Array, name: string): SqliteTable[] {
  const file = new SqliteFile(bytes, name);
  const tables: SqliteTable[] = [];
  for (const [, type, table, , root, sql] of file.rows(1)) {
    if (type !== 'table' || typeof table !== 'string' || typeof root !== 'number' || typeof sql !== 'string') continue;
    if (/without\s+rowid/i.test(sql) || root < 1) continue;
    const {columns, rowNumber} = columnsIn(sql);
    tables.push({name: table, columns, rows: () => named(file.rows(root), columns.length, rowNumber)});
  }
  return tables;
}

/** The column that stands for the row's number is kept as null, and a column that was added later may be missing. */
function* named(rows: Generator<Value[]>, count: number, rowNumber: number): Generator<Value[]> {
  for (const [number, ...values] of rows) {
    const row = Array.from({length: count}, (_, column) => values[column] ?? null);
    if (rowNumber >= 0) row[rowNumber] ??= number ?? null;
    yield row;
  }
}

const LEAF = 0x0d;
const INTERIOR = 0x05;
/** A tree of four-byte page numbers over the largest file is never deeper. */
const DEEPEST = 24;

class SqliteFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #name: string;
  readonly #pageBytes: number;
  readonly #usable: number;
  readonly #pages: number;

  constructor(bytes: Uint8Array, name: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#name = name;
    if (bytes.length < 512) throw this.#cut();
    const written = this.#view.getUint16(16);
    this.#pageBytes = written === 1 ? 65_536 : written;
    this.#usable = this.#pageBytes - bytes[20]!;
    this.#pages = Math.floor(bytes.length / this.#pageBytes);
    if (this.#pageBytes < 512 || (this.#pageBytes & (this.#pageBytes - 1)) !== 0 || this.#usable < 480)
      throw this.#cut();
    if (this.#view.getUint32(56) > 1) throw new Unreadable(`${name} is written in UTF-16. Save its layer as GeoJSON.`);
  }

  #cut(): Unreadable {
    return new Unreadable(`${this.#name} is a database that is cut short or damaged. Download it again.`);
  }

  /** The rows of a table: each its number, then its values. No page is visited twice. */
  *rows(root: number): Generator<Value[]> {
    yield* this.#below(root, new Set(), 0);
  }

  *#below(page: number, visited: Set<number>, depth: number): Generator<Value[]> {
    if (page < 1 || page > this.#pages || visited.has(page) || depth > DEEPEST) throw this.#cut();
    visited.add(page);
    const start = (page - 1) * this.#pageBytes;
    const head = page === 1 ? start + 100 : start;
    const type = this.#bytes[head];
    const cells = this.#view.getUint16(head + 3);
    const pointers = head + (type === INTERIOR ? 12 : 8);
    if ((type !== LEAF && type !== INTERIOR) || pointers + cells * 2 > start + this.#pageBytes) throw this.#cut();
    for (let cell = 0; cell < cells; cell++) {
      const at = this.#view.getUint16(pointers + cell * 2);
      if (at > this.#usable - 4) throw this.#cut();
      if (type === LEAF) yield this.#leaf(start, start + at);
      else yield* this.#below(this.#view.getUint32(start + at), visited, depth + 1);
    }
    if (type === INTERIOR) yield* this.#below(this.#view.getUint32(head + 8), visited, depth + 1);
  }

  #leaf(page: number, at: number): Value[] {
    const length = this.#varint(this.#bytes, at);
    const number = this.#varint(this.#bytes, length.next);
    return [number.value, ...this.#record(this.#payload(page, number.next, length.value))];
  }

  /** A row’s bytes: those on its page, and those that did not fit there, which hang on a chain of pages of their own. */
  #payload(page: number, from: number, length: number): Uint8Array {
    const most = this.#usable - 35;
    if (length < 0 || length > this.#bytes.length) throw this.#cut();
    const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
    const fit = least + ((length - least) % (this.#usable - 4));
    const here = length <= most ? length : fit <= most ? fit : least;
    if (from + here + (here < length ? 4 : 0) > page + this.#pageBytes) throw this.#cut();
    if (here === length) return this.#bytes.subarray(from, from + here);
    const payload = new Uint8Array(length);
    payload.set(this.#bytes.subarray(from, from + here));
    let next = this.#view.getUint32(from + here);
    for (let at = here; at < length; ) {
      if (next < 1 || next > this.#pages) throw this.#cut();
      const start = (next - 1) * this.#pageBytes;
      const part = Math.min(length - at, this.#usable - 4);
      payload.set(this.#bytes.subarray(start + 4, start + 4 + part), at);
      next = this.#view.getUint32(start);
      at += part;
    }
    return payload;
  }

  #record(payload: Uint8Array): Value[] {
    const head = this.#varint(payload, 0);
    if (head.value > payload.length) throw this.#cut();
    const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
    const values: Value[] = [];
    let at = head.value;
    for (let of = head.next; of < head.value; ) {
      const {value: type, next} = this.#varint(payload, of);
      of = next;
      const width = type >= 12 ? (type - (type % 2 === 0 ? 12 : 13)) / 2 : (WIDTHS[type] ?? -1);
      if (width < 0 || at + width > payload.length) throw this.#cut();
      values.push(valueAt(payload, view, at, type, width));
      at += width;
    }
    return values;
  }

  #varint(bytes: Uint8Array, from: number): {value: number; next: number} {
    let value = 0;
    for (let at = from; at < from + 8; at++) {
      const byte = bytes[at];
      if (byte === undefined) throw this.#cut();
      value = value * 128 + (byte & 127);
      if (byte < 128) return {value, next: at + 1};
    }
    // Nine bytes hold 64 bits: below nought, or beyond what a number holds.
    const nine = bytes.subarray(from, from + 9);
    if (nine.length < 9) throw this.#cut();
    const bits = nine.subarray(0, 8).reduce((all, byte) => (all << 7n) | BigInt(byte & 127), 0n);
    return {value: Number(BigInt.asIntN(64, (bits << 8n) | BigInt(nine[8]!))), next: from + 9};
  }
}

/** Bytes of each serial type below 12; 10 and 11 are SQLite’s own. */
const WIDTHS: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, -1, -1];

function valueAt(payload: Uint8Array, view: DataView, at: number, type: number, width: number): Value {
  if (type === 0) return null;
  if (type === 7) return view.getFloat64(at);
  if (type === 8 || type === 9) return type - 8;
  if (type <= 6) {
    let value = view.getInt8(at);
    for (let byte = 1; byte < width; byte++) value = value * 256 + payload[at + byte]!;
    return value;
  }
  const bytes = payload.subarray(at, at + width);
  return type % 2 === 0 ? bytes : new TextDecoder().decode(bytes);
}

const CONSTRAINT = /^(constraint|primary|unique|check|foreign)\b/i;

/** The names of the columns of a table, from the sentence that made it, and which of them is another name for the row’s number. */
function columnsIn(sql: string): {columns: string[]; rowNumber: number} {
  const columns: string[] = [];
  let rowNumber = -1;
  for (const part of partsOf(sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')')))) {
    const found = /^\s*(?:"((?:[^"]|"")*)"|`([^`]*)`|\[([^\]]*)\]|([^\s(,]+))(.*)$/s.exec(part);
    if (!found || (found[4] !== undefined && CONSTRAINT.test(found[4]))) continue;
    const name = found[1]?.replaceAll('""', '"') ?? found[2] ?? found[3] ?? found[4]!;
    if (/^\s*integer\b/i.test(found[5]!) && /primary\s+key/i.test(found[5]!)) rowNumber = columns.length;
    columns.push(name);
  }
  return {columns, rowNumber};
}

/** The parts between commas that stand in no brackets and no quotation marks. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'" || letter === '`') quote = letter;
    else if (letter === '(') depth++;
    else if (letter === ')') depth--;
    else if (letter === ',' && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
