import {readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {noteRecent, readRecent} from '../../src/store/recent.ts';
import {inAFolder} from './in-a-folder.ts';

const {folder} = inAFolder();

test('the file opened last is first, and a file is there once', () => {
  const app = join(folder(), 'app');
  expect(readRecent(app)).toEqual([]);
  const a = {path: '/plans/a.gpkg', name: 'a', at: '2026-01-01'};
  const b = {path: '/plans/b.gpkg', name: 'b', at: '2026-01-02'};
  noteRecent(app, a);
  noteRecent(app, b);
  noteRecent(app, a);
  expect(readRecent(app)).toEqual([a, b]);
  expect(readdirSync(app)).toEqual(['recent.json']);
});

test('the list holds the last twelve', () => {
  const app = folder();
  for (let index = 0; index < 20; index++) noteRecent(app, {path: `/${index}`, name: String(index), at: ''});
  expect(readRecent(app).map(({name}) => name)).toEqual([
    '19',
    '18',
    '17',
    '16',
    '15',
    '14',
    '13',
    '12',
    '11',
    '10',
    '9',
    '8',
  ]);
});

test.each(['', '{', '{}', 'null', '[1, null, {"path": 1}]', '\0\0\0'])(
  'a list that is damaged (%j) is empty, and is whole again after the next',
  (text) => {
    const app = folder();
    writeFileSync(join(app, 'recent.json'), text);
    expect(readRecent(app)).toEqual([]);
    noteRecent(app, {path: '/a', name: 'a', at: ''});
    expect(readRecent(app)).toHaveLength(1);
  },
);
