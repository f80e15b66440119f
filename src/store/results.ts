import type Database from 'better-sqlite3';
import type {StreetsPart} from '../domain/evidence.ts';
import {bytesOf, joinPieces, putPieces} from './blobs.ts';
import {prepared} from './prepared.ts';
import {transaction} from './transaction.ts';

/**
 * Results are found by the fingerprint of what went in, never invalidated: an edit makes a new fingerprint, undoing it
 * finds the old result. They can be had again, so keeping or losing them does not make a project unsaved.
 */
export interface TravelTimeRow {
  fingerprint: string;
  mode: string;
  seconds: Uint8Array;
  metres: Uint8Array;
}

export function putResults(db: Database.Database, rows: readonly TravelTimeRow[]): void {
  transaction(db, () => {
    const insert = prepared(
      db,
      `INSERT INTO travel_time (fingerprint, mode, seconds, metres) VALUES (?, ?, ?, ?)
       ON CONFLICT (fingerprint) DO UPDATE SET mode = excluded.mode, seconds = excluded.seconds, metres = excluded.metres`,
    );
    for (const row of rows) insert.run(row.fingerprint, row.mode, row.seconds, row.metres);
  });
}

/** The results that are there, by fingerprint; what is missing is not in the map. */
export function getResults(
  db: Database.Database,
  fingerprints: Iterable<string>,
): Map<string, {seconds: Uint8Array; metres: Uint8Array}> {
  const select = prepared(db, 'SELECT seconds, metres FROM travel_time WHERE fingerprint = ?');
  const found = new Map<string, {seconds: Uint8Array; metres: Uint8Array}>();
  for (const fingerprint of fingerprints) {
    const row = select.get(fingerprint) as {seconds: Uint8Array; metres: Uint8Array} | undefined;
    if (row) found.set(fingerprint, {seconds: bytesOf(row.seconds), metres: bytesOf(row.metres)});
  }
  return found;
}

/** Keeps a prepared network (or anything else that took long to make and is made of arrays). */
export function putPreparation(db: Database.Database, fingerprint: string, parts: readonly StreetsPart[]): void {
  transaction(db, () => {
    prepared(db, 'DELETE FROM preparation WHERE fingerprint = ?').run(fingerprint);
    const insert = prepared(db, 'INSERT INTO preparation (fingerprint, name, piece, bytes) VALUES (?, ?, ?, ?)');
    putPieces(insert, [fingerprint], parts);
  });
}

export function getPreparation(db: Database.Database, fingerprint: string): StreetsPart[] | null {
  const rows = prepared(db, 'SELECT name, bytes FROM preparation WHERE fingerprint = ? ORDER BY fid').iterate(
    fingerprint,
  );
  const parts = joinPieces(rows as Iterable<{name: string; bytes: Uint8Array}>);
  return parts.length > 0 ? parts : null;
}

/**
 * Lets go of the oldest results until at most so many bytes are kept. Those in `inUse` stay, whatever their size.
 * Gives how many bytes were let go.
 */
export function pruneResults(db: Database.Database, keepBytes: number, inUse: ReadonlySet<string> = new Set()): number {
  return transaction(db, () => {
    const sizes = [
      {
        remove: 'DELETE FROM travel_time WHERE fingerprint = ?',
        rows: prepared(
          db,
          'SELECT fingerprint, length(seconds) + length(metres) AS bytes FROM travel_time ORDER BY fid',
        ).all(),
      },
      {
        remove: 'DELETE FROM preparation WHERE fingerprint = ?',
        rows: prepared(
          db,
          'SELECT fingerprint, sum(length(bytes)) AS bytes FROM preparation GROUP BY fingerprint ORDER BY min(fid)',
        ).all(),
      },
    ] as {remove: string; rows: {fingerprint: string; bytes: number}[]}[];
    let over = -keepBytes;
    for (const {rows} of sizes) for (const row of rows) over += row.bytes;
    let gone = 0;
    for (const {remove, rows} of sizes) {
      for (const row of rows) {
        if (gone >= over) return gone;
        if (inUse.has(row.fingerprint)) continue;
        prepared(db, remove).run(row.fingerprint);
        gone += row.bytes;
      }
    }
    return gone;
  });
}
