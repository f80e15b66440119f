import {createHash} from 'node:crypto';
import type Database from 'better-sqlite3';
import {EVIDENCE_TABLES, PLAN_TABLES, RESULT_TABLES} from '../domain/tables.ts';
import {fingerprint} from './fingerprint.ts';

/** The tables whose rows are the project. What GeoPackage and `closer` say about them is not counted. */
const CONTENT_TABLES: readonly string[] = [...PLAN_TABLES, ...EVIDENCE_TABLES, ...RESULT_TABLES, 'history'];

/** The tables with a digest: the content, and the styles that a planner may have made in QGIS. */
export const DIGESTED_TABLES: readonly string[] = [...CONTENT_TABLES, 'layer_styles'];

/** A digest for each table: what is in it, row by row. Damage that SQLite's own check can't see changes it. */
export type Digests = Record<string, string>;

export function digestsOf(db: Database.Database, tables: readonly string[]): Digests {
  return Object.fromEntries(tables.map((table) => [table, digestOf(db, table)]));
}

/** Text is gathered to about this many characters before it is hashed: a call for each value would cost more than the hash. */
const GATHER = 65_536;

function digestOf(db: Database.Database, table: string): string {
  const hash = createHash('sha256');
  let text = '';
  for (const row of db.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).raw().iterate() as Iterable<unknown[]>) {
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
