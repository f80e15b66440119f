import {mkdirSync, readdirSync, readFileSync} from 'node:fs';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {cell, csvOf} from '../../src/engine/export.ts';
import {answered, question} from './asking.ts';
import {settle} from './invented-town.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner;
beforeEach(async () => {
  at = planner();
  await settle(at);
});
afterEach(() => at.leave());

async function written(name: string, said: object): Promise<string> {
  await at.ask('export.write', {to: at.pick(at.path(name)), ...(said as {what: 'areas'})});
  return readFileSync(at.path(name), 'utf8');
}

/** The table of a CSV file as rows of cells, by a reader that knows quotation marks and nothing else. */
function tableIn(csv: string): string[][] {
  const body = csv.replace(/^\uFEFF/, '').split('\r\n\r\n')[0]!;
  return body
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map((each) =>
        (each[1] ?? each[2])!.replaceAll('""', '"'),
      ),
    );
}

describe('a cell that a spreadsheet might run', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+44 1572', "'+44 1572"],
    ['-5 to 10', "'-5 to 10"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['\r=1', '"\'\r=1"'],
    ['Plain', 'Plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['', ''],
  ])('%j is written as %j', (value, expected) => {
    expect(cell(value)).toBe(expected);
  });

  it('is never a number, which stays one', () => {
    expect([cell(-5), cell(0), cell(1e21), cell(null)]).toEqual(['-5', '0', '1e+21', '']);
  });

  it('is tamed in headings and attributions as well', () => {
    const csv = csvOf({headings: ['=a'], rows: [['=b']], at: [null]}, ['=c']);
    expect(csv).toBe("\uFEFF'=a\r\n'=b\r\n\r\n'=c\r\n");
  });
});

describe('an export', () => {
  it('of areas has a line for each, its people by age, and the attribution of the sources', async () => {
    const csv = await written('areas.csv', {what: 'areas'});
    const [headings, ...rows] = tableIn(csv);
    expect(headings).toEqual([
      'code',
      'name',
      'ward',
      'district',
      'longitude',
      'latitude',
      'centroid',
      'residents',
      'imd_decile',
      'deprivation_fifth',
      'residents Under 16',
      'residents 16 to 64',
      'residents 65 and over',
    ]);
    expect(rows).toHaveLength(9);
    expect(rows[8]).toEqual(expect.arrayContaining(['E01990009', '1500', '400', '1000', '100', 'population-weighted']));
    // Exactly the sources used: nothing of an area comes from the streets.
    expect(csv).not.toContain('© OpenStreetMap contributors');
    expect(csv).toContain('Invented for Closer: no real place');
  });

  it('of sites as GeoJSON has a point for each, and the services it offers in the option', async () => {
    await at.ask('options.add', {name: 'Hub'});
    await at.ask('services.place', {service: 'pharmacy', site: 'b2', option: 'hub'});
    const shapes = JSON.parse(await written('sites.geojson', {what: 'sites', option: 'Hub'}));
    expect(shapes.features).toHaveLength(4);
    expect(shapes.features[2]).toMatchObject({
      type: 'Feature',
      properties: {id: 'b2', name: 'Old Library', services: 'library pharmacy', gia_m2: null},
      geometry: {type: 'Point'},
    });
    // Exactly the sources used: sites come from their list, and not from the streets.
    expect(shapes.attribution).not.toContain('© OpenStreetMap contributors');
    expect(shapes.attribution).toHaveLength(1);
  });

  it('of an answer says for each area how long, to where, and why not', async () => {
    await answered(at);
    const rows = tableIn(await written('answer.csv', {what: 'answer', ...question}));
    expect(rows[0]).toEqual([
      'code',
      'name',
      'residents',
      'deprivation_fifth',
      'minutes by walk',
      'kilometres',
      'closest site',
      'within 15 minutes',
      'reason',
    ]);
    expect(rows[1]!.slice(4)).toEqual(['0', '0', 'a1', 'served', '']);
    expect(rows[9]!.slice(7)).toEqual(['beyond', 'The closest site is more than 15 minutes away']);
  });

  it('of an answer against another has the change too', async () => {
    await at.ask('options.add', {name: '=Hub'});
    await at.ask('services.place', {service: 'general-practice', site: 'b2', option: 'hub'});
    await answered(at, {option: 'hub', against: 'as-now'});
    const rows = tableIn(await written('answer.csv', {what: 'answer', ...question, option: 'hub', against: 'as-now'}));
    expect(rows[0]!.slice(-2)).toEqual(['minutes in As now', 'change in minutes']);
    expect(Number(rows[9]!.at(-1))).toBeLessThan(-40);
    const other = tableIn(await written('other.csv', {what: 'answer', ...question, option: 'as-now', against: '=Hub'}));
    expect(other[0]!.at(-2)).toBe('minutes in =Hub');
  });

  it('of names that look like formulas is safe to open', async () => {
    await at.ask('sites.rename', {site: 'b1', name: '=cmd|"/c calc"!A1'});
    const csv = await written('sites.csv', {what: 'sites'});
    expect(csv).toContain(`"'=cmd|""/c calc""!A1"`);
    for (const row of tableIn(csv))
      for (const text of row) if (!/^-?[\d.]+$/.test(text)) expect(text).not.toMatch(/^[=+\-@]/);
  });

  it('replaces a file that is there, whole', async () => {
    const long = 'x'.repeat(1_000_000);
    at.file('areas.csv', long);
    expect(await written('areas.csv', {what: 'areas'})).not.toContain('xxx');
    expect(readdirSync(at.folder).filter((name) => name.includes('part'))).toEqual([]);
  });

  it.each([
    [
      {what: 'answer'},
      'a.csv',
      'To export an answer, say for which service, by which mode and within how many minutes.',
    ],
    [
      {what: 'answer', service: 'general-practice', mode: 'walk'},
      'a.csv',
      'To export an answer, say for which service',
    ],
    [{what: 'answer', ...question, mode: 'cycle'}, 'a.csv', 'There is no answer to export yet'],
    [{what: 'areas'}, 'a.xlsx', 'Choose a file name that ends in .csv or .geojson.'],
    [{what: 'areas'}, 'no/such/folder/a.csv', 'Closer can’t save “a.csv”'],
    [{what: 'sites', option: 'dream'}, 'a.csv', 'There is no option “dream” in this project. There are: As now.'],
    [{what: 'tea'}, 'a.csv', '“what” is “tea”; it must be one of: areas, sites, answer, travel-times.'],
  ])('of %o to %s is refused in a sentence', async (said, name, message) => {
    const error = await at.refusal('export.write', {to: at.pick(at.path(name)), ...said});
    expect(error.message).toContain(message);
    expect(error.kind).not.toBe('bug');
  });

  it('to a folder is refused, and leaves nothing beside it', async () => {
    mkdirSync(at.path('folder.csv'));
    const error = await at.refusal('export.write', {to: at.pick(at.path('folder.csv')), what: 'areas'});
    expect(error).toMatchObject({kind: 'file'});
    expect(readdirSync(at.folder).filter((name) => name.includes('part'))).toEqual([]);
  });
});
