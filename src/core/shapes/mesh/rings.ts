type LngLat = readonly [number, number];

/** A polygon's rings as published: the outline first, then its holes, each ending where it began. */
export type Polygon = readonly (readonly LngLat[])[];

/**
 * The rings of many areas in flat arrays, each point once: a ring goes from `start[r]` to before `start[r + 1]`, and from
 * its last point back to its first. Coordinates are Web Mercator's, 0 to 1 across the world, y downwards.
 */
export interface Rings {
  areas: number;
  x: Float64Array;
  y: Float64Array;
  start: Uint32Array;
  area: Uint32Array;
  /** 1 for the outline of a polygon, 0 for a hole of the polygon before it. */
  isOutline: Uint8Array;
}

export function mercatorX(lng: number): number {
  return lng / 360 + 0.5;
}

export function mercatorY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** Rings of areas in their order. A point that repeats the one before it is left out; so is a ring of fewer than three. */
export function ringsOf(areas: readonly (readonly Polygon[])[]): Rings {
  const points = areas.reduce((sum, of) => sum + of.flat().reduce((all, ring) => all + ring.length, 0), 0);
  const x = new Float64Array(points);
  const y = new Float64Array(points);
  const start = [0];
  const area: number[] = [];
  const isOutline: number[] = [];
  let at = 0;
  areas.forEach((polygons, index) => {
    for (const polygon of polygons) {
      polygon.forEach((ring, place) => {
        const from = at;
        for (const [lng, lat] of ring) {
          const [east, south] = [mercatorX(lng), mercatorY(lat)];
          if (at > from && x[at - 1] === east && y[at - 1] === south) continue;
          x[at] = east;
          y[at] = south;
          at++;
        }
        if (at - from > 1 && x[at - 1] === x[from] && y[at - 1] === y[from]) at--;
        if (at - from < 3) {
          at = from;
          return;
        }
        start.push(at);
        area.push(index);
        isOutline.push(place === 0 ? 1 : 0);
      });
    }
  });
  return {
    areas: areas.length,
    x: x.slice(0, at),
    y: y.slice(0, at),
    start: Uint32Array.from(start),
    area: Uint32Array.from(area),
    isOutline: Uint8Array.from(isOutline),
  };
}
