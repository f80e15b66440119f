import type Database from 'better-sqlite3';
import {PlanError} from '../domain/errors.ts';
import {changeProblem} from './file-problem.ts';

/**
 * All of the work or none of it. Within another transaction it joins that one, and can still fail alone.
 *
 * What is said when it fails: a full or failing disk in words, and a row that refers to something gone by its name.
 */
export function transaction<R>(db: Database.Database, work: () => R): R {
  if (db.inTransaction) return joined(db, work);
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    const reason = isForeignKey(error) ? goneSentence(db) : changeProblem(error);
    // After a full disk SQLite may have rolled back by itself.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw reason;
  }
}

function joined<R>(db: Database.Database, work: () => R): R {
  db.exec('SAVEPOINT joined');
  try {
    const result = work();
    db.exec('RELEASE joined');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK TO joined; RELEASE joined');
    throw error;
  }
}

function isForeignKey(error: unknown): boolean {
  return (error as {code?: unknown} | null)?.code === 'SQLITE_CONSTRAINT_FOREIGNKEY';
}

/** Names the first row that refers to something gone. A failed COMMIT leaves the transaction open to look at. */
function goneSentence(db: Database.Database): PlanError {
  const [first] = db.pragma('foreign_key_check') as {table: string; rowid: number; parent: string}[];
  if (!first) return new PlanError('missing', 'Something that this refers to is gone.');
  const row = db.prepare(`SELECT * FROM "${first.table}" WHERE rowid = ?`).get(first.rowid) as
    | {id?: string}
    | undefined;
  const which = row?.id === undefined ? '' : ` “${row.id}”`;
  return new PlanError(
    'missing',
    `The ${first.table}${which} refers to a ${first.parent} that is not there (any more).`,
  );
}
