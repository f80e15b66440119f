import type Database from 'better-sqlite3';
import type {Change} from '../domain/change.ts';
import {assertNever, PlanError} from '../domain/errors.ts';
import type {EditionRows} from '../domain/evidence.ts';
import type {Refusal, Source} from '../domain/source.ts';
import {putPieces} from './blobs.ts';
import {countChange} from './closer-table.ts';
import {polygonsBlob} from './geometry.ts';
import {record} from './history.ts';
import {keepEditionInForce} from './kept-edition.ts';
import {transaction} from './transaction.ts';

/**
 * Takes a whole edition, or nothing of it: its rows, its source, what was left out of it, and the change that comes with
 * it (one undo step). The earlier edition of its kind is replaced: its source row stays and names its successor, and its rows
 * are kept to go back to (`kept-edition.ts`).
 *
 * Several files of sites, or of columns of a planner's own, may be in force together (practices, then pharmacies): one
 * replaces another only under the same title. Gives the change as it was applied.
 */
export function writeEdition(
  db: Database.Database,
  source: Source,
  refusals: readonly Refusal[],
  edition: EditionRows,
  change: Change | null,
  at: string,
): Change | null {
  try {
    transaction(db, () => {
      keepEditionInForce(db, source);
      putSource(db, source);
      const refuse = db.prepare('INSERT INTO refusal (source, row_number, column_name, reason) VALUES (?, ?, ?, ?)');
      for (const {row, column, reason} of refusals) refuse.run(source.id, row, column, reason);
      putRows(db, edition);
      if (change) record(db, change, at);
      countChange(db, at);
    });
  } catch (error) {
    throw refusedRow(error, source);
  }
  return change;
}

function putSource(db: Database.Database, source: Source): void {
  const many = source.kind === 'sites' || source.kind === 'columns';
  const earlier = db.prepare(
    `UPDATE source SET replaced_by = ? WHERE kind = ? AND replaced_by IS NULL AND id <> ? ${many ? 'AND title = ?' : ''}`,
  );
  earlier.run(source.id, source.kind, source.id, ...(many ? [source.title] : []));
  // The same edition again: what it refused before is said anew.
  db.prepare('DELETE FROM refusal WHERE source = ?').run(source.id);
  db.prepare('DELETE FROM source WHERE id = ?').run(source.id);
  db.prepare(
    `INSERT INTO source (id, kind, title, publisher, edition, date, licence, attribution, file_name, file_hash, imported_at,
       rows_read, rows_taken, rows_refused, notes)
     VALUES (@id, @kind, @title, @publisher, @edition, @date, @licence, @attribution, @fileName, @fileHash, @importedAt,
       @rowsRead, @rowsTaken, @rowsRefused, @notes)`,
  ).run({...source, notes: JSON.stringify(source.notes)});
}

function putRows(db: Database.Database, edition: EditionRows): void {
  switch (edition.kind) {
    case 'boundaries': {
      db.exec('DELETE FROM area');
      const insert = db.prepare(
        'INSERT INTO area (geom, code, name, ward_code, ward_name, district_code, district_name) VALUES (?, ?, ?, ?, ?, ?, ?)',
      );
      for (const row of edition.rows) {
        const {code, name, wardCode, wardName, districtCode, districtName} = row;
        insert.run(polygonsBlob(row.polygons), code, name, wardCode, wardName, districtCode, districtName);
      }
      return;
    }
    case 'centroids': {
      db.exec('DELETE FROM centroid');
      const insert = db.prepare('INSERT INTO centroid (code, lng, lat) VALUES (?, ?, ?)');
      for (const {code, lng, lat} of edition.rows) insert.run(code, lng, lat);
      return;
    }
    case 'deprivation': {
      db.exec('DELETE FROM deprivation');
      const insert = db.prepare('INSERT INTO deprivation (code, decile, rank, score, domains) VALUES (?, ?, ?, ?, ?)');
      for (const row of edition.rows)
        insert.run(row.code, row.decile, row.rank, row.score, JSON.stringify(row.domains));
      return;
    }
    case 'residents': {
      db.exec('DELETE FROM residents');
      const insert = db.prepare('INSERT INTO residents (code, from_age, to_age, people) VALUES (?, ?, ?, ?)');
      for (const {code, fromAge, toAge, people} of edition.rows) insert.run(code, fromAge, toAge, people);
      return;
    }
    case 'streets': {
      db.exec('DELETE FROM streets');
      putPieces(db.prepare('INSERT INTO streets (name, piece, bytes) VALUES (?, ?, ?)'), [], edition.parts);
      return;
    }
    case 'travel-times': {
      db.exec('DELETE FROM imported_time');
      putPieces(db.prepare('INSERT INTO imported_time (name, piece, bytes) VALUES (?, ?, ?)'), [], edition.parts);
      return;
    }
    case 'postcodes': {
      db.exec('DELETE FROM postcode');
      putPieces(db.prepare('INSERT INTO postcode (name, piece, bytes) VALUES (?, ?, ?)'), [], edition.parts);
      return;
    }
    case 'lookup': {
      db.exec('DELETE FROM succession');
      const insert = db.prepare('INSERT INTO succession (code, change, new_code) VALUES (?, ?, ?)');
      for (const {code, change: became, newCode} of edition.rows) insert.run(code, became, newCode);
      return;
    }
    case 'columns': {
      const forget = db.prepare('DELETE FROM area_column WHERE column_name = ?');
      for (const column of new Set(edition.rows.map((row) => row.column))) forget.run(column);
      const insert = db.prepare('INSERT INTO area_column (code, column_name, value, words) VALUES (?, ?, ?, ?)');
      for (const {code, column, value, words} of edition.rows) insert.run(code, column, value, words);
      return;
    }
    case 'sites':
      return;
    default:
      assertNever(edition);
  }
}

/** A row that the file's rules refuse: the readers should have caught it, but the planner must be told either way. */
function refusedRow(error: unknown, source: Source): unknown {
  const code = (error as {code?: unknown} | null)?.code;
  if (typeof code !== 'string' || !code.startsWith('SQLITE_CONSTRAINT')) return error;
  const rule = (error as Error).message;
  const what = code === 'SQLITE_CONSTRAINT_UNIQUE' ? 'has the same row twice' : 'has a row that can’t be kept';
  return new PlanError(
    'invalid',
    `“${source.fileName}” ${what} (${rule}). Nothing was imported. Correct the file and try again.`,
  );
}
