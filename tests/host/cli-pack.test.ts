import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
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

describe('closer place', () => {
  it('starts a project about a part of a wider one, chosen by ward or by a map file', () => {
    const wide = JSON.parse(closer('info', 'town.gpkg', '--json').out) as {areas: number};
    const ward = closer(
      'place',
      'ward.gpkg',
      '--from',
      'town.gpkg',
      '--level',
      'Ward',
      '--in',
      'Market',
      '--fringe',
      '1',
    );
    expect(ward).toMatchObject({status: 0, said: ''});
    expect(ward.out).toMatch(/^ward: \d+ areas with [\d,]+ residents, \d+ sites inside and \d+ up to 1 km around\.\n$/);
    const own = JSON.parse(closer('info', 'ward.gpkg', '--json').out) as {areas: number};
    expect(own.areas).toBeLessThan(wide.areas);
    const square = {
      type: 'Polygon',
      coordinates: [
        [
          [-8, 50],
          [2, 50],
          [2, 60],
          [-8, 60],
          [-8, 50],
        ],
      ],
    };
    writeFileSync(
      join(home, 'all.geojson'),
      JSON.stringify({type: 'FeatureCollection', features: [{type: 'Feature', properties: {}, geometry: square}]}),
    );
    expect(closer('place', 'all.gpkg', '--from', 'town.gpkg', '--boundary', 'all.geojson').out).toContain(
      `${wide.areas} areas`,
    );
  });

  it('needs one way of choosing, and an unknown name is said', () => {
    expect(closer('place', 'x.gpkg', '--from', 'town.gpkg')).toMatchObject({status: 2});
    expect(closer('place', 'x.gpkg', '--from', 'town.gpkg', '--in', 'Atlantis').said).toContain(
      'no district “Atlantis”',
    );
    expect(existsSync(join(home, 'x.gpkg'))).toBe(false);
  });
});
