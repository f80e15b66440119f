import {execFileSync} from 'node:child_process';
import {createHash, randomBytes} from 'node:crypto';
import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {put} from '../../src/domain/change.ts';
import {PlanError} from '../../src/domain/errors.ts';
import {newSite} from '../../src/domain/site.ts';
import type {Source} from '../../src/domain/source.ts';
import {readSources, readStreets, writeEdition} from '../../src/store/evidence.ts';
import {historyState, record} from '../../src/store/history.ts';
import {closeProject, createProject, isUnsaved, openProject, saveProject} from '../../src/store/project-file.ts';
import {readPlan} from '../../src/store/read-plan.ts';

/**
 * What happens where there is no room, told as JSON. Runs where `full-disk.test.ts` has mounted a disk of one megabyte.
 *
 * node full-disk-child.ts SMALL-DISK FOLDER-WITH-ROOM
 */
const [small, roomy] = process.argv.slice(2) as [string, string];
const NOW = '2026-03-04T10:20:30.000Z';
const library = newSite('library', 'Library', [-1, 52], 'existing');

function refusal(work: () => unknown): string {
  try {
    work();
    return 'It was done.';
  } catch (error) {
    if (error instanceof PlanError && error.kind === 'file') return error.message;
    throw error;
  }
}

function importStreets(file: ReturnType<typeof createProject>, bytes: number): void {
  const plain = {
    title: '',
    publisher: '',
    edition: '',
    date: '',
    licence: '',
    attribution: '',
    fileName: 'streets.pbf',
    fileHash: '',
  };
  const source: Source = {
    id: 's',
    kind: 'streets',
    importedAt: NOW,
    notes: [],
    ...plain,
    rowsRead: 0,
    rowsTaken: 0,
    rowsRefused: 0,
  };
  writeEdition(file.db, source, [], {kind: 'streets', parts: [{name: 'x', bytes: randomBytes(bytes)}]}, null, NOW);
}

function hash(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

// Saving to a full disk.
const path = join(small, 'town.gpkg');
const file = createProject(join(roomy, 'app'), 'Testham', NOW);
saveProject(file, path);
const before = hash(path);
importStreets(file, 3_000_000);
const saving = refusal(() => saveProject(file));
const afterSaving = {
  sentence: saving,
  same: hash(path) === before,
  beside: readdirSync(small).sort(),
  unsaved: isUnsaved(file),
};
saveProject(file, join(roomy, 'elsewhere.gpkg'));
const elsewhere = isUnsaved(file);
closeProject(file, false);

// Opening needs room for the working copy.
writeFileSync(join(small, 'filler'), randomBytes(500_000));
const opening = refusal(() => openProject(join(small, 'app'), join(roomy, 'elsewhere.gpkg'), NOW));
const openingLeft = readdirSync(join(small, 'app', 'working'));
rmSync(join(small, 'filler'));
rmSync(path);

// Working where the disk fills up.
const cramped = createProject(join(small, 'app'), 'Cramped', NOW);
record(cramped.db, put('Add', 'site', library), NOW);
const importing = refusal(() => importStreets(cramped, 3_000_000));
const nothing = readStreets(cramped.db) === null && readSources(cramped.db).length === 0 && !cramped.db.inTransaction;
const editing = refusal(() => {
  for (let index = 0; ; index++)
    record(cramped.db, put(`Note ${index}`, 'site', {...library, note: 'x'.repeat(5000 + index)}), NOW);
});
const plan = readPlan(cramped.db).site.get('library')!;
const state = historyState(cramped.db);
const whole =
  state.undo === `Note ${plan.note.length - 5000}` && cramped.db.pragma('integrity_check', {simple: true}) === 'ok';
closeProject(cramped, false);

// A disk that can only be read.
const shelf = createProject(join(roomy, 'app'), 'Shelf', NOW);
saveProject(shelf, join(small, 'shelf.gpkg'));
closeProject(shelf, false);
execFileSync('mount', ['-o', 'remount,ro', small]);
const shelved = openProject(join(roomy, 'app'), join(small, 'shelf.gpkg'), NOW);
record(shelved.db, put('Add', 'site', library), NOW);
const readOnly = refusal(() => saveProject(shelved));
closeProject(shelved, false);

console.log(
  JSON.stringify({afterSaving, elsewhere, opening, openingLeft, importing, nothing, editing, whole, readOnly}),
);
