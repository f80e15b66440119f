import {booleanPointInPolygon, featureCollection, area as squareMetresOf, union} from '@turf/turf';
import type {Feature, MultiPolygon, Polygon, Position} from 'geojson';
import type {Job} from '../job.ts';

export type AreaShape = Feature<Polygon | MultiPolygon>;

/** A site's catchment: one shape, its size, and the people who live in it. `shape` is `null` if no area is allocated. */
export interface Catchment {
  shape: AreaShape | null;
  squareKilometres: number;
  people: number;
  areas: number;
  areasWithoutShape: number;
  areasNotKnown: number;
}

/**
 * The catchment of a site: the areas whose closest open site it is, dissolved into one shape.
 *
 * Every area that reaches a site is in exactly one catchment, so catchments neither overlap nor leave people out. It is
 * not an isochrone (that is the line reached in so many minutes), and not where the site's patients really come from.
 * Shapes of published boundaries meet only as well as their generalisation lets them; slivers stay. `people` counts all
 * allocated areas, also those that have no shape to draw. Neighbouring pieces are joined two by two, so that no step of
 * the job is long. About O(vertices × log areas).
 */
export function* catchment(
  site: number,
  closestSite: Int32Array,
  residents: ArrayLike<number>,
  shapes: readonly (AreaShape | null)[],
): Job<Catchment> {
  const answer: Catchment = {
    shape: null,
    squareKilometres: 0,
    people: 0,
    areas: 0,
    areasWithoutShape: 0,
    areasNotKnown: 0,
  };
  let pieces: AreaShape[] = [];
  for (let area = 0; area < closestSite.length; area++) {
    if (closestSite[area] !== site) continue;
    answer.areas++;
    const people = residents[area]!;
    if (Number.isNaN(people)) answer.areasNotKnown++;
    else answer.people += people;
    const shape = shapes[area];
    if (shape) pieces.push(shape);
    else answer.areasWithoutShape++;
  }
  const all = pieces.length;
  while (pieces.length > 1) {
    const joined: AreaShape[] = [];
    for (let i = 0; i < pieces.length; i += 2) {
      const pair = pieces.slice(i, i + 2);
      joined.push(pair.length === 2 ? dissolved(pair) : pair[0]!);
      yield {done: all - pieces.length + joined.length, of: all, doing: 'Drawing the catchment'};
    }
    pieces = joined;
  }
  const shape = pieces[0];
  if (!shape) return answer;
  return {...answer, shape: {...shape, properties: {}}, squareKilometres: squareKilometres(shape)};
}

/** The size of a shape on the earth's surface. */
export function squareKilometres(shape: AreaShape): number {
  return squareMetresOf(shape) / 1e6;
}

/** Which of the points lie in the shape, by index. A point on the boundary is in. */
export function pointsWithin(shape: AreaShape, points: readonly Position[]): number[] {
  const within: number[] = [];
  points.forEach((point, index) => {
    if (booleanPointInPolygon(point, shape)) within.push(index);
  });
  return within;
}

function dissolved(pair: AreaShape[]): AreaShape {
  const one = union(featureCollection(pair));
  if (!one) throw new RangeError('The union of two shapes is empty; a shape without a ring is refused on import.');
  return one;
}
