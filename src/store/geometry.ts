import type {LngLat} from '../domain/evidence.ts';

/**
 * Points and multipolygons as GeoPackage blobs, in longitude and latitude (srs 4326): `GP`, version 0, flags, srs id,
 * envelope if any, then ISO WKB. Written little-endian; read in either order, with any envelope, Z and M passed over,
 * because GDAL and QGIS may have written them.
 */
const SRS = 4326;
const ENVELOPE_BYTES = [0, 32, 48, 48, 64] as const;
const POINT = 1;
const POLYGON = 3;
const MULTIPOLYGON = 6;

/** West, south, east and north. */
export type Extent = [number, number, number, number];

export function pointBlob(lng: number, lat: number): Buffer {
  const blob = Buffer.alloc(8 + 21);
  writeHeader(blob, 0);
  blob.writeUInt8(1, 8);
  blob.writeUInt32LE(POINT, 9);
  blob.writeDoubleLE(lng, 13);
  blob.writeDoubleLE(lat, 21);
  return blob;
}

export function polygonsBlob(polygons: readonly LngLat[][][]): Buffer {
  let size = 8 + 32 + 9;
  for (const rings of polygons) {
    size += 9;
    for (const ring of rings) size += 4 + 16 * ring.length;
  }
  const blob = Buffer.allocUnsafe(size);
  const view = new DataView(blob.buffer, blob.byteOffset, size);
  let [west, south, east, north]: Extent = [Infinity, Infinity, -Infinity, -Infinity];
  let at = 40;
  const shape = (code: number, count: number) => {
    view.setUint8(at, 1);
    view.setUint32(at + 1, code, true);
    view.setUint32(at + 5, count, true);
    at += 9;
  };
  shape(MULTIPOLYGON, polygons.length);
  for (const rings of polygons) {
    shape(POLYGON, rings.length);
    for (const ring of rings) {
      view.setUint32(at, ring.length, true);
      at += 4;
      for (const [lng, lat] of ring) {
        view.setFloat64(at, lng, true);
        view.setFloat64(at + 8, lat, true);
        at += 16;
        if (lng < west) west = lng;
        if (lng > east) east = lng;
        if (lat < south) south = lat;
        if (lat > north) north = lat;
      }
    }
  }
  writeHeader(blob, 1);
  [west, east, south, north].forEach((edge, index) => {
    view.setFloat64(8 + index * 8, Number.isFinite(edge) ? edge : Number.NaN, true);
  });
  return blob;
}

function writeHeader(blob: Buffer, envelope: 0 | 1): void {
  blob.write('GP', 0, 'latin1');
  blob.writeUInt8(0, 2);
  blob.writeUInt8((envelope << 1) | 1, 3);
  blob.writeInt32LE(SRS, 4);
}

/** The point of a blob, or null if it is not a point in longitude and latitude. */
export function pointOf(blob: Uint8Array): LngLat | null {
  return read(blob, (reader) => (reader.shape() === POINT ? reader.points(1)[0]! : null)) ?? spatialitePoint(blob);
}

/**
 * GDAL's SQLite dialect writes SpatiaLite's own form into a GeoPackage: zero, byte order, srs id, an envelope of four
 * numbers, 7C, the shape without its byte order, FE.
 */
function spatialitePoint(blob: Uint8Array): LngLat | null {
  if (blob.length !== 60 || blob[0] !== 0 || blob[38] !== 0x7c || blob[59] !== 0xfe) return null;
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const little = blob[1] === 1;
  if (view.getInt32(2, little) !== SRS || view.getUint32(39, little) !== POINT) return null;
  const point: LngLat = [view.getFloat64(43, little), view.getFloat64(51, little)];
  return point.every(Number.isFinite) ? point : null;
}

/** The polygons of a blob (a polygon counts as one), or null if it is neither or is cut short. */
export function polygonsOf(blob: Uint8Array): LngLat[][][] | null {
  return read(blob, (reader) => {
    const shape = reader.shape();
    if (shape === POLYGON) return [ringsOf(reader)];
    if (shape !== MULTIPOLYGON) return null;
    const polygons: LngLat[][][] = [];
    for (let left = reader.count(); left > 0; left--) {
      if (reader.shape() !== POLYGON) return null;
      polygons.push(ringsOf(reader));
    }
    return polygons;
  });
}

function ringsOf(reader: Wkb): LngLat[][] {
  const rings: LngLat[][] = [];
  for (let left = reader.count(); left > 0; left--) rings.push(reader.points(reader.count()));
  return rings;
}

/** Where a shape lies: from its envelope if it has one, else from its points. Null for what can't be read. */
export function extentOf(blob: Uint8Array): Extent | null {
  if (blob.length >= 40 && blob[3] === 3) {
    const view = new DataView(blob.buffer, blob.byteOffset, 40);
    const [west, east, south, north] = [8, 16, 24, 32].map((at) => view.getFloat64(at, true)) as Extent;
    return [west, south, east, north];
  }
  const point = pointOf(blob);
  const points = point ? [point] : (polygonsOf(blob) ?? []).flat(2);
  return points.length === 0
    ? null
    : points.reduce<Extent>((extent, [lng, lat]) => widened(extent, [lng, lat, lng, lat]), NOWHERE);
}

/** The extent of nothing: widened by any other it is that other. */
export const NOWHERE: Extent = [Infinity, Infinity, -Infinity, -Infinity];

export function widened(a: Extent, b: Extent): Extent {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function read<T>(blob: Uint8Array, what: (reader: Wkb) => T | null): T | null {
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50 || blob[2] !== 0) return null;
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const flags = blob[3]!;
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7];
  // Empty geometries (bit 4) and other projections have no place on the map.
  if (envelope === undefined || flags & 16 || view.getInt32(4, (flags & 1) === 1) !== SRS) return null;
  try {
    return what(new Wkb(view, 8 + envelope));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Steps through WKB. Reading past the end is a RangeError, as it is for the DataView below it. */
class Wkb {
  readonly #view: DataView;
  #at: number;
  #little = true;
  #dimensions = 2;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  /** The next shape's kind, without its Z and M. */
  shape(): number {
    this.#little = this.#view.getUint8(this.#at) === 1;
    const code = this.#view.getUint32(this.#at + 1, this.#little);
    this.#at += 5;
    this.#dimensions = code >= 3000 ? 4 : code >= 1000 ? 3 : 2;
    return code % 1000;
  }

  /** How many parts follow. Every part has at least four bytes, so a count that can't be true is refused at once. */
  count(): number {
    const count = this.#view.getUint32(this.#at, this.#little);
    this.#at += 4;
    if (count * 4 > this.#view.byteLength - this.#at) throw new RangeError('More parts than bytes.');
    return count;
  }

  /** So many points, which must be numbers. */
  points(count: number): LngLat[] {
    const view = this.#view;
    const little = this.#little;
    const step = this.#dimensions * 8;
    const end = this.#at + count * step;
    if (end > view.byteLength) throw new RangeError('More points than bytes.');
    const points = new Array<LngLat>(count);
    for (let index = 0, at = this.#at; index < count; index++, at += step) {
      const lng = view.getFloat64(at, little);
      const lat = view.getFloat64(at + 8, little);
      if (!Number.isFinite(lng) || !Number.isFinite(lat)) throw new RangeError('A point without a place.');
      points[index] = [lng, lat];
    }
    this.#at = end;
    return points;
  }
}
