import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {appFolder} from '../../src/host/engine-settings.ts';
import {filesIn, freeName, onlyFiles} from '../../src/host/folder.ts';
import {grants} from '../../src/host/grants.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'closer-grants-'));
  mkdirSync(join(home, 'a', 'b', 'c', 'd', 'e'), {recursive: true});
  for (const name of ['top.csv', 'a/one.csv', 'a/b/c/three.csv', 'a/b/c/d/four.csv', 'a/b/c/d/e/five.csv'])
    writeFileSync(join(home, name), '');
});
afterAll(() => rmSync(home, {recursive: true}));

describe('a grant', () => {
  it('is a token that says nothing of the path, told to the engine with it', () => {
    const told: [string, string][] = [];
    const grant = grants((token, path) => void told.push([token, path]));
    const picked = grant('secret/folder/people.csv');
    expect(picked.name).toBe('people.csv');
    expect(told).toEqual([[picked.grant, resolve('secret/folder/people.csv')]]);
    expect(picked.grant).toMatch(/^[\w-]{16}$/);
  });

  it('is the same for the same file, another for another', () => {
    const grant = grants(() => undefined);
    expect(grant('a/x.csv').grant).toBe(grant('a/../a/x.csv').grant);
    expect(grant('a/x.csv').grant).not.toBe(grant('b/x.csv').grant);
  });

  it('can’t be guessed from another run', () => {
    expect(grants(() => undefined)('a').grant).not.toBe(grants(() => undefined)('a').grant);
  });
});

describe('a folder to pick from', () => {
  it('is not walked deeper than a person would look', () => {
    expect(filesIn(home, ['csv']).map(({name}) => name)).toEqual(['a/b/c/three.csv', 'a/one.csv', 'top.csv']);
  });

  it('that is gone holds nothing', () => {
    expect(filesIn(join(home, 'gone'), [])).toEqual([]);
  });

  it('has a free name for everything that is saved', () => {
    expect(freeName(home, 'new.csv')).toBe(join(home, 'new.csv'));
    expect(freeName(home, 'top.csv')).toBe(join(home, 'top 2.csv'));
    expect(freeName(home, '../top.csv')).toBeNull();
  });

  it('lets only files be dropped', () => {
    expect(onlyFiles([join(home, 'top.csv'), home, join(home, 'gone.csv'), '', 7, null])).toEqual([
      join(home, 'top.csv'),
    ]);
    expect(onlyFiles('top.csv')).toEqual([]);
  });
});

describe('the app’s own folder', () => {
  it('is where each system keeps what programs store for a person', () => {
    expect(appFolder({LOCALAPPDATA: 'C:\\Users\\ann\\AppData\\Local'}, 'win32')).toContain('Closer');
    expect(appFolder({}, 'darwin')).toContain(join('Library', 'Application Support', 'Closer'));
    expect(appFolder({XDG_DATA_HOME: '/home/ann/.local/share'}, 'linux')).toBe(
      join('/home/ann/.local/share', 'closer'),
    );
    expect(appFolder({CLOSER_FOLDER: '/elsewhere'}, 'linux')).toBe('/elsewhere');
  });
});
