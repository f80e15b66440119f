import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
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
  home = mkdtempSync(join(tmpdir(), 'closer-sources-'));
  writeFileSync(join(home, 'places.csv'), 'Postcode,Longitude,Latitude\nZZ1 1AA,-0.7,52.6\nZZ1 1AB,-0.71,52.61\n');
  writeFileSync(join(home, 'ours.csv'), 'Building,Postcode\nHall,ZZ1 1AA\n"=Shed, ""old""",ZZ9 9ZZ\nLibrary,zz11ab\n');
  expect(closer('new', 'own.gpkg').status).toBe(0);
  expect(closer('import', 'own.gpkg', 'places.csv', 'ours.csv')).toMatchObject({status: 0, said: ''});
  expect(closer('import', 'own.gpkg', 'places.csv')).toMatchObject({status: 0, said: ''});
});
afterAll(() => rmSync(home, {recursive: true}));

describe('closer sources', () => {
  it('lists what is in force, what was noticed, and what must stand on every map', () => {
    const {status, out} = closer('sources', 'own.gpkg');
    expect(status).toBe(0);
    expect(out).toMatch(/sites +A list of sites by postcode.* 2 +1 +ours\.csv/);
    expect(out).not.toContain('(replaced)');
    expect(out).toContain('ours.csv: Placed by postcode');
    expect(out).toContain('Royal Mail');
    expect(closer('sources', 'own.gpkg', '--all').out).toContain('postcodes (replaced)');
  });

  it('lists the rows that were left out, for a spreadsheet to correct', () => {
    const lines = closer('sources', 'own.gpkg', '--left-out').out.trim().split('\n');
    expect(lines[0]).toBe('file,row,column,reason');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^ours\.csv,3,Postcode,"\(=Shed, ""old""\) has the postcode ZZ9 9ZZ, which is not in/);
  });

  it('and says the same as JSON', () => {
    const sources = JSON.parse(closer('sources', 'own.gpkg', '--json').out) as {kind: string; rowsRefused: number}[];
    expect(sources.map(({kind}) => kind).sort()).toEqual(['postcodes', 'sites']);
    expect(sources.find(({kind}) => kind === 'sites')!.rowsRefused).toBe(1);
  });

  it('goes back to the edition before, saves, and forward again', () => {
    writeFileSync(
      join(home, 'more.csv'),
      'Postcode,Longitude,Latitude\nZZ1 1AA,-0.7,52.6\nZZ9 9ZZ,-0.71,52.61\nZZ1 1AB,-0.71,52.61\n',
    );
    expect(closer('import', 'own.gpkg', 'more.csv').status).toBe(0);
    const inForce = () =>
      (JSON.parse(closer('sources', 'own.gpkg', '--json').out) as {kind: string; fileName: string}[]).find(
        ({kind}) => kind === 'postcodes',
      )!.fileName;
    expect(inForce()).toBe('more.csv');
    const back = closer('sources', 'own.gpkg', '--back', 'postcodes');
    expect(back).toMatchObject({status: 0, said: ''});
    expect(back.out).toMatch(/\(places\.csv\) is in force again.*\(more\.csv\) is kept/);
    expect(inForce()).toBe('places.csv');
    expect(closer('sources', 'own.gpkg', '--back', 'postcodes').status).toBe(0);
    expect(inForce()).toBe('more.csv');
  });

  it('and says why where it can’t', () => {
    expect(closer('sources', 'own.gpkg', '--back', 'sites').said).toContain('Sites are part of the plan');
    expect(closer('sources', 'own.gpkg', '--back', 'streets').said).toContain('is not kept here');
    expect(closer('sources', 'own.gpkg', '--back', 'roads').status).not.toBe(0);
  });
});
