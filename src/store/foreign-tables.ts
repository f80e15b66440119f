import Database from 'better-sqlite3';

/** One table of a database that another program wrote. */
export interface ForeignTable {
  name: string;
  columns: string[];
  rows: () => Generator<(number | string | Uint8Array | null)[]>;
}

/**
 * The tables of a SQLite file that came from elsewhere, out of its bytes. Only stored values are read: no view, no virtual
 * table and no column worked out by an expression, so nothing in the file is run. What waits in a `-wal` beside it isn't seen.
 */
export function foreignTables(bytes: Uint8Array): ForeignTable[] {
  const own = Buffer.from(bytes);
  // A file in WAL mode opens from memory only once its header says that it is not (sqlite.org/c3ref/deserialize.html).
  if (own.length >= 20) own.fill(1, 18, 20);
  const db = new Database(own, {readonly: true});
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0").pluck().all();
  return (names as string[]).map((name) => tableOf(db, name));
}

function tableOf(db: Database.Database, name: string): ForeignTable {
  const stored = db.prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0').pluck();
  const columns = stored.all(name) as string[];
  const listed = columns.map(quoted).join(', ');
  return {
    name,
    columns,
    *rows() {
      yield* db
        .prepare(`SELECT ${listed} FROM ${quoted(name)}`)
        .raw()
        .iterate() as Iterable<never>;
    },
  };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
