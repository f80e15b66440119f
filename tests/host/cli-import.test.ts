import {spawnSync} from 'node:child_process';
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
import {ROOT} from './carriers.ts';

const CLOSER = join(ROOT, 'src', 'host', 'closer.mjs');
const TOWN = join(ROOT, 'seeds', 'town');
const DATA = process.env.CLOSER_DATA ?? join(ROOT, '..', 'shared', 'data');
const HERE = existsSync(DATA);

interface Seen {
  file: string;
  kind: string;
  title: string;
  imported: boolean;
  rowsTaken: number;
  rowsRefused: number;
  sentence: string;
}

let home: string;

function closer(...words: string[]): {status: number | null; out: string; said: string} {
  const {status, stdout, stderr} = spawnSync(process.execPath, [CLOSER, ...words], {cwd: home, encoding: 'utf8'});
  return {status, out: stdout, said: stderr};
}

function dryRun(...files: string[]): Seen[] {
  const {status, out, said} = closer('import', 'own.gpkg', ...files, '--dry-run', '--json');
  expect({status, said}).toEqual({status: 0, said: ''});
  return JSON.parse(out) as Seen[];
}

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'closer-import-'));
  expect(closer('new', 'own.gpkg').status).toBe(0);
  mkdirSync(join(home, 'bag', 'below'), {recursive: true});
  for (const name of readdirSync(TOWN).filter((each) => !each.endsWith('.md')))
    copyFileSync(join(TOWN, name), join(home, 'bag', name));
  writeFileSync(join(home, 'bag', 'below', 'letter.txt'), 'Dear planner,\nplease find attached.\n');
  writeFileSync(
    join(home, 'bag', 'below', 'postcodes.csv'),
    'Postcode,Longitude,Latitude\nLE15 6AA,-0.72,52.67\nLE15 6AB,-0.73,52.66\n',
  );
  writeFileSync(join(home, 'bag', '.hidden'), 'nothing to see');
});
afterAll(() => rmSync(home, {recursive: true}));

describe('closer import --dry-run', () => {
  it('says of every file in a folder what it is and how many rows can be taken, and changes nothing', () => {
    const before = createHash('sha256')
      .update(readFileSync(join(home, 'own.gpkg')))
      .digest('hex');
    const seen = dryRun('bag');
    expect(seen.map(({file}) => file)).toEqual([...seen.map(({file}) => file)].sort());
    expect(seen.map(({file}) => file)).not.toContain('.hidden');
    const kindOf = Object.fromEntries(seen.map(({file, kind}) => [file, kind]));
    expect(Object.values(kindOf)).toEqual(
      expect.arrayContaining(['boundaries', 'centroids', 'deprivation', 'residents', 'sites', 'streets']),
    );
    expect(kindOf[join('below', 'letter.txt')]).toBe('refused');
    expect(kindOf[join('below', 'postcodes.csv')]).toBe('postcodes');
    expect(seen.find(({kind}) => kind === 'postcodes')).toMatchObject({rowsTaken: 2, rowsRefused: 0});
    expect(
      createHash('sha256')
        .update(readFileSync(join(home, 'own.gpkg')))
        .digest('hex'),
    ).toBe(before);
  });

  it('names the file that it refuses, in a table and in a sentence', () => {
    const {status, out} = closer('import', 'own.gpkg', join('bag', 'below', 'letter.txt'), '--dry-run');
    expect(status).toBe(0);
    expect(out).toMatch(/letter\.txt\s+refused/);
    expect(out).toMatch(/letter\.txt: letter\.txt has no row of column headings/);
    expect(out).toContain('Nothing was changed.');
  });

  it('takes neither --as nor, without it, --json', () => {
    expect(closer('import', 'own.gpkg', 'bag', '--dry-run', '--as', 'sites').status).toBe(2);
    expect(closer('import', 'own.gpkg', 'bag', '--json').said).toContain('--dry-run');
  });
});

describe.skipIf(!HERE)('real files, looked at (skipped without the folder of open data)', () => {
  it('recognises boundaries, lookups and indices as what they are', () => {
    const seen = dryRun(join(DATA, 'boundaries'), join(DATA, 'imd'));
    const wrong = seen.filter(({file, kind}) => (kind === 'refused') !== /LICENCE/.test(file));
    expect(wrong).toEqual([]);
    const count = (kind: string): number => seen.filter((each) => each.kind === kind).length;
    const kinds = ['lookup', 'columns', 'deprivation', 'centroids'];
    expect(kinds.map(count)).toEqual([1, 3, 6, 3]);
  }, 120_000);
});
