import {describe, expect, test} from 'vitest';
import {put, remove, together} from '../../src/domain/change.ts';
import {AS_NOW} from '../../src/domain/option.ts';
import {newPlacement} from '../../src/domain/placement.ts';
import {applied, rowsOf} from '../../src/domain/plan.ts';
import {newSite} from '../../src/domain/site.ts';
import {applyChange} from '../../src/store/apply.ts';
import {readPlan} from '../../src/store/read-plan.ts';
import {inAFolder} from './in-a-folder.ts';
import {randomChange, randomService, seeded} from './random-changes.ts';

const {create, folder} = inAFolder();
const library = newSite('library', 'Library', [-1.1, 52.6], 'existing');

/** The plan as text, rows by id: what “identical” means. */
function dump(db: Parameters<typeof readPlan>[0]): string {
  const rows = rowsOf(readPlan(db));
  return JSON.stringify(
    Object.entries(rows).map(([table, list]) => [table, [...list].sort((a, b) => (a.id < b.id ? -1 : 1))]),
  );
}

describe('a change', () => {
  test('that adds a site is taken back by one that removes it', () => {
    const {db} = create(folder());
    expect(applyChange(db, put('Add Library', 'site', library))).toEqual({
      label: 'Add Library',
      put: {},
      remove: {site: ['library']},
    });
    expect(readPlan(db).site.get('library')).toEqual(library);
  });

  test('that moves a site is taken back by one that puts the old row', () => {
    const {db} = create(folder());
    applyChange(db, put('Add', 'site', library));
    const inverse = applyChange(db, put('Move Library', 'site', {...library, lng: -1.2}));
    expect(inverse).toEqual({label: 'Move Library', put: {site: [library]}, remove: {}});
    expect(readPlan(db).site.get('library')?.lng).toBe(-1.2);
  });

  test('and its inverse leave the plan as it was, for three thousand random changes', () => {
    const {db} = create(folder());
    const random = seeded(20260304);
    let plan = readPlan(db);
    db.exec('BEGIN');
    for (let index = 0; index < 3000; index++) {
      const change = randomChange(plan, random, `Change ${index}`);
      const before = dump(db);
      const inverse = applyChange(db, change);
      const after = dump(db);
      const again = applyChange(db, inverse);
      expect(dump(db)).toBe(before);
      applyChange(db, again);
      expect(dump(db)).toBe(after);
      plan = readPlan(db);
    }
    db.exec('COMMIT');
    expect(plan.site.size).toBeGreaterThan(5);
    expect(plan.placement.size).toBeGreaterThan(0);
  });

  test('gives the file the same rows in the same order as `applied` gives the screen', () => {
    const {db} = create(folder());
    const random = seeded(7);
    let mirror = readPlan(db);
    for (let index = 0; index < 300; index++) {
      const change = randomChange(mirror, random, 'Change');
      applyChange(db, change);
      mirror = applied(mirror, change);
    }
    expect(rowsOf(readPlan(db))).toEqual(rowsOf(mirror));
  });

  test('that forgets what depends on a row fails as a whole and names it', () => {
    const {db} = create(folder());
    const service = randomService(seeded(1), 'pharmacy');
    applyChange(
      db,
      together(
        'Set up',
        put('', 'site', library),
        put('', 'service', service),
        put('', 'placement', newPlacement(AS_NOW, 'library', 'pharmacy')),
      ),
    );
    const before = dump(db);
    expect(() => applyChange(db, remove('Remove Library', 'site', 'library'))).toThrow(
      'The placement “as-now/library/pharmacy” refers to a site that is not there (any more).',
    );
    expect(dump(db)).toBe(before);
    expect(db.inTransaction).toBe(false);
  });

  test('that removes what is not there says so', () => {
    const {db} = create(folder());
    expect(() => applyChange(db, remove('Remove', 'site', 'nowhere'))).toThrow(
      'The site “nowhere” is not there (any more).',
    );
  });

  test('that touches a row twice is a mistake of ours', () => {
    const {db} = create(folder());
    expect(() => applyChange(db, put('Twice', 'site', library, library))).toThrow(RangeError);
    expect(readPlan(db).site.size).toBe(0);
  });

  test.each([
    ['a place that is no number', {lng: Number.NaN}, '“lng” of the site “Library” is “NaN”; it must be a longitude'],
    ['a latitude beyond the pole', {lat: 91}, '“lat” of the site “Library” is “91”; it must be a latitude'],
    ['a standing that does not exist', {standing: 'closed'}, 'must be one of: existing, candidate'],
    ['an empty id', {id: ''}, 'must be text of 1 to 500 characters'],
    ['a floor space that is text', {giaM2: '12'}, 'must be a number or empty'],
    ['half a character', {name: 'Library \ud800'}, 'must be text'],
  ])('with %s is refused, and nothing is written', (_, wrong, sentence) => {
    const {db} = create(folder());
    expect(() => applyChange(db, put('Add', 'site', {...library, ...wrong} as typeof library))).toThrow(sentence);
    expect(readPlan(db).site.size).toBe(0);
  });

  test('within another transaction goes with it when that fails', () => {
    const {db} = create(folder());
    db.exec('BEGIN');
    applyChange(db, put('Add', 'site', library));
    db.exec('ROLLBACK');
    expect(readPlan(db).site.size).toBe(0);
  });
});
