import {closeSync, openSync, readSync, rmSync} from 'node:fs';
import {dirname, join} from 'node:path';
import Database from 'better-sqlite3';
import {closerValue, setCloserValue} from './closer-table.ts';
import {APPLICATION_ID, GEOPACKAGE_VERSION} from './database.ts';
import {digestsOf, stateOf} from './digests.ts';
import {extentOf, NOWHERE, widened} from './geometry.ts';
import {MIGRATIONS} from './migrations/list.ts';
import {formatMadeBy} from './schema.ts';

/**
 * Makes the file that is about to be saved, in the working copy's own folder: SQLite never writes on a share, where locks
 * may not work. It is a fresh, compact copy (what was deleted is not in it), complete in itself and checked page by page.
 */
export function makeOutgoing(db: Database.Database, workingPath: string): {path: string; state: string} {
  const path = join(dirname(workingPath), 'outgoing.gpkg');
  rmSync(path, {force: true});
  db.prepare('VACUUM INTO ?').run(path);
  const outgoing = new Database(path, {fileMustExist: true});
  try {
    return {path, state: complete(outgoing, path)};
  } finally {
    outgoing.close();
  }
}

function complete(db: Database.Database, path: string): string {
  // Nobody else knows the file yet, and a crash throws it away: no journal.
  db.pragma('journal_mode = MEMORY');
  db.pragma('synchronous = OFF');
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma(`user_version = ${GEOPACKAGE_VERSION}`);
  const {columns} = formatMadeBy(MIGRATIONS);
  columns.delete('closer');
  const digests = digestsOf(db, columns);
  const writes = writesOf(path) + 1;
  db.transaction(() => {
    noteExtents(db);
    setCloserValue(db, 'digests', JSON.stringify(digests));
    setCloserValue(db, 'saved', closerValue(db, 'changes') ?? '0');
    setCloserValue(db, 'writes', String(writes));
  })();
  if (writesOf(path) !== writes)
    throw new Error(`SQLite counted ${writesOf(path)} writes where ${writes} were expected.`);
  const check = db.pragma('integrity_check(1)', {simple: true}) as string;
  if (check !== 'ok') throw new Error(`The file that was about to be saved is not sound: ${check}`);
  return stateOf(digests, []);
}

/** SQLite's count of writes, from the file's header: the four bytes at 24. */
function writesOf(path: string): number {
  const bytes = Buffer.alloc(4);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, 4, 24);
  } finally {
    closeSync(file);
  }
  return bytes.readUInt32BE(0);
}

/** Where the layers lie, for programs that zoom to them. */
function noteExtents(db: Database.Database): void {
  const note = db.prepare(
    `UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?, last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
     WHERE table_name = ?`,
  );
  for (const layer of ['area', 'site']) {
    let extent = NOWHERE;
    for (const blob of db.prepare(`SELECT geom FROM ${layer}`).pluck().iterate() as Iterable<Uint8Array | null>) {
      const shape = blob && extentOf(blob);
      if (shape) extent = widened(extent, shape);
    }
    note.run(...extent.map((edge) => (Number.isFinite(edge) ? edge : null)), layer);
  }
}
