type Point = readonly [number, number];

/** The outline of a place: rings of longitude and latitude with the box around them, so that points far away cost little. */
export interface Outline {
  rings: readonly (readonly Point[])[];
  /** West, south, east, north. */
  box: readonly [number, number, number, number];
}

export function outlineOf(polygons: readonly (readonly (readonly Point[])[])[]): Outline {
  const rings = polygons.flat();
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [lng, lat] of ring) {
      west = Math.min(west, lng);
      south = Math.min(south, lat);
      east = Math.max(east, lng);
      north = Math.max(north, lat);
    }
  }
  return {rings, box: [west, south, east, north]};
}

/**
 * Whether a point lies within an outline, by counting how many of its edges a line to the east crosses (the even-odd rule):
 * holes are outside, and so is what a ring that crosses itself goes round twice. A point on an edge that two outlines
 * share lies within exactly one of them. Rings may be closed or not. O(points of the outline).
 */
export function isWithin({rings, box}: Outline, lng: number, lat: number): boolean {
  if (lng < box[0] || lat < box[1] || lng > box[2] || lat > box[3]) return false;
  let within = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [x, y] = ring[at]!;
      const [xBefore, yBefore] = ring[before]!;
      if (y > lat !== yBefore > lat && lng < x + ((lat - y) * (xBefore - x)) / (yBefore - y)) within = !within;
    }
  }
  return within;
}
