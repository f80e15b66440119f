import {createHash} from 'node:crypto';
import type Database from 'better-sqlite3';
import {rowsOf} from '../../../src/domain/plan.ts';
import type {Source} from '../../../src/domain/source.ts';
import {readRefusals, readResidents, readSources, readStreets, writeEdition} from '../../../src/store/evidence.ts';
import {historySteps, record, redo, undo} from '../../../src/store/history.ts';
import {readPlan} from '../../../src/store/read-plan.ts';
import {putResults} from '../../../src/store/results.ts';
import {randomChange, seeded} from '../random-changes.ts';

const AT = '2026-03-04T10:20:30.000Z';

/** What a planner might do next. Always the same for the same seed and the same project. */
export function act(db: Database.Database, seed: number): string {
  const random = seeded(seed);
  const kind = random();
  if (kind < 0.5) {
    record(db, randomChange(readPlan(db), random, `Change ${seed}`), AT);
    return 'change';
  }
  if (kind < 0.6) {
    undo(db, AT);
    return 'undo';
  }
  if (kind < 0.65) {
    redo(db, AT);
    return 'redo';
  }
  if (kind < 0.75) {
    importResidents(db, seed, random);
    return 'import';
  }
  if (kind < 0.8) {
    const bytes = new Uint8Array(200_000 + Math.floor(random() * 3_000_000)).fill(seed);
    writeEdition(db, source(seed, 'streets'), [], {kind: 'streets', parts: [{name: 'nodes', bytes}]}, null, AT);
    return 'import';
  }
  // As in life, the fingerprint says what the result is.
  const rows = Array.from({length: 1 + Math.floor(random() * 20)}, () => {
    const number = Math.floor(random() * 500);
    const seconds = new Uint8Array(20_000).fill(number);
    return {fingerprint: `${number}`, mode: 'drive', seconds, metres: seconds};
  });
  putResults(db, rows);
  return 'result';
}

/** An import that also changes the plan, and refuses rows: all of it belongs together. */
function importResidents(db: Database.Database, seed: number, random: () => number): void {
  const count = 100 + Math.floor(random() * 8000);
  const rows = Array.from({length: count}, (_, index) => ({
    code: `E${index}`,
    fromAge: 0,
    toAge: 120,
    people: seed % 1000,
  }));
  const refusals = Array.from({length: Math.floor(random() * 50)}, (_, row) => ({
    row,
    column: 'people',
    reason: `${seed}`,
  }));
  const change = randomChange(readPlan(db), random, `Import ${seed}`);
  writeEdition(db, source(seed, 'residents'), refusals, {kind: 'residents', rows}, change, AT);
}

function source(seed: number, kind: 'residents' | 'streets'): Source {
  const plain = {
    title: '',
    publisher: '',
    edition: '',
    date: '',
    licence: '',
    attribution: '',
    fileName: '',
    fileHash: '',
  };
  const rows = {rowsRead: 0, rowsTaken: 0, rowsRefused: 0};
  return {id: `${kind}-${seed}`, kind, importedAt: AT, notes: [], ...plain, ...rows};
}

/** Everything that must never be lost, as one short text. */
export function contentOf(db: Database.Database): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([rowsOf(readPlan(db)), historySteps(db), readSources(db), readResidents(db)]));
  hash.update(JSON.stringify(readSources(db).map(({id}) => readRefusals(db, id))));
  for (const {bytes} of readStreets(db) ?? []) hash.update(bytes);
  return hash.digest('hex');
}

/** Results by fingerprint: they may be lost with a working copy that had nothing unsaved, but never be wrong. */
export function resultsOf(db: Database.Database): Map<string, string> {
  const rows = db.prepare('SELECT fingerprint, seconds, metres FROM travel_time').all() as {
    fingerprint: string;
    seconds: Buffer;
    metres: Buffer;
  }[];
  return new Map(
    rows.map((row) => [row.fingerprint, createHash('sha256').update(row.seconds).update(row.metres).digest('hex')]),
  );
}
