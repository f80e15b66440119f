import type {Job} from '../job.ts';
import type {Feature} from './area-rows.ts';
import {amount} from './cell-rules.ts';
import type {SitesLayout} from './layout.ts';
import {serviceKeys, siteKind} from './layouts/site-kinds.ts';
import {LIMITS} from './limits.ts';
import {cellOf, type Match, one} from './match.ts';
import {createPatientScreen} from './patient-screen.ts';
import type {Refused, SitesReading} from './reading.ts';
import {createRefusals, placed, refused} from './refusals.ts';
import type {Reference} from './shape-rows.ts';
import {sitePlace} from './site-place.ts';
import {described, SHIFTED, type Surroundings} from './taken.ts';
import {Unreadable} from './unreadable.ts';
import {counted, listed, quoted, thousands} from './wording.ts';

/**
 * A list of sites. Unlike a table of areas it is taken row by row: the good rows come in, each bad one is listed with its
 * reason, and only a list with no good row at all is refused. A site is placed by its map point, else by longitude and
 * latitude, else by metres of the National Grid.
 */
export function* takeSites(
  match: Match,
  layout: SitesLayout,
  records: Iterator<Feature>,
  reference: Reference,
  around: Surroundings,
): Job<SitesReading | Refused> {
  const column = {
    code: one(match, 'site code'),
    name: one(match, 'site name'),
    kind: one(match, 'site kind'),
    service: one(match, 'service'),
    standing: one(match, 'standing'),
    parent: one(match, 'parent'),
    address: one(match, 'address'),
    postcode: one(match, 'postcode'),
    edition: one(match, 'edition'),
    tenure: one(match, 'tenure'),
    condition: one(match, 'condition'),
    floorSpace: one(match, 'floor space'),
    vacantSpace: one(match, 'vacant space'),
  };
  const faults = createRefusals();
  const screen = createPatientScreen(
    match.headings.map(({text}) => text),
    around.name,
  );
  const sites = {
    codes: [] as string[],
    names: [] as string[],
    siteKinds: [] as string[],
    services: [] as string[][],
    standing: [] as ('existing' | 'candidate')[],
    addresses: [] as string[],
    postcodes: [] as string[],
    parents: [] as string[],
    tenure: [] as string[],
    condition: [] as string[],
  };
  const lon: number[] = [];
  const lat: number[] = [];
  const rows: number[] = [];
  const floorSpace: number[] = [];
  const vacantSpace: number[] = [];
  const seen = new Map<string, number>();
  const editions = new Set<string>();
  let rowsRead = 0;

  for (let next = records.next(); !next.done; next = records.next()) {
    const record = next.value;
    if (record.geometry === undefined && record.cells.every((cell) => cell.trim() === '')) continue;
    rowsRead++;
    if (rowsRead % 256 === 0) yield {done: rowsRead, of: 0, doing: `Reading ${around.name}`};
    screen.see(record);
    if (record.flaw) {
      faults.add(record.row, null, record.flaw);
      continue;
    }
    const name = cellOf(column.name, record);
    const nameRule = column.name!.column.rule;
    if (!('accepts' in nameRule) || !nameRule.accepts(name)) {
      faults.add(record.row, column.name!.heading.text, nameRule.why(name));
      continue;
    }
    const place = sitePlace(match, record, reference);
    if (typeof place === 'string') {
      faults.add(record.row, null, `(${name.slice(0, 60)}) ${place}`);
      continue;
    }
    const code = cellOf(column.code, record);
    const written = cellOf(column.kind, record) || layout.siteKind || '';
    const key = code === '' ? `${name} ${place.join(' ')}` : `${written} ${code}`;
    const before = seen.get(key);
    if (before !== undefined) {
      faults.add(
        record.row,
        column.code?.heading.text ?? null,
        code === ''
          ? `(${name}) stands already in ${around.noun} ${thousands(before)}`
          : `${quoted(code)} stands already in ${around.noun} ${thousands(before)}`,
      );
      continue;
    }
    seen.set(key, record.row);
    const {kind, services} = siteKind(written);
    sites.codes.push(code);
    sites.names.push(name);
    sites.siteKinds.push(kind);
    sites.services.push(column.service ? serviceKeys(cellOf(column.service, record)) : [...services]);
    sites.standing.push(
      /candidate|proposed|planned|potential|option/i.test(cellOf(column.standing, record)) ? 'candidate' : 'existing',
    );
    sites.addresses.push(cellOf(column.address, record));
    sites.postcodes.push(cellOf(column.postcode, record).toUpperCase());
    sites.parents.push(cellOf(column.parent, record));
    sites.tenure.push(cellOf(column.tenure, record));
    sites.condition.push(cellOf(column.condition, record));
    floorSpace.push(amount.read(cellOf(column.floorSpace, record)));
    vacantSpace.push(amount.read(cellOf(column.vacantSpace, record)));
    lon.push(place[0]);
    lat.push(place[1]);
    rows.push(record.row);
    const edition = cellOf(column.edition, record);
    if (edition !== '' && edition.length <= 60 && editions.size < 12) editions.add(edition);
    if (rows.length > LIMITS.rows)
      throw new Unreadable(
        `${around.name} has more than ${thousands(LIMITS.rows)} rows, more than Closer holds. Cut it to the places you plan for.`,
      );
  }

  const patients = screen.verdict();
  if (patients) return refused(patients, layout.id);
  if (rows.length === 0) return refused(nothing(), layout.id, faults.kept());
  const base = described(match, around, null);
  if (layout.edition === 'as each row says' && editions.size > 0)
    base.source.edition = listed([...editions].sort(), 12);
  return {
    ...base,
    kind: 'sites',
    ...sites,
    floorSpace: Float64Array.from(floorSpace),
    vacantSpace: Float64Array.from(vacantSpace),
    lon: Float64Array.from(lon),
    lat: Float64Array.from(lat),
    rowsRead,
    rowsTaken: rows.length,
    rowsRefused: faults.count(),
    refusals: faults.kept(),
    notes: [
      ...(layout.notes ?? []),
      ...(reference === 'National Grid' || (around.noun === 'row' && !one(match, 'longitude')) ? [SHIFTED] : []),
    ],
    rows: Uint32Array.from(rows),
  };

  function nothing(): string {
    const first = faults.kept()[0];
    if (!first) return `${around.name} has column headings and no rows below them. Download it again.`;
    return `${around.name} holds no site that can be taken: ${placed(first, around.noun)}; the same or the like holds for ${rowsRead === 1 ? 'no other' : `all ${counted(rowsRead, around.noun)}`}. Correct the list and bring it again.`;
  }
}
