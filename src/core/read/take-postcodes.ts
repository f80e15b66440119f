import type {Job} from '../job.ts';
import type {Feature} from './area-rows.ts';
import {number} from './cell-rules.ts';
import type {PostcodesReading} from './further-reading.ts';
import type {PostcodesLayout} from './layout.ts';
import {createLeftOut} from './left-out.ts';
import {LIMITS} from './limits.ts';
import {cellOf, type Match, one} from './match.ts';
import {whyNotInBritain, whyNotOnGrid} from './place-in-britain.ts';
import type {Refused} from './reading.ts';
import {createRefusals, refused} from './refusals.ts';
import {described, type Surroundings} from './taken.ts';
import {Unreadable} from './unreadable.ts';
import {thousands} from './wording.ts';

/**
 * A postcode directory: where each postcode is, and in which small area. Postcodes without a place (overseas, unlocated, and
 * new ones) are listed and left; ended ones stay, because old lists use them.
 */
export function* takePostcodes(
  match: Match,
  layout: PostcodesLayout,
  records: Iterator<Feature>,
  around: Surroundings,
): Job<PostcodesReading | Refused> {
  const postcode = one(match, 'postcode')!;
  const [lonColumn, latColumn, east, north] = (['longitude', 'latitude', 'easting', 'northing'] as const).map((role) =>
    one(match, role),
  );
  const areaColumn = one(match, 'area code');
  const ending = one(match, 'closed on');
  const faults = createRefusals();
  const left = createLeftOut(match);
  const seen = new Set<string>();
  const codes: string[] = [];
  const areas: string[] = [];
  const lon: number[] = [];
  const lat: number[] = [];
  const ended: number[] = [];
  const rows: number[] = [];
  let rowsRead = 0;
  for (let next = records.next(); !next.done; next = records.next()) {
    const record = next.value;
    if (record.cells.every((cell) => cell.trim() === '')) continue;
    rowsRead++;
    if (rowsRead % 512 === 0) yield {done: rowsRead, of: 0, doing: `Reading ${around.name}`};
    if (left.leaves(record)) continue;
    const code = cellOf(postcode, record).replace(/\s/g, '').toUpperCase();
    const why =
      record.flaw ??
      (/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(code)
        ? seen.has(code)
          ? `lists the postcode ${code} again`
          : null
        : 'has no postcode');
    const place = why === null ? placeOf(record) : why;
    if (typeof place === 'string') {
      faults.add(record.row, null, place);
      continue;
    }
    seen.add(code);
    codes.push(code);
    lon.push(place[0]);
    lat.push(place[1]);
    areas.push(cellOf(areaColumn, record));
    ended.push(cellOf(ending, record) === '' ? 0 : 1);
    rows.push(record.row);
    if (codes.length > LIMITS.rows)
      throw new Unreadable(
        `${around.name} has more than ${thousands(LIMITS.rows)} rows, more than Closer holds. Cut it to the places you plan for.`,
      );
  }
  if (codes.length === 0)
    return refused(
      `${around.name} holds no postcode with a place. Check that it is the directory you meant.`,
      layout.id,
      faults.kept(),
    );
  const base = described(match, around, areaColumn?.heading.vintage ?? layout.vintage ?? null);
  return {
    ...base,
    kind: 'postcodes',
    codes,
    lon: Float64Array.from(lon),
    lat: Float64Array.from(lat),
    areas: areaColumn ? areas : null,
    ended: Uint8Array.from(ended),
    rowsRead,
    rowsTaken: codes.length,
    rowsRefused: faults.count(),
    refusals: faults.kept(),
    notes: [...(layout.notes ?? []), ...left.notes(), ...(lonColumn ? [] : [around.grid.note])],
    rows: Uint32Array.from(rows),
  };

  function placeOf(record: Feature): [number, number] | string {
    const pair = lonColumn && latColumn ? [lonColumn, latColumn] : [east!, north!];
    const cells = pair.map((found) => cellOf(found, record));
    if (cells[0] === '' || cells[1] === '') return 'has a postcode without a place';
    const [x, y] = [number(cells[0]!), number(cells[1]!)];
    // The national directories write 99.999999 for a postcode that has no grid reference.
    if (lonColumn && y > 99) return 'has a postcode without a place';
    if (!lonColumn && x === 0 && y === 0) return 'has a postcode without a place';
    return lonColumn ? (whyNotInBritain(x, y) ?? [x, y]) : (whyNotOnGrid(x, y) ?? around.grid.lonLat(x, y));
  }
}
