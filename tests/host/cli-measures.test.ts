import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {CATALOGUE} from '../../src/domain/catalogue.ts';
import type {DuplicationAnswer} from '../../src/engine/duplication.ts';
import type {JourneysAll} from '../../src/engine/journeys-all.ts';
import type {MeasureAnswer} from '../../src/engine/measures/answer-shape.ts';
import type {MeasureListed} from '../../src/engine/measures/measures.ts';
import {ROOT} from './carriers.ts';
import {type CommandLine, commandLine} from './town-of-numbers.ts';

let at: CommandLine;
beforeAll(() => {
  at = commandLine();
});
afterAll(() => at.leave());

function measure(project: string, key: string, ...more: string[]): Promise<MeasureAnswer> {
  const has = (name: string) => more.includes(name);
  return at.json<MeasureAnswer>(
    'measure',
    project,
    '--measure',
    key,
    '--service',
    'general-practice',
    '--mode',
    'drive',
    ...(has('--within') ? [] : ['--within', '15']),
    ...more,
  );
}

const rounded = (values: readonly (number | null)[], digits: number) =>
  values.map((value) => Number(value!.toFixed(digits)));

describe('the fixture of the floating catchments, from files', () => {
  let town: string;
  beforeAll(async () => {
    town = await at.town('catchments', {
      people: [1000, 2000, 1500],
      sites: [
        {code: 'A', capacity: 2},
        {code: 'B', capacity: 3},
      ],
      minutes: [
        [5, 25],
        [12, 12],
        [40, 8],
      ],
    });
  });

  const steps = ['--within', '30', '--decay', 'stepped:until=10/20/30,weights=1/0.68/0.22'];

  it.each([
    ['2sfca', [], [0.000666667, 0.00152381, 0.000857143], [0.000666667, 0.000857143], 5],
    ['e2sfca', steps, [0.001061743, 0.001238609, 0.000974026], [0.000847458, 0.000974026], 5],
    ['m2sfca', steps, [0.0008946, 0.000842254, 0.000974026], null, 4.040147],
    ['3sfca', steps, [0.001146754, 0.00091296, 0.001351551], [0.001333625, 0.001351551], 5],
    ['bfca', steps, [0.000783825, 0.000845453, 0.000589087], [0.001099099, 0.001119266], 0.002218365],
  ] as const)('%s to the digits printed', async (key, more, areas, sites, total) => {
    const answer = await measure(town, key, ...more);
    expect(rounded(answer.areas.value, 9)).toEqual(areas);
    if (sites)
      expect(
        rounded(
          answer.tables[0]!.rows.map((row) => row[2] as number),
          9,
        ),
      ).toEqual(sites);
    expect(answer.audit.supply!.found).toBeCloseTo(total, 6);
    expect(answer.audit).toMatchObject({addsUp: true, partsAddUp: true, supply: {addsUp: true}});
    expect(answer.times.from).toBe('imported');
  });

  it('rational agents, with two values of τ', async () => {
    expect(rounded((await measure(town, 'raam')).areas.value, 6)).toEqual([1.083333, 1.2, 1.133333]);
    expect(rounded((await measure(town, 'raam', '--tau', '10')).areas.value, 6)).toEqual([1.5, 2.2, 1.8]);
  });

  it('nearest, second nearest, sites within and capacity in reach', async () => {
    const closest = await measure(town, 'closest');
    expect(closest.areas.value).toEqual([5, 12, 8]);
    expect(closest.value).toBeCloseTo((1000 * 5 + 2000 * 12 + 1500 * 8) / 4500, 12);
    expect((await measure(town, 'kth-closest')).areas.value).toEqual([25, 12, 40]);
    expect((await measure(town, 'sites-within')).areas.value).toEqual([1, 2, 1]);
    expect((await measure(town, 'opportunities')).areas.value).toEqual([2, 5, 3]);
    expect(rounded((await measure(town, 'opportunities', '--decay', 'linear:cutoff=20')).areas.value, 9)).toEqual([
      1.5, 2, 1.8,
    ]);
  });

  it('duplicates: the overlap, and a verdict that changes with the cutoff', async () => {
    const list = async (within: string, ...more: string[]) =>
      await at.json<DuplicationAnswer>(
        'duplicates',
        town,
        '--service',
        'general-practice',
        '--mode',
        'drive',
        '--within',
        within,
        ...more,
      );
    const {lines} = await list('15');
    const [a, b] = ['a', 'b'].map((site) => lines.find((line) => line.site === site)!);
    expect(a).toMatchObject({both: 2000, either: 4500, loseCover: 1000, verdict: 'not a duplicate'});
    expect(b).toMatchObject({loseCover: 1500, worstMinutesMore: 32});
    expect(rounded([a!.jaccard, a!.share, b!.share], 6)).toEqual([0.444444, 0.666667, 0.571429]);
    expect((await list('25')).lines.find((line) => line.site === 'a')!.verdict).toBe('no room elsewhere');
    const without = (await list('15', '--without', 'B')).without!;
    expect(without).toMatchObject({noLongerServed: 1500, pairsNow: 1, pairsThen: 0});
    expect(without.choiceNow.twoOrMore).toBe(2000);
    expect(without.choiceThen.twoOrMore).toBe(0);
    expect(without.losers).toEqual([
      expect.objectContaining({people: 1500, minutesBefore: 8, minutesAfter: 40, minutesMore: 32}),
    ]);
  });

  it('an intended duplicate keeps its reason and the day to look again', async () => {
    const said = {
      service: 'general-practice',
      site: 'a',
      beside: 'b',
      reason: 'Two buildings while one is rebuilt',
      reviewOn: '2027-04-01',
    };
    expect(await at.refused('call', town, 'duplication.intend', JSON.stringify({...said, reason: ''}))).toContain(
      'only with a reason',
    );
    expect(await at.refused('call', town, 'duplication.intend', JSON.stringify({...said, reviewOn: 'soon'}))).toContain(
      'calendar',
    );
    await at.closer('call', town, 'duplication.intend', JSON.stringify(said));
    const {lines} = await at.json<DuplicationAnswer>(
      'duplicates',
      town,
      '--service',
      'general-practice',
      '--mode',
      'drive',
      '--within',
      '25',
    );
    expect(lines.map(({verdict}) => verdict)).toEqual(['intended', 'intended']);
    expect(lines[0]!.intended).toMatchObject({reason: said.reason, reviewOn: '2027-04-01'});
    await at.closer(
      'call',
      town,
      'duplication.forget',
      JSON.stringify({service: said.service, site: 'b', beside: 'a'}),
    );
    expect(
      await at.closer('duplicates', town, '--service', 'general-practice', '--mode', 'drive', '--within', '25'),
    ).not.toContain('intended until');
  });

  it('gives the times back, long and wide, and takes them in again as they were', async () => {
    for (const form of ['long', 'wide']) {
      const file = `back-${form}.csv`;
      await at.closer(
        'export',
        town,
        '--what',
        'travel-times',
        '--mode',
        'drive',
        '--times',
        'imported',
        '--form',
        form,
        '--to',
        file,
      );
      await at.closer('import', town, file, '--as', 'travel-times');
      expect((await measure(town, 'kth-closest')).areas.value).toEqual([25, 12, 40]);
    }
  });
});

describe('the check values of decay', () => {
  it('come out of the capacity in reach of one site of 1', async () => {
    const minutes = [0, 5, 10, 15, 20, 25, 30, 40, 50, 60];
    const town = await at.town('decay', {
      people: minutes.map(() => 100),
      sites: [{code: 'A', capacity: 1}],
      minutes: minutes.map((each) => [each]),
    });
    const at_ = async (decay: string, ...times: number[]) => {
      const {value} = (await measure(town, 'opportunities', '--decay', decay)).areas;
      return times.map((time) => Number(value[minutes.indexOf(time)]!.toFixed(6)));
    };
    expect(await at_('gaussian-to-nought:cutoff=30', 0, 5, 10, 15, 20, 25, 30)).toEqual([
      1, 0.964945, 0.862656, 0.701367, 0.493575, 0.254448, 0,
    ]);
    expect(await at_('logistic:inflection=30,deviation=10', 0, 10, 20, 30, 40, 50, 60)).toEqual([
      1, 0.978329, 0.863546, 0.502167, 0.140787, 0.026004, 0.004333,
    ]);
    expect(await at_('gaussian:deviation=15', 0, 10, 15, 30, 60)).toEqual([1, 0.800737, 0.606531, 0.135335, 0.000335]);
    expect(await at_('exponential:rate=0.1', 10)).toEqual([Number(Math.exp(-1).toFixed(6))]);
    expect(await at_('inverse-power:power=2', 0, 5)).toEqual([1, 0.04]);
    expect(await at_('gravity:least=5,scale=10,power=-1', 0, 20)).toEqual([2, 0.5]);
  });
});

describe('the fixture of equity', () => {
  let town: string;
  beforeAll(async () => {
    town = await at.town('equity', {
      people: [1000, 1000, 1000, 1000, 1000],
      deciles: [1, 3, 5, 7, 9],
      sites: [{code: 'A'}],
      minutes: [[18], [16], [15], [13], [11]],
    });
  });

  it('to the digits printed', async () => {
    const value = async (key: string, ...more: string[]) =>
      Number((await measure(town, key, ...more)).value!.toFixed(6));
    expect(await value('concentration')).toBe(-0.093151);
    expect(await value('erreygers', '--most', '60')).toBe(-0.090667);
    expect(await value('slope')).toBe(-8.5);
    expect(await value('relative')).toBe(0.549072);
    expect(await value('gini')).toBe(0.093151);
    expect(await value('theil')).toBe(0.013911);
    const slope = await measure(town, 'slope');
    expect(slope.values.find(({key}) => key === 'intercept')!.value).toBeCloseTo(18.85, 9);
    expect(slope.notes.join()).toContain('No interval');
    expect((await measure(town, 'concentration')).lens.overlap).toContain('counted twice');
  });

  it('rolls up to a ward with its extent and says that it is a best fit', async () => {
    const ranks = [5, 11, 60].map((percentile) => Math.floor((percentile * 33_755) / 100));
    const wards = await at.town('extent', {
      people: [1000, 2000, 1000],
      ranks,
      sites: [{code: 'A'}],
      minutes: [[1], [2], [3]],
    });
    const {by, audit} = await measure(wards, 'closest', '--by', 'ward');
    expect(by!.lines).toHaveLength(1);
    expect(by!.lines[0]!.extent).toBeCloseTo(0.725, 12);
    expect(by!.note).toContain('Best fit');
    expect(audit.addsUp).toBe(true);
  });
});

describe('journeys', () => {
  it('the man in Wigan: 156 visits of an 80-mile round trip that no longer occurs', async () => {
    const miles = 40 * 1.609344;
    const town = await at.town('wigan', {
      people: [1000],
      sites: [{code: 'A', services: ['dialysis']}],
      minutes: [[60]],
      kilometres: [[miles]],
    });
    const edit = async (said: object) =>
      await at.closer('call', town, 'services.edit', JSON.stringify({service: 'dialysis', usersPer1000: 1, ...said}));
    const ledger = async () =>
      (
        await at.json<JourneysAll>(
          'journeys',
          town,
          '--service',
          'dialysis',
          '--mode',
          'drive',
          '--times',
          'imported',
          '--share-avoided',
          '1',
        )
      ).services[0]!.ledger;
    await edit({shareCar: 1, shareNepts: 0});
    const byCar = (await ledger()).total;
    expect(byCar.legs).toBe(312);
    expect(byCar.hours).toBe(312);
    // Kilometres are kept to the metre: 40 miles are 64.374 km.
    expect(byCar.kilometres).toBeCloseTo(20_084.6, 0);
    expect(byCar.kilometres / 1.609344).toBeCloseTo(12_480, 0);
    expect(byCar.kgCO2e).toBeCloseTo(3359.2, 1);
    expect(byCar.timePounds).toBeCloseTo(1602, 0);
    await edit({shareCar: 0, shareNepts: 1});
    expect((await ledger()).total.patientTransportPounds).toBe(11_856);
    await edit({shareDigital: 1});
    expect((await ledger()).total.legs).toBe(0);
  });

  it('a bundle: 20 trips apart, 18 at β = ¼, 12 at β = 1, and none at all where services are separate', async () => {
    const services = ['general-practice', 'pharmacy', 'advice'];
    const town = await at.town('bundle', {
      people: [1000],
      sites: [{code: 'A', services}],
      minutes: [[10]],
      kilometres: [[5]],
    });
    for (const [index, service] of services.entries()) {
      const rates = {visitsPerYear: [12, 6, 2][index], usersPer1000: 1000, fromAge: 0, toAge: 120};
      await at.closer('call', town, 'services.edit', JSON.stringify({service, ...rates}));
    }
    const trips = async () =>
      (await measure(town, 'bundle', '--services', services.join(','), '--use-both', '1')).tables[0]!.rows.map(
        (row) => row[1],
      );
    expect(await trips()).toEqual([20_000, 20_000, 20_000, 20_000, 20_000]);
    for (const service of services)
      await at.closer(
        'call',
        town,
        'placements.describe',
        JSON.stringify({service, site: 'a', option: 'as-now', linkedCare: '1'}),
      );
    expect(await trips()).toEqual([20_000, 18_000, 16_000, 14_000, 12_000]);
    const together = await measure(town, 'togetherness');
    expect(together.values.find(({key}) => key === 'level-1')!.value).toBe(3);
  });

  it('every comparison lists who loses, in the answer and in what is written out', async () => {
    const town = await at.town('losers', {
      people: [1000, 500],
      sites: [{code: 'A'}, {code: 'B'}],
      minutes: [
        [5, 20],
        [30, 6],
      ],
    });
    await at.closer('call', town, 'options.add', JSON.stringify({name: 'Without B'}));
    await at.closer('call', town, 'sites.close', JSON.stringify({site: 'b', option: 'without-b'}));
    const compare = ['--option', 'Without B', '--against', 'as-now'];
    const {comparison} = await measure(town, 'closest', ...compare);
    expect(comparison!.losers).toEqual([expect.objectContaining({people: 500, minutesBefore: 6, minutesAfter: 30})]);
    expect(comparison!.people).toMatchObject({slower: 500, unchanged: 1000, addsUp: true});
    expect(comparison!.valueAgainst).toBeCloseTo((5 * 1000 + 6 * 500) / 1500, 12);
    const question = ['--service', 'general-practice', '--mode', 'drive', '--within', '15'];
    await at.closer('measure', town, '--measure', 'closest', ...question, ...compare, '--csv', 'measure.csv');
    await at.closer('score', town, ...question, ...compare, '--times', 'imported', '--csv', 'score.csv');
    await at.closer('journeys', town, '--mode', 'drive', ...compare, '--csv', 'journeys.csv');
    for (const file of ['measure.csv', 'score.csv', 'journeys.csv']) {
      const text = readFileSync(join(at.folder, file), 'utf8');
      expect(text, file).toContain('Worse off in Without B than in As now: 1 areas');
      expect(text, file).toContain('Testham 002A');
    }
    expect(await at.closer('journeys', town, '--mode', 'drive', ...compare)).toContain('Worse off in Without B');
    expect(await at.refused('measure', town, '--measure', 'closest', ...question, '--no-losers')).toContain(
      '--no-losers',
    );
  });
});

describe('a site with many services', () => {
  it('keeps fourteen of them with provider, sector, room, hours, contract and level, saved and opened again', async () => {
    const town = await at.town('many', {people: [1000], sites: [{code: 'A'}, {code: 'B'}], minutes: [[5, 6]]});
    const call = (name: string, input: object) => at.closer('call', town, name, JSON.stringify(input));
    const {service} = JSON.parse(await call('plan.read', {})) as {service: {id: string}[]};
    const chosen = service
      .map(({id}) => id)
      .filter((id) => id !== 'general-practice')
      .slice(0, 14);
    const said = {
      provider: 'A trust',
      sector: 'nhs',
      capacity: 900,
      linkedCare: '2',
      hours: 'Mo-Fr 08:00-20:00',
      contractEnd: '2031-03-31',
    };
    for (const each of chosen) {
      await call('services.place', {service: each, site: 'a', option: 'as-now'});
      await call('placements.describe', {service: each, site: 'a', option: 'as-now', ...said});
    }
    const {placement} = JSON.parse(await call('plan.read', {})) as {placement: Record<string, unknown>[]};
    const there = placement.filter((row) => row.site === 'a' && row.service !== 'general-practice');
    expect(there).toHaveLength(14);
    for (const row of there) expect(row).toMatchObject({...said, linkedCare: 2});
    const together = JSON.parse(await call('colocation.answer', {})) as {
      now: {byLevel: {placements: number}[]; alone: number};
    };
    expect(together.now.byLevel.map(({placements}) => placements)).toEqual([1, 0, 14, 0]);
    expect(together.now.alone).toBe(1);
  });

  it('takes what was said of its duplicates with it, and brings that back when its removal is undone', async () => {
    const call = (name: string, input: object) => at.closer('call', 'many.gpkg', name, JSON.stringify(input));
    const intended = async () => (JSON.parse(await call('plan.read', {})) as {verdict: unknown[]}).verdict.length;
    await call('duplication.intend', {
      service: 'general-practice',
      site: 'a',
      beside: 'b',
      reason: 'Both are full',
      reviewOn: '2027-01-01',
    });
    expect(await intended()).toBe(1);
    await call('sites.remove', {site: 'b'});
    expect(await intended()).toBe(0);
    await call('history.undo', {});
    expect(await intended()).toBe(1);
  });
});

describe('the catalogue', () => {
  it('has every service that the documents name, and the nine wider determinants', () => {
    const keys = new Set(CATALOGUE.map(({id}) => id));
    const named = [
      'general-practice dialysis diagnostics outpatients minor-procedures phlebotomy pharmacy mental-health-nurse speech-centre',
      'respite-beds police council-payments advice housing job-club nursery leisure pool gym library food x-ray',
      'benefits social-care long-term-conditions out-of-hours community-venue prevention',
    ].flatMap((line) => line.split(' '));
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
    const determinants = CATALOGUE.filter(({theme}) => theme === 'determinant').map(({id}) => id);
    expect(determinants).toEqual([
      'food',
      'alcohol-support',
      'stop-smoking',
      'exercise',
      'transport',
      'housing',
      'education',
      'employment',
      'green-space',
    ]);
    for (const {id, unit, source, shareDigital} of CATALOGUE)
      expect(unit && source && shareDigital === 0, id).toBeTruthy();
  });
});

describe('modes', () => {
  it('by car alone, on foot alone, and each by what they have: the mix lies between', async () => {
    const town = await at.town('modes', {
      people: [1000, 500],
      sites: [{code: 'A'}, {code: 'B'}],
      minutes: [
        [5, 5],
        [30, 6],
      ],
    });
    const columns = 'LSOA21CD,share with a car\nE01990001,60\nE01990002,90\n';
    await at.closer('import', town, at.write('cars.csv', columns), '--as', 'columns');
    await at.closer('call', town, 'options.add', JSON.stringify({name: 'Without B'}));
    await at.closer('call', town, 'sites.close', JSON.stringify({site: 'b', option: 'without-b'}));
    const {services} = await at.json<JourneysAll>(
      'journeys',
      town,
      '--mode',
      'drive',
      '--times',
      'straight-line',
      '--option',
      'Without B',
      '--car',
      'share with a car',
    );
    const {byCar, onFoot, mix} = services[0]!.modes!;
    expect(onFoot.total.minutes).toBeLessThan(mix.total.minutes);
    expect(mix.total.minutes).toBeLessThan(byCar.total.minutes);
    expect(mix.users).toBeCloseTo(byCar.users, 9);
    expect([byCar, onFoot, mix].every(({addsUp}) => addsUp)).toBe(true);
  });
});

describe('opening hours', () => {
  it('hours × people unserved, by neighbourhood of the planner’s own', async () => {
    const town = await at.town('hours', {
      people: [1000, 500],
      sites: [{code: 'A'}, {code: 'B'}],
      minutes: [
        [5, 60],
        [60, 5],
      ],
    });
    await at.closer(
      'import',
      town,
      at.write('hoods.csv', 'LSOA21CD,Neighbourhood\nE01990001,North\nE01990002,South\n'),
      '--as',
      'columns',
    );
    expect((await measure(town, 'hours')).because!.sentence).toContain('No open site says when it is open');
    const open = (site: string, hours: string) =>
      JSON.stringify({service: 'general-practice', site, option: 'as-now', hours});
    await at.closer('call', town, 'placements.describe', open('a', 'Mo-Fr 08:00-18:30'));
    expect(await at.refused('call', town, 'placements.describe', open('b', 'Monday to Friday'))).toContain(
      'Mo-Fr 08:00-18:30',
    );
    await at.closer('call', town, 'placements.describe', open('b', '24/7'));
    const answer = await measure(town, 'hours', '--by', 'neighbourhood');
    expect(answer.value).toBe(1000 * (168 - 52.5));
    expect(answer.tables.find(({key}) => key === 'neighbourhoods')!.rows).toEqual([
      ['North', 115_500, 115_500],
      ['South', 0, 0],
    ]);
    // On the map: a person's hours out of hours without an open site.
    expect(answer.areas.value).toEqual([115.5, 0]);
  });
});

describe('the list of measures', () => {
  it('has thirty, and every one of them answers for the fixture town or says in a sentence why not', async () => {
    const list = await at.json<MeasureListed[]>('measures');
    expect(list).toHaveLength(30);
    const pages = ['access', 'supply', 'equity', 'inequality', 'journeys', 'together', 'duplication']
      .map((page) => readFileSync(join(ROOT, 'docs', 'methods', `${page}.md`), 'utf8'))
      .join('\n');
    for (const {key, means, doesNotMean, method} of list) {
      expect(means.length + doesNotMean.length, key).toBeGreaterThan(40);
      expect(pages, key).toContain(`<a id="${method}"></a>`);
    }
    for (const {key} of list) {
      const answer = await measure('equity.gpkg', key);
      expect(answer.audit.addsUp, key).toBe(true);
      const answered = answer.value !== null || answer.values.some(({value}) => value !== null);
      expect(answered || (answer.because?.sentence.length ?? 0) > 20, key).toBe(true);
      expect(
        await at.closer(
          'measure',
          'equity.gpkg',
          '--measure',
          key,
          '--service',
          'general-practice',
          '--mode',
          'drive',
          '--within',
          '15',
        ),
        key,
      ).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(
      await at.refused(
        'measure',
        'equity.gpkg',
        '--measure',
        'tea',
        '--service',
        'general-practice',
        '--mode',
        'drive',
        '--within',
        '15',
      ),
    ).toContain('There is no measure “tea”');
  }, 180_000);
});
