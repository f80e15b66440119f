import {LIMITS} from './limits.ts';
import type {NationalGrid} from './national-grid.ts';
import {whyNotInBritain, whyNotOnGrid} from './place-in-britain.ts';
import {Unreadable} from './unreadable.ts';

/**
 * Areas as flat arrays: all points one after another, and where each ring, polygon and area ends. Small, quick to hand to a
 * worker, and one short loop away from the well-known binary of a GeoPackage. Degrees (WGS84); rings are closed.
 */
export interface Shapes {
  /** lon, lat, lon, lat … */
  coordinates: Float64Array;
  /** For each ring the number of points up to its end. */
  ringEnds: Uint32Array;
  /** For each polygon the number of rings up to its end; its first ring is the outer one. */
  polygonEnds: Uint32Array;
  /** For each area the number of polygons up to its end. */
  areaEnds: Uint32Array;
}

/** How a file gives its points. */
export type Reference = 'longitude and latitude' | 'National Grid';

export interface ShapeRows {
  /** Takes a Polygon or MultiPolygon; or takes nothing and says what is wrong, in words that follow “feature 3 ”. */
  add(geometry: unknown): string | null;
  finish(): Shapes;
}

export function createShapeRows(reference: Reference, name: string, {lonLat}: NationalGrid): ShapeRows {
  let coordinates = new Float64Array(4_096);
  let used = 0;
  const ringEnds: number[] = [];
  const polygonEnds: number[] = [];
  const areaEnds: number[] = [];

  const point = (x: number, y: number): string | null => {
    const grid = reference === 'National Grid';
    const fault = grid ? whyNotOnGrid(x, y) : whyNotInBritain(x, y);
    if (fault) return fault;
    if (used + 2 > coordinates.length) {
      if (used >= LIMITS.points * 2)
        throw new Unreadable(
          `${name} has more points than Closer can hold. Ask the publisher for a generalised edition (BGC or BSC).`,
        );
      const larger = new Float64Array(coordinates.length * 2);
      larger.set(coordinates);
      coordinates = larger;
    }
    const [lon, lat] = grid ? lonLat(x, y) : [x, y];
    coordinates[used++] = lon;
    coordinates[used++] = lat;
    return null;
  };

  const ring = (points: unknown): string | null => {
    if (!Array.isArray(points)) return 'has a ring that is not a list of points';
    const start = used;
    for (const pair of points) {
      if (!Array.isArray(pair) || typeof pair[0] !== 'number' || typeof pair[1] !== 'number')
        return 'has a coordinate that is not a number';
      const fault = point(pair[0], pair[1]);
      if (fault) return fault;
    }
    if (used === start) return 'has a ring with no points';
    if (coordinates[start] !== coordinates[used - 2] || coordinates[start + 1] !== coordinates[used - 1]) {
      const [x, y] = points[0] as [number, number];
      point(x, y);
    }
    if (used - start < 8) return `has a ring of ${(used - start) / 2 - 1} points, which encloses nothing`;
    ringEnds.push(used / 2);
    return null;
  };

  const polygon = (rings: unknown): string | null => {
    if (!Array.isArray(rings) || rings.length === 0) return 'has a polygon without rings';
    for (const points of rings) {
      const fault = ring(points);
      if (fault) return fault;
    }
    polygonEnds.push(ringEnds.length);
    return null;
  };

  const add = (geometry: unknown): string | null => {
    const kept = [used, ringEnds.length, polygonEnds.length] as const;
    const fault = area(geometry);
    if (fault) {
      // What came before the fault is taken back, so that a refused area leaves nothing behind.
      [used, ringEnds.length, polygonEnds.length] = kept;
      return fault;
    }
    areaEnds.push(polygonEnds.length);
    return null;
  };

  const area = (geometry: unknown): string | null => {
    if (typeof geometry !== 'object' || geometry === null) return 'has no geometry';
    const {type, coordinates: nested} = geometry as {type?: unknown; coordinates?: unknown};
    if (type === 'Polygon') return Array.isArray(nested) && nested.length === 0 ? 'has no geometry' : polygon(nested);
    if (type !== 'MultiPolygon') return `is ${described(type)} where an area (Polygon or MultiPolygon) belongs`;
    if (!Array.isArray(nested) || nested.length === 0) return 'has no geometry';
    for (const rings of nested) {
      const fault = polygon(rings);
      if (fault) return fault;
    }
    return null;
  };

  return {
    add,
    finish: () => ({
      coordinates: coordinates.slice(0, used),
      ringEnds: Uint32Array.from(ringEnds),
      polygonEnds: Uint32Array.from(polygonEnds),
      areaEnds: Uint32Array.from(areaEnds),
    }),
  };
}

/** The longitude and latitude of a Point, or in words why there is none. */
export function pointOf(
  geometry: unknown,
  reference: Reference,
  {lonLat}: NationalGrid,
): [lon: number, lat: number] | string {
  if (typeof geometry !== 'object' || geometry === null) return 'has no geometry';
  const {type, coordinates} = geometry as {type?: unknown; coordinates?: unknown};
  const lone =
    type === 'MultiPoint' && Array.isArray(coordinates) && coordinates.length === 1 ? coordinates[0] : coordinates;
  if (type !== 'Point' && lone === coordinates) return `is ${described(type)} where a Point belongs`;
  if (!Array.isArray(lone) || typeof lone[0] !== 'number' || typeof lone[1] !== 'number')
    return 'has a coordinate that is not a number';
  const [x, y] = lone as [number, number];
  const fault = reference === 'National Grid' ? whyNotOnGrid(x, y) : whyNotInBritain(x, y);
  if (fault) return fault;
  return reference === 'National Grid' ? lonLat(x, y) : [x, y];
}

function described(type: unknown): string {
  const known = [
    'Point',
    'MultiPoint',
    'LineString',
    'MultiLineString',
    'Polygon',
    'MultiPolygon',
    'GeometryCollection',
  ];
  return typeof type === 'string' && known.includes(type) ? `a ${type}` : 'of no type that GeoJSON knows';
}
