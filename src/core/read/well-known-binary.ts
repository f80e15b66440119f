/**
 * Well-known binary (OGC 06-103r4, and the flags of EWKB) as a GeoJSON geometry: points, polygons and their collections; heights
 * and measures are passed over. Lines come back as what they are without their points, for nobody takes them; null where the
 * bytes are damaged or of a kind that GeoJSON has no name for.
 */
export function wellKnownBinary(bytes: Uint8Array): object | null {
  const reader = {view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0};
  try {
    return geometryAt(reader, 0);
  } catch (error) {
    // A read beyond the end of the bytes: the geometry is cut short.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface Reader {
  view: DataView;
  at: number;
}

const NAMES = [
  '',
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
] as const;

function geometryAt(reader: Reader, depth: number): object | null {
  const little = reader.view.getUint8(reader.at++) === 1;
  const written = whole(reader, little);
  // EWKB says Z, M and a coordinate system by high bits; ISO says Z and M by thousands.
  const plain = written & 0x0fff_ffff;
  const name = NAMES[plain % 1000];
  const iso = Math.floor(plain / 1000);
  if (!name || iso > 3 || depth > 4) return null;
  if (written & 0x2000_0000) reader.at += 4;
  const extra =
    written & 0xc000_0000
      ? (written & 0x8000_0000 ? 1 : 0) + (written & 0x4000_0000 ? 1 : 0)
      : iso === 3
        ? 2
        : iso === 0
          ? 0
          : 1;
  switch (name) {
    case 'Point':
      return {type: name, coordinates: point(reader, little, extra)};
    case 'Polygon':
      return {type: name, coordinates: rings(reader, little, extra)};
    case 'MultiPoint':
    case 'MultiPolygon':
      return {type: name, coordinates: members(reader, little, depth)};
    default:
      return {type: name, coordinates: []};
  }
}

function whole(reader: Reader, little: boolean): number {
  const value = reader.view.getUint32(reader.at, little);
  reader.at += 4;
  return value;
}

/** How many follow, each of at least so many bytes: more than the rest of the bytes can hold is damage. */
function counted(reader: Reader, little: boolean, bytes: number): number {
  const count = whole(reader, little);
  if (count * bytes > reader.view.byteLength - reader.at) throw new RangeError('more than there are bytes for');
  return count;
}

function point(reader: Reader, little: boolean, extra: number): [number, number] {
  const x = reader.view.getFloat64(reader.at, little);
  const y = reader.view.getFloat64(reader.at + 8, little);
  reader.at += 16 + extra * 8;
  return [x, y];
}

function rings(reader: Reader, little: boolean, extra: number): [number, number][][] {
  return Array.from({length: counted(reader, little, 4)}, () =>
    Array.from({length: counted(reader, little, 16 + extra * 8)}, () => point(reader, little, extra)),
  );
}

function members(reader: Reader, little: boolean, depth: number): unknown[] {
  return Array.from({length: counted(reader, little, 5)}, () => {
    const member = geometryAt(reader, depth + 1) as {coordinates: unknown} | null;
    if (!member) throw new RangeError('a member that is none');
    return member.coordinates;
  });
}
