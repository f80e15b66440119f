import earcut from 'earcut';
import type {Job} from '../../job.ts';
import {edgesOf} from './edges.ts';
import type {Rings} from './rings.ts';
import {simplified} from './simplify.ts';

/**
 * All areas of a place as one set of triangles and one of border lines, ready for a graphics card. Points are metres’
 * fractions of Web Mercator (0 to 1 across the world), counted from `originX`, `originY` so that 32 bits are exact to
 * centimetres. Area `a` has the points from `firstPoint[a]` to before `firstPoint[a + 1]`, and likewise its corners (three
 * for each triangle, numbers of points) and its edges (three numbers each: from point, to point, the area beyond).
 */
export interface AreaMesh {
  areas: number;
  originX: number;
  originY: number;
  /** x and y of every point. */
  points: Float32Array;
  firstPoint: Uint32Array;
  corners: Uint32Array;
  firstCorner: Uint32Array;
  edges: Uint32Array;
  firstEdge: Uint32Array;
}

/** More points than this are thinned out: a graphics card would draw more of them than a screen has pixels. */
export const MOST_POINTS = 1_500_000;

/** Tolerances to try, in metres on the ground: none is seen before one looks at a single street. */
const METRES = [2, 5, 10, 20, 40, 80];

const WORLD_METRES = 40_075_016.7;

/**
 * The mesh of areas, triangulated by ear clipping. Rings of more than `mostPoints` are simplified first, borders that are
 * shared staying shared. O(points), and in practice a tenth of a second for 100,000 points.
 */
export function* areaMesh(published: Rings, mostPoints = MOST_POINTS): Job<AreaMesh> {
  let rings = published;
  for (const metres of METRES) {
    if (rings.x.length <= mostPoints) break;
    rings = simplified(published, metres / groundMetres(published));
    yield {done: 0, of: published.areas, doing: 'Simplifying borders'};
  }
  const {areas, x, y, start, area, isOutline} = rings;
  const [originX, originY] = [middleOf(x), middleOf(y)];
  const points = new Float32Array(x.length * 2);
  for (let point = 0; point < x.length; point++) {
    points[point * 2] = x[point]! - originX;
    points[point * 2 + 1] = y[point]! - originY;
  }
  const firstPoint = new Uint32Array(areas + 1).fill(x.length);
  const firstCorner = new Uint32Array(areas + 1);
  // A ring of n points has n − 2 triangles, and a hole adds two more than it has points: never more than this.
  const corners = new Uint32Array(3 * (x.length + 2 * area.length));
  let many = 0;
  let known = 0;
  for (let ring = 0; ring < area.length; ) {
    let after = ring + 1;
    while (after < area.length && !isOutline[after]) after++;
    for (; known <= area[ring]!; known++) {
      firstPoint[known] = start[ring]!;
      firstCorner[known] = many;
      if (known % 2000 === 0) yield {done: known, of: areas, doing: 'Drawing the areas'};
    }
    const from = start[ring]!;
    const holes = Array.from({length: after - ring - 1}, (_, hole) => start[ring + 1 + hole]! - from);
    const flat = points.subarray(from * 2, start[after]! * 2);
    for (const corner of earcut(flat, holes)) corners[many++] = from + corner;
    ring = after;
  }
  firstCorner.fill(many, known);
  const edges = edgesOf(rings);
  const firstEdge = new Uint32Array(areas + 1);
  for (const of of edges.area) firstEdge[of + 1]!++;
  for (let each = 0; each < areas; each++) firstEdge[each + 1]! += firstEdge[each]!;
  const flatEdges = new Uint32Array(edges.from.length * 3);
  for (let edge = 0; edge < edges.from.length; edge++) {
    flatEdges[edge * 3] = edges.from[edge]!;
    flatEdges[edge * 3 + 1] = edges.to[edge]!;
    flatEdges[edge * 3 + 2] = edges.other[edge]!;
  }
  return {
    areas,
    originX,
    originY,
    points,
    firstPoint,
    corners: corners.slice(0, many),
    firstCorner,
    edges: flatEdges,
    firstEdge,
  };
}

function middleOf(values: Float64Array): number {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return values.length === 0 ? 0.5 : (least + most) / 2;
}

/** Metres on the ground for one unit of Mercator, at the middle of the place. */
function groundMetres({y}: Rings): number {
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - 2 * middleOf(y))));
  return WORLD_METRES * Math.cos(latitude);
}
