import {createHash, randomUUID} from 'node:crypto';
import {basename} from 'node:path';
import type {Job} from '../core/job.ts';
import type {LookupReading} from '../core/read/further-reading.ts';
import {tidyName} from '../core/read/tidy-name.ts';
import type {Change} from '../domain/change.ts';
import type {ColumnRow, EditionRows} from '../domain/evidence.ts';
import type {Plan} from '../domain/plan.ts';
import type {EvidenceKind, Refusal, Source} from '../domain/source.ts';
import {readChunks} from '../store/evidence.ts';
import {type Beside, placed, type TakenReading} from './beside.ts';
import type {Brought} from './bring.ts';
import type {Context} from './context.ts';
import {changesOf, changesSentences} from './edition-changes.ts';
import {columnRows, editionRows} from './edition-rows.ts';
import {importedTimesParts} from './imported-times.ts';
import {postcodeParts} from './postcodes.ts';
import {isSuccession, lookupWanted, rebased, successionRows} from './rebase.ts';
import {sitesChange} from './sites-change.ts';
import {streetsEdition} from './streets-edition.ts';
import type {Workspace} from './workspace.ts';

/** One file, read and checked, waiting to be written with the others. */
export interface FileEdition {
  source: Source;
  refusals: Refusal[];
  edition: EditionRows;
  codes: string[] | null;
  change: ((plan: Plan, earlier: ReadonlySet<string>) => Change) | null;
  /** How many sites its rows made, once it is written. */
  sites: number;
}

/** A file that a project takes, as the edition that it keeps and the source that says where it came from. */
export function* fileEdition(
  context: Context,
  workspace: Workspace,
  file: Brought<TakenReading>,
  beside: Beside,
): Job<FileEdition> {
  const {path, fileName} = file;
  const reading = rebased(placed(file, beside), beside.editions);
  const wanted = beside.editions ? null : lookupWanted(reading, beside.areas);
  const source: Source = {
    id: randomUUID(),
    kind: kindKept(reading),
    // Files of columns stand side by side, told apart by their names.
    title: reading.kind === 'measures' ? `${reading.source.title}: ${fileName}` : reading.source.title,
    publisher: reading.source.publisher,
    edition: reading.source.edition,
    date: reading.source.date ?? '',
    licence: reading.source.licence,
    attribution: reading.source.attribution,
    fileName,
    fileHash: yield* hashOf(path),
    importedAt: context.now(),
    rowsRead: reading.rowsRead,
    rowsTaken: reading.rowsTaken,
    rowsRefused: reading.rowsRefused,
    notes: [...reading.notes, ...(wanted ? [wanted] : []), ...changesSentences(changesOf(reading, workspace))],
  };
  const refusals = reading.refusals.map(({row, column, reason}) => ({row, column: column ?? '', reason}));
  if (reading.kind === 'streets') return yield* streetsEdition(path, source);
  if (reading.kind === 'sites') {
    // Lists in capitals are hard to read on a map; what the publisher wrote is still in the file its row is traced to.
    const tidied = {...reading, names: reading.names.map(tidyName), addresses: reading.addresses.map(tidyName)};
    const change = (plan: Plan, earlier: ReadonlySet<string>) =>
      sitesChange(plan, tidied, {source: source.id, fileName, earlier});
    return {source, refusals, edition: {kind: 'sites'}, codes: null, change, sites: 0};
  }
  if (reading.kind === 'travel-times' || reading.kind === 'measures') {
    const edition: EditionRows =
      reading.kind === 'measures'
        ? {kind: 'columns', rows: columnRows(reading)}
        : {kind: 'travel-times', parts: importedTimesParts(reading)};
    return {source, refusals, edition, codes: reading.codes, change: null, sites: 0};
  }
  if (reading.kind === 'postcodes') {
    const {directory} = beside.postcodes!;
    return {
      source,
      refusals,
      edition: {kind: 'postcodes', parts: postcodeParts(directory)},
      codes: null,
      change: null,
      sites: 0,
    };
  }
  if (reading.kind === 'lookup')
    return {
      source,
      refusals,
      edition: isSuccession(reading)
        ? {kind: 'lookup', rows: successionRows(reading)}
        : {kind: 'columns', rows: largerRows(reading)},
      codes: null,
      change: null,
      sites: 0,
    };
  return {source, refusals, edition: editionRows(reading), codes: reading.codes, change: null, sites: 0};
}

export function kindKept(reading: TakenReading): EvidenceKind {
  if (reading.kind === 'measures') return 'columns';
  if (reading.kind === 'unplaced-sites') return 'sites';
  return reading.kind === 'lookup' && !isSuccession(reading) ? 'columns' : reading.kind;
}

const LARGER: Readonly<Record<string, string>> = {
  ward: 'Ward',
  district: 'District',
  ICB: 'Integrated care board',
  'sub-ICB location': 'Sub-ICB location',
};

/** The larger areas that each small one lies in, as columns of words by which a place can be chosen and people added up. */
function largerRows({codes, to}: LookupReading): ColumnRow[] {
  return to.flatMap(({level, codes: larger, names}) =>
    codes.map((code, row) => ({
      code,
      column: LARGER[level] ?? level,
      value: null,
      words: names?.[row] || larger[row]!,
    })),
  );
}

/** SHA-256 of a file, in steps: streets of a county are hundreds of megabytes. */
function* hashOf(path: string): Job<string> {
  const hash = createHash('sha256');
  let done = 0;
  for (const chunk of readChunks(path)) {
    hash.update(chunk);
    done += chunk.length;
    yield {done, of: 0, doing: `Checking ${basename(path)}`};
  }
  return hash.digest('hex');
}
