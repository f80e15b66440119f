import type {Job} from '../job.ts';
import type {Feature} from './area-rows.ts';
import {createGrowingSites} from './growing-sites.ts';
import {createLeftOut, type LeftOutRows} from './left-out.ts';
import {LIMITS} from './limits.ts';
import {cellOf, type Match, one} from './match.ts';
import {createPatientScreen} from './patient-screen.ts';
import type {Refused, SitesReading} from './reading.ts';
import {createRefusals, placed, type Refusals, refused} from './refusals.ts';
import {described, type Surroundings} from './taken.ts';
import {Unreadable} from './unreadable.ts';
import {counted, listed, quoted, thousands} from './wording.ts';

/**
 * The rows of a list of sites. Unlike a table of areas it is taken row by row: the good rows come in, each bad one is listed
 * with its reason, and only a list with no good row at all is refused. Where a site is, the caller says: a pair of degrees,
 * nowhere yet (null), or in words why the row cannot be right.
 */
export type SiteRows = Omit<SitesReading, 'kind'>;

export type PlaceOf = (record: Feature) => readonly [lon: number, lat: number] | null | string;

export function* siteRows(
  match: Match,
  given: {siteKind?: string},
  records: Iterator<Feature>,
  placeOf: PlaceOf,
  around: Surroundings,
): Job<SiteRows | Refused> {
  const {layout} = match;
  const nameColumn = one(match, 'site name')!;
  const codeColumn = one(match, 'site code');
  const kindColumn = one(match, 'site kind');
  const editionColumn = one(match, 'edition');
  // Where the postcode alone says the place, it is the cell to put right.
  const placeColumn = layout.kind === 'unplaced-sites' ? (one(match, 'postcode')?.heading.text ?? null) : null;
  const columns = createGrowingSites(match);
  const faults = createRefusals();
  const left = createLeftOut(match);
  const screen = createPatientScreen(
    match.headings.map(({text}) => text),
    around.name,
  );
  const seen = new Map<string, number>();
  const editions = new Set<string>();
  let rowsRead = 0;

  for (let next = records.next(); !next.done; next = records.next()) {
    const record = next.value;
    if (record.geometry === undefined && record.cells.every((cell) => cell.trim() === '')) continue;
    rowsRead++;
    if (rowsRead % 256 === 0) yield {done: rowsRead, of: 0, doing: `Reading ${around.name}`};
    screen.see(record);
    if (left.leaves(record)) continue;
    const name = cellOf(nameColumn, record);
    const fault = wrongName(record, name);
    if (fault) {
      faults.add(record.row, fault.column, fault.reason);
      continue;
    }
    const place = placeOf(record);
    if (typeof place === 'string') {
      faults.add(record.row, placeColumn, `(${name.slice(0, 60)}) ${place}`);
      continue;
    }
    const written = cellOf(kindColumn, record) || given.siteKind || '';
    const twin = standsAlready(record, name, written, place);
    if (twin) {
      faults.add(record.row, twin.column, twin.reason);
      continue;
    }
    columns.add(record, name, written, place);
    const edition = cellOf(editionColumn, record);
    if (edition !== '' && edition.length <= 60 && editions.size < 12) editions.add(edition);
    if (columns.count() > LIMITS.sites)
      throw new Unreadable(
        `${around.name} has more than ${thousands(LIMITS.sites)} sites, more than Closer holds. Cut it to the places you plan for.`,
      );
  }

  const patients = screen.verdict();
  if (patients) return refused(patients, layout.id);
  if (columns.count() === 0) return refused(nothing(faults, left, rowsRead, around), layout.id, faults.kept());
  const base = described(match, around, null);
  if (layout.edition === 'as each row says' && editions.size > 0)
    base.source.edition = listed([...editions].sort(), 12);
  return {
    ...base,
    ...columns.finish(),
    rowsRead,
    rowsTaken: columns.count(),
    rowsRefused: faults.count(),
    refusals: faults.kept(),
    notes: [...(layout.notes ?? []), ...left.notes()],
  };

  function wrongName(record: Feature, name: string): {column: string | null; reason: string} | null {
    if (record.flaw) return {column: null, reason: record.flaw};
    const {rule} = nameColumn.column;
    return 'accepts' in rule && rule.accepts(name) ? null : {column: nameColumn.heading.text, reason: rule.why(name)};
  }

  function standsAlready(
    record: Feature,
    name: string,
    written: string,
    place: readonly number[] | null,
  ): {column: string | null; reason: string} | null {
    const code = cellOf(codeColumn, record);
    const where = place ? place.join(' ') : cellOf(one(match, 'postcode'), record);
    const key = code === '' ? `${name} ${where}` : `${written} ${code}`;
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, record.row);
      return null;
    }
    const row = `stands already in ${around.noun} ${thousands(before)}`;
    return code === ''
      ? {column: null, reason: `(${name.slice(0, 60)}) ${row}`}
      : {column: codeColumn!.heading.text, reason: `${quoted(code)} ${row}`};
  }
}

function nothing(faults: Refusals, left: LeftOutRows, rowsRead: number, around: Surroundings): string {
  const first = faults.kept()[0];
  if (first)
    return `${around.name} holds no site that can be taken: ${placed(first, around.noun)}; the same or the like holds for ${rowsRead === 1 ? 'no other' : `all ${counted(rowsRead, around.noun)}`}. Correct the list and bring it again.`;
  const [note] = left.notes();
  return note
    ? `${around.name} holds no site to take: ${note.charAt(0).toLowerCase()}${note.slice(1)} Choose the current edition.`
    : `${around.name} has column headings and no rows below them. Download it again.`;
}
