import type {Job} from '../core/job.ts';
import {evidenceOf} from '../core/read/read-evidence.ts';
import {PlanError} from '../domain/errors.ts';
import {applied} from '../domain/plan.ts';
import type {EvidenceKind, Refusal, Source} from '../domain/source.ts';
import {readSources, writeEdition} from '../store/evidence.ts';
import type {ProjectFile} from '../store/project-file.ts';
import {transaction} from '../store/transaction.ts';
import {besideOf, type TakenReading} from './beside.ts';
import {aidsWith, type Brought, bring, type FileToBring, refusal} from './bring.ts';
import type {Context} from './context.ts';
import {type FileEdition, fileEdition} from './file-edition.ts';
import {rememberColumns} from './remembered-columns.ts';
import {beyondWhenImported} from './street-cover.ts';
import type {Workspace} from './workspace.ts';

/** What an import took and left, for one file. */
export interface Imported {
  fileName: string;
  source: Source;
  /** The first hundred; all that are kept are asked for with `evidence.refusals`. */
  refusals: Refusal[];
  /** How it joins the areas of the project; null for what doesn’t join by code, or while there are no areas. */
  joins: {areas: number; matched: number} | null;
  /** The areas that streets do not come near, told with the streets or the areas that were taken; null where they do. */
  beyond: string | null;
  sentence: string;
}

/**
 * Reads every file, then writes all editions in one transaction: all of them, or nothing.
 *
 * A file that is refused stops the import before anything is written; so does stopping it.
 */
export function* importFiles(
  context: Context,
  workspace: Workspace,
  toBring: readonly FileToBring[],
  grid: string | undefined,
  signal: AbortSignal,
): Job<Imported[]> {
  if (toBring.length === 0) throw new PlanError('invalid', 'Pick at least one file to import.', 'files');
  const aids = aidsWith(grid);
  const files: Brought<TakenReading>[] = [];
  for (const each of toBring) {
    files.push(evidenceIn(yield* bring(each, workspace, aids)));
    if (signal.aborted) throw new PlanError('cancelled', 'Stopped. Nothing was changed.');
  }
  const beside = yield* besideOf(
    files.map(({reading}) => reading),
    workspace,
  );
  const read: FileEdition[] = [];
  for (const file of files) read.push(yield* fileEdition(context, workspace, file, beside));
  checkOneOfEach(read);
  yield {done: 0, of: 0, doing: 'Writing to the project'};
  const {db} = workspace.file;
  transaction(db, () => {
    // Each list of sites joins the plan as the one before left it, or two of them could take the same id.
    let {plan} = workspace;
    for (const each of read) {
      const change = each.change?.(plan, earlierOf(db, each.source)) ?? null;
      if (change) plan = applied(plan, change);
      each.sites = change?.put.site?.length ?? 0;
      writeEdition(db, each.source, each.refusals, each.edition, change, context.now());
    }
    for (const {by, reading} of files)
      if (by && !by.remembered) rememberColumns(db, reading.headings, {as: by.as, columns: [...by.columns]});
  });
  workspace.imported();
  yield {done: 0, of: 0, doing: 'Looking where streets and areas meet'};
  const told =
    read.find(({source}) => source.kind === 'streets') ?? read.find(({source}) => source.kind === 'boundaries');
  return read.map((each) => imported(each, workspace, each === told ? beyondWhenImported(workspace) : null));
}

/** What a project takes of a file; anything else stops the import, with a sentence that names the file. */
export function evidenceIn(brought: Brought): Brought<TakenReading> {
  const reading = evidenceOf(brought.reading, brought.fileName);
  if (reading.kind === 'refused') throw refusal(brought.fileName, reading.refused);
  return {...brought, reading};
}

/** The sources that the same file, by its name, was before: a list of sites that is brought again. */
function earlierOf(db: ProjectFile['db'], {kind, title, fileName}: Source): ReadonlySet<string> {
  const same = readSources(db).filter(
    (each) => each.kind === kind && each.title === title && each.fileName === fileName,
  );
  return new Set(same.map((each) => each.id));
}

const SIDE_BY_SIDE: ReadonlySet<EvidenceKind> = new Set(['sites', 'columns']);

/** An edition replaces the one before it, so two at once would leave only the second. Lists of sites stand side by side. */
function checkOneOfEach(read: readonly FileEdition[]): void {
  for (const [index, {source}] of read.entries()) {
    const other = read
      .slice(0, index)
      .find((each) => each.source.kind === source.kind && !SIDE_BY_SIDE.has(source.kind));
    if (!other) continue;
    const both = `${other.source.fileName} and ${source.fileName}`;
    throw new PlanError(
      'invalid',
      `${both} both hold ${source.kind}, and a project has one edition of each. Import one of them.`,
      'files',
    );
  }
}

function imported(
  {source, refusals, codes, sites}: FileEdition,
  workspace: Workspace,
  beyond: string | null,
): Imported {
  const {indexOf} = workspace.people();
  const matched = codes && indexOf.size > 0 ? new Set(codes.filter((code) => indexOf.has(code))).size : null;
  const joins = matched === null ? null : {areas: indexOf.size, matched};
  const left = source.rowsRefused > 0 ? `, ${count(source.rowsRefused)} left out` : '';
  const same = source.kind === 'sites' && sites < source.rowsTaken ? ` as ${count(sites)} sites` : '';
  const joined = joins ? `; it covers ${count(joins.matched)} of the ${count(joins.areas)} areas here` : '';
  const taken = `${source.fileName}: ${source.title}, ${count(source.rowsTaken)} taken${same}${left}${joined}.`;
  const sentence = beyond ? `${taken} ${beyond}` : taken;
  return {fileName: source.fileName, source, refusals: refusals.slice(0, 100), joins, beyond, sentence};
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}
