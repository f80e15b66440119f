import type {Job} from '../job.ts';
import {areaRows, type Feature} from './area-rows.ts';
import type {BoundariesLayout, Role} from './layout.ts';
import {type Match, one} from './match.ts';
import type {BoundariesReading, Refused} from './reading.ts';
import {createShapeRows, type Reference} from './shape-rows.ts';
import {type Surroundings, takenFrom} from './taken.ts';

/** Boundaries: a code and a shape for each area. */
export function* takeBoundaries(
  match: Match,
  layout: BoundariesLayout,
  records: Iterator<Feature>,
  reference: Reference,
  around: Surroundings,
): Job<BoundariesReading | Refused> {
  const shapes = createShapeRows(reference, around.name, around.grid);
  const rows = yield* areaRows(match, records, around.noun, around.name, shapes.add);
  if ('kind' in rows) return rows;
  const column = (role: Role) => {
    const found = one(match, role);
    return found ? rows.texts.get(found)! : null;
  };
  const taken = takenFrom(match, around, rows);
  if (reference === 'National Grid') taken.notes.push(around.grid.note);
  return {
    ...taken,
    kind: 'boundaries',
    level: layout.level ?? 'small area',
    codes: rows.codes,
    names: column('area name') ?? rows.codes.map(() => ''),
    within: {
      wardCodes: column('ward code'),
      wardNames: column('ward name'),
      districtCodes: column('district code'),
      districtNames: column('district name'),
    },
    shapes: shapes.finish(),
  };
}
