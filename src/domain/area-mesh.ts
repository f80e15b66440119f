/**
 * All areas of a place as triangles and border lines, ready for a graphics card: made by the engine, fetched by the screen
 * as one run of bytes. Area numbers are places in code order, as in every answer.
 *
 * Points are in Web Mercator (0 to 1 across the world, y downwards), counted from `originX`, `originY`. Area `a` has the
 * points from `firstPoint[a]` to before `firstPoint[a + 1]`; likewise its corners, three numbers of points to a triangle,
 * and its edges, three numbers each: from point, to point, and the area beyond (`NO_AREA` where there is none). Every
 * stretch of border is there once.
 */
export interface AreaMesh {
  areas: number;
  originX: number;
  originY: number;
  points: Float32Array;
  firstPoint: Uint32Array;
  corners: Uint32Array;
  firstCorner: Uint32Array;
  edges: Uint32Array;
  firstEdge: Uint32Array;
}

export const NO_AREA = 0xffffffff;

const EDITION = 1;

/** Edition, areas, points, corners, edges, one spare, then the origin as two 64-bit numbers: 40 bytes. */
const HEADER_BYTES = 40;

/** The mesh as bytes, little-endian as all machines are that it runs on. */
export function meshBytes(mesh: AreaMesh): Uint8Array {
  const parts = [mesh.points, mesh.firstPoint, mesh.corners, mesh.firstCorner, mesh.edges, mesh.firstEdge];
  const bytes = new Uint8Array(HEADER_BYTES + parts.reduce((sum, part) => sum + part.byteLength, 0));
  const view = new DataView(bytes.buffer);
  const counts = [EDITION, mesh.areas, mesh.points.length / 2, mesh.corners.length, mesh.edges.length / 3];
  counts.forEach((count, index) => {
    view.setUint32(index * 4, count, true);
  });
  view.setFloat64(24, mesh.originX, true);
  view.setFloat64(32, mesh.originY, true);
  let at = HEADER_BYTES;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/** The mesh in these bytes, whose arrays look into them; null if they are none, or cut short. */
export function meshIn(bytes: ArrayBuffer): AreaMesh | null {
  if (bytes.byteLength < HEADER_BYTES) return null;
  const view = new DataView(bytes);
  const [edition, areas, points, corners, edges] = [0, 4, 8, 12, 16].map((at) => view.getUint32(at, true)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const lengths = [points * 2, areas + 1, corners, areas + 1, edges * 3, areas + 1];
  if (edition !== EDITION || bytes.byteLength !== HEADER_BYTES + 4 * lengths.reduce((a, b) => a + b)) return null;
  let at = HEADER_BYTES;
  const next = (length: number) => {
    at += 4 * length;
    return at - 4 * length;
  };
  return {
    areas,
    originX: view.getFloat64(24, true),
    originY: view.getFloat64(32, true),
    points: new Float32Array(bytes, next(lengths[0]!), lengths[0]),
    firstPoint: new Uint32Array(bytes, next(lengths[1]!), lengths[1]),
    corners: new Uint32Array(bytes, next(lengths[2]!), lengths[2]),
    firstCorner: new Uint32Array(bytes, next(lengths[3]!), lengths[3]),
    edges: new Uint32Array(bytes, next(lengths[4]!), lengths[4]),
    firstEdge: new Uint32Array(bytes, next(lengths[5]!), lengths[5]),
  };
}
