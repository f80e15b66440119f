import type Database from 'better-sqlite3';
import {prepared} from './prepared.ts';

/** What the file says about itself: the keys of the table `closer`. */
export type CloserKey =
  /** The format: how many migrations made it. */
  | 'format'
  /** The project's id: the same for every copy of it. */
  | 'project'
  | 'created_at'
  /** When the plan or the evidence last changed. */
  | 'changed_at'
  /** Counts changes and imports; `saved` is what it was at the last save. They differ while there is unsaved work. */
  | 'changes'
  | 'saved'
  /** JSON: a digest for each table, written at saving. */
  | 'digests'
  /** SQLite's own count of writes to the saved file: another number means that another program wrote to it. */
  | 'writes'
  /** JSON: the columns that a planner said for a table with headings of this fingerprint. */
  | `columns:${string}`;

export function closerValue(db: Database.Database, key: CloserKey): string | null {
  const row = prepared(db, 'SELECT value FROM closer WHERE key = ?').get(key) as {value: string} | undefined;
  return row?.value ?? null;
}

export function setCloserValue(db: Database.Database, key: CloserKey, value: string): void {
  prepared(db, 'INSERT INTO closer VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
    key,
    value,
  );
}

/** Counts a change of the plan or the evidence, in the transaction that makes it. Results don't count: they can be had again. */
export function countChange(db: Database.Database, at: string): void {
  setCloserValue(db, 'changes', String(Number(closerValue(db, 'changes') ?? 0) + 1));
  setCloserValue(db, 'changed_at', at);
}

export function hasUnsaved(db: Database.Database): boolean {
  return closerValue(db, 'changes') !== closerValue(db, 'saved');
}
