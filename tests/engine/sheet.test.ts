import {readFileSync} from 'node:fs';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {yearOf} from '../../src/domain/source.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner;
beforeEach(async () => {
  at = planner();
  await at.ask('project.sample', {});
});
afterEach(() => at.leave());

const POSTCODES = 'Postcode,Longitude,Latitude\nZZ1 1AA,1.20,53.65\nZZ1 1AB,1.21,53.66\nZZ1 1AC,-4.2,57.4\n';
const list = (): string =>
  at.file('estate.csv', 'Premises,Where\nElm House,ZZ1 1AA\nOak House,ZZ1 1AX\nAsh House,soon\nFar House,ZZ1 1AC\n');
const COLUMNS = ['Premises=site name', 'Where=postcode'];

describe('the import sheet', () => {
  it('says how a file meets the place, in areas and people, and what it would take the place of', async () => {
    const areas = await at.ask('evidence.areas', {});
    const some = areas.slice(0, 10);
    const rows = [...some.map(({code}) => code), 'E01990998'].map((code) => `${code},Area,5,5\n`).join('');
    const [seen] = await at.ask('evidence.inspect', {
      files: [at.file('people.csv', `LSOA21CD,LSOA21NM,0-15,16+\n${rows}`)],
    });
    expect(seen).toMatchObject({kind: 'residents', rowsTaken: 11, imported: true});
    expect(seen!.fit!.areas).toEqual({
      all: areas.length,
      covered: 10,
      elsewhere: 1,
      people:
        areas.reduce((sum, {residents}) => sum + residents!, 0) -
        some.reduce((sum, {residents}) => sum + residents!, 0) +
        100,
      peopleCovered: 100,
    });
    expect(seen!.fit!.replaces).toMatchObject({fileName: 'residents.csv'});
    expect((await at.ask('evidence.sources', {})).sources.some(({fileName}) => fileName === 'people.csv')).toBe(false);
  });

  it('takes a table nobody knows by columns that are said, shows its rows as they would be placed, and remembers', async () => {
    const postcodes = at.file('postcodes.csv', POSTCODES);
    const file = list();
    const [, unknown] = await at.ask('evidence.inspect', {files: [postcodes, file]});
    expect(unknown).toMatchObject({kind: 'refused', as: 'sites', headings: ['Premises', 'Where']});
    expect(unknown!.preview).toHaveLength(4);
    expect(unknown!.roles).toContain('postcode');

    const said = [{file, as: 'sites' as const, columns: COLUMNS, corrections: undefined}];
    const [, seen] = await at.ask('evidence.inspect', {files: [postcodes, file], said});
    expect(seen).toMatchObject({kind: 'sites', rows: 4, rowsTaken: 2, rowsRefused: 2, remembered: false});
    expect(seen!.fit!.sites).toEqual({near: 1, further: 1});
    expect(seen!.problems.map(({row, column, cells}) => [row, column, cells])).toEqual([
      [3, 'Where', ['Oak House', 'ZZ1 1AX']],
      [4, 'Where', ['Ash House', 'soon']],
    ]);
    await at.ask('evidence.import', {files: [postcodes, file], said});

    const [again] = await at.ask('evidence.inspect', {files: [list()]});
    expect(again).toMatchObject({kind: 'sites', remembered: true, rowsTaken: 2, columns: seen!.columns});
    const [taken] = await at.ask('evidence.import', {files: [list()]});
    expect(taken!.source.notes).toContain(
      'Read by the columns that were said for a list with the same headings before.',
    );
  });

  it('a cell put right comes in, and the source says so; the rest can be saved to be put right elsewhere', async () => {
    const postcodes = at.file('postcodes.csv', POSTCODES);
    const file = list();
    const corrections = [{row: 3, heading: 'Where', value: 'ZZ1 1AB'}];
    const said = [{file, as: 'sites' as const, columns: COLUMNS, corrections}];
    await at.ask('evidence.import', {files: [postcodes]});
    const [seen] = await at.ask('evidence.inspect', {files: [file], said});
    expect(seen).toMatchObject({rowsTaken: 3, rowsRefused: 1});
    const to = at.pick(at.path('left out.csv'));
    await at.ask('evidence.saveLeftOut', {to, files: [file], said});
    const lines = readFileSync(at.path('left out.csv'), 'utf8').split('\r\n');
    expect(lines[0]).toBe('\uFEFFPremises,Where,Row in the file,Column,Why it was left out');
    expect(lines[1]).toMatch(/^Ash House,soon,4,Where,/);
    const [taken] = await at.ask('evidence.import', {files: [file], said});
    expect(taken!.source.rowsTaken).toBe(3);
    expect(taken!.source.notes).toContain('Corrected by hand: row 3, “Where” reads “ZZ1 1AB”.');
    const {site} = await at.ask('plan.read', {});
    expect(site.find(({name}) => name === 'Oak House')).toMatchObject({lng: 1.21, lat: 53.66});
    await at.ask('evidence.saveLeftOut', {to, source: taken!.source.id});
    expect(readFileSync(at.path('left out.csv'), 'utf8')).toContain('soon');
  });

  it('a lookup to larger areas divides the place: by care board, and by ward where boundaries say none', async () => {
    const areas = await at.ask('evidence.areas', {});
    const rows = areas.map(({code}, area) => `${code},x,E54000001,Inventon ICB ${area % 2}\n`).join('');
    const file = at.file('icb.csv', `LSOA21CD,LSOA21NM,ICB24CD,ICB24NM\n${rows}`);
    const [seen] = await at.ask('evidence.inspect', {files: [file]});
    expect(seen).toMatchObject({kind: 'columns', imported: true, fit: {areas: {covered: areas.length}}});
    await at.ask('evidence.import', {files: [file]});
    const divisions = await at.ask('place.divisions', {});
    expect(divisions.map(({level}) => level)).toEqual(['District', 'Ward', 'Integrated care board']);
    const chosen = await at.ask('place.look', {level: 'Integrated care board', names: ['Inventon ICB 0']});
    expect(chosen.areas).toBe(Math.ceil(areas.length / 2));
  });
});

describe('a newer edition', () => {
  it('is held against the one in force: areas that change their fifth, and who lives there', async () => {
    const areas = await at.ask('evidence.areas', {});
    const decileOf = (area: number): number => (area === 0 ? 1 : area === 1 ? 10 : areas[area]!.decile!);
    const rows = areas.map(({code}, area) => `${code},x,${decileOf(area)}\n`).join('');
    const file = at.file('newer.csv', `LSOA21CD,LSOA21NM,IMD decile\n${rows}`);
    const wanted = areas.slice(0, 2).flatMap(({code, name, fifth, residents}, area) => {
      const after = area === 0 ? 1 : 5;
      return fifth === after ? [] : [{code, name, before: fifth!, after, residents: residents!}];
    });
    const [seen] = await at.ask('evidence.inspect', {files: [file]});
    expect(wanted.length).toBeGreaterThan(0);
    expect(seen!.fit!.changes).toMatchObject({
      kind: 'deprivation',
      areas: wanted.map(({residents: _residents, ...each}) => each),
      people: wanted.reduce((sum, {residents}) => sum + residents, 0),
    });
    const [taken] = await at.ask('evidence.import', {files: [file]});
    expect(taken!.source.notes.join(' ')).toContain('Against the edition before');
  });

  it('has a year, by which its age is told', async () => {
    expect(yearOf({date: '2025-10-30', edition: 'mid-2022', title: ''})).toBe(2025);
    expect(yearOf({date: '', edition: 'Census 2011', title: ''})).toBe(2011);
    expect(yearOf({date: '', edition: 'not stated in the file', title: 'A list'})).toBeNull();
    const {sources} = await at.ask('evidence.sources', {});
    expect(sources.every(({year, old}) => old === (year !== null && 2026 - year > 5))).toBe(true);
  });
});
