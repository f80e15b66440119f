import type {Job} from '../job.ts';
import {type Opened, openContainer} from './container.ts';
import {corrected} from './corrections.ts';
import type {Row} from './csv.ts';
import type {EveryKind, EveryReading} from './further-reading.ts';
import type {Layout} from './layout.ts';
import {LAYOUTS} from './layouts/all.ts';
import {type Mapping, mappedLayout} from './mapping.ts';
import {headingsOf} from './match.ts';
import {openRecords} from './open-records.ts';
import {createPatientScreen} from './patient-screen.ts';
import type {LookedAt} from './reading.ts';
import {NO_AIDS, type ReadingAids} from './reading-aids.ts';
import {type Recognised, recognise, type Wanted} from './recognise.ts';
import {inFront, type Records} from './records.ts';
import {refused} from './refusals.ts';
import {streetsReading} from './streets-found.ts';
import {take} from './take.ts';
import type {Surroundings} from './taken.ts';
import {Unreadable} from './unreadable.ts';
import {quoted, thousands} from './wording.ts';

/**
 * A file in, what it holds out: unpacked, decoded, recognised by its content and read in columns, as one job that can be
 * stopped between any two steps. Whatever is wrong with the file comes back as a value of kind `refused`; nothing is thrown
 * for it. `as` narrows the layouts to one kind, or says which column is which, for a planner who knows better. Memory is that
 * of what is kept, never of the file.
 */
export function* readEvery(
  chunks: Iterable<Uint8Array>,
  fileName: string,
  as?: Wanted | Mapping,
  aids: ReadingAids = NO_AIDS,
): Job<EveryReading> {
  const source = chunks[Symbol.iterator]();
  const open = {done: false};
  try {
    const opened = yield* openContainer(watched(source, open), fileName);
    return typeof as === 'object'
      ? yield* readOpened(opened, as.kind, [mappedLayout(as)], aids)
      : yield* readOpened(opened, as, LAYOUTS, aids);
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.message);
    throw error;
  } finally {
    if (!open.done) source.return?.();
  }
}

function* watched(source: Iterator<Uint8Array>, open: {done: boolean}): Generator<Uint8Array> {
  for (let next = source.next(); !next.done; next = source.next()) yield next.value;
  open.done = true;
}

function* readOpened(
  opened: Opened,
  as: Wanted | undefined,
  layouts: readonly Layout[],
  aids: ReadingAids,
): Job<EveryReading> {
  const {name} = opened;
  const {corrections} = aids;
  const records = yield* openRecords(opened, aids);
  if (typeof records === 'string') return asked(streetsReading(records, name), as, name);
  const chosen = yield* chooseSheet(records, as, layouts, name);
  if (typeof chosen === 'string') {
    const patients = records.map(({sample}) => screened(sample, name)).find(Boolean);
    if (patients) return refused(patients);
    const table = lookedAt(records);
    return {...refused((yield* otherKind(records, as, layouts, name)) ?? chosen), ...(table && {table})};
  }
  const {match, above, from} = chosen;
  const below = from.sample.slice(above);
  const around: Surroundings = {
    name,
    form: '',
    noun: from.from === 'features' ? 'feature' : 'row',
    preview: below,
    grid: aids.grid,
    titles: [from.sheet ?? '', ...from.sample.slice(0, Math.max(0, above - 1)).map(({cells}) => cells.join(' '))].join(
      '\n',
    ),
  };
  const rows = inFront(below, from.rest);
  const wanted = corrections.length > 0 ? corrected(rows, match.headings, corrections) : rows;
  const reading = yield* take(match, wanted, from.reference, around);
  if (reading.kind === 'refused') return reading;
  for (const {row, heading, value} of corrections)
    reading.notes.push(`Corrected by hand: row ${thousands(row)}, ${quoted(heading)} reads ${quoted(value)}.`);
  reading.form = from.form();
  if (records.length > 1)
    reading.notes.push(`Only the sheet ${quoted(from.sheet ?? '')} of ${records.length} was read.`);
  return reading;
}

/** A plain table that nobody recognised: its first row of several cells, and what stands below. */
function lookedAt(records: readonly Records[]): LookedAt | null {
  const from = records.find((each) => each.from === 'table');
  const at = from?.sample.findIndex(({cells}) => cells.filter((cell) => cell.trim() !== '').length >= 2) ?? -1;
  if (!from || at < 0) return null;
  const below = from.sample.slice(at + 1, at + 21);
  return {headings: headingsOf(from.sample[at]!.cells).map(({text}) => text), preview: below.map(({cells}) => cells)};
}

/** A file that was called one thing and is another is named as what it is. */
function* otherKind(
  records: readonly Records[],
  as: Wanted | undefined,
  layouts: readonly Layout[],
  name: string,
): Job<string | null> {
  if (as === undefined || layouts !== LAYOUTS) return null;
  const chosen = yield* chooseSheet(records, undefined, layouts, name);
  if (typeof chosen === 'string') return null;
  const {title, kind} = chosen.match.layout;
  return `${name} is “${title}”, which holds ${WORDS[kind]} and not ${WORDS[as]}. Import it as what it is, or choose another file.`;
}

const WORDS: Readonly<Record<EveryKind | Layout['kind'], string>> = {
  boundaries: 'boundaries',
  centroids: 'points of areas',
  deprivation: 'deprivation',
  residents: 'residents',
  sites: 'sites',
  streets: 'streets',
  'unplaced-sites': 'sites by postcode',
  lookup: 'a lookup',
  measures: 'figures by area',
  'measures-long': 'figures by area',
  'own-columns': 'columns of a planner’s own',
  postcodes: 'postcodes',
  'registered-patients': 'registered patients',
  estates: 'estates returns',
  stops: 'stops',
  'travel-times': 'travel times',
};

/** The sheet that is recognised best; of equals the one whose name has the latest year. A file that is no workbook has one. */
function* chooseSheet(
  records: readonly Records[],
  as: Wanted | undefined,
  layouts: readonly Layout[],
  name: string,
): Job<(Recognised & {from: Records}) | string> {
  let best: (Recognised & {from: Records}) | null = null;
  let why = '';
  for (const from of records) {
    const recognised = yield* recognise(from.sample, from.from, layoutsFor(from, layouts), as, name);
    if (typeof recognised === 'string') why ||= recognised;
    else if (
      !best ||
      recognised.weight > best.weight ||
      (recognised.weight === best.weight && yearOf(from) > yearOf(best.from))
    )
      best = {...recognised, from};
  }
  return best ?? why;
}

function layoutsFor({from, sample}: Records, layouts: readonly Layout[]): readonly Layout[] {
  if (from === 'table') return layouts;
  const areas = sample.some(({geometry}) =>
    /Polygon/.test(String((geometry as {type?: unknown} | null | undefined)?.type)),
  );
  return layouts.filter(({kind}) => (areas ? kind === 'boundaries' : kind !== 'boundaries'));
}

function yearOf({sheet}: Records): number {
  return Math.max(0, ...[...(sheet ?? '').matchAll(/20\d\d/g)].map(([year]) => Number(year)));
}

function asked(reading: EveryReading, as: Wanted | undefined, name: string): EveryReading {
  if (as === undefined || as === reading.kind) return reading;
  return refused(
    `${name} is an OpenStreetMap extract, which holds streets and not ${WORDS[as]}. Import it as streets, or choose another file.`,
  );
}

/** A table that nobody recognises may still be one of patients, and then that is what must be said. */
function screened(sample: readonly Row[], name: string): string | null {
  const headings = sample.find(({cells}) => cells.filter((cell) => cell.trim() !== '').length >= 1)?.cells ?? [];
  const screen = createPatientScreen(headings, name);
  for (const row of sample) screen.see(row);
  return screen.verdict();
}
