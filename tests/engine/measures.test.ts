import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {DuplicationAnswer} from '../../src/engine/duplication.ts';
import type {MeasureAnswer} from '../../src/engine/measures/answer-shape.ts';
import {auditOf} from '../../src/engine/measures/measures.ts';
import {seeded} from '../builders.ts';
import {type CommandLine, commandLine, type Numbers} from '../host/town-of-numbers.ts';

let at: CommandLine;
beforeAll(() => {
  at = commandLine();
});
afterAll(() => at.leave());

function measure(project: string, key: string, within: number, ...more: string[]): Promise<MeasureAnswer> {
  const question = ['--service', 'general-practice', '--mode', 'drive', '--within', String(within)];
  return at.json<MeasureAnswer>('measure', project, '--measure', key, ...question, ...more);
}

describe('the audit line', () => {
  const counted = Float64Array.of(1000, 2000, 1500);
  const now = {seconds: Uint16Array.of(300, 720, 480), site: Int32Array.of(0, 0, 1), metres: new Uint32Array(3)};
  const ground = {total: 4500, now, counted, cutoff: 900, who: 'residents'} as const;

  it('is at peace where everyone is counted once', () => {
    expect(auditOf(ground, [[{people: 3000}, {people: 1500}]], null)).toMatchObject({
      addsUp: true,
      sentence: '4,500 served + 0 beyond + 0 unreachable = 4,500 residents.',
    });
  });

  it('turns red when an area is dropped from a result', () => {
    const dropped = {...ground, counted: counted.subarray(0, 2), now: {...now, seconds: now.seconds.subarray(0, 2)}};
    const audit = auditOf(dropped, [[{people: 4500}]], null);
    expect(audit.addsUp).toBe(false);
    expect(audit.sentence).toMatch(/^These do not add up: 3,000 served .* but there are 4,500 residents \(people\)/);
  });

  it('turns red when a fifth loses somebody, and when capacity leaks', () => {
    expect(auditOf(ground, [[{people: 3000}, {people: 1499}]], null)).toMatchObject({addsUp: false, partsAddUp: false});
    const supply = {
      supply: 5,
      supplyInReach: 5,
      sitesOutOfReach: 0,
      sitesNotKnown: 0,
      areasNotKnown: 0,
      rule: 'all supply in reach is shared out',
      expected: 5,
      found: 4.9,
      addsUp: false,
    } as const;
    const audit = auditOf(ground, [[{people: 4500}]], supply);
    expect(audit.addsUp).toBe(false);
    expect(audit.sentence).toContain('(capacity)');
  });
});

describe('places that are hard to measure', () => {
  it.each([
    ['nobody lives there', {people: [0, 0], sites: [{code: 'A', capacity: 1}], minutes: [[1], [2]]}],
    ['no site is in reach', {people: [10, 20], sites: [{code: 'A', capacity: 1}], minutes: [[null], [null]]}],
    ['one area alone', {people: [10], sites: [{code: 'A', capacity: 1}], minutes: [[3]]}],
    ['all areas equal', {people: [10, 10, 10], sites: [{code: 'A', capacity: 1}], minutes: [[3], [3], [3]]}],
    ['every time is 0', {people: [10, 20], sites: [{code: 'A', capacity: 1}], minutes: [[0], [0]]}],
    ['capacities of 0', {people: [10, 20], sites: [{code: 'A', capacity: 0}], minutes: [[1], [2]]}],
    [
      'deciles are missing',
      {people: [10, 20], deciles: [null, null], sites: [{code: 'A', capacity: 1}], minutes: [[1], [2]]},
    ],
    [
      'one decile is missing',
      {people: [10, 20], deciles: [1, null], sites: [{code: 'A', capacity: 1}], minutes: [[1], [2]]},
    ],
    [
      'no site offers the service',
      {people: [10, 20], sites: [{code: 'A', services: ['pharmacy']}], minutes: [[1], [2]]},
    ],
  ])('%s: every measure answers, or says in a sentence why not', async (name, numbers) => {
    const town = await at.town(name.replaceAll(' ', '-'), numbers);
    for (const {key} of await at.json<{key: string}[]>('measures')) {
      for (const [within, ...more] of [['15'], ['0', '--people', 'users', '--by', 'ward']]) {
        const answer = await measure(town, key, Number(within), ...more);
        expect(answer.audit.addsUp, `${key} ${more}`).toBe(true);
        const said =
          answer.value !== null || answer.values.some(({value}) => value !== null) || answer.because !== null;
        expect(said, `${key} ${more}`).toBe(true);
        if (answer.value === null && answer.because) expect(answer.because.sentence, key).toMatch(/^[A-Z].{20,}[.]$/s);
      }
    }
  });

  it('every measure has its formula in a line, and a number comes with the terms that gave it', async () => {
    const town = await at.town('terms', {
      people: [1000, 2000, 1500, 500, 800],
      deciles: [1, 3, 5, 7, 9],
      sites: [
        {code: 'A', capacity: 2},
        {code: 'B', capacity: 3},
      ],
      minutes: [
        [5, 25],
        [12, 12],
        [40, 8],
        [9, 30],
        [14, 20],
      ],
    });
    const listed = await at.json<{key: string; formula: string}[]>('measures');
    for (const {key, formula} of listed) {
      expect(formula, key).toMatch(/^\S.{20,}\S$/);
      const answer = await measure(town, key, 15);
      expect(answer.meaning.formula, key).toBe(formula);
      const terms = answer.values.filter(({value}) => value !== null);
      if (answer.value !== null) expect(terms.length, key).toBeGreaterThan(0);
    }
    expect(new Set(listed.map(({formula}) => formula)).size).toBe(listed.length);
    const terms = async (key: string) =>
      Object.fromEntries((await measure(town, key, 15)).values.map(({key: term, value}) => [term, value]));
    expect(await terms('by-fifth')).toEqual({people: 1000, served: 1000});
    expect(await terms('kth-closest')).toMatchObject({k: 2});
    // Without A, areas 1, 4 and 5 are beyond 15 minutes of B.
    expect(await terms('losses')).toMatchObject({beyond: 2300, 'cut-off': 0});
  });

  it('numbers that cannot be are refused in a sentence', async () => {
    const refused = async (key: string, ...more: string[]) =>
      at.refused(
        'measure',
        'one-area-alone.gpkg',
        '--measure',
        key,
        '--service',
        'general-practice',
        '--mode',
        'drive',
        ...more,
      );
    expect(await refused('within', '--within', '-1')).toContain('from 0');
    expect(await refused('within', '--within', 'soon')).toContain('must be a number');
    expect(await refused('bundle', '--within', '15', '--same-day', '1.5')).toContain('from 0 to 1');
    expect(await refused('e2sfca', '--within', '15', '--decay', 'linear:cutoff=-1')).toContain('0 or more');
    expect(await refused('e2sfca', '--within', '15', '--decay', 'stepped:until=10/5,weights=1/1')).toContain(
      'must end after',
    );
    expect(await refused('e2sfca', '--within', '15', '--decay', 'tea')).toContain('FORM:NAME=NUMBER');
    expect(await refused('kolm-pollak', '--within', '15', '--aversion', '1')).toContain('-1');
    expect(await refused('gini', '--within', '15', '--of', 'journeys')).toContain('no value by area');
    expect(await refused('closest', '--within', '15', '--lens', 'tea')).toContain('no domain “tea”');
    expect(await refused('closest', '--within', '15', '--by', 'tea')).toContain('no column “tea”');
    const call = (name: string, input: object) =>
      at.refused('call', 'one-area-alone.gpkg', name, JSON.stringify(input));
    expect(await call('services.edit', {service: 'dialysis', usersPer1000: -1})).toContain('from 0');
    expect(await call('services.edit', {service: 'dialysis', shareCar: 0.8, shareNepts: 0.4})).toContain('at most 1');
    expect(await call('services.edit', {service: 'dialysis', shareDigital: 2})).toContain('from 0 to 1');
    expect(
      await call('placements.describe', {service: 'general-practice', site: 'a', option: 'as-now', capacity: -1}),
    ).toContain('from 0');
    expect(
      await call('placements.describe', {
        service: 'general-practice',
        site: 'a',
        option: 'as-now',
        contractEnd: '2026-02-30',
      }),
    ).toContain('calendar');
    expect(await call('tea', {})).toContain('There is no call “tea”');
  });
});

/** Everything again from the numbers alone, the slow way. */
function naive({people, sites, minutes}: Numbers, cutoff: number) {
  const within = (area: number, site: number) => minutes[area]![site] !== null && minutes[area]![site]! <= cutoff;
  const all = people.map((_, area) => area);
  const each = sites.map((_, site) => site);
  const ratio = each.map((site) => {
    const demand = all.reduce((sum, area) => sum + (within(area, site) ? people[area]! : 0), 0);
    return demand > 0 ? sites[site]!.capacity! / demand : 0;
  });
  const best = all.map((area) => Math.min(...each.map((site) => minutes[area]![site] ?? Infinity)));
  const reached = all.filter((area) => best[area]! < Infinity && people[area]! > 0);
  const sum = reached.reduce((total, area) => total + people[area]!, 0);
  const mean = reached.reduce((total, area) => total + people[area]! * best[area]!, 0) / sum;
  let gaps = 0;
  for (const one of reached)
    for (const other of reached) gaps += people[one]! * people[other]! * Math.abs(best[one]! - best[other]!);
  const covered = (site: number) => all.filter((area) => within(area, site));
  const weight = (areas: number[]) => areas.reduce((total, area) => total + people[area]!, 0);
  return {
    closest: best.map((time) => (time === Infinity ? null : time)),
    mean: sum > 0 ? mean : null,
    '2sfca': all.map((area) => each.reduce((total, site) => total + (within(area, site) ? ratio[site]! : 0), 0)),
    gini: sum > 0 && mean > 0 ? gaps / (2 * sum * sum * mean) : null,
    jaccard(one: number, other: number) {
      const both = covered(one).filter((area) => within(area, other));
      return weight(both) / weight([...new Set([...covered(one), ...covered(other)])]);
    },
    loseCover: (site: number) =>
      weight(covered(site).filter((area) => each.every((other) => other === site || !within(area, other)))),
  };
}

async function recounted(project: string, numbers: Numbers, town: number): Promise<void> {
  const slow = naive(numbers, 20);
  const near = (found: number | null, expected: number | null, what: string) => {
    if (expected === null) expect(found, `${what} of town ${town}`).toBeNull();
    else expect(found, `${what} of town ${town}`).toBeCloseTo(expected, 9);
  };
  const closest = await measure(project, 'closest', 20);
  expect(closest.areas.value, `town ${town}`).toEqual(slow.closest);
  near(closest.value, slow.mean, 'mean');
  const supply = await measure(project, '2sfca', 20);
  for (const [area, found] of supply.areas.value.entries())
    near(supply.because ? 0 : found, supply.because ? 0 : slow['2sfca'][area]!, '2sfca');
  near((await measure(project, 'gini', 20)).value, slow.gini, 'gini');
  const question = ['--service', 'general-practice', '--mode', 'drive', '--within', '20'];
  const {lines} = await at.json<DuplicationAnswer>('duplicates', project, ...question);
  const site = (id: string) => numbers.sites.findIndex(({code}) => code.toLowerCase() === id);
  for (const line of lines) {
    near(line.jaccard, slow.jaccard(site(line.site), site(line.beside)), 'jaccard');
    expect(line.loseCover).toBe(slow.loseCover(site(line.site)));
  }
}

describe('random towns', () => {
  it('give what a naive recount gives, and conserve people, fifths, capacity, legs and choice', async () => {
    const random = seeded(4);
    for (let town = 0; town < 40; town++) {
      const [areas, sites] = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 5)];
      const numbers: Numbers = {
        people: Array.from({length: areas}, () => Math.floor(random() * 3000)),
        deciles: Array.from({length: areas}, () => (random() < 0.1 ? null : 1 + Math.floor(random() * 10))),
        sites: Array.from({length: sites}, (_, n) => ({code: `S${n}`, capacity: Math.floor(random() * 50)})),
        minutes: Array.from({length: areas}, () =>
          Array.from({length: sites}, () => (random() < 0.15 ? null : Math.floor(random() * 60))),
        ),
      };
      const project = await at.town(`random-${town}`, numbers);
      await recounted(project, numbers, town);
      for (const key of ['within', '2sfca', 'e2sfca', 'm2sfca', '3sfca', 'bfca', 'by-fifth', 'choice']) {
        const {audit, values, tables} = await measure(project, key, 20, '--by', 'ward');
        expect(audit, `${key} of town ${town}`).toMatchObject({addsUp: true, partsAddUp: true});
        if (key === 'choice') expect(values.reduce((sum, {value}) => sum + value!, 0)).toBe(audit.people.residents);
        if (key === 'by-fifth')
          expect(tables[0]!.rows.reduce((sum, row) => sum + (row[2] as number), 0)).toBe(audit.people.residents);
      }
      const journeys = await at.json<{addsUp: boolean}>(
        'journeys',
        project,
        '--mode',
        'drive',
        '--share-avoided',
        '0.3',
      );
      expect(journeys.addsUp).toBe(true);
    }
  }, 120_000);
});

const folder = join(process.env.CLOSER_DATA ?? '../shared/data', 'known_answers/spopt_sf');
const isHere = existsSync(folder);
if (!isHere) console.info('San Francisco skipped: no folder of known answers (set CLOSER_DATA to have it).');

describe.skipIf(!isHere)(
  'San Francisco through the command line (skipped where the folder of open data is absent)',
  () => {
    it('has the numbers of pysal’s access: metres stand for seconds, capacities are 1 to 16', async () => {
      const rows = (name: string) =>
        readFileSync(join(folder, name), 'utf8')
          .trim()
          .split(/\r?\n/)
          .slice(1)
          .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
      const demand = rows('SF_demand_205_centroid_uniform_weight.csv').map((row) => ({
        tract: row[3]!,
        people: Number(row[6]),
      }));
      demand.sort((a, b) => (a.tract < b.tract ? -1 : 1));
      const pairs = rows('SF_network_distance_candidateStore_16_censusTract_205_new.csv');
      const number = (store: string) => Number(store.replace('Store_', ''));
      const stores = [...new Set(pairs.map(([, store]) => store!))].sort((a, b) => number(a) - number(b));
      const minutes = demand.map(() => stores.map((): number | null => null));
      for (const [metres, store, tract] of pairs) {
        const area = demand.findIndex((each) => each.tract === tract);
        minutes[area]![stores.indexOf(store!)] = Math.ceil(Number(metres)) / 60;
      }
      const town = await at.town('san-francisco', {
        people: demand.map(({people}) => people),
        sites: Array.from({length: 16}, (_, n) => ({code: `S${String(n + 1).padStart(2, '0')}`, capacity: n + 1})),
        minutes,
      });
      const first = ({areas}: MeasureAnswer) => areas.value.slice(0, 3).map((value) => Number(value!.toPrecision(9)));
      const sum = ({areas}: MeasureAnswer) => areas.value.reduce<number>((total, value) => total + value!, 0);
      const within = await measure(town, '2sfca', 5000 / 60);
      expect(first(within)).toEqual([0.000246343888, 0.000246343888, 0.000246343888]);
      expect(sum(within)).toBeCloseTo(0.02987268269860349, 12);
      expect(within.audit.supply!.found).toBeCloseTo(136, 9);
      const steps = `stepped:until=${[2000, 4000, 8000].map((metres) => metres / 60).join('/')},weights=1/0.68/0.22`;
      const enhanced = await measure(town, 'e2sfca', 8000 / 60, '--decay', steps);
      expect(first(enhanced)).toEqual([0.000231424835, 0.000251176382, 0.000255629395]);
      expect(sum(enhanced)).toBeCloseTo(0.02968462991657056, 12);
      const three = await measure(town, '3sfca', 8000 / 60, '--decay', steps);
      expect(first(three)).toEqual([0.000374925454, 0.000332628344, 0.00034148045]);
      expect(sum(three)).toBeCloseTo(0.030158225754317335, 12);
      const agents = await measure(town, 'raam', 5000 / 60);
      expect(first(agents)).toEqual([0.616709302, 0.843375969, 0.760875969]);
      expect(sum(agents)).toBeCloseTo(342.3407797486065, 9);
      expect(agents.audit).toMatchObject({addsUp: true, people: {residents: 955_113}});
    }, 60_000);
  },
);
