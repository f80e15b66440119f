import type {Job} from '../job.ts';
import type {Feature} from './area-rows.ts';
import type {UnplacedSitesReading} from './further-reading.ts';
import type {SitesLayout, UnplacedSitesLayout} from './layout.ts';
import {type Match, one} from './match.ts';
import type {Refused, SitesReading} from './reading.ts';
import type {Reference} from './shape-rows.ts';
import {sitePlace} from './site-place.ts';
import {siteRows} from './site-rows.ts';
import type {Surroundings} from './taken.ts';

/** A list of sites with a place for each. */
export function* takeSites(
  match: Match,
  layout: SitesLayout,
  records: Iterator<Feature>,
  reference: Reference,
  around: Surroundings,
): Job<SitesReading | Refused> {
  const rows = yield* siteRows(
    match,
    layout,
    records,
    (record) => sitePlace(match, record, reference, around.grid),
    around,
  );
  if ('kind' in rows) return rows;
  const metres = reference === 'National Grid' || (around.noun === 'row' && !one(match, 'longitude'));
  return {...rows, kind: 'sites', notes: metres ? [...rows.notes, around.grid.note] : rows.notes};
}

/** A list of sites with a postcode for each, to be placed when the project knows its postcodes. */
export function* takeUnplacedSites(
  match: Match,
  layout: UnplacedSitesLayout,
  records: Iterator<Feature>,
  around: Surroundings,
): Job<UnplacedSitesReading | Refused> {
  const postcode = one(match, 'postcode')!;
  const rows = yield* siteRows(
    match,
    layout,
    records,
    ({cells}) => whyNoPostcode((cells[postcode.index] ?? '').trim()),
    around,
  );
  if ('kind' in rows) return rows;
  const {lon: _lon, lat: _lat, ...columns} = rows;
  return {...columns, kind: 'unplaced-sites'};
}

/** With its spaces taken out, for lists put them anywhere. */
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/i;

function whyNoPostcode(postcode: string): string | null {
  if (postcode === '') return 'has no postcode';
  return POSTCODE.test(postcode.replace(/\s/g, ''))
    ? null
    : `has no postcode that could be one (“${postcode.slice(0, 12)}”)`;
}
