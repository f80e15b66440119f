import type {MultiLineString, Position} from 'geojson';
import type {AreaShape} from './catchment.ts';

/**
 * The lines along which areas of different groups meet: the borders between catchments, without dissolving a shape.
 *
 * An edge is a border where the two areas that share it, corner for corner, belong to different groups; the outer edge of
 * the place is none. Boundaries that do not share their corners exactly have gaps here. O(corners).
 */
export function bordersBetween(shapes: readonly (AreaShape | null)[], group: ArrayLike<number>): MultiLineString {
  const sides = new Map<string, {group: number; line: Position[] | null}>();
  const coordinates: Position[][] = [];
  shapes.forEach((shape, area) => {
    if (!shape) return;
    const {geometry} = shape;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const ring of polygons.flat())
      for (let at = 1; at < ring.length; at++) {
        const [one, other] = [ring[at - 1]!, ring[at]!];
        const [a, b] = [one.join(), other.join()];
        const key = a < b ? `${a} ${b}` : `${b} ${a}`;
        const known = sides.get(key);
        if (!known) sides.set(key, {group: group[area]!, line: null});
        else if (known.group !== group[area]! && !known.line) {
          known.line = [one, other];
          coordinates.push(known.line);
        }
      }
  });
  return {type: 'MultiLineString', coordinates};
}
