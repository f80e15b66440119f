import type {Job} from '../job.ts';
import {type AreaRows, areaRows, type Feature} from './area-rows.ts';
import type {TravelTimesReading} from './further-reading.ts';
import type {TravelTimesLayout} from './layout.ts';
import {every, type Match, one} from './match.ts';
import type {Refused} from './reading.ts';
import {refused} from './refusals.ts';
import {type Surroundings, takenFrom} from './taken.ts';
import {counted, quoted} from './wording.ts';

/**
 * Travel times worked out elsewhere, wide (one row an area, one column a site) or long (one row a pair). Minutes; a pair
 * without a time is NaN, which means that nobody said, and not that nobody can travel.
 */
export function* takeTravelTimes(
  match: Match,
  layout: TravelTimesLayout,
  records: Iterator<Feature>,
  around: Surroundings,
): Job<TravelTimesReading | Refused> {
  const rows = yield* areaRows(match, records, around.noun, around.name, null);
  if ('kind' in rows) return rows;
  const twin = layout.shape === 'wide' ? twice(every(match, 'minutes').map(({heading}) => heading.text)) : null;
  if (twin !== null)
    return refused(
      `${around.name} has two columns headed ${quoted(twin)}, and only one can be the times to that site. Correct it and bring it again.`,
      layout.id,
    );
  const table = layout.shape === 'wide' ? wide(match, rows) : long(match, rows);
  if (table.codes.length * table.destinations.length > MOST_PAIRS)
    return refused(
      `${around.name} holds times between ${counted(table.codes.length, 'area')} and ${counted(table.destinations.length, 'site')}, more than Closer holds. Cut it to the places you plan for.`,
      layout.id,
    );
  const minutes = table.fill('minutes')!;
  const missing = minutes.filter(Number.isNaN).length;
  const taken = takenFrom(match, around, {...rows, codes: table.codes, rows: table.rows});
  if (missing > 0 && layout.shape === 'long')
    taken.notes.push(`${counted(missing, 'pair')} of area and site ${missing === 1 ? 'has' : 'have'} no time.`);
  return {
    ...taken,
    rowsTaken: rows.codes.length,
    kind: 'travel-times',
    codes: table.codes,
    destinations: table.destinations,
    minutes,
    kilometres: table.fill('kilometres'),
  };
}

function twice(names: readonly string[]): string | null {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size) ?? null;
}

const MOST_PAIRS = 100_000_000;

interface Table {
  codes: string[];
  rows: Uint32Array;
  destinations: string[];
  /** Null where the file has no such figures. */
  fill(what: 'minutes' | 'kilometres'): Float32Array | null;
}

function wide(match: Match, {codes, rows, numbers}: AreaRows): Table {
  const columns = every(match, 'minutes');
  return {
    codes,
    rows,
    destinations: columns.map(({heading}) => heading.text),
    fill: (what) => {
      if (what === 'kilometres') return null;
      const minutes = new Float32Array(codes.length * columns.length);
      for (const [column, found] of columns.entries()) {
        const values = numbers.get(found)!;
        for (let area = 0; area < codes.length; area++) minutes[area * columns.length + column] = values[area]!;
      }
      return minutes;
    },
  };
}

function long(match: Match, {codes, rows, texts, numbers}: AreaRows): Table {
  const to = texts.get(one(match, 'destination')!)!;
  const areas = new Map<string, number>();
  const sites = new Map<string, number>();
  const firstRow: number[] = [];
  for (const [row, code] of codes.entries()) {
    if (!areas.has(code)) {
      areas.set(code, areas.size);
      firstRow.push(rows[row]!);
    }
    const site = to[row]!;
    if (!sites.has(site)) sites.set(site, sites.size);
  }
  return {
    codes: [...areas.keys()],
    rows: Uint32Array.from(firstRow),
    destinations: [...sites.keys()],
    fill: (what) => {
      const found = one(match, what);
      if (!found) return null;
      const values = numbers.get(found)!;
      const pairs = new Float32Array(areas.size * sites.size).fill(Number.NaN);
      for (const [row, code] of codes.entries())
        pairs[areas.get(code)! * sites.size + sites.get(to[row]!)!] = values[row]!;
      return pairs;
    },
  };
}
