import {spawn, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {COMMANDS} from '../../src/host/cli/commands.ts';
import {helpOf} from '../../src/host/cli/help.ts';
import {ROOT} from './carriers.ts';

const CLOSER = join(ROOT, 'src', 'host', 'closer.mjs');
const QUESTION = ['--service', 'dialysis', '--mode', 'drive', '--within', '30'];

let home: string;
/** Closer’s own folder, which is not the planner’s: what is kept there is no change of their files. */
let app: string;
/** The sample town, made once; no test changes it. */
let town: string;
/** Where commands keep what they work on: must be empty after each. */
let scratch: string;

interface Ended {
  status: number | null;
  out: string;
  said: string;
}

function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const {npm_lifecycle_event: _, INIT_CWD: __, ...rest} = process.env;
  return {...rest, TMPDIR: scratch, TEMP: scratch, CLOSER_FOLDER: app, ...more};
}

function closer(words: string[], {cwd = home, env = {}}: {cwd?: string; env?: Record<string, string>} = {}): Ended {
  const {status, stdout, stderr} = spawnSync(process.execPath, [CLOSER, ...words], {
    cwd,
    env: environment(env),
    encoding: 'utf8',
  });
  return {status, out: stdout, said: stderr};
}

const contentOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'closer-cli-'));
  app = mkdtempSync(join(tmpdir(), 'closer-app-'));
  scratch = join(home, 'scratch');
  mkdirSync(scratch);
  town = join(home, 'town.gpkg');
  expect(closer(['sample', 'town.gpkg'])).toMatchObject({status: 0, said: ''});
});
afterAll(() => {
  for (const folder of [home, app]) rmSync(folder, {recursive: true});
});

describe('the command line, done (0)', () => {
  it('goes the whole way from nothing to an answer and a ledger', () => {
    expect(closer(['new', 'own.gpkg', '--name', 'Own town'])).toMatchObject({status: 0, said: ''});
    const files = readdirSync(join(ROOT, 'seeds', 'town')).filter((name) => !name.endsWith('.md'));
    const imported = closer(['import', 'own.gpkg', ...files.map((name) => join(ROOT, 'seeds', 'town', name))]);
    expect(imported).toMatchObject({status: 0, said: ''});
    expect(imported.out.trim().split('\n')).toHaveLength(files.length);
    expect(closer(['travel', 'own.gpkg', '--mode', 'drive'])).toMatchObject({status: 0, said: ''});
    const before = contentOf(join(home, 'own.gpkg'));
    const scored = closer(['score', 'own.gpkg', ...QUESTION, '--json']);
    expect(scored).toMatchObject({status: 0, said: ''});
    const answer = JSON.parse(scored.out) as Record<string, unknown> & {
      audit: Record<'residents' | 'served' | 'beyond' | 'unreachable', number>;
      sites: {id: string; personMinutesSaved: number}[];
    };
    for (const key of ['question', 'audit', 'byFifth', 'gap', 'sites', 'sources', 'assumptions', 'version'])
      expect(answer).toHaveProperty(key);
    expect(answer.audit.served + answer.audit.beyond + answer.audit.unreachable).toBe(answer.audit.residents);
    const [best] = answer.sites;
    const ledger = closer([
      'journeys',
      'own.gpkg',
      '--service',
      'dialysis',
      '--at',
      best!.id,
      '--mode',
      'drive',
      '--json',
    ]);
    expect(ledger).toMatchObject({status: 0, said: ''});
    expect((JSON.parse(ledger.out) as {ledger: {addsUp: boolean; total: {minutes: number}}}).ledger).toMatchObject({
      addsUp: true,
    });
    expect(contentOf(join(home, 'own.gpkg'))).toBe(before);
  });

  it('answers the same whether or not travel times were kept', () => {
    const measured = join(home, 'measured.gpkg');
    copyFileSync(town, measured);
    expect(closer(['travel', measured, '--mode', 'walk'])).toMatchObject({status: 0});
    const words = ['--service', 'pharmacy', '--mode', 'walk', '--within', '15', '--json'];
    expect(closer(['score', measured, ...words]).out).toBe(closer(['score', town, ...words]).out);
  });

  it('describes an unchanged project in the same words every time, and does not touch it', () => {
    const before = contentOf(town);
    const [first, second] = [closer(['info', town, '--json']), closer(['info', town, '--json'])];
    expect(first.out).toBe(second.out);
    expect(JSON.parse(first.out)).toMatchObject({needs: [], areas: expect.any(Number)});
    expect(contentOf(town)).toBe(before);
  });

  it('keeps a limit as an assumption of the project', () => {
    const limited = join(home, 'limited.gpkg');
    copyFileSync(town, limited);
    expect(closer(['travel', limited, '--mode', 'drive', '--limit', '45'])).toMatchObject({status: 0, said: ''});
    const {changedFigures} = JSON.parse(closer(['info', limited, '--json']).out) as {changedFigures: unknown[]};
    expect(changedFigures).toEqual([{key: 'travel-limit', value: 45, reason: 'Set at the command line with --limit.'}]);
  });

  it('writes tables and maps', () => {
    expect(closer(['export', town, '--what', 'sites', '--to', 'sites.geojson'])).toMatchObject({status: 0, said: ''});
    expect(JSON.parse(readFileSync(join(home, 'sites.geojson'), 'utf8'))).toMatchObject({type: 'FeatureCollection'});
    expect(closer(['export', town, '--what', 'answer', '--to', 'answer.csv', ...QUESTION])).toMatchObject({
      status: 0,
      said: '',
    });
    expect(closer(['score', town, ...QUESTION, '--csv', 'score.csv'])).toMatchObject({status: 0, said: ''});
    expect(readFileSync(join(home, 'score.csv'), 'utf8')).toBe(readFileSync(join(home, 'answer.csv'), 'utf8'));
  });

  it('takes relative paths from where a person stands, through npm too', () => {
    const elsewhere = join(home, 'elsewhere');
    mkdirSync(elsewhere);
    const npm = {npm_lifecycle_event: 'closer', INIT_CWD: elsewhere};
    expect(closer(['new', 'here.gpkg'], {cwd: ROOT, env: npm})).toMatchObject({status: 0});
    expect(existsSync(join(elsewhere, 'here.gpkg'))).toBe(true);
    expect(closer(['info', 'here.gpkg'], {cwd: elsewhere})).toMatchObject({status: 0});
    // Another npm script that happens to call it means its own folder.
    expect(
      closer(['info', '../elsewhere/here.gpkg'], {cwd: scratch, env: {npm_lifecycle_event: 'test', INIT_CWD: '/'}})
        .status,
    ).toBe(0);
  });

  it.each(['--help', '-h'])('explains a command: closer score %s', (help) => {
    const out = `${helpOf('score', COMMANDS.score!)}\n`;
    expect(closer(['score', help])).toEqual({status: 0, out, said: ''});
  });

  it.each(Object.keys(COMMANDS))('explains closer %s, and each of its settings', (name) => {
    const out = helpOf(name, COMMANDS[name]!);
    expect(out).toContain(`closer ${name} ${COMMANDS[name]!.usage}`);
    for (const setting of Object.keys(COMMANDS[name]!.settings)) expect(out).toContain(`--${setting}`);
  });

  it('explains all of itself', () => {
    const {out} = closer(['--help']);
    for (const name of Object.keys(COMMANDS)) expect(out).toContain(`closer ${name} `);
    expect(closer([]).out).toBe(out);
  });
});

describe('the command line, refused (2): one sentence, and nothing changed', () => {
  const refused: [string, string[], string][] = [
    ['an unknown command', ['frobnicate'], '“frobnicate”'],
    ['an unknown setting', ['info', 'town.gpkg', '--loud'], '“--loud”'],
    ['a setting without its value', ['travel', 'town.gpkg', '--mode'], '--mode needs a value'],
    ['a setting given twice', ['travel', 'town.gpkg', '--mode', 'walk', '--mode', 'drive'], 'given twice'],
    ['a project left out', ['info'], 'closer info PROJECT.gpkg'],
    ['one word too many', ['info', 'town.gpkg', 'more.gpkg'], 'closer info PROJECT.gpkg'],
    ['a file that is not there', ['info', 'nowhere.gpkg'], 'nowhere.gpkg'],
    ['a new project over an old one', ['new', 'town.gpkg'], 'is there already'],
    ['a sample over an old project', ['sample', 'town.gpkg'], 'is there already'],
    ['a new project that does not end in .gpkg', ['new', 'town.sqlite'], '.gpkg'],
    ['a new project in a folder that is not there', ['new', join('no', 'such', 'town.gpkg')], 'town.gpkg'],
    ['an import of nothing', ['import', 'town.gpkg'], 'closer import PROJECT.gpkg'],
    ['an import of a file that is not there', ['import', 'town.gpkg', 'nothing.csv'], 'nothing.csv'],
    ['an import of a kind that is none', ['import', 'town.gpkg', 'letter.txt', '--as', 'poetry'], 'poetry'],
    ['an import of what is no evidence', ['import', 'town.gpkg', 'letter.txt'], 'letter.txt'],
    [
      'an import whose second file is wrong',
      ['import', 'town.gpkg', join(ROOT, 'seeds', 'town', 'residents.csv'), 'letter.txt'],
      'letter.txt',
    ],
    ['all pairs without a file', ['travel', 'town.gpkg', '--mode', 'walk', '--all-pairs'], '--all-pairs needs a file'],
    ['a file without all pairs', ['travel', 'town.gpkg', '--mode', 'walk', '--to', 'x.matrix'], '--to goes with'],
    ['an unknown mode', ['travel', 'town.gpkg', '--mode', 'swim'], '“swim”'],
    ['a limit that is no number', ['travel', 'town.gpkg', '--mode', 'walk', '--limit', 'far'], '“far”'],
    ['a question without its service', ['score', 'town.gpkg', '--mode', 'walk', '--within', '15'], '--service'],
    [
      'a service that is not there',
      ['score', 'town.gpkg', '--service', 'wizardry', '--mode', 'walk', '--within', '15'],
      '“wizardry”',
    ],
    [
      'a cutoff below one minute',
      ['score', 'town.gpkg', '--service', 'pharmacy', '--mode', 'walk', '--within', '0'],
      'within',
    ],
    ['an option that is not there', ['score', 'town.gpkg', ...QUESTION, '--option', 'Option Z'], 'Option Z'],
    ['a table that would not be a .csv', ['score', 'town.gpkg', ...QUESTION, '--csv', 'town.gpkg'], '.csv'],
    [
      'a site that is not there',
      ['journeys', 'town.gpkg', '--service', 'dialysis', '--at', 'Atlantis', '--mode', 'drive'],
      'Atlantis',
    ],
    ['an export into an unknown form', ['export', 'town.gpkg', '--what', 'areas', '--to', 'areas.xlsx'], '.geojson'],
    ['an export of what is not kept', ['export', 'town.gpkg', '--what', 'dreams', '--to', 'dreams.csv'], '“dreams”'],
    [
      'an answer exported without its question',
      ['export', 'town.gpkg', '--what', 'answer', '--to', 'a2.csv'],
      '--service',
    ],
    ['a project that is a letter', ['info', 'letter.txt'], 'letter.txt'],
    ['serving a project that is a letter', ['serve', 'letter.txt'], 'letter.txt'],
  ];

  beforeAll(() => writeFileSync(join(home, 'letter.txt'), 'Dear planner,\n\nthis is no evidence.\n'));

  it.each(refused)('%s', (_, words, names) => {
    const before = contentOf(town);
    const listed = readdirSync(home).sort();
    const {status, out, said} = closer(words);
    expect({status, out, said}).toEqual({status: 2, out: '', said: expect.stringContaining(names)});
    expect(said.trimEnd().split('\n'), 'more than one line').toHaveLength(1);
    expect(said).not.toMatch(/\bat .*:\d+:\d+|Error:/);
    expect(contentOf(town)).toBe(before);
    expect(readdirSync(home).sort()).toEqual(listed);
    expect(readdirSync(scratch)).toEqual([]);
  });
});

describe('the command line, stopped (130)', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s, changes nothing and leaves nothing behind', async (signal) => {
    const project = join(home, `${signal}.gpkg`);
    copyFileSync(town, project);
    const before = contentOf(project);
    const files = ['areas.geojson', 'residents.csv', 'deprivation.csv', 'streets.osm.pbf'].map((name) =>
      join(ROOT, 'seeds', 'town', name),
    );
    const child = spawn(process.execPath, [CLOSER, 'import', project, ...files, ...files, ...files], {
      cwd: home,
      env: environment(),
    });
    let said = '';
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    // As soon as it works on a copy of the project, it is told to stop.
    while (readdirSync(scratch).length === 0 && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill(signal);
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({status, said}).toEqual({status: 130, said: 'Stopped. Nothing was changed.\n'});
    expect(contentOf(project)).toBe(before);
    expect(readdirSync(scratch)).toEqual([]);
  });
});
