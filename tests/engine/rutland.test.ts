import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {answered, ready} from './asking.ts';
import {computeHere} from './compute-here.ts';
import {type Planner, planner} from './planner.ts';

const FOLDER = process.env.CLOSER_DATA ?? '../shared/data';
const FILES = {
  boundaries: join(FOLDER, 'boundaries/lsoa21_regions/lsoa21_rutland_bsc.geojson'),
  deprivation: join(FOLDER, 'imd/tables/imd2025_england_lsoa21.csv.gz'),
  residents: join(FOLDER, 'population/england/census2021_age6_lsoa21_england.csv.gz'),
  sites: join(FOLDER, 'nhs/derived_sites/sites_rutland.geojson'),
  streets: join(FOLDER, 'osm/uk/rutland_2022-07-20.osm.pbf'),
};
const isHere = Object.values(FILES).every((file) => existsSync(file));
if (!isHere) console.info('Rutland from published files skipped: no folder of open data (set CLOSER_DATA to have it).');

const question = {service: 'general-practice', mode: 'drive', within: 15} as const;

/** The census total of the county’s areas, read off the files by nothing of ours. */
function censusTotal(): {areas: number; residents: number} {
  const codes = new Set(readFileSync(FILES.boundaries, 'utf8').match(/E01\d{6}/g));
  const lines = gunzipSync(readFileSync(FILES.residents)).toString('utf8').trim().split(/\r?\n/);
  const total = lines[0]!.split(',').indexOf('total');
  let residents = 0;
  for (const line of lines.slice(1)) {
    const cells = line.split(',');
    if (codes.has(cells[0]!)) residents += Number(cells[total]);
  }
  return {areas: codes.size, residents};
}

describe.skipIf(!isHere)('Rutland from published files (skipped where the folder of open data is absent)', () => {
  let at: Planner;
  const compute = computeHere();
  beforeAll(async () => {
    at = planner({compute});
    await at.ask('project.create', {name: 'Rutland'});
    await at.ask('evidence.import', {files: Object.values(FILES).map(at.pick)});
  });
  afterAll(() => at.leave());

  it('counts every resident of the census once', async () => {
    const {areas, residents} = censusTotal();
    expect(areas).toBe(26);
    const answer = await answered(at, question);
    expect(answer.audit).toMatchObject({areas, residents, areasNotKnown: 0, unreachable: 0, addsUp: true});
    expect(answer.byFifth.reduce((sum, line) => sum + line.residents, 0)).toBe(residents);
    expect(answer.byAge.reduce((sum, line) => sum + line.residents, 0)).toBe(residents);
    expect(answer.open.reduce((sum, site) => sum + site.residents, 0)).toBe(residents);
    expect(answer.byFifth[0]).toMatchObject({residents: 0, share: null});
    expect(answer.minutes.worst).toBeGreaterThan(10);
    expect(answer.minutes.worst).toBeLessThan(30);
  });

  it('promises of every candidate what asking again gives with the service placed there', async () => {
    const answer = await answered(at, question);
    expect(answer.sites.length).toBeGreaterThan(10);
    for (const site of answer.sites) {
      await at.ask('services.place', {service: question.service, site: site.id, option: 'as-now'});
      const after = await ready(at, question);
      expect(after.audit, site.name).toEqual(site.auditAfter);
      expect(after.audit.served - answer.audit.served, site.name).toBe(site.newlyServed);
      expect(after.minutes.mean!, site.name).toBeCloseTo(site.meanMinutesAfter!, 9);
      await at.ask('history.undo', {});
    }
    expect(await ready(at, question)).toEqual(answer);
  });

  it('moves a surgery, waits, undoes it, and has the old answer at once', async () => {
    const before = await answered(at, question);
    const measured = compute.measured();
    const surgery = before.open[0]!.id;
    await at.ask('sites.move', {site: surgery, at: [-0.6, 52.7]});
    const moved = await answered(at, question);
    expect(moved.audit.residents).toBe(before.audit.residents);
    expect(moved.minutes.mean).not.toBe(before.minutes.mean);
    expect(compute.measured()).toBe(measured + 1);
    await at.ask('history.undo', {});
    expect(await ready(at, question)).toEqual(before);
    expect(compute.measured()).toBe(measured + 1);
  });

  it('adds up the journeys of a new surgery, and keeps everything after saving and opening again', async () => {
    const [best] = (await answered(at, question)).sites;
    const asked = {service: question.service, site: best!.id, mode: question.mode};
    const before = await at.ask('journeys.ledger', asked);
    if (before.state !== 'ready') throw new Error(before.state);
    expect(before.journeys.ledger.addsUp).toBe(true);
    expect(before.journeys.ledger.users).toBeCloseTo(censusTotal().residents, 6);
    const answer = await ready(at, question);
    await at.ask('project.save', {to: at.pick(at.path('rutland.gpkg'))});
    await at.ask('project.close', {});
    await at.ask('project.open', {file: at.pick(at.path('rutland.gpkg'))});
    expect(await ready(at, question)).toEqual(answer);
    expect(await at.ask('journeys.ledger', asked)).toEqual(before);
  });
});
