import type {Job} from '../job.ts';
import type {AreaLevel} from './area-codes.ts';
import {openContainer} from './container.ts';
import type {EveryKind, EveryReading} from './further-reading.ts';
import type {Mapping} from './mapping.ts';
import {readEvery} from './read-every.ts';
import type {EvidenceKind, Inspection, Reading, Taken} from './reading.ts';
import {NO_AIDS, type ReadingAids} from './reading-aids.ts';
import {refused} from './refusals.ts';
import {Unreadable} from './unreadable.ts';
import {counted, plainName} from './wording.ts';

/** A mapping to a kind that a project takes. */
export interface EvidenceMapping extends Mapping {
  kind: EvidenceKind;
}

/**
 * A file in, evidence out: `readEvery`, narrowed to the kinds that a project takes. A file of another kind is refused as what
 * it is, and not as a riddle.
 */
export function* readEvidence(
  chunks: Iterable<Uint8Array>,
  fileName: string,
  as?: EvidenceKind | 'own-columns' | EvidenceMapping,
  aids: ReadingAids = NO_AIDS,
): Job<Reading> {
  return evidenceOf(yield* readEvery(chunks, fileName, as, aids), fileName);
}

/** A reading of anything, as evidence: what a project does not take is refused as what it is. */
export function evidenceOf(reading: EveryReading, fileName: string): Reading {
  return isEvidence(reading) ? reading : refused(notTakenYet(reading, fileName), reading.layout);
}

/** What a file is and what would be taken of it. Reads it whole, since the last row may be the bad one. */
export function* inspect(
  chunks: Iterable<Uint8Array>,
  fileName: string,
  as?: EvidenceKind | EvidenceMapping,
  aids: ReadingAids = NO_AIDS,
): Job<Inspection> {
  const reading = yield* readEvidence(chunks, fileName, as, aids);
  return reading.kind === 'refused' ? reading : inspected(reading);
}

/** The same for every kind of file that Closer knows, whether or not a project takes it. */
export function* inspectEvery(
  chunks: Iterable<Uint8Array>,
  fileName: string,
  as?: EveryKind | Mapping,
  aids: ReadingAids = NO_AIDS,
): Job<Inspection<EveryKind>> {
  const reading = yield* readEvery(chunks, fileName, as, aids);
  return reading.kind === 'refused' ? reading : inspected(reading);
}

function inspected<K extends EveryKind>(reading: Taken & {kind: K; level?: AreaLevel}): Inspection<K> {
  const {kind, layout, sure, source, rowsRead, rowsTaken, rowsRefused, refusals, notes, form, columns, headings} =
    reading;
  const {preview, rows, level} = reading;
  return {
    ...{kind, title: source.title, layout, sure, source, rowsRead, rowsTaken, rowsRefused, refusals, notes, form},
    ...{columns, headings, preview, rows},
    ...(level !== undefined && {level}),
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
  if (!('bytes' in step.value)) throw new Unreadable(`${step.value.name} is a bundle of files and not one of streets.`);
  yield* step.value.bytes;
}

const EVIDENCE: readonly EvidenceKind[] = [
  'boundaries',
  'centroids',
  'deprivation',
  'residents',
  'sites',
  'streets',
  'travel-times',
  'measures',
  'postcodes',
  'unplaced-sites',
  'lookup',
];

function isEvidence(reading: EveryReading): reading is Reading {
  return reading.kind === 'refused' || isImported(reading);
}

/** Whether a project takes what was recognised. */
export function isImported(found: {kind: string; layout: string; level?: AreaLevel}): boolean {
  // Closer plans by small areas; wards and districts are for finding places, not for scoring them.
  if (found.kind === 'boundaries' && found.level !== undefined && found.level !== 'small area') return false;
  return EVIDENCE.some((kind) => kind === found.kind);
}

function notTakenYet(reading: Exclude<EveryReading, {kind: 'refused'} | Reading>, fileName: string): string {
  const what = `${plainName(fileName)} is “${reading.source.title}” (${counted(reading.rowsRead, 'row')}).`;
  return `${what} Closer knows it, but does not import it yet.`;
}
