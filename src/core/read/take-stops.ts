import type {Job} from '../job.ts';
import type {Feature} from './area-rows.ts';
import type {StopsReading} from './further-reading.ts';
import type {StopsLayout} from './layout.ts';
import type {Match} from './match.ts';
import type {Refused} from './reading.ts';
import {sitePlace} from './site-place.ts';
import {siteRows} from './site-rows.ts';
import type {Surroundings} from './taken.ts';

/** Bus stops and stations: a code, a name and a place, row by row like any list of places. */
export function* takeStops(
  match: Match,
  _layout: StopsLayout,
  records: Iterator<Feature>,
  around: Surroundings,
): Job<StopsReading | Refused> {
  const rows = yield* siteRows(
    match,
    {},
    records,
    (record) => sitePlace(match, record, 'longitude and latitude', around.grid),
    around,
  );
  if ('kind' in rows) return rows;
  const {layout: id, sure, source, rowsRead, rowsTaken, rowsRefused, refusals, notes, form, columns, headings} = rows;
  const {preview, codes, names, siteKinds, lon, lat} = rows;
  return {
    kind: 'stops',
    ...{layout: id, sure, source, rowsRead, rowsTaken, rowsRefused, refusals, notes, form, columns, headings, preview},
    rows: rows.rows,
    ...{codes, names, stopTypes: siteKinds, lon, lat},
  };
}
