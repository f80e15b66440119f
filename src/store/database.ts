import Database from 'better-sqlite3';

/** `GPKG`: what makes a SQLite file a GeoPackage, with the version of the specification (1.3). */
export const APPLICATION_ID = 0x47504b47;
export const GEOPACKAGE_VERSION = 10300;

/**
 * Opens a file that nobody may have looked at: nothing stored in it is run, and pages are checked as they are read.
 * (DEFENSIVE is always on in better-sqlite3.)
 */
export function openGuarded(path: string): Database.Database {
  const db = new Database(path, {fileMustExist: true, timeout: 2000});
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('mmap_size = 0');
  return db;
}

/**
 * Opens a working copy to work in, and holds it: no other process can until this one closes it or dies.
 *
 * TRUNCATE with FULL lost nothing in power-cut simulations where SQLite's default (DELETE) and WAL did; the lock of
 * EXCLUSIVE is the system's own, so that a working copy whose process was killed is free again at once.
 */
export function openWorking(path: string, mustExist: boolean, patience = 0): Database.Database {
  const db = new Database(path, {fileMustExist: mustExist, timeout: patience});
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('mmap_size = 0');
    db.pragma('foreign_keys = ON');
    db.pragma('locking_mode = EXCLUSIVE');
    if (!mustExist) {
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${GEOPACKAGE_VERSION}`);
    }
    db.pragma('journal_mode = TRUNCATE');
    db.pragma('synchronous = FULL');
    // macOS only: an fsync that reaches the platter. Elsewhere it changes nothing.
    db.pragma('fullfsync = ON');
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
