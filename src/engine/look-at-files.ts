import {basename} from 'node:path';
import type {Job} from '../core/job.ts';
import {rolesOf} from '../core/read/mapping.ts';
import {evidenceOf, isImported} from '../core/read/read-evidence.ts';
import type {ReadingAids} from '../core/read/reading-aids.ts';
import {rowsAt} from '../core/read/rows-at.ts';
import {PlanError} from '../domain/errors.ts';
import type {EvidenceKind, Refusal} from '../domain/source.ts';
import {readChunks} from '../store/evidence.ts';
import {type Beside, besideOf, placed, type TakenReading} from './beside.ts';
import {aidsWith, type Brought, bring, type FileToBring} from './bring.ts';
import {kindKept} from './file-edition.ts';
import {type Fit, fitOf} from './fit.ts';
import {rebased} from './rebase.ts';
import type {Workspace} from './workspace.ts';

/** A row that would be left out, with its cells as they stand in the file. */
export interface Problem extends Refusal {
  cells: string[];
}

/** What a file was recognised as, before anything is taken. */
export interface Inspected {
  fileName: string;
  kind: string;
  /** What it may be imported `as`, where its columns are said; null for a file of which nobody needs to. */
  as: EvidenceKind | null;
  title: string;
  edition: string;
  publisher: string;
  licence: string;
  form: string;
  sure: string;
  /** Whether a project takes it: Closer recognises more kinds of file than it keeps. */
  imported: boolean;
  rows: number;
  /** Streets are counted when they are read, and not before. */
  rowsTaken: number;
  rowsRefused: number;
  /** The first hundred of them. */
  problems: Problem[];
  headings: string[];
  columns: {heading: string; role: string}[];
  /** The parts that a column of such a file can play. */
  roles: string[];
  /** Whether its columns are those that were said for the same headings before. */
  remembered: boolean;
  preview: string[][];
  sentence: string;
  notes: string[];
  fit: Fit | null;
}

const NOTHING_KNOWN = {edition: '', publisher: '', licence: '', form: '', sure: '', imported: false, fit: null};
/** What a planner can say the columns of; the rest is told by its content or not at all. */
const SAYABLE: readonly EvidenceKind[] = ['sites', 'residents', 'deprivation', 'centroids', 'columns', 'travel-times'];

/** Reads files as an import would, with all that they do for each other, and takes nothing. */
export function* lookAtFiles(
  workspace: Workspace | null,
  toBring: readonly FileToBring[],
  grid: string | undefined,
): Job<Inspected[]> {
  const aids = aidsWith(grid);
  const files: Brought[] = [];
  for (const each of toBring) files.push(yield* bring(each, workspace, aids));
  const taken = files.flatMap(({reading, fileName}) => {
    const evidence = evidenceOf(reading, fileName);
    return evidence.kind === 'refused' ? [] : [evidence];
  });
  const beside = workspace && (yield* besideOf(taken, workspace));
  const seen: Inspected[] = [];
  for (const [index, file] of files.entries())
    seen.push(yield* inspected(file, toBring[index]!.as, {aids, workspace, beside, all: taken}));
  return seen;
}

/** What all files of one look are seen with. */
interface Together {
  aids: ReadingAids;
  workspace: Workspace | null;
  beside: Beside | null;
  all: readonly TakenReading[];
}

function* inspected(
  file: Brought,
  said: EvidenceKind | undefined,
  {aids, workspace, beside, all}: Together,
): Job<Inspected> {
  const {path, fileName, by} = file;
  const found = file.reading;
  if (found.kind === 'refused') {
    const table = found.table;
    const problems = yield* problemsOf(aids, path, table?.headings ?? [], found.refusals);
    return {
      ...NOTHING_KNOWN,
      ...{fileName, kind: 'refused', as: table ? (said ?? 'sites') : null, title: found.layout ?? 'Not recognised'},
      ...{rows: 0, rowsTaken: 0, rowsRefused: found.refusals.length, problems},
      ...{
        headings: table?.headings ?? [],
        columns: [],
        roles: table ? rolesFor(said ?? 'sites') : [],
        remembered: false,
      },
      ...{preview: table?.preview ?? [], sentence: found.refused, notes: []},
    };
  }
  const evidence = evidenceOf(found, fileName);
  let reading = found;
  let sentence = found.notes[0] ?? '';
  let fit: Fit | null = null;
  if (workspace && beside && evidence.kind !== 'refused') {
    const put = whatFits({...file, reading: evidence}, beside);
    if (typeof put === 'string') sentence = put;
    else {
      reading = put;
      sentence = put.notes[0] ?? '';
      fit = yield* fitOf(put, workspace, beside, all);
    }
  }
  const as = evidence.kind === 'refused' ? null : kindKept(evidence);
  const sayable = as !== null && SAYABLE.includes(as) && (found.sure === 'guess' || by !== null || as === 'columns');
  return {
    ...{fileName, kind: as ?? found.kind, as: sayable ? as : null, title: found.source.title},
    ...{edition: found.source.edition, publisher: found.source.publisher, licence: found.source.licence},
    ...{form: found.form, sure: found.sure, imported: isImported(found)},
    ...{rows: reading.rowsRead, rowsTaken: reading.rowsTaken, rowsRefused: reading.rowsRefused},
    problems: yield* problemsOf(aids, path, found.headings, reading.refusals),
    ...{headings: found.headings, columns: found.columns, roles: sayable ? rolesFor(as) : []},
    ...{remembered: by?.remembered ?? false, preview: found.preview, sentence, notes: reading.notes, fit},
  };
}

/** What the project would get; or, where that is nothing, the sentence that says why. */
function whatFits(file: Brought<TakenReading>, beside: Beside): TakenReading | string {
  try {
    return rebased(placed(file, beside), beside.editions);
  } catch (error) {
    if (error instanceof PlanError) return error.message;
    throw error;
  }
}

function rolesFor(as: EvidenceKind): string[] {
  if (as === 'columns') return rolesOf('measures');
  return as === 'sites' ? [...new Set([...rolesOf('unplaced-sites'), ...rolesOf('sites')])].sort() : rolesOf(as);
}

function* problemsOf(
  aids: ReadingAids,
  path: string,
  headings: readonly string[],
  refusals: readonly {row: number; column?: string; reason: string}[],
): Job<Problem[]> {
  const first = refusals.slice(0, 100);
  const cells =
    headings.length > 0
      ? yield* rowsAt(readChunks(path), basename(path), headings, new Set(first.map(({row}) => row)), aids)
      : new Map<number, string[]>();
  return first.map(({row, column, reason}) => ({row, column: column ?? '', reason, cells: cells.get(row) ?? []}));
}
