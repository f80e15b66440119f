import {fsyncSync, openSync, writeSync} from 'node:fs';
import {
  closeProject,
  leftOver,
  openProject,
  type ProjectFile,
  recoverProject,
  saveProject,
} from '../../../src/store/project-file.ts';
import {seeded} from '../random-changes.ts';
import {act} from './actions.ts';

/**
 * A planner at work, until killed: opens the project (or takes up what was left), edits, imports, measures and saves, and
 * writes down, safely, what it is about to do and what was committed.
 *
 * node child.ts APP-FOLDER PROJECT LOG SEED
 */
const [app, path, log, seed] = process.argv.slice(2) as [string, string, string, string];
const NOW = '2026-03-04T10:20:30.000Z';
const diary = openSync(log, 'a');

function note(line: string): void {
  writeSync(diary, `${line}\n`);
  fsyncSync(diary);
}

function start(): ProjectFile {
  const [left] = leftOver(app);
  return left ? recoverProject(app, left.workingPath) : openProject(app, path, NOW);
}

note('open');
let file = start();
const random = seeded(Number(seed));
note('opened');
for (;;) {
  const next = Math.floor(random() * 2 ** 31);
  const what = random();
  if (what < 0.06) {
    note('save');
    saveProject(file);
    note('saved');
  } else if (what < 0.08) {
    note('save');
    saveProject(file);
    note('saved');
    note('open');
    closeProject(file, false);
    file = openProject(app, path, NOW);
    note('opened');
  } else {
    note(`act ${next}`);
    note(`${act(file.db, next)} done`);
  }
}
