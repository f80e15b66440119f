import type {Job} from '../job.ts';
import {areaRows, type Feature} from './area-rows.ts';
import type {CentroidsLayout} from './layout.ts';
import {type Match, one} from './match.ts';
import {whyNotInBritain, whyNotOnGrid} from './place-in-britain.ts';
import type {CentroidsReading, Refused} from './reading.ts';
import {createRefusals, refused, refusedForRows} from './refusals.ts';
import {pointOf, type Reference} from './shape-rows.ts';
import {type Surroundings, takenFrom} from './taken.ts';

/** A point for each area, from columns of coordinates or from map points. */
export function* takeCentroids(
  match: Match,
  layout: CentroidsLayout,
  records: Iterator<Feature>,
  reference: Reference,
  around: Surroundings,
): Job<CentroidsReading | Refused> {
  const points: number[] = [];
  const mapped = around.noun === 'feature';
  const rows = yield* areaRows(match, records, around.noun, around.name, mapped ? takePoint : null);
  if ('kind' in rows) return rows;
  const count = rows.codes.length;
  const lon = new Float64Array(count);
  const lat = new Float64Array(count);
  if (mapped) {
    for (let area = 0; area < count; area++) {
      lon[area] = points[area * 2]!;
      lat[area] = points[area * 2 + 1]!;
    }
  } else {
    const faults = createRefusals();
    const values = (role: 'longitude' | 'latitude' | 'easting' | 'northing') => {
      const found = one(match, role);
      return found ? rows.numbers.get(found)! : null;
    };
    const [x, y, grid] = values('longitude')
      ? [values('longitude'), values('latitude'), false]
      : [values('easting'), values('northing'), true];
    if (!x || !y)
      return refused(
        `${around.name} gives no point of its areas: it lacks a longitude and a latitude, or an easting and a northing.`,
        layout.id,
      );
    for (let area = 0; area < count; area++) {
      const fault = grid ? whyNotOnGrid(x[area]!, y[area]!) : whyNotInBritain(x[area]!, y[area]!);
      if (fault) faults.add(rows.rows[area]!, null, `(${rows.codes[area]}) ${fault}`);
      else [lon[area], lat[area]] = grid ? around.grid.lonLat(x[area]!, y[area]!) : [x[area]!, y[area]!];
    }
    if (faults.count() > 0) return refusedForRows(faults, around.noun, around.name, layout.id);
  }
  const taken = takenFrom(match, around, rows);
  if (reference === 'National Grid' || (!mapped && !one(match, 'longitude'))) taken.notes.push(around.grid.note);
  const stated = one(match, 'point method');
  const weighted = stated !== null && rows.texts.get(stated)!.every((words) => /population[- ]weighted/i.test(words));
  const method = weighted ? 'population-weighted' : layout.method;
  if (method === 'not stated')
    taken.notes.push(
      'The file does not say how its points were chosen; if they are not population-weighted, travel may start in a field.',
    );
  return {...taken, kind: 'centroids', codes: rows.codes, lon, lat, method};

  function takePoint(geometry: unknown): string | null {
    const point = pointOf(geometry, reference, around.grid);
    if (typeof point === 'string') return point;
    points.push(...point);
    return null;
  }
}
