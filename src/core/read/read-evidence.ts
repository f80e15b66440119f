import type {Job} from '../job.ts';
import type {Feature} from './area-rows.ts';
import {peek} from './byte-stream.ts';
import {type Opened, openContainer} from './container.ts';
import type {Row} from './csv.ts';
import {type Decoded, decodeText} from './decode-text.ts';
import {featureRecords} from './feature-records.ts';
import type {Layout} from './layout.ts';
import {LAYOUTS} from './layouts/all.ts';
import {LIMITS} from './limits.ts';
import type {Match} from './match.ts';
import {createPatientScreen} from './patient-screen.ts';
import type {EvidenceKind, Inspection, Reading, Refused} from './reading.ts';
import {recognise} from './recognise.ts';
import {refused} from './refusals.ts';
import type {Reference} from './shape-rows.ts';
import {streetsReading} from './streets-found.ts';
import {before, inFront, tableRecords} from './table-records.ts';
import {takeBoundaries} from './take-boundaries.ts';
import {takeCentroids} from './take-centroids.ts';
import {takeDeprivation} from './take-deprivation.ts';
import {takeResidents} from './take-residents.ts';
import {takeSites} from './take-sites.ts';
import type {Surroundings} from './taken.ts';
import {Unreadable} from './unreadable.ts';
import {otherXml} from './xml-sniff.ts';

/**
 * A file in, evidence out: unpacked, decoded, recognised by its content and read in columns, as one job that can be stopped
 * between any two steps. Whatever is wrong with the file comes back as a value of kind `refused`; nothing is thrown for it.
 * `as` narrows the layouts to one kind, for a planner who knows better. Memory is that of what is kept, never of the file.
 */
export function* readEvidence(chunks: Iterable<Uint8Array>, fileName: string, as?: EvidenceKind): Job<Reading> {
  const source = chunks[Symbol.iterator]();
  const open = {done: false};
  try {
    const opened = yield* openContainer(watched(source, open), fileName);
    return yield* readOpened(opened, as);
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.message);
    throw error;
  } finally {
    if (!open.done) source.return?.();
  }
}

/** What a file is and what would be taken of it. Reads it whole, since the last row may be the bad one. */
export function* inspect(chunks: Iterable<Uint8Array>, fileName: string): Job<Inspection> {
  const reading = yield* readEvidence(chunks, fileName);
  if (reading.kind === 'refused') return reading;
  const {kind, layout, sure, source, rowsRead, rowsTaken, rowsRefused, refusals, notes, form, columns, preview, rows} =
    reading;
  return {
    kind,
    title: source.title,
    layout,
    sure,
    source,
    rowsRead,
    rowsTaken,
    rowsRefused,
    refusals,
    notes,
    form,
    columns,
    preview,
    rows,
  };
}

/**
 * The unpacked bytes of a file of streets, for its own reader. Damage found on the way throws `Unreadable`, whose message is
 * the sentence for people.
 */
export function* plainBytes(chunks: Iterable<Uint8Array>, fileName: string): Generator<Uint8Array> {
  const opening = openContainer(chunks, fileName);
  let step = opening.next();
  while (!step.done) step = opening.next();
  yield* step.value.bytes;
}

function* watched(source: Iterator<Uint8Array>, open: {done: boolean}): Generator<Uint8Array> {
  for (let next = source.next(); !next.done; next = source.next()) yield next.value;
  open.done = true;
}

function* readOpened(opened: Opened, as: EvidenceKind | undefined): Job<Reading> {
  const {name, packed} = opened;
  if (opened.form === 'osm-pbf') return asked(streetsReading('pbf', name), as, name);
  const {head, all} = peek(opened.bytes, 4_096);
  const decoded = decodeText(head, all, name);
  const text = decoded.text[Symbol.iterator]();
  let start = '';
  while (start.trim() === '') {
    const next = text.next();
    if (next.done || start.length > LIMITS.blankLetters)
      throw new Unreadable(`${name} holds nothing but empty lines. Download it again.`);
    start += next.value;
  }
  const letter = start.trimStart()[0];
  if (letter === '<') {
    if (/<osm[\s>]/.test(start.slice(0, 4_096))) return asked(streetsReading('xml', name), as, name);
    throw new Unreadable(otherXml(start.slice(0, 4_096), name));
  }
  if (letter === '{' || letter === '[') return yield* readFeatures(inFront(start, text), name, packed, as);
  return yield* readTable(start, text, decoded, name, packed, as);
}

function asked(reading: Reading, as: EvidenceKind | undefined, name: string): Reading {
  if (as === undefined || as === reading.kind) return reading;
  return refused(
    `${name} is an OpenStreetMap extract, which holds streets and not ${as}. Import it as streets, or choose another file.`,
  );
}

function* readFeatures(
  text: Iterable<string>,
  name: string,
  packed: string,
  as: EvidenceKind | undefined,
): Job<Reading> {
  const records = featureRecords(text, name);
  const sample: Row[] = [records.headings, ...records.sample];
  const areas = records.sample.some(({geometry}) =>
    /Polygon/.test(String((geometry as {type?: unknown} | null)?.type)),
  );
  const layouts = LAYOUTS.filter(({kind}) => (areas ? kind === 'boundaries' : kind !== 'boundaries'));
  const recognised = recognise(sample, 'features', layouts, as, name);
  if (typeof recognised === 'string') return refused(screened(sample, name) ?? recognised);
  const around: Surroundings = {
    name,
    form: ['GeoJSON', ...wrapping(packed)].join(', '),
    noun: 'feature',
    preview: records.sample,
  };
  return yield* take(recognised.match, before(records.sample, records.rest), records.reference, around);
}

function* readTable(
  start: string,
  text: Iterator<string>,
  decoded: Decoded,
  name: string,
  packed: string,
  as: EvidenceKind | undefined,
): Job<Reading> {
  const records = tableRecords(start, text, name);
  const recognised = recognise(records.sample, 'table', LAYOUTS, as, name);
  if (typeof recognised === 'string') return refused(screened(records.sample, name) ?? recognised);
  const below = records.sample.slice(recognised.above);
  const around: Surroundings = {name, form: '', noun: 'row', preview: below};
  const reading = yield* take(recognised.match, before(below, records.rest), 'longitude and latitude', around);
  if (reading.kind !== 'refused')
    reading.form = [`Table with ${records.separated}`, decoded.encoding(), ...wrapping(packed)].join(', ');
  return reading;
}

function wrapping(packed: string): string[] {
  return packed === 'plain' ? [] : [packed];
}

/** A table that nobody recognises may still be one of patients, and then that is what must be said. */
function screened(sample: readonly Row[], name: string): string | null {
  const headings = sample.find(({cells}) => cells.filter((cell) => cell.trim() !== '').length >= 1)?.cells ?? [];
  const screen = createPatientScreen(headings, name);
  for (const row of sample) screen.see(row);
  return screen.verdict();
}

function* take(
  match: Match,
  records: Iterator<Feature>,
  reference: Reference,
  around: Surroundings,
): Job<Exclude<Reading, Refused> | Refused> {
  const layout: Layout = match.layout;
  switch (layout.kind) {
    case 'boundaries':
      return yield* takeBoundaries(match, layout, records, reference, around);
    case 'centroids':
      return yield* takeCentroids(match, layout, records, reference, around);
    case 'deprivation':
      return yield* takeDeprivation(match, layout, records, around);
    case 'residents':
      return yield* takeResidents(match, layout, records, around);
    case 'sites':
      return yield* takeSites(match, layout, records, reference, around);
  }
}
