import {basename} from 'node:path';
import type {Job} from '../core/job.ts';
import type {Correction} from '../core/read/corrections.ts';
import type {EveryReading} from '../core/read/further-reading.ts';
import {byTable, type NationalGrid} from '../core/read/national-grid.ts';
import {readEvery} from '../core/read/read-every.ts';
import type {EvidenceMapping} from '../core/read/read-evidence.ts';
import type {EvidenceKind as KindRead} from '../core/read/reading.ts';
import type {ReadingAids} from '../core/read/reading-aids.ts';
import {readShiftTable} from '../core/read/shift-table.ts';
import {PlanError} from '../domain/errors.ts';
import type {EvidenceKind} from '../domain/source.ts';
import {fileSize, readChunks} from '../store/evidence.ts';
import {mappingOf} from './mapping.ts';
import {readingAids} from './reading-aids.ts';
import {columnsRemembered} from './remembered-columns.ts';
import type {Workspace} from './workspace.ts';

/** What a planner says of one file: what it holds, which heading plays which part (“Premises=site name”), cells put right. */
export interface SaidOfFile {
  as?: EvidenceKind | undefined;
  columns?: readonly string[] | undefined;
  corrections?: readonly Correction[] | undefined;
}

export interface FileToBring extends SaidOfFile {
  path: string;
}

/** A file as it was read, before what it means for this project. */
export interface Brought<R = EveryReading> {
  path: string;
  fileName: string;
  reading: R;
  /** The columns it was read by, where a planner said them now or before. */
  by: {as: EvidenceKind; columns: readonly string[]; remembered: boolean} | null;
}

/**
 * Reads a file by what is in it, or as a planner says. A table that Closer does not know, or only guesses at, is read as one
 * with the same headings was the last time that somebody said its columns.
 */
export function* bring(
  {path, as, columns, corrections = []}: FileToBring,
  workspace: Workspace | null,
  aids: ReadingAids,
): Job<Brought> {
  const fileName = basename(path);
  const read = (wanted?: KindRead | EvidenceMapping | 'own-columns') =>
    readEvery(readChunks(path), fileName, wanted, {...aids, corrections});
  if (as !== undefined && columns)
    return {path, fileName, reading: yield* read(mappingOf(as, columns)), by: {as, columns, remembered: false}};
  const reading = yield* read(as === 'columns' ? 'own-columns' : as);
  if (as !== undefined) {
    if (reading.kind !== 'refused' || as !== 'sites') return {path, fileName, reading, by: null};
    const byPostcode = yield* read('unplaced-sites');
    return {path, fileName, reading: byPostcode.kind === 'refused' ? reading : byPostcode, by: null};
  }
  const before = workspace && columnsRemembered(workspace.file.db, unsure(reading));
  if (!before) return {path, fileName, reading, by: null};
  const again = yield* read(mappingOf(before.as, before.columns));
  if (again.kind === 'refused') return {path, fileName, reading, by: null};
  again.notes.push('Read by the columns that were said for a list with the same headings before.');
  return {path, fileName, reading: again, by: {...before, remembered: true}};
}

/** The headings of a table that is not known for certain; null for a file that is. */
function unsure(reading: EveryReading): readonly string[] | null {
  if (reading.kind === 'refused') return reading.table?.headings ?? null;
  return reading.sure === 'guess' ? reading.headings : null;
}

/** What files are read with: the correction table that a planner picked, if one was. */
export function aidsWith(grid: string | undefined): ReadingAids {
  return readingAids(grid === undefined ? undefined : gridFrom(grid));
}

/** The correction table OSTN15 that a planner picked. */
function gridFrom(path: string): NationalGrid {
  if (fileSize(path) > 64_000_000) throw refusal(basename(path), 'It is too large for the correction table OSTN15.');
  const table = readShiftTable(Buffer.concat([...readChunks(path)]));
  if (typeof table === 'string') throw refusal(basename(path), table);
  return byTable(table);
}

/** A refused file: its sentence names the file, so that it can stand alone. */
export function refusal(fileName: string, sentence: string): PlanError {
  return new PlanError('invalid', sentence.includes(fileName) ? sentence : `${fileName}: ${sentence}`, 'files');
}
