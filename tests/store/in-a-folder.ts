import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach} from 'vitest';
import {closeProject, createProject, openProject, type ProjectFile} from '../../src/store/project-file.ts';

export const NOW = '2026-03-04T10:20:30.000Z';

/** A folder of its own for each test, and projects in it that are closed at the test's end. */
export function inAFolder() {
  const folders: string[] = [];
  const open: ProjectFile[] = [];

  afterEach(() => {
    for (const file of open.splice(0)) if (file.db.open) closeProject(file, false);
    for (const folder of folders.splice(0)) rmSync(folder, {recursive: true, force: true});
  });

  function folder(): string {
    const path = mkdtempSync(join(tmpdir(), 'closer-store-'));
    folders.push(path);
    return path;
  }
  function held(file: ProjectFile): ProjectFile {
    open.push(file);
    return file;
  }
  return {
    folder,
    held,
    create: (home: string, name = 'Testham') => held(createProject(join(home, 'app'), name, NOW)),
    reopen: (home: string, path: string) => held(openProject(join(home, 'app'), path, NOW)),
  };
}
