import {pointOnFeature} from '@turf/turf';

/**
 * A point inside a (multi)polygon: its centroid where that lies inside, else a point on its surface.
 *
 * Stands in for a population-weighted centroid where evidence has none. It says nothing about where people live.
 */
export function insideOf(polygons: [number, number][][][]): [number, number] {
  const at = pointOnFeature({type: 'MultiPolygon', coordinates: polygons}).geometry.coordinates;
  return [at[0]!, at[1]!];
}
