import {readdirSync} from 'node:fs';
import {basename, join} from 'node:path';
import type {EveryKind} from '../core/read/further-reading.ts';
import {inspectEvery, isImported} from '../core/read/read-evidence.ts';
import type {Inspection} from '../core/read/reading.ts';
import type {Refusal, Source} from '../domain/source.ts';
import {readChunks, readRefusals, readSources} from '../store/evidence.ts';
import type {Context} from './context.ts';
import {opened} from './context.ts';
import {list, maybe, oneOf, text} from './fields.ts';
import type {Imported} from './import-files.ts';
import {importFiles} from './import-files.ts';
import type {JobBody} from './kinds.ts';
import {job, query} from './kinds.ts';
import {mappingOf} from './mapping.ts';
import {readingAids} from './reading-aids.ts';
import {needsOf} from './times.ts';

/** What a file was recognised as, before anything is taken. */
export interface Inspected {
  fileName: string;
  kind: string;
  title: string;
  edition: string;
  publisher: string;
  sure: string;
  /** Whether a project takes it: Closer recognises more kinds of file than it keeps. */
  imported: boolean;
  rows: number;
  /** Streets are counted when they are read, and not before. */
  rowsTaken: number;
  rowsRefused: number;
  problems: Refusal[];
  columns: {heading: string; role: string}[];
  preview: string[][];
  sentence: string;
}

/** The files of the sample town, in the order they are read. */
export function townFiles(context: Context): string[] {
  return readdirSync(context.town)
    .sort()
    .map((name) => join(context.town, name));
}

function inspected(fileName: string, of: Inspection<EveryKind>): Inspected {
  if (of.kind === 'refused') {
    const problems = of.refusals.slice(0, 20).map(({row, column, reason}) => ({row, column: column ?? '', reason}));
    const none = {kind: 'refused', title: of.layout ?? 'Not recognised', edition: '', publisher: '', sure: ''};
    const counts = {rows: 0, rowsTaken: 0, rowsRefused: of.refusals.length};
    return {fileName, ...none, imported: false, ...counts, problems, columns: [], preview: [], sentence: of.refused};
  }
  return {
    fileName,
    kind: of.kind,
    title: of.title,
    edition: of.source.edition,
    publisher: of.source.publisher,
    sure: of.sure,
    imported: isImported(of),
    rows: of.rowsRead,
    rowsTaken: of.rowsTaken,
    rowsRefused: of.rowsRefused,
    problems: of.refusals.slice(0, 20).map(({row, column, reason}) => ({row, column: column ?? '', reason})),
    columns: of.columns,
    preview: of.preview,
    sentence: of.notes[0] ?? '',
  };
}

const files = list(text(200), 200);
const kind = oneOf(
  'boundaries',
  'centroids',
  'deprivation',
  'residents',
  'sites',
  'streets',
  'travel-times',
  'columns',
  'postcodes',
  'lookup',
);

export const evidence = {
  'evidence.inspect': job({files}, function* (context, {files: tokens}): JobBody<Inspected[]> {
    const all: Inspected[] = [];
    for (const token of tokens) {
      const path = context.granted(token);
      all.push(
        inspected(basename(path), yield* inspectEvery(readChunks(path), basename(path), undefined, readingAids())),
      );
    }
    return all;
  }),

  /** `grid` is the correction table OSTN15. `columns` says for one kind (`as`) which heading plays which part: “Premises=site name”. No other column is read. */
  'evidence.import': job(
    {files, as: maybe(kind), columns: maybe(list(text(400), 100)), grid: maybe(text(200))},
    function* (context, {files: tokens, as, columns, grid}, signal): JobBody<Imported[]> {
      const table = grid === undefined ? undefined : context.granted(grid);
      const read = {as: columns ? mappingOf(as, columns) : as, grid: table};
      return yield* importFiles(context, opened(context), tokens.map(context.granted), read, signal);
    },
  ),

  'evidence.sources': query(
    {},
    (
      context,
    ): {sources: (Source & {replacedBy: string | null})[]; needs: string[]; areas: number; residents: number} => {
      const workspace = opened(context);
      const people = workspace.people();
      return {
        sources: readSources(workspace.file.db),
        needs: needsOf(workspace),
        areas: people.codes.length,
        residents: people.total,
      };
    },
  ),

  'evidence.refusals': query({source: text(80)}, (context, {source}): Refusal[] =>
    readRefusals(opened(context).file.db, source),
  ),
};
