import {booleanPointInPolygon, pointOnFeature} from '@turf/turf';

type Ring = [number, number][];

/**
 * A point inside a (multi)polygon: its centroid where that lies inside, else the middle of the widest stretch of a level
 * line through its largest part.
 *
 * Stands in for a population-weighted centroid where evidence has none. It says nothing about where people live. Never on
 * the boundary, where a journey might start on the wrong side of a river; only a shape without a surface has no inside,
 * and gives one of its own points. O(points).
 */
export function insideOf(polygons: Ring[][]): [number, number] {
  const shape = {type: 'MultiPolygon' as const, coordinates: polygons};
  const at = pointOnFeature(shape).geometry.coordinates as [number, number];
  if (booleanPointInPolygon(at, shape, {ignoreBoundary: true})) return at;
  const largest = polygons.reduce((one, other) => (surface(other[0]!) > surface(one[0]!) ? other : one));
  return middleOfWidest(largest) ?? at;
}

/** Twice the surface within a ring, in square degrees. */
function surface(ring: Ring): number {
  let sum = 0;
  for (let i = 0, before = ring.length - 1; i < ring.length; before = i++)
    sum += ring[before]![0] * ring[i]![1] - ring[i]![0] * ring[before]![1];
  return Math.abs(sum);
}

/** The middle of the widest stretch inside, on the level half-way between the points next to the polygon's middle. */
function middleOfWidest(polygon: Ring[]): [number, number] | null {
  const lats = polygon[0]!.map(([, lat]) => lat);
  const middle = (lats.reduce((a, b) => Math.min(a, b)) + lats.reduce((a, b) => Math.max(a, b))) / 2;
  // Between the points of all rings, so that the level passes through none of them.
  let [below, above] = [-Infinity, Infinity];
  for (const [, lat] of polygon.flat()) {
    if (lat <= middle) below = Math.max(below, lat);
    else above = Math.min(above, lat);
  }
  const level = (below + above) / 2;
  const crossings: number[] = [];
  for (const ring of polygon) {
    for (let i = 0, before = ring.length - 1; i < ring.length; before = i++) {
      const [lng, lat] = ring[i]!;
      const [lngBefore, latBefore] = ring[before]!;
      if (lat > level !== latBefore > level)
        crossings.push(lng + ((level - lat) * (lngBefore - lng)) / (latBefore - lat));
    }
  }
  crossings.sort((a, b) => a - b);
  let widest: [from: number, to: number] = [0, 0];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    if (crossings[i + 1]! - crossings[i]! > widest[1] - widest[0]) widest = [crossings[i]!, crossings[i + 1]!];
  }
  return widest[1] > widest[0] ? [(widest[0] + widest[1]) / 2, level] : null;
}
