import type Database from 'better-sqlite3';

type Statement = Database.Statement<unknown[], unknown>;

const kept = new WeakMap<Database.Database, Map<string, Statement>>();

/** The statement for this SQL, prepared once for each open file. Rows come as objects. */
export function prepared(db: Database.Database, sql: string): Statement {
  let statements = kept.get(db);
  if (!statements) {
    statements = new Map();
    kept.set(db, statements);
  }
  let statement = statements.get(sql);
  if (!statement) {
    statement = db.prepare(sql);
    statements.set(sql, statement);
  }
  return statement;
}
