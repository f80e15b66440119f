import type Database from 'better-sqlite3';
import type {StreetsPart} from '../domain/evidence.ts';
import {putPieces} from './blobs.ts';
import {closeProject, createProject, type ProjectFile} from './project-file.ts';
import {leavePlanBehind} from './start-from.ts';
import {transaction} from './transaction.ts';

/** What of a wider project a place keeps. */
export interface Kept {
  name: string;
  /** Codes of the areas inside. */
  areas: readonly string[];
  /** Ids of the sites inside and around. */
  sites: readonly string[];
  /** The part of each that is needed; null keeps the whole. */
  streets: {parts: readonly StreetsPart[]; ways: number} | null;
  postcodes: {parts: readonly StreetsPart[]; postcodes: number} | null;
  /** How the place was chosen, one sentence: it stands in the place’s note and in those of every source that was cut. */
  note: string;
}

const BY_CODE = ['area', 'centroid', 'deprivation', 'residents', 'area_column'] as const;
const WHOLE = ['source', 'refusal', 'place', 'option', 'service', 'imported_time'] as const;

/**
 * Starts a project about a part of an open one: the evidence of the areas kept, the sites and streets that serve them, and
 * what is offered as now. The wider project is only read. Results stay behind: they are found by their areas, and these
 * are others.
 */
export function startPlace(folder: string, from: ProjectFile, kept: Kept, now: string): ProjectFile {
  const file = createProject(folder, kept.name, now);
  try {
    const id = transaction(file.db, () => {
      const {db} = file;
      db.exec('DELETE FROM place; DELETE FROM option;');
      for (const table of WHOLE) copyRows(from.db, db, table, () => true);
      const areas = new Set(kept.areas);
      for (const table of BY_CODE) copyRows(from.db, db, table, ({code}) => areas.has(code as string));
      copySuccessions(from.db, db, areas);
      const sites = new Set(kept.sites);
      copyRows(from.db, db, 'site', ({id}) => sites.has(id as string));
      for (const table of ['placement', 'closure'] as const)
        copyRows(from.db, db, table, ({option, site}) => option === 'as-now' && sites.has(site as string));
      copyPieces(from.db, db, 'streets', kept.streets?.parts);
      copyPieces(from.db, db, 'postcode', kept.postcodes?.parts);
      const remembered = from.db.prepare("SELECT key, value FROM closer WHERE key LIKE 'columns:%'").all();
      for (const row of remembered) db.prepare('INSERT INTO closer (key, value) VALUES (@key, @value)').run(row);
      noteCut(db, kept);
      return leavePlanBehind(db, kept.name, now);
    });
    return {...file, id};
  } catch (error) {
    closeProject(file, false);
    throw error;
  }
}

type Row = Record<string, unknown>;

/** Rows of a table as they are, but for their number, which is given anew. */
function copyRows(from: Database.Database, to: Database.Database, table: string, keeps: (row: Row) => boolean): void {
  const columns = (to.pragma(`table_info("${table}")`) as {name: string}[])
    .map(({name}) => name)
    .filter((name) => name !== 'fid');
  const named = columns.map((name) => `"${name}"`).join(', ');
  const insert = to.prepare(`INSERT INTO "${table}" (${named}) VALUES (${columns.map(() => '?').join(', ')})`);
  for (const row of from.prepare(`SELECT ${named} FROM "${table}" ORDER BY fid`).iterate() as Iterable<Row>)
    if (keeps(row)) insert.run(columns.map((name) => row[name]));
}

/** The rows of a lookup that touch the areas kept, with all that their predecessors became: a rebase needs whole families. */
function copySuccessions(from: Database.Database, to: Database.Database, areas: ReadonlySet<string>): void {
  const rows = from.prepare('SELECT code, new_code FROM succession').all() as {code: string; new_code: string}[];
  const touching = rows.filter(({code, new_code}) => areas.has(code) || areas.has(new_code));
  const older = new Set(touching.map(({code}) => code));
  copyRows(from, to, 'succession', ({code}) => older.has(code as string));
}

function copyPieces(
  from: Database.Database,
  to: Database.Database,
  table: 'streets' | 'postcode',
  parts: readonly StreetsPart[] | undefined,
): void {
  if (parts) putPieces(to.prepare(`INSERT INTO ${table} (name, piece, bytes) VALUES (?, ?, ?)`), [], parts);
  else copyRows(from, to, table, () => true);
}

/** What was taken of each edition is what is left of it, and its notes say why. */
function noteCut(db: Database.Database, {name, areas, streets, postcodes, note}: Kept): void {
  db.prepare('UPDATE place SET note = ?').run(note);
  const add = db.prepare('UPDATE source SET notes = ?, rows_taken = ? WHERE id = ?');
  const sources = db.prepare('SELECT id, kind, notes, rows_taken FROM source WHERE replaced_by IS NULL').all() as {
    id: string;
    kind: string;
    notes: string;
    rows_taken: number;
  }[];
  const counted: Record<string, string> = {
    boundaries: 'SELECT count(*) FROM area',
    centroids: 'SELECT count(*) FROM centroid',
    deprivation: 'SELECT count(*) FROM deprivation',
    residents: 'SELECT count(DISTINCT code) FROM residents',
    lookup: 'SELECT count(*) FROM succession',
  };
  for (const {id, kind, notes, rows_taken} of sources) {
    const rows =
      kind === 'streets'
        ? (streets?.ways ?? rows_taken)
        : kind === 'postcodes'
          ? (postcodes?.postcodes ?? rows_taken)
          : kind === 'sites'
            ? (db.prepare('SELECT count(*) FROM site WHERE source = ?').pluck().get(id) as number)
            : counted[kind]
              ? (db.prepare(counted[kind]).pluck().get() as number)
              : rows_taken;
    const cut = `Cut to ${areas.length.toLocaleString('en-GB')} areas for “${name}”: ${rows.toLocaleString('en-GB')} of the ${rows_taken.toLocaleString('en-GB')} that had been taken.`;
    if (rows !== rows_taken) add.run(JSON.stringify([...(JSON.parse(notes) as string[]), cut]), rows, id);
  }
}
