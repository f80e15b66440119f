import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {put} from '../../src/domain/change.ts';
import {applied, rowsOf} from '../../src/domain/plan.ts';
import {newSite} from '../../src/domain/site.ts';
import {historyState, historySteps, record, redo, undo} from '../../src/store/history.ts';
import {closeProject, isUnsaved, saveProject} from '../../src/store/project-file.ts';
import {readPlan} from '../../src/store/read-plan.ts';
import {inAFolder, NOW} from './in-a-folder.ts';
import {randomChange, seeded} from './random-changes.ts';

const {folder, create, reopen} = inAFolder();
const library = newSite('library', 'Library', [-1.1, 52.6], 'existing');

describe('undo and redo', () => {
  test('have nothing to do in a new project', () => {
    const {db} = create(folder());
    expect(historyState(db)).toEqual({undo: null, redo: null});
    expect(undo(db, NOW)).toBeNull();
    expect(redo(db, NOW)).toBeNull();
  });

  test('say in words what they would do, and give the change that was applied', () => {
    const {db} = create(folder());
    expect(record(db, put('Add Library', 'site', library), NOW)).toEqual({undo: 'Add Library', redo: null});
    record(db, put('Move Library', 'site', {...library, lng: -1}), NOW);
    expect(undo(db, NOW)).toEqual({label: 'Move Library', put: {site: [library]}, remove: {}});
    expect(historyState(db)).toEqual({undo: 'Add Library', redo: 'Move Library'});
    expect(redo(db, NOW)).toEqual({label: 'Move Library', put: {site: [{...library, lng: -1}]}, remove: {}});
    expect(historyState(db)).toEqual({undo: 'Move Library', redo: null});
  });

  test('a new change drops what could be done again', () => {
    const {db} = create(folder());
    record(db, put('One', 'site', library), '2026-01-01');
    record(db, put('Two', 'site', {...library, name: 'Two'}), '2026-01-02');
    undo(db, NOW);
    record(db, put('Three', 'site', {...library, name: 'Three'}), '2026-01-03');
    expect(redo(db, NOW)).toBeNull();
    expect(historySteps(db)).toEqual([
      {seq: 1, at: '2026-01-01', label: 'One', undone: false},
      {seq: 3, at: '2026-01-03', label: 'Three', undone: false},
    ]);
  });

  test('a change that changes nothing is no step, and leaves the project saved and redo as it was', () => {
    const home = folder();
    const file = create(home);
    record(file.db, put('One', 'site', library), NOW);
    undo(file.db, NOW);
    saveProject(file, join(home, 'town.gpkg'));
    expect(record(file.db, {label: 'Nothing', put: {}, remove: {}}, NOW)).toEqual({undo: null, redo: 'One'});
    expect(isUnsaved(file)).toBe(false);
  });

  test('a change that fails is no step, and redo is as it was', () => {
    const {db} = create(folder());
    record(db, put('One', 'site', library), NOW);
    undo(db, NOW);
    expect(() => record(db, put('Bad', 'site', {...library, lat: 100}), NOW)).toThrow('latitude');
    expect(historyState(db)).toEqual({undo: null, redo: 'One'});
    expect(historySteps(db)).toHaveLength(1);
  });

  test('make the project unsaved: the file has another plan', () => {
    const home = folder();
    const file = create(home);
    record(file.db, put('One', 'site', library), NOW);
    saveProject(file, join(home, 'town.gpkg'));
    undo(file.db, NOW);
    expect(isUnsaved(file)).toBe(true);
  });

  test('walk all the way back and forth through two hundred random changes, saved, closed and reopened on the way', () => {
    const home = folder();
    const path = join(home, 'town.gpkg');
    let file = create(home);
    saveProject(file, path);
    const random = seeded(42);
    const plans = [sorted(file)];
    while (plans.length <= 200) {
      const change = randomChange(readPlan(file.db), random, `Change ${plans.length}`);
      const steps = historySteps(file.db).length;
      record(file.db, change, NOW);
      if (historySteps(file.db).length > steps) plans.push(sorted(file));
    }
    for (let at = plans.length - 1; at > 0; at--) {
      let mirror = readPlan(file.db);
      const change = undo(file.db, NOW)!;
      mirror = applied(mirror, change);
      expect(sorted(file)).toBe(plans[at - 1]);
      expect(rowsOf(mirror)).toEqual(rowsOf(readPlan(file.db)));
      if (at % 67 === 0) reopenIt();
    }
    expect(historyState(file.db)).toEqual({undo: null, redo: 'Change 1'});
    for (let at = 1; at < plans.length; at++) {
      redo(file.db, NOW);
      expect(sorted(file)).toBe(plans[at]);
      if (at % 67 === 0) reopenIt();
    }
    expect(historyState(file.db).redo).toBeNull();

    function reopenIt() {
      saveProject(file);
      closeProject(file, false);
      file = reopen(home, path);
    }
  });
});

function sorted(file: {db: Parameters<typeof readPlan>[0]}): string {
  const rows = rowsOf(readPlan(file.db));
  return JSON.stringify(
    Object.entries(rows).map(([table, list]) => [table, [...list].sort((a, b) => (a.id < b.id ? -1 : 1))]),
  );
}
