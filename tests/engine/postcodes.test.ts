import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {type Planner, planner} from './planner.ts';

const DATA = process.env.CLOSER_DATA ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const HERE = existsSync(DATA);

let at: Planner;
beforeEach(async () => {
  at = planner();
  await at.ask('project.create', {name: 'Testham'});
});
afterEach(() => at.leave());

/** 1,200 postcodes of an invented district, ZZ1 to ZZ3, on a line eastwards. */
const POSTCODES = Array.from({length: 1200}, (_, index) => {
  const letters = String.fromCharCode(65 + (Math.floor(index / 20) % 20)) + String.fromCharCode(65 + (index % 20));
  return `ZZ${1 + Math.floor(index / 400)} ${1 + (index % 9)}${letters}`;
});
const lonOf = (index: number): number => Number((-1 + index * 0.0005).toFixed(4));
const directory = (): string =>
  at.file(
    'directory.csv',
    `Postcode,Longitude,Latitude\n${POSTCODES.map((code, index) => `${code},${lonOf(index)},52.5\n`).join('')}`,
  );

/** A thousand buildings; every fiftieth has a postcode that is none, or that nobody knows. */
const BAD = (index: number): boolean => index % 50 === 7;
const list = (headings = 'Building,Postcode'): string =>
  at.file(
    'our estate.csv',
    `${headings}\n${Array.from({length: 1000}, (_, index) => {
      const postcode = BAD(index) ? (index % 100 === 7 ? 'soon' : 'ZZ9 9ZZ') : POSTCODES[index]!;
      return `Building ${index},${index % 2 ? postcode.toLowerCase() : postcode.replace(' ', '')}\n`;
    }).join('')}`,
  );

describe('a list of sites by postcode', () => {
  it('of a thousand rows with twenty bad postcodes: 980 in, 20 listed with the reason', async () => {
    await at.ask('evidence.import', {files: [directory()]});
    const [taken] = await at.ask('evidence.import', {files: [list()]});
    expect(taken!.source).toMatchObject({kind: 'sites', rowsRead: 1000, rowsTaken: 980, rowsRefused: 20});
    const refusals = await at.ask('evidence.refusals', {source: taken!.source.id});
    expect(refusals).toHaveLength(20);
    expect(refusals.map(({row}) => row)).toEqual(Array.from({length: 20}, (_, index) => index * 50 + 9));
    expect(refusals[0]!.reason).toContain('“soon”');
    expect(refusals[1]!.reason).toContain('not in the project’s postcodes');
    const plan = await at.ask('plan.read', {});
    expect(plan.site).toHaveLength(980);
    for (const site of plan.site) {
      const index = Number(site.name.slice('Building '.length));
      expect(site.lng).toBeCloseTo(lonOf(index), 6);
      expect(site.lat).toBeCloseTo(52.5, 6);
    }
  });

  it('may come together with the postcodes, in any order', async () => {
    const [sites, postcodes] = await at.ask('evidence.import', {files: [list(), directory()]});
    expect(sites!.source.rowsTaken).toBe(980);
    expect(postcodes!.source).toMatchObject({kind: 'postcodes', rowsTaken: 1200});
  });

  it('without postcodes in the project says what to bring', async () => {
    const error = await at.refusal('evidence.import', {files: [list()]});
    expect(error).toMatchObject({kind: 'invalid', at: 'files'});
    expect(error.message).toContain('Code-Point Open');
  });

  it('with no postcode that is known is refused as a whole', async () => {
    const far = at.file('far.csv', 'Building,Postcode\nOne,AB1 2CD\nTwo,AB1 2CE\n');
    const error = await at.refusal('evidence.import', {files: [far, directory()]});
    expect(error.message).toContain('far.csv has no row whose postcode');
  });

  it('with headings of its own is read as a planner says', async () => {
    await at.ask('evidence.import', {files: [directory()]});
    const files = [list('Thing,Whereabouts')];
    expect((await at.refusal('evidence.import', {files})).kind).toBe('invalid');
    const columns = ['Thing=site name', 'Whereabouts=postcode'];
    const [taken] = await at.ask('evidence.import', {files, as: 'sites', columns});
    expect(taken!.source).toMatchObject({kind: 'sites', rowsTaken: 980, rowsRefused: 20});
  });

  it('says which parts there are when asked for one that is not', async () => {
    const given = {files: [list()], as: 'sites', columns: ['Building=nickname']};
    expect((await at.refusal('evidence.import', given)).message).toContain('site name');
    expect((await at.refusal('evidence.import', {...given, as: undefined})).at).toBe('as');
    expect((await at.refusal('evidence.import', {...given, columns: ['Building']})).message).toContain('heading=part');
  });
});

describe.skipIf(!HERE)('real postcodes (skipped without the folder of open data)', () => {
  it('place the pharmacies of Rutland by Code-Point Open', async () => {
    const files = ['nhs/postcodes/codepoint_2014_rutland.csv.gz', 'nhs/ods/edispensary.csv.gz']
      .map((name) => join(DATA, name))
      .filter((path) => existsSync(path));
    expect(files).toHaveLength(2);
    const [postcodes, pharmacies] = await at.ask('evidence.import', {files: files.map((path) => at.pick(path))});
    expect(postcodes!.source.rowsTaken).toBeGreaterThan(1000);
    expect(pharmacies!.source.rowsTaken).toBeGreaterThan(5);
    expect(pharmacies!.source.rowsTaken + pharmacies!.source.rowsRefused).toBeGreaterThan(10_000);
  }, 120_000);

  it('metres of the National Grid are turned exactly where OSTN15 is picked, and labelled otherwise', async () => {
    const grid = at.pick(join(DATA, 'osgb', 'uk_os_OSTN15_NTv2_OSGBtoETRS.tif'));
    // The 9th and 20th of Ordnance Survey's own test points.
    const files = [
      at.file('two.csv', 'Building,Easting,Northing\nLambeth,530624.974,178388.464\nLeeds,422242.186,433818.701\n'),
    ];
    const [rough] = await at.ask('evidence.import', {files});
    expect(rough!.source.notes.join(' ')).toContain('up to 5 metres');
    const [exact] = await at.ask('evidence.import', {files, grid});
    expect(exact!.source.notes.join(' ')).toContain('OSTN15');
    const {site} = await at.ask('plan.read', {});
    const lambeth = site.find(({name}) => name === 'Lambeth')!;
    expect(lambeth.lng).toBeCloseTo(-0.1199255718, 7);
    expect(lambeth.lat).toBeCloseTo(51.4893656495, 7);
    const other = at.file('other.tif', 'not a table');
    expect((await at.refusal('evidence.import', {files, grid: other})).message).toContain('OSTN15');
  });
});
