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
  writeHeader(blob, 1);
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  let at = 40;
  at = blob.writeUInt8(1, at);
  at = blob.writeUInt32LE(MULTIPOLYGON, at);
  at = blob.writeUInt32LE(polygons.length, at);
  for (const rings of polygons) {
    at = blob.writeUInt8(1, at);
    at = blob.writeUInt32LE(POLYGON, at);
    at = blob.writeUInt32LE(rings.length, at);
    for (const ring of rings) {
      at = blob.writeUInt32LE(ring.length, at);
      for (const [lng, lat] of ring) {
        at = blob.writeDoubleLE(lng, at);
        at = blob.writeDoubleLE(lat, at);
        if (lng < west) west = lng;
        if (lng > east) east = lng;
        if (lat < south) south = lat;
        if (lat > north) north = lat;
      }
    }
  }
  [west, east, south, north].forEach((value, index) => {
    blob.writeDoubleLE(Number.isFinite(value) ? value : Number.NaN, 8 + index * 8);
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
  const reader = readerOf(blob);
  if (!reader || reader.shape() !== POINT) return null;
  const point = reader.point();
  return reader.failed() || !point.every(Number.isFinite) ? null : point;
}

/** The polygons of a blob (a polygon counts as one), or null if it is neither or is cut short. */
export function polygonsOf(blob: Uint8Array): LngLat[][][] | null {
  const reader = readerOf(blob);
  if (!reader) return null;
  const shape = reader.shape();
  if (shape !== POLYGON && shape !== MULTIPOLYGON) return null;
  const polygons: LngLat[][][] = [];
  const count = shape === POLYGON ? 1 : reader.count(9);
  for (let index = 0; index < count && !reader.failed(); index++) {
    if (shape === MULTIPOLYGON && reader.shape() !== POLYGON) return null;
    const rings: LngLat[][] = [];
    const ringCount = reader.count(4);
    for (let ring = 0; ring < ringCount && !reader.failed(); ring++) {
      const points: LngLat[] = [];
      const length = reader.count(16);
      for (let point = 0; point < length; point++) points.push(reader.point());
      rings.push(points);
    }
    polygons.push(rings);
  }
  return reader.failed() ? null : polygons;
}

/** Reads WKB after the GeoPackage header. Never reads past the end: it then says it has failed and gives zeros. */
function readerOf(blob: Uint8Array) {
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50 || blob[2] !== 0) return null;
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const flags = blob[3]!;
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7];
  // Empty geometries (bit 4) and other projections have no place on the map.
  if (envelope === undefined || flags & 16 || view.getInt32(4, (flags & 1) === 1) !== SRS) return null;
  let at = 8 + envelope;
  let little = true;
  let dimensions = 2;
  let failed = false;

  function take(bytes: number): number {
    const from = at;
    if (from + bytes > blob.length) failed = true;
    else at += bytes;
    return from;
  }
  function double(): number {
    const from = take(8);
    return failed ? 0 : view.getFloat64(from, little);
  }
  return {
    failed: () => failed,
    /** The next shape's kind, without its Z and M. */
    shape(): number {
      const from = take(5);
      if (failed) return 0;
      little = blob[from] === 1;
      const code = view.getUint32(from + 1, little);
      dimensions = code >= 3000 ? 4 : code >= 1000 ? 3 : 2;
      return code % 1000;
    },
    /** How many parts follow, each at least so many bytes: a count that can't be true is a failure. */
    count(least: number): number {
      const from = take(4);
      const count = failed ? 0 : view.getUint32(from, little);
      if (count * least > blob.length - at) failed = true;
      return failed ? 0 : count;
    },
    point(): LngLat {
      const point: LngLat = [double(), double()];
      for (let extra = 2; extra < dimensions; extra++) double();
      return point;
    },
  };
}
