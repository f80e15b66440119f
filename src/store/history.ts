import type Database from 'better-sqlite3';
import {type Change, isEmpty} from '../domain/change.ts';
import type {HistoryState, HistoryStep} from '../domain/history.ts';
import {applyChange} from './apply.ts';
import {countChange} from './closer-table.ts';
import {prepared} from './prepared.ts';
import {transaction} from './transaction.ts';

/**
 * Undo and redo, kept in the file: they survive closing, and are the audit trail of the plan.
 *
 * Steps that are undone stand at the end; a new change drops them. A step whose `undo` is empty (the plan was edited in
 * another program) can't be undone, nor can anything before it.
 */
interface Step {
  seq: number;
  label: string;
  redo: string;
  undo: string | null;
}

const LAST_DONE = 'SELECT seq, label, redo, undo FROM history WHERE undone = 0 ORDER BY seq DESC LIMIT 1';
const FIRST_UNDONE = 'SELECT seq, label, redo, undo FROM history WHERE undone = 1 ORDER BY seq LIMIT 1';

/** Applies a change and records it as one step. A change that changes nothing is no step. */
export function record(db: Database.Database, change: Change, at: string): HistoryState {
  transaction(db, () => {
    if (isEmpty(change)) return;
    const inverse = applyChange(db, change);
    prepared(db, 'DELETE FROM history WHERE undone = 1').run();
    prepared(db, 'INSERT INTO history (at, label, redo, undo) VALUES (?, ?, ?, ?)').run(
      at,
      change.label,
      JSON.stringify(change),
      JSON.stringify(inverse),
    );
    countChange(db, at);
  });
  return historyState(db);
}

/** Records that the plan was edited outside Closer: a step without a way back. */
export function recordOutsideEdit(db: Database.Database, label: string, at: string): void {
  prepared(db, 'DELETE FROM history WHERE undone = 1').run();
  const nothing = JSON.stringify({label, put: {}, remove: {}} satisfies Change);
  prepared(db, 'INSERT INTO history (at, label, redo, undo) VALUES (?, ?, ?, NULL)').run(at, label, nothing);
}

/** Takes back the last step. Gives the change that was applied, or null if there is nothing to undo. */
export function undo(db: Database.Database, at: string): Change | null {
  return step(db, LAST_DONE, 'undo', 1, at);
}

/** Does again the step that was undone last. Gives the change that was applied, or null if there is none. */
export function redo(db: Database.Database, at: string): Change | null {
  return step(db, FIRST_UNDONE, 'redo', 0, at);
}

function step(db: Database.Database, which: string, way: 'undo' | 'redo', undone: 0 | 1, at: string): Change | null {
  return transaction(db, () => {
    const found = prepared(db, which).get() as Step | undefined;
    const text = found?.[way];
    if (!found || !text) return null;
    const change = JSON.parse(text) as Change;
    applyChange(db, change);
    prepared(db, 'UPDATE history SET undone = ? WHERE seq = ?').run(undone, found.seq);
    countChange(db, at);
    return change;
  });
}

export function historyState(db: Database.Database): HistoryState {
  const last = prepared(db, LAST_DONE).get() as Step | undefined;
  const next = prepared(db, FIRST_UNDONE).get() as Step | undefined;
  return {undo: last?.undo ? last.label : null, redo: next?.label ?? null};
}

export function historySteps(db: Database.Database): HistoryStep[] {
  const rows = prepared(db, 'SELECT seq, at, label, undone FROM history ORDER BY seq').all() as (Omit<
    HistoryStep,
    'undone'
  > & {
    undone: number;
  })[];
  return rows.map((row) => ({...row, undone: row.undone === 1}));
}
