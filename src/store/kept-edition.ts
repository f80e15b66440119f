import type Database from 'better-sqlite3';
import {PlanError} from '../domain/errors.ts';
import type {EvidenceKind, Source} from '../domain/source.ts';
import {countChange} from './closer-table.ts';
import {type Cell, packedRows, unpackedRows} from './packed-rows.ts';
import {transaction} from './transaction.ts';

/** The table and columns that hold the edition in force, for the kinds of which a project has one and can go back. */
const HELD_IN: Partial<Record<EvidenceKind, readonly [table: string, columns: readonly string[]]>> = {
  boundaries: ['area', ['geom', 'code', 'name', 'ward_code', 'ward_name', 'district_code', 'district_name']],
  centroids: ['centroid', ['code', 'lng', 'lat']],
  deprivation: ['deprivation', ['code', 'decile', 'rank', 'score', 'domains']],
  residents: ['residents', ['code', 'from_age', 'to_age', 'people']],
  streets: ['streets', ['name', 'piece', 'bytes']],
  'travel-times': ['imported_time', ['name', 'piece', 'bytes']],
  postcodes: ['postcode', ['name', 'piece', 'bytes']],
  lookup: ['succession', ['code', 'change', 'new_code']],
};

/** An edition that is larger than this once compressed is not kept: projects are sent by mail and lie on shares. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Whether an edition that was replaced can be gone back to; one that was too large is noted as that. */
export type Keeping = 'kept' | 'too-large';

/** The replaced editions that are kept, or would be but for their size, by the id of their source. */
export function readKeeping(db: Database.Database): Map<string, Keeping> {
  const rows = db.prepare('SELECT source, sum(length(bytes)) FROM kept_edition GROUP BY source').raw().all();
  return new Map((rows as [string, number][]).map(([source, bytes]) => [source, bytes > 0 ? 'kept' : 'too-large']));
}

/**
 * Keeps the rows of the edition that `next` is about to replace, in place of what was kept of its kind: one edition back.
 * Within the transaction that writes `next`.
 */
export function keepEditionInForce(db: Database.Database, next: Source, most = MOST_BYTES): void {
  if (!HELD_IN[next.kind]) return;
  const inForce = idInForce(db, next.kind);
  // The same edition again: what it replaced stays to go back to.
  if (inForce === next.id) return;
  forget(db, next.kind);
  if (inForce !== null) keep(db, next.kind, inForce, most);
}

/**
 * Puts the edition before in force again and keeps the one that was, so that going back twice comes forward. Both sources,
 * what was left out of each and what they say of themselves stay as they are; nothing is changed if it can't be done.
 */
export function goBack(db: Database.Database, kind: EvidenceKind, at: string, most = MOST_BYTES): void {
  if (!HELD_IN[kind])
    throw new PlanError(
      'invalid',
      kind === 'sites'
        ? 'Sites are part of the plan: take their import back with Undo.'
        : 'Columns of your own stand side by side, and none is kept to go back to. Import the file of the columns before again.',
      'kind',
    );
  transaction(db, () => {
    const inForce = idInForce(db, kind);
    const [before, keeping] = [...readKeeping(db)].find(([id]) => kindOf(db, id) === kind) ?? [null, null];
    if (inForce === null || before === null || keeping === 'too-large') throw nothingKept(kind, keeping);
    const pieces = db
      .prepare('SELECT bytes FROM kept_edition WHERE source = ? ORDER BY piece')
      .pluck()
      .all(before) as Uint8Array[];
    forget(db, kind);
    if (!keep(db, kind, inForce, most))
      throw new PlanError(
        'invalid',
        `The edition of ${kind} in force is too large to be kept, so there would be no way back to it. Import the file of the edition before instead.`,
      );
    put(db, kind, pieces);
    db.prepare('UPDATE source SET replaced_by = ? WHERE id = ?').run(before, inForce);
    db.prepare('UPDATE source SET replaced_by = NULL WHERE id = ?').run(before);
    countChange(db, at);
  });
}

function nothingKept(kind: EvidenceKind, keeping: Keeping | null): PlanError {
  const why =
    keeping === 'too-large'
      ? 'was too large to be kept'
      : 'is not kept here: none was replaced since Closer keeps them, or it stayed behind where this project was started from';
  return new PlanError('missing', `The edition of ${kind} before this one ${why}. Import its file again.`);
}

function idInForce(db: Database.Database, kind: EvidenceKind): string | null {
  const id = db.prepare('SELECT id FROM source WHERE kind = ? AND replaced_by IS NULL').pluck().get(kind);
  return (id as string | undefined) ?? null;
}

function kindOf(db: Database.Database, source: string): string {
  return db.prepare('SELECT kind FROM source WHERE id = ?').pluck().get(source) as string;
}

function forget(db: Database.Database, kind: EvidenceKind): void {
  db.prepare('DELETE FROM kept_edition WHERE source IN (SELECT id FROM source WHERE kind = ?)').run(kind);
}

/** Whether the rows are kept; of an edition that is too large only that is. */
function keep(db: Database.Database, kind: EvidenceKind, source: string, most: number): boolean {
  const [table, columns] = HELD_IN[kind]!;
  const rows = db
    .prepare(`SELECT ${columns.join(', ')} FROM ${table} ORDER BY fid`)
    .raw()
    .iterate();
  // Gathered first: while rows are read, nothing else can be written.
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for (const piece of packedRows(rows as Iterable<Cell[]>)) {
    pieces.push(piece);
    bytes += piece.byteLength;
    if (bytes > most) break;
  }
  const whole = bytes > 0 && bytes <= most;
  const insert = db.prepare('INSERT INTO kept_edition (source, piece, bytes) VALUES (?, ?, ?)');
  if (whole) for (const [piece, packed] of pieces.entries()) insert.run(source, piece, packed);
  else insert.run(source, 0, new Uint8Array(0));
  return whole;
}

function put(db: Database.Database, kind: EvidenceKind, pieces: readonly Uint8Array[]): void {
  const [table, columns] = HELD_IN[kind]!;
  db.exec(`DELETE FROM ${table}`);
  const places = columns.map(() => '?').join(', ');
  const insert = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`);
  try {
    for (const piece of pieces) for (const row of unpackedRows(piece)) insert.run(...row);
  } catch (error) {
    // A full disk is told as that. Anything else is a piece that someone else wrote, or that was damaged.
    const code = String((error as {code?: unknown}).code ?? '');
    if (code.startsWith('SQLITE_') && !code.startsWith('SQLITE_CONSTRAINT')) throw error;
    throw new PlanError('file', `The edition of ${kind} before this one can’t be read. Import its file again.`);
  }
}
