import {spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {
  closeProject,
  createProject,
  leftOver,
  openProject,
  type ProjectFile,
  recoverProject,
  saveProject,
} from '../../../src/store/project-file.ts';
import {seeded} from '../random-changes.ts';
import {act, contentOf, resultsOf} from './actions.ts';

/**
 * Kills a planner at work (`child.ts`) at random moments with SIGKILL, and each time compares what is there with a mirror
 * that did the same and was never killed: what was committed is there, what was begun is there whole or not at all, and
 * the saved file opens and is the last one saved.
 */
const CHILD = join(dirname(fileURLToPath(import.meta.url)), 'child.ts');
const NOW = '2026-03-04T10:20:30.000Z';

export interface Tally {
  kills: number;
  /** What was being done when it was killed: change, import, result, save, open, or nothing. */
  during: Record<string, number>;
  /** What had been done, over all runs. */
  done: Record<string, number>;
  /** Of the things that were begun, how many turned out to be committed. */
  committedUnseen: number;
  recovered: number;
  reopened: number;
}

export async function killManyTimes(
  kills: number,
  seed: number,
  onKill: (tally: Tally) => void = () => {},
): Promise<Tally> {
  const home = mkdtempSync(join(tmpdir(), 'closer-crash-'));
  const [app, path, log] = [join(home, 'app'), join(home, 'plans', 'town.gpkg'), join(home, 'diary')];
  mkdirSync(dirname(path));
  const random = seeded(seed);
  const tally: Tally = {kills: 0, during: {}, done: {}, committedUnseen: 0, recovered: 0, reopened: 0};
  const mirror = createProject(join(home, 'mirror'), 'Testham', NOW);
  try {
    const first = createProject(app, 'Testham', NOW);
    saveProject(first, path);
    closeProject(first, false);
    const state: State = {mirror, onFile: contentOf(mirror.db), looking: join(home, 'looking')};
    while (tally.kills < kills) {
      writeFileSync(log, '');
      await killOne(app, path, log, Math.floor(random() * 2 ** 31), random);
      tally.kills++;
      compare(state, readFileSync(log, 'utf8').trimEnd().split('\n'), app, path, tally);
      onKill(tally);
    }
    return tally;
  } finally {
    closeProject(mirror, false);
    rmSync(home, {recursive: true, force: true});
  }
}

function killOne(app: string, path: string, log: string, seed: number, random: () => number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, app, path, log, String(seed)], {stdio: ['ignore', 'ignore', 'pipe']});
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    // Most are killed at work, some while they start and open.
    const early = random() < 0.2;
    const wait = early ? 60 + random() * 200 : random() * 500;
    const kill = () => setTimeout(() => child.kill('SIGKILL'), wait);
    if (early) kill();
    else whenOpened(log, kill);
    child.on('exit', (_, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`The child ended by itself: ${said}`)),
    );
  });
}

function whenOpened(log: string, then: () => void): void {
  const timer = setInterval(() => {
    const text = readFileSync(log, 'utf8');
    if (!text.includes('opened\n')) return;
    clearInterval(timer);
    then();
  }, 5);
  setTimeout(() => clearInterval(timer), 30_000).unref();
}

interface State {
  mirror: ProjectFile;
  /** What the saved file holds, as far as it is known. */
  onFile: string;
  /** Where the saved file is opened to look at it, apart from the planner's own working copies. */
  looking: string;
}

function compare(state: State, diary: string[], app: string, path: string, tally: Tally): void {
  const {db} = state.mirror;
  let pending: number | null = null;
  let saving: string | null = null;
  for (const line of diary) {
    const [word, rest] = line.split(' ') as [string, string | undefined];
    if (word === 'act') pending = Number(rest);
    if (rest === 'done') {
      act(db, pending!);
      pending = null;
    }
    if (word === 'save') saving = contentOf(db);
    if (word === 'saved') {
      state.onFile = saving!;
      saving = null;
    }
    if (rest === 'done' || word === 'saved' || word === 'opened') count(tally.done, word);
  }

  const file = take(app, path, tally);
  try {
    const last = diary.at(-1)!;
    count(
      tally.during,
      pending === null ? (last === 'save' || last === 'open' ? last : 'between') : finish(file, db, pending, tally),
    );
    const wrong = (what: string) => new Error(`Kill ${tally.kills}: ${what}\n${diary.slice(-6).join('\n')}`);
    if (contentOf(file.db) !== contentOf(db))
      throw wrong('what was committed is not there, or something half-done is.');
    if (!agree(file, db)) throw wrong('a result is there that was never committed.');
    if (file.db.pragma('integrity_check', {simple: true}) !== 'ok') throw wrong('the working copy is damaged.');
    const saved = look(state.looking, path);
    if (saved !== state.onFile && saved !== saving) throw wrong('the saved file is not one that was saved.');
    state.onFile = saved;
    const strays = readdirSync(dirname(path)).filter((name) => name.endsWith('.tmp'));
    if (strays.length > 0) throw wrong(`${strays.join(', ')} stayed behind beside the project.`);
  } finally {
    closeProject(file, true);
  }
}

function count(counts: Record<string, number>, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1;
}

/** The project as the next start finds it: what was left over, or else the file. */
function take(app: string, path: string, tally: Tally): ProjectFile {
  const left = leftOver(app);
  if (left.length > 1) throw new Error(`${left.length} working copies were left over; there can only be one.`);
  if (left[0]) {
    tally.recovered++;
    return recoverProject(app, left[0].workingPath);
  }
  tally.reopened++;
  return openProject(app, path, NOW);
}

/** Brings the mirror to where the project is: the last thing was begun, and is either done or not. Gives what it was. */
function finish(file: ProjectFile, db: ProjectFile['db'], pending: number, tally: Tally): string {
  const before = contentOf(db);
  const results = resultsOf(db);
  db.exec('BEGIN');
  const kind = act(db, pending);
  const found = resultsOf(file.db);
  const fresh = [...resultsOf(db)].filter(([fingerprint, value]) => results.get(fingerprint) !== value);
  const committed =
    kind === 'result'
      ? fresh.length > 0 && fresh.every(([fingerprint, value]) => found.get(fingerprint) === value)
      : contentOf(file.db) !== before;
  if (committed) tally.committedUnseen++;
  db.exec(committed ? 'COMMIT' : 'ROLLBACK');
  return kind;
}

/** Results are right or absent. Those that were lost with a working copy that had nothing unsaved are lost to the mirror too. */
function agree(file: ProjectFile, db: ProjectFile['db']): boolean {
  const found = resultsOf(file.db);
  const known = resultsOf(db);
  for (const fingerprint of known.keys()) {
    if (!found.has(fingerprint)) db.prepare('DELETE FROM travel_time WHERE fingerprint = ?').run(fingerprint);
  }
  return [...found].every(([fingerprint, value]) => known.get(fingerprint) === value);
}

function look(app: string, path: string): string {
  const file = openProject(app, path, NOW);
  try {
    return contentOf(file.db);
  } finally {
    closeProject(file, false);
  }
}
