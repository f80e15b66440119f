import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {ROOT} from './carriers.ts';

let home: string;
function closer(...words: string[]): {status: number | null; out: string; said: string} {
  const program = join(ROOT, 'src', 'host', 'closer.mjs');
  const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...words], {cwd: home, encoding: 'utf8'});
  return {status, out: stdout, said: stderr};
}
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'closer-pack-'));
  expect(closer('sample', 'town.gpkg').status).toBe(0);
});
afterAll(() => rmSync(home, {recursive: true}));

describe('closer pack, and closer new --from', () => {
  it('one makes a pack, another begins from it', () => {
    expect(closer('pack', 'town.gpkg', '--to', 'pack.gpkg')).toMatchObject({status: 0, said: ''});
    expect(closer('new', 'team.gpkg', '--name', 'A new team', '--from', 'pack.gpkg')).toMatchObject({
      status: 0,
      said: '',
    });
    const [town, team] = ['town.gpkg', 'team.gpkg'].map(
      (project) => JSON.parse(closer('info', project, '--json').out) as Record<string, unknown>,
    );
    expect(team).toMatchObject({name: 'A new team'});
    for (const key of ['areas', 'residents', 'sites']) expect(team![key], key).toEqual(town![key]);
  });

  it('neither overwrites anything', () => {
    expect(closer('pack', 'town.gpkg', '--to', 'town.gpkg').said).toContain('there already');
    expect(closer('pack', 'town.gpkg').said).toContain('--to');
    expect(closer('new', 'other.gpkg', '--from', 'nothing.gpkg').status).toBe(2);
    expect(existsSync(join(home, 'other.gpkg'))).toBe(false);
  });
});
