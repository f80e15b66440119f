import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {MIGRATIONS} from '../../src/store/migrations/list.ts';
import {closeProject, openProject, saveProject} from '../../src/store/project-file.ts';
import {contentOf} from '../../src/store/receive.ts';
import {noteSeen, seenBefore} from '../../src/store/seen.ts';
import {inAFolder, NOW} from './in-a-folder.ts';

const {folder, create} = inAFolder();
const app = (home: string) => join(home, 'app');
const today = MIGRATIONS.length;

function saved(home: string): string {
  const path = join(home, 'town.gpkg');
  const file = create(home);
  saveProject(file, path);
  closeProject(file, false);
  return path;
}

describe('a file that this Closer has seen', () => {
  it('is known by its content once it was saved, and anywhere else once it was opened', () => {
    const home = folder();
    const path = saved(home);
    expect(seenBefore(app(home), contentOf(path), today)).toBeDefined();
    const elsewhere = folder();
    expect(seenBefore(app(elsewhere), contentOf(path), today)).toBeUndefined();
    closeProject(openProject(app(elsewhere), path, NOW), false);
    expect(seenBefore(app(elsewhere), contentOf(path), today)).toEqual(seenBefore(app(home), contentOf(path), today));
  });

  it('is looked through again when a single byte is another', () => {
    const home = folder();
    const path = saved(home);
    const bytes = readFileSync(path);
    const at = bytes.indexOf('As now');
    bytes.write('Is now', at);
    writeFileSync(path, bytes);
    expect(seenBefore(app(home), contentOf(path), today)).toBeUndefined();
    expect(() => openProject(app(home), path, NOW)).toThrow(/damaged: the table/);
  });

  it('is looked through again when it has an older format than is written today', () => {
    const home = folder();
    noteSeen(app(home), {content: 'c', format: today - 1, state: 's'});
    expect(seenBefore(app(home), 'c', today)).toBeUndefined();
  });

  it('opens with a list that is damaged or not there', () => {
    const home = folder();
    const path = saved(home);
    for (const list of ['', '{', '[1, null, {"content": 3}]', '{"a": 1}']) {
      writeFileSync(join(app(home), 'seen.json'), list);
      closeProject(openProject(app(home), path, NOW), false);
      expect(seenBefore(app(home), contentOf(path), today)).toBeDefined();
    }
  });

  it('is forgotten after fifty others', () => {
    const home = folder();
    for (let file = 0; file < 60; file++) noteSeen(app(home), {content: `c${file}`, format: today, state: 's'});
    expect(seenBefore(app(home), 'c9', today)).toBeUndefined();
    expect(seenBefore(app(home), 'c10', today)).toBeDefined();
  });
});
