import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {PlanError} from '../domain/errors.ts';
import {OLD_AFTER_YEARS, type Refusal, type Source, yearOf} from '../domain/source.ts';
import {type Keeping, readKeeping, readRefusals, readSources} from '../store/evidence.ts';
import type {FileToBring, SaidOfFile} from './bring.ts';
import type {Context} from './context.ts';
import {opened} from './context.ts';
import {list, maybe, number, oneOf, record, text, words} from './fields.ts';
import {type GoneBack, goBackTo} from './go-back.ts';
import type {Imported} from './import-files.ts';
import {importFiles} from './import-files.ts';
import type {JobBody} from './kinds.ts';
import {job, query} from './kinds.ts';
import {writeLeftOut} from './left-out.ts';
import {type Inspected, lookAtFiles} from './look-at-files.ts';
import {needsOf} from './times.ts';

/** The files of the sample town, in the order they are read. */
export function townFiles(context: Context): string[] {
  return readdirSync(context.town)
    .sort()
    .map((name) => join(context.town, name));
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

const columns = list(text(400), 100);
const correction = record({row: number(1, 1e9), heading: text(400), value: words(4000)});
const said = maybe(
  list(
    record({file: text(200), as: maybe(kind), columns: maybe(columns), corrections: maybe(list(correction, 1000))}),
    200,
  ),
);

interface Said extends SaidOfFile {
  file: string;
}

function toBring(
  context: Context,
  input: {files: string[]; said: Said[] | undefined},
  ofAll: SaidOfFile,
): FileToBring[] {
  return input.files.map((token) => {
    const own = input.said?.find((each) => each.file === token);
    if (own?.columns && own.as === undefined)
      throw new PlanError('invalid', 'Say what the file holds (“as”) together with its columns.', 'said');
    if (ofAll.columns && ofAll.as === undefined)
      throw new PlanError('invalid', 'Say what the file holds (“as”) together with its columns.', 'as');
    return {...ofAll, ...own, path: context.granted(token)};
  });
}

function gridOf(context: Context, {grid}: {grid: string | undefined}): string | undefined {
  return grid === undefined ? undefined : context.granted(grid);
}

/** The year that an edition is of, and whether that is long enough ago to look for a newer one. */
function aged<S extends Source>(source: S, now: string): S & {year: number | null; old: boolean} {
  const year = yearOf(source);
  return {...source, year, old: year !== null && Number(now.slice(0, 4)) - year > OLD_AFTER_YEARS};
}

export const evidence = {
  /** What files are, how they fit, and what would be left out of them. `said` holds what a planner says of some of them. */
  'evidence.inspect': job({files, said, grid: maybe(text(200))}, function* (context, input): JobBody<Inspected[]> {
    return yield* lookAtFiles(context.workspace(), toBring(context, input, {}), gridOf(context, input));
  }),

  /**
   * `grid` is the correction table OSTN15. `columns` says for one kind (`as`) which heading plays which part: “Premises=site
   * name”; no other column is read. `said` says these for single files, with cells put right.
   */
  'evidence.import': job(
    {files, as: maybe(kind), columns: maybe(columns), said, grid: maybe(text(200))},
    function* (context, input, signal): JobBody<Imported[]> {
      const files = toBring(context, input, {as: input.as, columns: input.columns});
      return yield* importFiles(context, opened(context), files, gridOf(context, input), signal);
    },
  ),

  /** Puts the edition before in force again, and keeps the one that was: once more comes forward. */
  'evidence.goBack': job({kind}, function* (context, input): JobBody<GoneBack> {
    return yield* goBackTo(context, opened(context), input.kind);
  }),

  /** Writes the rows left out of a source, or those that would be of a file, as CSV. */
  'evidence.saveLeftOut': job(
    {to: text(200), source: maybe(text(80)), files: maybe(files), said, grid: maybe(text(200))},
    function* (context, {to, source, files, ...input}): JobBody<{rows: number}> {
      if (source !== undefined) return writeLeftOut(context, to, [], readRefusals(opened(context).file.db, source));
      const bring = toBring(context, {...input, files: files ?? []}, {});
      const [seen] = yield* lookAtFiles(context.workspace(), bring, gridOf(context, input));
      if (!seen) throw new PlanError('invalid', 'Say which source or which file the rows are of.', 'source');
      return writeLeftOut(context, to, seen.headings, seen.problems);
    },
  ),

  'evidence.sources': query(
    {},
    (
      context,
    ): {
      /** `keeping`: whether a replaced edition can be gone back to, or was too large for that; null where it can’t. */
      sources: (Source & {replacedBy: string | null; year: number | null; old: boolean; keeping: Keeping | null})[];
      needs: string[];
      areas: number;
      residents: number;
    } => {
      const workspace = opened(context);
      const people = workspace.people();
      const keeping = readKeeping(workspace.file.db);
      return {
        sources: readSources(workspace.file.db).map((source) => ({
          ...aged(source, context.now()),
          keeping: keeping.get(source.id) ?? null,
        })),
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
