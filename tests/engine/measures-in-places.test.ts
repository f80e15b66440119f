import {existsSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {DuplicationAnswer} from '../../src/engine/duplication.ts';
import type {JourneysAll} from '../../src/engine/journeys-all.ts';
import type {MeasureAnswer} from '../../src/engine/measures/answer-shape.ts';
import {type CommandLine, commandLine} from '../host/town-of-numbers.ts';

const BUNDLE = ['dialysis', 'x-ray', 'job-club', 'advice', 'library'];
const data = resolve(process.env.CLOSER_DATA ?? '../shared/data');
const isHere = existsSync(join(data, 'nhs/derived_sites/sites_merseyside.geojson'));
if (!isHere) console.info('Rutland and Merseyside skipped: the open data are not here (set CLOSER_DATA to have them).');

let at: CommandLine;
beforeAll(() => {
  at = commandLine();
});
afterAll(() => at.leave());

/** Five services as now at one site, and in the option “Hub” at another as well, working together there. */
async function hub(project: string, now: string, at_: string): Promise<void> {
  const call = (name: string, input: object) => at.closer('call', project, name, JSON.stringify(input));
  const {placement} = JSON.parse(await at.closer('call', project, 'plan.read')) as {placement: {id: string}[]};
  const placed = new Set(placement.map(({id}) => id));
  await call('options.add', {name: 'Hub'});
  for (const service of BUNDLE) {
    if (![...placed].some((id) => id.startsWith('as-now/') && id.endsWith(`/${service}`)))
      await call('services.place', {service, site: now, option: 'as-now'});
    if (!placed.has(`as-now/${at_}/${service}`)) await call('services.place', {service, site: at_, option: 'hub'});
    await call('placements.describe', {service, site: at_, option: 'hub', linkedCare: '2'});
  }
}

async function ledgersAddUp(project: string): Promise<JourneysAll> {
  const of = await at.json<JourneysAll>('journeys', project, '--mode', 'drive', '--option', 'Hub');
  expect(of.addsUp).toBe(true);
  for (const {service, ledger, byFifth, byGroup} of of.services) {
    const {avoided, shortened, lengthened, same} = ledger.legs;
    expect(avoided + shortened + lengthened + same, service).toBeCloseTo(ledger.total.legs, 4);
    for (const parts of [byFifth, byGroup]) {
      const sum = (of_: (ledger: JourneysAll['services'][number]['ledger']) => number) =>
        parts.reduce((all, each) => all + of_(each.ledger), 0);
      expect(
        sum((each) => each.users),
        service,
      ).toBeCloseTo(ledger.users, 4);
      expect(sum((each) => each.total.minutes) / 1e6, service).toBeCloseTo(ledger.total.minutes / 1e6, 6);
    }
  }
  return of;
}

async function trips(project: string): Promise<number[]> {
  const {tables} = await at.json<MeasureAnswer>(
    'measure',
    project,
    ...[
      '--measure',
      'bundle',
      '--service',
      'dialysis',
      '--mode',
      'drive',
      '--within',
      '30',
      '--option',
      'Hub',
      '--services',
      BUNDLE.join(','),
    ],
  );
  return tables[0]!.rows.map((row) => row[2] as number);
}

describe('the sample town', () => {
  it('has ledgers for a dialysis unit, an X-ray room and a job club that add up, and a bundle from β = 0 to 1', async () => {
    await at.closer('sample', 'sample.gpkg');
    await hub('sample.gpkg', 'ellernsea-general-hospital', 'quayside-health-centre');
    await at.closer('travel', 'sample.gpkg', '--mode', 'drive');
    const {services} = await ledgersAddUp('sample.gpkg');
    for (const key of ['dialysis', 'x-ray', 'job-club']) {
      const {ledger, byFifth, losers} = services.find(({service}) => service === key)!;
      expect(ledger.total.minutes, key).toBeGreaterThan(0);
      expect(byFifth).toHaveLength(5);
      expect(losers).toEqual([]);
    }
    const saved = await trips('sample.gpkg');
    expect(saved[0]).toBe(0);
    expect(saved[4]).toBeGreaterThan(0);
    // Evenly from 0 to 1: the saving is a share of what could be combined.
    for (const [step, each] of saved.entries()) expect(each).toBeCloseTo((saved[4]! * step) / 4, 6);
  }, 60_000);
});

describe.skipIf(!isHere)('Rutland (skipped where the folder of open data is absent)', () => {
  it('has the same along its real streets, counted by hand', async () => {
    const files = [
      'boundaries/lsoa21_regions/lsoa21_rutland_bsc.geojson',
      'imd/tables/imd2025_england_lsoa21.csv.gz',
      'population/england/census2021_age6_lsoa21_england.csv.gz',
      'nhs/derived_sites/sites_rutland.geojson',
      'osm/uk/rutland_2022-07-20.osm.pbf',
    ].map((file) => join(data, file));
    await at.closer('new', 'rutland.gpkg');
    await at.closer('import', 'rutland.gpkg', ...files);
    await hub('rutland.gpkg', 'c82077', 'rt5pc');
    await at.closer('travel', 'rutland.gpkg', '--mode', 'drive');
    const {services} = await ledgersAddUp('rutland.gpkg');
    const dialysis = services.find(({service}) => service === 'dialysis')!.ledger;
    expect(dialysis.users).toBeCloseTo((41_043 * 0.37) / 1000, 9);
    expect(dialysis.total.legs).toBeCloseTo(dialysis.users * 312, 6);
    const saved = await trips('rutland.gpkg');
    expect(saved[0]).toBe(0);
    expect(saved[4]).toBeGreaterThan(0);
  }, 120_000);
});

describe.skipIf(!isHere)('Merseyside (skipped where the folder of open data is absent)', () => {
  it('has its duplicates and its choice by straight line, and says that it is by straight line', async () => {
    const files = [
      'boundaries/lsoa21_regions/lsoa21_merseyside_bsc.geojson',
      'imd/tables/imd2025_england_lsoa21.csv.gz',
      'population/england/census2021_age6_lsoa21_england.csv.gz',
      'nhs/derived_sites/sites_merseyside.geojson',
    ].map((file) => join(data, file));
    await at.closer('new', 'mersey.gpkg');
    await at.closer('import', 'mersey.gpkg', ...files);
    const question = ['--service', 'general-practice', '--mode', 'walk', '--within', '15'];
    const of = await at.json<DuplicationAnswer>('duplicates', 'mersey.gpkg', ...question);
    expect(of.times).toMatchObject({
      from: 'straight-line',
      label: expect.stringContaining('a first look, not journeys along streets'),
    });
    expect(of.audit).toMatchObject({addsUp: true, residents: 1_423_313});
    expect(of.sites).toBe(265);
    expect(of.byVerdict.reduce((sum, {findings}) => sum + findings, 0)).toBe(2 * of.pairs);
    const {none, one, twoOrMore} = of.choice;
    expect(none + one + twoOrMore).toBe(1_423_313);
    // Nobody says how much room there is, so nothing is called a duplicate without that being said.
    expect(of.byVerdict.find(({verdict}) => verdict === 'possible duplication')!.findings).toBe(0);
    expect(of.totals.people).toBeLessThan(1_423_313);
    // The same practice under two names and one postcode is the first thing that a planner would want to know.
    const names = of.lines
      .filter(({verdict}) => verdict === 'same-place merge')
      .map(({siteName, besideName}) => `${siteName} | ${besideName}`);
    expect(names).toContain('Ropewalks Gen. Practice | Ropewalks General Practice');
    const choice = await at.json<MeasureAnswer>(
      'measure',
      'mersey.gpkg',
      '--measure',
      'choice',
      ...question,
      '--lens',
      'income',
      '--by',
      'district',
    );
    expect(choice.value).toBeCloseTo((100 * twoOrMore) / 1_423_313, 9);
    expect(choice.by!.lines.map(({label}) => label)).toEqual([
      'Knowsley',
      'Liverpool',
      'Sefton',
      'St. Helens',
      'Wirral',
    ]);
    expect(choice.lens).toMatchObject({label: 'Income domain', overlap: null});
  }, 120_000);
});
