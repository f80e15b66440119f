/**
 * `npm run bench measures`: what an edit costs to answer, with 1,000 surgeries and all 33,755 areas of England.
 *
 * Real areas, residents, deprivation and surgeries where the open data are here (CLOSER_DATA), else as many invented ones;
 * times along straight lines. Answers are compared with a naive recount of a hundred areas before anything is timed.
 * Each line is the median and the worst of several runs in one thread of one machine that did other work too.
 */
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {choice, providersWithin} from '../access/choice.ts';
import {closest, withSiteClosed, withSiteOpened} from '../access/closest.ts';
import {losers} from '../access/compared.ts';
import {decayTable} from '../access/decay.ts';
import {kthClosest} from '../access/kth-closest.ts';
import {opportunities, sitesWithin} from '../access/opportunities.ts';
import {twoStep} from '../access/two-step.ts';
import {peopleWithin} from '../access/within.ts';
import {byFifth, fifthsOf} from '../equity/by-fifth.ts';
import {concentrationIndex} from '../equity/concentration.ts';
import {gap} from '../equity/gap.ts';
import {gini, sortedValues} from '../equity/inequality.ts';
import {minutesOf, rankedPeople} from '../equity/ranked-people.ts';
import {straightLineTimes} from '../graph/straight-line.ts';
import {drain} from '../job.ts';
import {randomOf} from '../search/random.ts';
import {liveLines} from './map/live.ts';

const SITES = 1000;

interface England {
  from: string;
  lng: Float64Array;
  lat: Float64Array;
  residents: Float64Array;
  decile: Float64Array;
  sites: {lng: Float64Array; lat: Float64Array};
}

const folder = process.env.CLOSER_DATA ?? '../shared/data';

function rows(path: string): Map<string, string>[] {
  const lines = gunzipSync(readFileSync(join(folder, path)))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const headings = lines[0]!.split(',');
  return lines.slice(1).map((line) => {
    const cells = [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map((match) => match[2] ?? match[1]!);
    return new Map(headings.map((heading, at) => [heading, cells[at] ?? '']));
  });
}

function realEngland(): England {
  const residents = new Map(
    rows('population/england/census2021_age6_lsoa21_england.csv.gz').map((row) => [
      row.get('lsoa21_code')!,
      Number(row.get('total')),
    ]),
  );
  const decile = new Map(
    rows('imd/tables/imd2025_england_lsoa21.csv.gz').map((row) => [
      row.get('lsoa21_code')!,
      Number(row.get('IMD_decile')),
    ]),
  );
  const areas = rows('boundaries/centroids/lsoa21_postcode_centroids_ew.csv.gz').filter((row) =>
    residents.has(row.get('lsoa21_code')!),
  );
  const surgeries = rows('nhs/derived_sites/sites_england_geocoded.csv.gz').filter(
    (row) => row.get('kind') === 'gp_practice' && row.get('lon') !== '',
  );
  const chosen = Array.from({length: SITES}, (_, at) => surgeries[Math.floor((at * surgeries.length) / SITES)]!);
  const numbers = (list: Map<string, string>[], key: string) => Float64Array.from(list, (row) => Number(row.get(key)));
  return {
    from: `${areas.length.toLocaleString('en-GB')} areas of England (Census 2021, IMD 2025, means of postcodes) and ${SITES} of its surgeries`,
    lng: numbers(areas, 'lon'),
    lat: numbers(areas, 'lat'),
    residents: Float64Array.from(areas, (row) => residents.get(row.get('lsoa21_code')!)!),
    decile: Float64Array.from(areas, (row) => decile.get(row.get('lsoa21_code')!) ?? Number.NaN),
    sites: {lng: numbers(chosen, 'lon'), lat: numbers(chosen, 'lat')},
  };
}

function inventedEngland(): England {
  const random = randomOf(4);
  const points = (many: number, from: number, to: number) =>
    Float64Array.from({length: many}, () => from + random() * (to - from));
  const areas = 33_755;
  return {
    from: '33,755 invented areas and 1,000 invented sites (set CLOSER_DATA to have the real ones)',
    lng: points(areas, -3, 1),
    lat: points(areas, 51, 55),
    residents: Float64Array.from({length: areas}, () => 1000 + Math.floor(random() * 1500)),
    decile: Float64Array.from({length: areas}, () => 1 + Math.floor(random() * 10)),
    sites: {lng: points(SITES, -3, 1), lat: points(SITES, 51, 55)},
  };
}

function timed(runs: number, run: () => unknown): {median: number; worst: number} {
  const times = Array.from({length: runs}, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  }).sort((a, b) => a - b);
  return {median: times[runs >> 1]!, worst: times[runs - 1]!};
}

export async function bench(): Promise<void> {
  const england = existsSync(join(folder, 'nhs/derived_sites/sites_england_geocoded.csv.gz'))
    ? realEngland()
    : inventedEngland();
  const {residents} = england;
  const began = performance.now();
  const times = drain(straightLineTimes(england, england.sites, 1.3, 35, 4 * 3600));
  const measuring = performance.now() - began;
  const all = new Uint8Array(SITES).fill(1);
  const before = all.map((_, site) => (site === 500 ? 0 : 1));
  const now = closest(times, all);
  const then = closest(times, before);
  for (let area = 0; area < times.areas; area += 337) {
    let least = 65_535;
    for (let site = 0; site < SITES; site++) least = Math.min(least, times.seconds[site * times.areas + area]!);
    if (least !== now.seconds[area]) throw new Error(`Area ${area}: ${now.seconds[area]} and not ${least}.`);
  }
  const opened = withSiteOpened(then, times, 500);
  if (opened.seconds.some((seconds, area) => seconds !== now.seconds[area])) throw new Error('Opening a site differs.');

  const fifths = fifthsOf(england.decile);
  const minutes = minutesOf(now.seconds);
  const supply = Float64Array.from({length: SITES}, (_, site) => 1 + (site % 9));
  const decay = decayTable({form: 'stepped', until: [10, 20, 30], weights: [1, 0.68, 0.22]});
  const question = {times, open: all, demand: residents, supply, decay};
  const alone = new Int32Array(SITES).fill(-1);
  let cutoff = 600;
  const lines: [string, string, number, () => unknown][] = [
    [
      'the cutoff is moved',
      'served, by fifth, the gap; the closest sites are known',
      20,
      () => {
        cutoff = cutoff === 600 ? 900 : 600;
        return [
          peopleWithin(now.seconds, residents, cutoff),
          byFifth(now.seconds, residents, fifths, cutoff),
          gap(now.seconds, residents, fifths, cutoff),
        ];
      },
    ],
    ['a site is opened', 'one row of times against the closest', 20, () => withSiteOpened(then, times, 500)],
    ['a site is closed', 'only its own areas look for another', 20, () => withSiteClosed(now, times, before, 500)],
    ['another option is asked about', 'the closest of all its sites', 7, () => closest(times, before)],
    ['who loses by it', 'every area that is worse off', 20, () => losers(now.seconds, then.seconds, residents)],
    [
      'the lens or a weight is changed',
      'people ranked by deprivation, concentration index',
      7,
      () => concentrationIndex(rankedPeople(minutes, residents, england.decile) as never),
    ],
    ['Gini of minutes', 'areas sorted by minutes', 7, () => gini(sortedValues(minutes, residents) as never)],
    ['sites within the cutoff', 'all pairs', 5, () => sitesWithin(times, all, 900)],
    ['choice of provider', 'all pairs', 5, () => choice(providersWithin(times, all, alone, 900), residents)],
    ['third closest site', 'all pairs', 5, () => kthClosest(times, all, 3)],
    ['capacity in reach', 'all pairs, a weight for each', 5, () => opportunities(times, all, supply, decay)],
    ['capacity a person (E2SFCA)', 'all pairs twice', 5, () => drain(twoStep(question))],
  ];
  const table = lines.map(([what, how, runs, run]) => {
    const {median, worst} = timed(runs, run);
    return `| ${what} | ${how} | ${median.toFixed(1)} | ${worst.toFixed(1)} |`;
  });
  const ids = Array.from({length: SITES}, (_, site) => `site-${site}`);
  const onScreen = await liveLines(folder, [now, then], ids);
  const text = [
    '# Measures with 1,000 sites and 33,755 areas',
    '',
    'Written by `npm run bench measures`. One thread of one machine that did other work too. All but the last lines runs in the engine’s own',
    'process or in slices of a job; what the window does is recolour the areas that it is sent.',
    '',
    `${england.from}: ${(times.areas * SITES).toLocaleString('en-GB')} pairs, measured by straight line in ${(measuring / 1000).toFixed(1)} s. Checked against a naive recount first.`,
    '',
    '| when | what is worked out | median ms | worst ms |',
    '|---|---|---:|---:|',
    ...table,
    ...onScreen,
    '',
  ].join('\n');
  writeFileSync(join(import.meta.dirname, '../../../docs/benchmarks-measures.md'), text);
  console.info(text);
}
