import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {closeProject, isUnsaved, saveProject} from '../../src/store/project-file.ts';
import {getPreparation, getResults, pruneResults, putPreparation, putResults} from '../../src/store/results.ts';
import {inAFolder} from './in-a-folder.ts';

const {folder, create, reopen} = inAFolder();
const row = (fingerprint: string, size = 4) => ({
  fingerprint,
  mode: 'drive',
  seconds: new Uint8Array(size).fill(7),
  metres: new Uint8Array(size * 2),
});

describe('travel times', () => {
  test('are found by their fingerprint; what was never measured is missing', () => {
    const {db} = create(folder());
    putResults(db, [row('a'), row('b')]);
    const found = getResults(db, ['b', 'c']);
    expect([...found.keys()]).toEqual(['b']);
    expect(found.get('b')).toEqual({seconds: new Uint8Array(4).fill(7), metres: new Uint8Array(8)});
  });

  test('measured again replace the earlier ones', () => {
    const {db} = create(folder());
    putResults(db, [row('a')]);
    putResults(db, [{...row('a'), seconds: new Uint8Array([1])}]);
    expect(getResults(db, ['a']).get('a')?.seconds).toEqual(new Uint8Array([1]));
  });

  test('are saved with the project, but do not make it unsaved: they can be had again', () => {
    const home = folder();
    const file = create(home);
    saveProject(file, join(home, 'town.gpkg'));
    putResults(file.db, [row('a')]);
    putPreparation(file.db, 'p', [{name: 'ranks', bytes: new Uint8Array([1])}]);
    expect(isUnsaved(file)).toBe(false);
    saveProject(file);
    closeProject(file, false);
    const again = reopen(home, join(home, 'town.gpkg'));
    expect(getResults(again.db, ['a']).size).toBe(1);
    expect(getPreparation(again.db, 'p')).toEqual([{name: 'ranks', bytes: new Uint8Array([1])}]);
  });
});

describe('a prepared network', () => {
  test('comes back in the order of its parts, and a new one replaces all of it', () => {
    const {db} = create(folder());
    const parts = ['z', 'a', 'm'].map((name) => ({name, bytes: new TextEncoder().encode(name)}));
    putPreparation(db, 'p', parts);
    expect(getPreparation(db, 'p')).toEqual(parts);
    putPreparation(db, 'p', parts.slice(0, 1));
    expect(getPreparation(db, 'p')).toEqual(parts.slice(0, 1));
    expect(getPreparation(db, 'q')).toBeNull();
  });
});

describe('letting go of results', () => {
  test('begins with the oldest and stops when the rest fits', () => {
    const {db} = create(folder());
    putResults(
      db,
      ['a', 'b', 'c'].map((name) => row(name, 100)),
    );
    expect(pruneResults(db, 900)).toBe(0);
    expect(pruneResults(db, 500)).toBe(600);
    expect([...getResults(db, ['a', 'b', 'c']).keys()]).toEqual(['c']);
  });

  test('keeps what is in use, and comes to prepared networks last', () => {
    const {db} = create(folder());
    putResults(
      db,
      ['a', 'b', 'c'].map((name) => row(name, 100)),
    );
    putPreparation(db, 'p', [{name: 'x', bytes: new Uint8Array(1000)}]);
    expect(pruneResults(db, 0, new Set(['b']))).toBe(1600);
    expect([...getResults(db, ['a', 'b', 'c']).keys()]).toEqual(['b']);
    expect(getPreparation(db, 'p')).toBeNull();
  });
});
