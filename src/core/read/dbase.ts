import {decodeText} from './decode-text.ts';
import {Unreadable} from './unreadable.ts';

/**
 * The table of a shapefile (dBASE III): fixed-width text under short headings. A row marked as deleted comes out as null, for
 * its shape is still there. Text is UTF-8 or windows-1252, as the bytes of each cell show.
 */
export interface DbaseTable {
  headings: string[];
  records: Generator<string[] | null>;
}

export function dbaseTable(bytes: Uint8Array, name: string): DbaseTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33) throw cut(name);
  const rows = view.getUint32(4, true);
  const start = view.getUint16(8, true);
  const width = view.getUint16(10, true);
  const fields: {heading: string; width: number}[] = [];
  for (let at = 32; at + 32 <= start && at + 32 <= bytes.length && bytes[at] !== 0x0d; at += 32) {
    const end = bytes.subarray(at, at + 11).indexOf(0);
    fields.push({heading: uncut(text(bytes.subarray(at, at + (end < 0 ? 11 : end)))), width: bytes[at + 16]!});
  }
  if (fields.length === 0 || width < 2 || start < 33 || start + rows * width > bytes.length + 1) throw cut(name);
  return {headings: fields.map(({heading}) => heading), records: records()};

  function* records(): Generator<string[] | null> {
    for (let row = 0; row < rows; row++) {
      let at = start + row * width;
      const deleted = bytes[at] === 0x2a;
      at++;
      const cells: string[] = [];
      for (const field of fields) {
        cells.push(text(bytes.subarray(at, at + field.width)));
        at += field.width;
      }
      yield deleted ? null : cells;
    }
  }

  function text(cell: Uint8Array): string {
    const plain = cell.map((byte) => (byte === 0 ? 32 : byte));
    return [...decodeText(NO_HEAD, [plain], name).text].join('').trim();
  }
}

/** Headings are cut to ten letters: `lsoa21_cod` was `lsoa21_code`, `lsoa21_nam` was `lsoa21_name`. */
function uncut(heading: string): string {
  return heading.length === 10 && /(cod|nam)$/i.test(heading) ? `${heading}e` : heading;
}

/** A cell is too short to be sniffed as anything but text. */
const NO_HEAD = new Uint8Array(0);

function cut(name: string): Unreadable {
  return new Unreadable(`${name} holds a table (.dbf) that is cut short or damaged. Download it again.`);
}
