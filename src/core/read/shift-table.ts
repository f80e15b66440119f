import {inflateSync} from 'node:zlib';
import type {ShiftTable} from '../shapes/exact-grid.ts';

/**
 * Ordnance Survey's OSTN15 as the PROJ project packs it, `uk_os_OSTN15_NTv2_OSGBtoETRS.tif` (a GeoTIFF): four planes of 32-bit
 * numbers in deflated tiles with the floating-point predictor, of which the first two are shifts of latitude and longitude.
 * Only this one form is read. What isn't of it is refused in a sentence; no length in the file is trusted.
 */
const MOST_NODES = 4_000_000;

const TAG = {
  columns: 256,
  rows: 257,
  compression: 259,
  samples: 277,
  planes: 284,
  predictor: 317,
  tileWidth: 322,
  tileHeight: 323,
  tileAt: 324,
  tileBytes: 325,
  step: 33550,
  tie: 33922,
} as const;

export function readShiftTable(bytes: Uint8Array): ShiftTable | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 16 || view.getUint32(0, true) !== 0x002a4949) return NOT_IT;
  const tags = tagsIn(view);
  if (!tags) return CUT;
  const one = (tag: number): number => tags.get(tag)?.[0] ?? 0;
  const [columns, rows, width, height] = [one(TAG.columns), one(TAG.rows), one(TAG.tileWidth), one(TAG.tileHeight)];
  const deflated = one(TAG.compression) === 8 && one(TAG.predictor) === 3 && one(TAG.planes) === 2;
  const [step, tie] = [tags.get(TAG.step), tags.get(TAG.tie)];
  if (!deflated || one(TAG.samples) < 2 || !step || !tie || step.length < 2 || tie.length < 6) return NOT_IT;
  if (columns < 2 || rows < 2 || columns * rows > MOST_NODES || width < 1 || height < 1 || width * height > MOST_NODES)
    return NOT_IT;
  const across = Math.ceil(columns / width);
  const tiles = across * Math.ceil(rows / height);
  const [lat, lon] = [new Float32Array(columns * rows), new Float32Array(columns * rows)];
  for (const [plane, into] of [lat, lon].entries())
    for (let tile = 0; tile < tiles; tile++) {
      const from = tags.get(TAG.tileAt)?.[plane * tiles + tile] ?? bytes.length;
      const packed = bytes.subarray(from, from + (tags.get(TAG.tileBytes)?.[plane * tiles + tile] ?? 0));
      const values = tileOf(packed, width, height);
      if (!values) return CUT;
      const [left, top] = [(tile % across) * width, Math.floor(tile / across) * height];
      const kept = Math.min(width, columns - left);
      for (let row = 0; row < height && top + row < rows; row++)
        into.set(values.subarray(row * width, row * width + kept), (top + row) * columns + left);
    }
  return {west: tie[3]!, north: tie[4]!, stepLon: step[0]!, stepLat: step[1]!, columns, rows, lon, lat};
}

const NOT_IT =
  'This is not the correction table OSTN15 in the form that Closer reads (uk_os_OSTN15_NTv2_OSGBtoETRS.tif, from cdn.proj.org).';
const CUT = 'The correction table OSTN15 is damaged or cut short. Download it again.';

/** Numbers by tag of the first directory; null where it leaves the file. */
function tagsIn(view: DataView): Map<number, number[]> | null {
  const start = view.getUint32(4, true);
  if (start + 2 > view.byteLength) return null;
  const count = view.getUint16(start, true);
  if (start + 2 + count * 12 > view.byteLength) return null;
  const tags = new Map<number, number[]>();
  for (let entry = 0; entry < count; entry++) {
    const at = start + 2 + entry * 12;
    const [tag, type, many] = [view.getUint16(at, true), view.getUint16(at + 2, true), view.getUint32(at + 4, true)];
    const size = {3: 2, 4: 4, 12: 8}[type];
    if (size === undefined || many > 100_000) continue;
    const from = many * size <= 4 ? at + 8 : view.getUint32(at + 8, true);
    if (from + many * size > view.byteLength) return null;
    tags.set(
      tag,
      Array.from({length: many}, (_, index) => {
        const here = from + index * size;
        if (size === 2) return view.getUint16(here, true);
        return size === 4 ? view.getUint32(here, true) : view.getFloat64(here, true);
      }),
    );
  }
  return tags;
}

/** A tile's numbers: each row holds all first bytes, then all second ones…, as differences from byte to byte. */
function tileOf(packed: Uint8Array, width: number, height: number): Float32Array | null {
  let rows: Uint8Array;
  try {
    rows = inflateSync(packed, {maxOutputLength: width * height * 4});
  } catch {
    // Not deflate, or more than a tile: the caller says that the file is damaged.
    return null;
  }
  if (rows.length !== width * height * 4) return null;
  const values = new Float32Array(width * height);
  const four = new DataView(new ArrayBuffer(4));
  for (let row = 0; row < height; row++) {
    const line = rows.subarray(row * width * 4, (row + 1) * width * 4);
    for (let index = 1; index < line.length; index++) line[index] = (line[index]! + line[index - 1]!) & 255;
    for (let column = 0; column < width; column++) {
      for (let byte = 0; byte < 4; byte++) four.setUint8(byte, line[byte * width + column]!);
      values[row * width + column] = four.getFloat32(0, false);
    }
  }
  return values;
}
