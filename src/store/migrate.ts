import type Database from 'better-sqlite3';
import {closerValue, setCloserValue} from './closer-table.ts';

/** One step from a format of the file to the next. */
export interface Migration {
  /** The format it makes: the number of migrations up to and with it. */
  format: number;
  name: string;
  sql: string;
  /** What SQL alone can't do, such as rewriting the rows kept in the history. Runs after the SQL, in the same transaction. */
  after?: (db: Database.Database) => void;
}

/** The format of a file: 0 for one that has no tables yet. */
export function formatOf(db: Database.Database): number {
  const has = db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'closer'`).get();
  return has ? Number(closerValue(db, 'format') ?? 0) : 0;
}

/**
 * Brings a working copy to the newest format: every pending migration in one transaction, forward only. The file that was
 * opened is not touched, and a copy of it is kept (`project-file.ts`) before saving can replace it.
 */
export function migrate(db: Database.Database, migrations: readonly Migration[]): void {
  const from = formatOf(db);
  const pending = migrations.filter((migration) => migration.format > from);
  if (pending.length === 0) return;
  // A migration may build a table anew, which foreign keys would take for losing its rows; they are checked at the end.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const migration of pending) {
        db.exec(migration.sql);
        migration.after?.(db);
        setCloserValue(db, 'format', String(migration.format));
      }
      const broken = db.pragma('foreign_key_check') as {table: string}[];
      if (broken[0])
        throw new Error(`Migrating from format ${from} left a row of ${broken[0].table} without what it refers to.`);
    })();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

/**
 * For a migration that gives a plan table other columns: undo and redo hold rows of it too, and must be rewritten with
 * it. `row` is a row as it was kept; what is given back is kept in its stead.
 */
export function rewriteHistory(
  db: Database.Database,
  table: string,
  rewrite: (row: Record<string, unknown>) => object,
): void {
  const steps = db.prepare('SELECT seq, redo, undo FROM history').all() as {
    seq: number;
    redo: string;
    undo: string | null;
  }[];
  const update = db.prepare('UPDATE history SET redo = ?, undo = ? WHERE seq = ?');
  const rewritten = (text: string) => {
    const change = JSON.parse(text) as {put: Record<string, Record<string, unknown>[]>};
    const rows = change.put[table];
    if (rows) change.put[table] = rows.map((row) => rewrite(row) as Record<string, unknown>);
    return JSON.stringify(change);
  };
  for (const {seq, redo, undo} of steps) update.run(rewritten(redo), undo === null ? null : rewritten(undo), seq);
}
