import {randomUUID} from 'node:crypto';
import type {Job} from '../core/job.ts';
import type {DeprivationReading, Domain, ResidentsReading, Taken} from '../core/read/reading.ts';
import {becameOf, sharesOf} from '../core/rebase/shares.ts';
import {PlanError} from '../domain/errors.ts';
import type {Source} from '../domain/source.ts';
import {readDeprivation, readResidents, readSources, writeEdition} from '../store/evidence.ts';
import {transaction} from '../store/transaction.ts';
import type {Context} from './context.ts';
import {opened} from './context.ts';
import {editionRows} from './edition-rows.ts';
import type {JobBody} from './kinds.ts';
import {job, query} from './kinds.ts';
import {type Editions, editionsOf, rebased} from './rebase.ts';
import type {Workspace} from './workspace.ts';

type Kept = ResidentsReading | DeprivationReading;

/** Evidence in the project that is on the other edition of small areas, and what would become of it. */
export interface RebaseSeen {
  /** Whether the project has the lookup that a rebase goes through. */
  lookup: boolean;
  evidence: {
    kind: 'residents' | 'deprivation';
    title: string;
    areas: number;
    areasAfter: number;
    /** Residents before and after: the same, but for areas left out. Null for deprivation. */
    before: number | null;
    after: number | null;
    /** Areas with no figure afterwards, or parts that no lookup knows. */
    leftOut: number;
    notes: string[];
  }[];
  /** Old areas of this place that were not just carried on, with what each became. */
  changed: {code: string; became: string; to: {code: string; name: string; share: number}[]}[];
}

function takenOf({title, publisher, edition, date, licence, attribution}: Source, rows: number): Taken {
  return {
    ...{layout: 'kept', sure: 'certain', form: '', columns: [], headings: [], preview: [], refusals: [], notes: []},
    source: {publisher, title, edition, date: date || null, licence, attribution, areaVintage: null},
    ...{rowsRead: rows, rowsTaken: rows, rowsRefused: 0},
    rows: Uint32Array.from({length: rows}, (_, row) => row + 1),
  };
}

/** The residents that a project holds, as they were when they were read. */
function residentsKept(workspace: Workspace, source: Source): ResidentsReading {
  const rows = readResidents(workspace.file.db);
  const codes = [...new Set(rows.map(({code}) => code))];
  const at = new Map(codes.map((code, row) => [code, row]));
  const total = new Float64Array(codes.length);
  const bands = new Map<string, {label: string; from: number; to: number | null; residents: Float64Array}>();
  for (const {code, fromAge, toAge, people} of rows) {
    const key = `${fromAge} ${toAge}`;
    const to = toAge >= 120 ? null : toAge;
    const band = bands.get(key) ?? {label: key, from: fromAge, to, residents: new Float64Array(codes.length)};
    bands.set(key, band);
    band.residents[at.get(code)!]! += people;
    total[at.get(code)!]! += people;
  }
  const names = codes.map(() => '');
  return {...takenOf(source, codes.length), kind: 'residents', codes, names, total, bands: [...bands.values()]};
}

function deprivationKept(workspace: Workspace, source: Source): DeprivationReading {
  const rows = readDeprivation(workspace.file.db);
  const keys = [...new Set(rows.flatMap(({domains}) => Object.keys(domains)))];
  const column = (of: (row: (typeof rows)[number]) => number | null | undefined) =>
    Float64Array.from(rows, (row) => of(row) ?? Number.NaN);
  return {
    ...takenOf(source, rows.length),
    kind: 'deprivation',
    nation: rows[0]?.code.startsWith('W') ? 'Wales' : 'England',
    codes: rows.map(({code}) => code),
    decile: Uint8Array.from(rows, ({decile}) => decile),
    rank: column(({rank}) => rank),
    score: column(({score}) => score),
    domains: keys.map(
      (key): Domain => ({
        ...{key, title: key},
        decile: column(({domains}) => domains[key]?.decile),
        rank: column(({domains}) => domains[key]?.rank),
        score: column(({domains}) => domains[key]?.score),
      }),
    ),
  };
}

interface Wanted {
  source: Source;
  before: Kept;
  after: Kept;
}

/** What of the project’s residents and deprivation is on the other edition than its areas, rebased. */
function rebasesOf(workspace: Workspace): {editions: Editions | null; wanted: Wanted[]} {
  const sources = readSources(workspace.file.db).filter(({replacedBy}) => !replacedBy);
  const kept = sources.flatMap((source): {source: Source; reading: Kept}[] => {
    if (source.kind === 'residents') return [{source, reading: residentsKept(workspace, source)}];
    return source.kind === 'deprivation' ? [{source, reading: deprivationKept(workspace, source)}] : [];
  });
  const readings = kept.map(({reading}) => reading);
  const editions = editionsOf(readings, workspace.people().codes, workspace);
  const wanted = kept.flatMap(({source, reading}) => {
    const after = rebased<Kept>(reading, editions);
    return after === reading ? [] : [{source, before: reading, after}];
  });
  return {editions, wanted};
}

function seenOf(workspace: Workspace, {editions, wanted}: ReturnType<typeof rebasesOf>): RebaseSeen {
  const sum = (values: Float64Array): number => Math.round(values.reduce((all, each) => all + each, 0));
  const people = workspace.people();
  return {
    lookup: editions !== null,
    evidence: wanted.map(({source, before, after}) => ({
      kind: before.kind,
      title: source.title,
      areas: before.codes.length,
      areasAfter: after.codes.filter((code) => people.indexOf.has(code)).length,
      before: before.kind === 'residents' ? sum(before.total) : null,
      after: after.kind === 'residents' ? sum(after.total) : null,
      leftOut: after.rowsRefused,
      notes: after.notes,
    })),
    changed: editions ? changedIn(workspace, editions) : [],
  };
}

/** The old areas that lie in this place and did not just carry on: split, merged or irregular. */
function changedIn(workspace: Workspace, {lookup, peopleHere}: Editions): RebaseSeen['changed'] {
  const people = workspace.people();
  const shares = sharesOf(lookup, peopleHere);
  return [...shares.successors].flatMap(([code, to]) => {
    const became = becameOf(shares, code);
    if (became === 'unchanged' || became === null || !to.some((each) => people.indexOf.has(each.code))) return [];
    const named = to.map((each) => ({...each, name: people.names[people.indexOf.get(each.code) ?? -1] ?? ''}));
    return [{code, became, to: named}];
  });
}

function* rebaseKept(context: Context, workspace: Workspace): Job<RebaseSeen> {
  yield {done: 0, of: 0, doing: 'Rebasing to the areas of the project'};
  const found = rebasesOf(workspace);
  const seen = seenOf(workspace, found);
  if (found.wanted.length === 0)
    throw new PlanError(
      'invalid',
      seen.lookup
        ? 'Nothing here needs a rebase: residents and deprivation are on the areas of the project.'
        : 'A rebase goes through the lookup between the two editions of small areas. Bring it first (LSOA 2011 to LSOA 2021, from the ONS Open Geography Portal).',
    );
  const {db} = workspace.file;
  transaction(db, () => {
    for (const {source, after} of found.wanted) {
      const {rowsTaken, rowsRefused, notes} = after;
      const rebasedSource: Source = {
        ...source,
        ...{id: randomUUID(), rowsTaken, rowsRefused, importedAt: context.now()},
        notes: [...source.notes, ...notes],
      };
      const refusals = after.refusals.map(({row, column, reason}) => ({row, column: column ?? '', reason}));
      writeEdition(db, rebasedSource, refusals, editionRows(after), null, context.now());
    }
  });
  workspace.imported();
  return seen;
}

export const rebase = {
  /** What of the project’s evidence is on the other edition of small areas, and what a rebase would make of it. */
  'rebase.look': query({}, (context): RebaseSeen => {
    const workspace = opened(context);
    return seenOf(workspace, rebasesOf(workspace));
  }),

  /** Brings residents and deprivation that came before their lookup, or before other boundaries, to the project’s areas. */
  'rebase.run': job({}, function* (context): JobBody<RebaseSeen> {
    return yield* rebaseKept(context, opened(context));
  }),
};
