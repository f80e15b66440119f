import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {hostname} from 'node:os';
import {join} from 'node:path';
import Database from 'better-sqlite3';
import {describe, expect, test} from 'vitest';
import {put} from '../../src/domain/change.ts';
import {PlanError} from '../../src/domain/errors.ts';
import {newSite} from '../../src/domain/site.ts';
import {EVIDENCE_TABLES, PLAN_TABLES, RECORD_TABLES, RESULT_TABLES} from '../../src/domain/tables.ts';
import {record} from '../../src/store/history.ts';
import {
  closeProject,
  createProject,
  isUnsaved,
  leftOver,
  openedElsewhere,
  recoverProject,
  saveProject,
} from '../../src/store/project-file.ts';
import {readPlan} from '../../src/store/read-plan.ts';
import {inAFolder, NOW} from './in-a-folder.ts';

const {folder, create, reopen, held} = inAFolder();
const library = newSite('library', 'Library', [-1.1, 52.6], 'existing');
const addLibrary = put('Add Library', 'site', library);

/** A saved project, closed again. */
function saved(home: string, name = 'town.gpkg'): string {
  const file = create(home);
  record(file.db, addLibrary, NOW);
  saveProject(file, join(home, name));
  closeProject(file, false);
  return join(home, name);
}

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof PlanError) return error.message;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('a new project', () => {
  test('has its name, the option “As now” and nothing else, and was never saved', () => {
    const file = create(folder(), 'Eastmoor');
    const plan = readPlan(file.db);
    expect([...plan.place.values()]).toEqual([{id: 'place', name: 'Eastmoor', note: ''}]);
    expect([...plan.option.values()]).toEqual([{id: 'as-now', name: 'As now', role: 'business-as-usual', note: ''}]);
    expect(plan.site.size).toBe(0);
    expect(file.originalPath).toBeNull();
    expect(isUnsaved(file)).toBe(true);
    expect(refusal(() => saveProject(file))).toBe('This project has no file yet. Choose where to save it.');
  });

  test('has the tables of the lists in `tables.ts`, those of GeoPackage, and no other', () => {
    const {db} = create(folder());
    const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all();
    const geopackage = [
      'gpkg_contents',
      'gpkg_extensions',
      'gpkg_geometry_columns',
      'gpkg_spatial_ref_sys',
      'layer_styles',
      'sqlite_sequence',
    ];
    expect(tables).toEqual(
      [...PLAN_TABLES, ...EVIDENCE_TABLES, ...RESULT_TABLES, ...RECORD_TABLES, ...geopackage].sort(),
    );
    expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')`).pluck().get()).toBe(0);
  });

  test('has a strict table for everything but layers and what GeoPackage prescribes, and no cascades', () => {
    const {db} = create(folder());
    const loose = (db.pragma('table_list') as {name: string; schema: string; strict: number}[])
      .filter((table) => table.schema === 'main' && table.strict === 0 && !/^(gpkg_|sqlite_)/.test(table.name))
      .map((table) => table.name);
    expect(loose.sort()).toEqual(['area', 'layer_styles', 'site']);
    const sql = (db.prepare('SELECT group_concat(sql) FROM sqlite_schema').pluck().get() as string).toUpperCase();
    expect(sql).not.toContain('CASCADE');
  });

  test('is worked in as the power-cut trials say: truncated journal, full flush, held alone', () => {
    const {db} = create(folder());
    const pragma = (name: string) => db.pragma(name, {simple: true});
    expect(pragma('journal_mode')).toBe('truncate');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('locking_mode')).toBe('exclusive');
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('trusted_schema')).toBe(0);
    expect(pragma('cell_size_check')).toBe(1);
    expect(pragma('mmap_size')).toBe(0);
  });
});

describe('saving', () => {
  test('makes a file that opens with the same plan, and nothing is unsaved', () => {
    const home = folder();
    const file = create(home);
    record(file.db, addLibrary, NOW);
    saveProject(file, join(home, 'town.gpkg'));
    expect(isUnsaved(file)).toBe(false);
    expect(file.originalPath).toBe(join(home, 'town.gpkg'));
    closeProject(file, false);

    const again = reopen(home, join(home, 'town.gpkg'));
    expect(again.id).toBe(file.id);
    expect(again.notes).toEqual([]);
    expect(isUnsaved(again)).toBe(false);
    expect(readPlan(again.db).site.get('library')).toEqual(library);
  });

  test('leaves nothing beside the file but the notice that it is open, which goes with closing', () => {
    const home = folder();
    const file = create(home);
    saveProject(file, join(home, 'town.gpkg'));
    saveProject(file);
    expect(readdirSync(home).sort()).toEqual(['.town.gpkg.closer-open', 'app', 'town.gpkg']);
    expect(readdirSync(join(home, 'app', 'working'))).toHaveLength(1);
    closeProject(file, false);
    expect(readdirSync(home).sort()).toEqual(['app', 'town.gpkg']);
    expect(readdirSync(join(home, 'app', 'working'))).toEqual([]);
  });

  test('a change makes the project unsaved, saving makes it saved, in every kind of edit', () => {
    const home = folder();
    const file = create(home);
    saveProject(file, join(home, 'town.gpkg'));
    expect(isUnsaved(file)).toBe(false);
    record(file.db, addLibrary, NOW);
    expect(isUnsaved(file)).toBe(true);
    saveProject(file);
    expect(isUnsaved(file)).toBe(false);
  });

  test('as another file makes that one the project’s own and leaves the first as it was', () => {
    const home = folder();
    const first = saved(home);
    const before = readFileSync(first);
    const file = reopen(home, first);
    record(file.db, put('Rename', 'site', {...library, name: 'Old library'}), NOW);
    saveProject(file, join(home, 'other.gpkg'));
    expect(file.originalPath).toBe(join(home, 'other.gpkg'));
    expect(readFileSync(first).equals(before)).toBe(true);
    expect(openedElsewhere(first)).toBeNull();
    expect(existsSync(join(home, '.town.gpkg.closer-open'))).toBe(false);
    expect(existsSync(join(home, '.other.gpkg.closer-open'))).toBe(true);
  });

  test('never replaces a file that another Closer saved meanwhile, but can save under another name', () => {
    const home = folder();
    const path = saved(home);
    const mine = reopen(home, path);
    const theirs = reopen(join(home, 'colleague'), path);
    record(theirs.db, put('Rename', 'site', {...library, name: 'Theirs'}), NOW);
    saveProject(theirs);
    const kept = readFileSync(path);

    record(mine.db, put('Rename', 'site', {...library, name: 'Mine'}), NOW);
    const expected =
      '“town.gpkg” was changed by someone else or another program since it was opened here. It was not replaced. Save under another name.';
    expect(refusal(() => saveProject(mine))).toBe(expected);
    expect(refusal(() => saveProject(mine, path))).toBe(expected);
    expect(readFileSync(path).equals(kept)).toBe(true);
    expect(isUnsaved(mine)).toBe(true);

    saveProject(mine, join(home, 'mine.gpkg'));
    expect(isUnsaved(mine)).toBe(false);
    expect(readdirSync(home).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('replaces a file that another program has only looked at, though its bytes differ', () => {
    const home = folder();
    const path = saved(home);
    const file = reopen(home, path);
    const looker = new Database(path);
    looker.pragma('journal_mode = WAL');
    looker.pragma('user_version = 10400');
    looker.close();
    record(file.db, put('Rename', 'site', {...library, name: 'Renamed'}), NOW);
    saveProject(file);
    expect(readPlan(reopen(join(home, 'b'), path).db).site.get('library')?.name).toBe('Renamed');
  });

  test('refuses while another program has the file open in a way that replacing would break', () => {
    const home = folder();
    const path = saved(home);
    const file = reopen(home, path);
    const other = new Database(path);
    other.pragma('journal_mode = WAL');
    other.exec(`UPDATE site SET name = 'Moved in QGIS'`);
    const before = readFileSync(path);
    expect(refusal(() => saveProject(file))).toBe(
      '“town.gpkg” is in use by another program, such as QGIS. Close it there, or save under another name.',
    );
    expect(readFileSync(path).equals(before)).toBe(true);
    other.close();
    expect(refusal(() => saveProject(file))).toContain('was changed by someone else');
  });

  test('makes the file again if it was deleted meanwhile', () => {
    const home = folder();
    const path = saved(home);
    const file = reopen(home, path);
    rmSync(path);
    saveProject(file);
    expect(existsSync(path)).toBe(true);
  });

  test('follows a link and keeps the file’s permissions', () => {
    const home = folder();
    const path = saved(home);
    chmodSync(path, 0o640);
    symlinkSync(path, join(home, 'link.gpkg'));
    const file = reopen(home, join(home, 'link.gpkg'));
    record(file.db, put('Rename', 'site', {...library, name: 'Renamed'}), NOW);
    saveProject(file);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(file.originalPath).toBe(path);
    closeProject(file, false);
    expect(readPlan(reopen(home, path).db).site.get('library')?.name).toBe('Renamed');
  });

  test.each([
    [
      'a folder',
      (home: string) => mkdirSync(join(home, 'taken.gpkg')),
      'taken.gpkg',
      '“taken.gpkg” is a folder. Choose a name for the project’s file.',
    ],
    ['a read-only file', readOnlyFile, 'kept.gpkg', '“kept.gpkg” is read-only. Save under another name.'],
    [
      'a folder that is not there',
      () => undefined,
      'nowhere/town.gpkg',
      '“town.gpkg” can’t be saved: its folder “nowhere” is not there. Choose another place.',
    ],
    [
      'a name that is too long',
      () => undefined,
      `${'x'.repeat(300)}.gpkg`,
      'its name or path is too long. Choose a shorter name or a folder higher up.',
    ],
    ['a name that is as long as names can be', () => undefined, `${'x'.repeat(250)}.gpkg`, null],
    [
      'a path through a file',
      (home: string) => writeFileSync(join(home, 'note'), ''),
      'note/town.gpkg',
      '“town.gpkg” can’t be saved: its folder “note” is not there.',
    ],
    [
      'a name that map programs do not know',
      () => undefined,
      'town.closer',
      '“town.closer” must end in .gpkg, so that map programs recognise it.',
    ],
  ])('to %s', (_, prepare, name, sentence) => {
    const home = folder();
    prepare(home);
    const file = create(home);
    const target = join(home, name);
    if (sentence === null) {
      saveProject(file, target);
      expect(existsSync(target)).toBe(true);
      return;
    }
    expect(refusal(() => saveProject(file, target))).toContain(sentence);
    expect(isUnsaved(file)).toBe(true);
    expect(file.originalPath).toBeNull();
    expect(readdirSync(home).filter((each) => each.endsWith('.tmp'))).toEqual([]);
  });

  function readOnlyFile(home: string): void {
    writeFileSync(join(home, 'kept.gpkg'), 'kept');
    chmodSync(join(home, 'kept.gpkg'), 0o444);
  }
});

describe('who has it open', () => {
  test('this process is not elsewhere', () => {
    const home = folder();
    const path = saved(home);
    expect(openedElsewhere(path)).toBeNull();
    reopen(home, path);
    expect(openedElsewhere(path)).toBeNull();
  });

  /** A notice as another Closer would leave it. */
  function notice(path: string, lock: object): void {
    const at = '2026-03-04T09:15:00';
    writeFileSync(
      join(path, '..', '.town.gpkg.closer-open'),
      JSON.stringify({who: 'anna', machine: 'estates-12', process: 4711, started: '', at, ...lock}),
    );
  }

  test('a colleague on another computer is named, with the time', () => {
    const path = saved(folder());
    notice(path, {});
    expect(openedElsewhere(path)).toBe(
      '“town.gpkg” seems to be open already: anna opened it on estates-12 on 4 March at 09:15. ' +
        'You can look and work on, but whoever saves second will have to save under another name.',
    );
  });

  test('a running program on this computer is named; the notice is not taken from it by opening and closing here', () => {
    const home = folder();
    const path = saved(home);
    const started =
      process.platform === 'linux'
        ? readFileSync(`/proc/${process.ppid}/stat`, 'latin1')
            .replace(/^.*\) /s, '')
            .split(' ')[19]
        : '';
    notice(path, {machine: hostname(), process: process.ppid, started});
    expect(openedElsewhere(path)).toContain('anna opened it on this computer');
    closeProject(reopen(home, path), false);
    expect(openedElsewhere(path)).toContain('anna opened it on this computer');
  });

  test('a notice whose process is gone, or whose number another process has now, is stale', () => {
    const path = saved(folder());
    notice(path, {machine: hostname(), process: 2 ** 30});
    expect(openedElsewhere(path)).toBeNull();
    notice(path, {machine: hostname(), process: process.ppid, started: '1'});
    expect(openedElsewhere(path)).toBeNull();
  });

  test.each(['', '{', 'null', '[]', '{"who": 1}'])('a notice that says %j tells nothing', (text) => {
    const path = saved(folder());
    writeFileSync(join(path, '..', '.town.gpkg.closer-open'), text);
    expect(openedElsewhere(path)).toBeNull();
  });

  test('a project that is open in another Closer is not saved over', () => {
    const home = folder();
    const path = saved(home);
    notice(path, {});
    const file = create(home);
    expect(refusal(() => saveProject(file, path))).toBe(
      '“town.gpkg” is open in another Closer. Save under another name.',
    );
  });
});

describe('work that was not saved', () => {
  test('is recovered though the note of where it came from is damaged, as a project without a file', () => {
    const home = folder();
    const app = join(home, 'app');
    const file = reopen(home, saved(home));
    record(file.db, put('Rename', 'site', {...library, name: 'Hub'}), NOW);
    closeProject(file, true);
    writeFileSync(join(file.workingPath, '..', 'origin.json'), '{"orig');
    expect(leftOver(app).map(({originalPath}) => originalPath)).toEqual([null]);
    const again = held(recoverProject(app, file.workingPath));
    expect(again.originalPath).toBeNull();
    expect(readPlan(again.db).site.get('library')?.name).toBe('Hub');
  });

  test('is kept when closing keeps it, named, and recovered with its history and its file', () => {
    const home = folder();
    const app = join(home, 'app');
    const path = saved(home);
    const file = reopen(home, path);
    record(file.db, put('Rename', 'site', {...library, name: 'Hub'}), '2026-03-05T08:00:00.000Z');
    expect(leftOver(app)).toEqual([]);
    closeProject(file, true);

    const left = leftOver(app);
    expect(left).toEqual([
      {workingPath: file.workingPath, name: 'Testham', originalPath: path, at: '2026-03-05T08:00:00.000Z'},
    ]);
    const again = held(recoverProject(app, left[0]!.workingPath));
    expect(leftOver(app)).toEqual([]);
    expect(isUnsaved(again)).toBe(true);
    expect(readPlan(again.db).site.get('library')?.name).toBe('Hub');
    saveProject(again);
    expect(isUnsaved(again)).toBe(false);
  });

  test('is still told from an original that changed meanwhile', () => {
    const home = folder();
    const app = join(home, 'app');
    const path = saved(home);
    const file = reopen(home, path);
    record(file.db, put('Rename', 'site', {...library, name: 'Hub'}), NOW);
    closeProject(file, true);
    const other = new Database(path);
    other.exec(`UPDATE site SET name = 'Theirs'`);
    other.close();
    const again = held(recoverProject(app, file.workingPath));
    expect(refusal(() => saveProject(again))).toContain('was changed by someone else');
  });

  test('is cleared away when there is none', () => {
    const home = folder();
    const file = reopen(home, saved(home));
    closeProject(file, true);
    expect(existsSync(file.workingPath)).toBe(true);
    expect(leftOver(join(home, 'app'))).toEqual([]);
    expect(existsSync(file.workingPath)).toBe(false);
  });

  test('of a new project is newest first', () => {
    const home = folder();
    const app = join(home, 'app');
    for (const [name, at] of [
      ['Older', '2026-01-01'],
      ['Newer', '2026-02-01'],
    ] as const)
      closeProject(createProject(app, name, at), true);
    expect(leftOver(app).map((each) => each.name)).toEqual(['Newer', 'Older']);
  });

  test('in a folder that does not exist is none', () => {
    expect(leftOver(join(folder(), 'nowhere'))).toEqual([]);
  });

  test('that can’t be read is left where it is, for someone who can', () => {
    const home = folder();
    const file = create(home);
    closeProject(file, true);
    writeFileSync(file.workingPath, 'x'.repeat(5000));
    expect(leftOver(join(home, 'app'))).toEqual([]);
    expect(existsSync(file.workingPath)).toBe(true);
    expect(refusal(() => recoverProject(join(home, 'app'), file.workingPath))).toContain('it is damaged');
  });
});
