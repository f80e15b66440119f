import {createHash} from 'node:crypto';
import type Database from 'better-sqlite3';
import {fingerprint} from './fingerprint.ts';

/** A digest for each table: what is in it, row by row. Damage that SQLite's own check can't see changes it. */
export type Digests = Record<string, string>;

/** Digests of tables over the columns that are named. */
export function digestsOf(db: Database.Database, columns: ReadonlyMap<string, readonly string[]>): Digests {
  return Object.fromEntries([...columns].map(([table, names]) => [table, digestOf(db, table, names)]));
}

/** Text is gathered to about this many characters before it is hashed: a call for each value would cost more than the hash. */
const GATHER = 65_536;

function digestOf(db: Database.Database, table: string, columns: readonly string[]): string {
  const hash = createHash('sha256');
  let text = '';
  const names = columns.map((column) => `"${column}"`).join(', ');
  for (const row of db.prepare(`SELECT ${names} FROM "${table}" ORDER BY rowid`).raw().iterate() as Iterable<
    unknown[]
  >) {
    for (const value of row) {
      if (value instanceof Uint8Array) {
        hash.update(`${text}b${value.byteLength};`);
        hash.update(value);
        text = '';
      } else if (typeof value === 'string') {
        text += `s${value.length};${value}`;
      } else {
        text += value === null ? '-' : `n${value as number};`;
      }
    }
    text += '\n';
    if (text.length > GATHER) {
      hash.update(text);
      text = '';
    }
  }
  return hash.update(text).digest('hex').slice(0, 32);
}

/** All that a planner or a map program would see of a project, as one short text: rows, styles, and what others added. */
export function stateOf(digests: Digests, additions: readonly string[]): string {
  return fingerprint(JSON.stringify([Object.entries(digests).sort(), [...additions].sort()]));
}
