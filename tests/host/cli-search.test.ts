import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {cap, isHere, optima, p550, pmed, sanFrancisco} from '../../src/core/bench/search/known-answers.ts';
import type {SearchAnswer} from '../../src/engine/search/answer.ts';
import type {Curve, FairCurve, Stability} from '../../src/engine/search/tradeoffs.ts';
import {codeOf} from '../engine/invented-town.ts';
import {knownTown} from './known-towns.ts';
import {type CommandLine, commandLine} from './town-of-numbers.ts';

let at: CommandLine;
beforeAll(() => {
  at = commandLine();
});
afterAll(() => at.leave());

const BASE = ['--service', 'general-practice', '--mode', 'drive', '--times', 'imported'];

async function search(project: string, problem: string, ...more: string[]): Promise<SearchAnswer> {
  const answer = await at.json<SearchAnswer>('search', project, '--problem', problem, ...BASE, ...more);
  expect(answer.check).toMatchObject({ok: true, faults: []});
  if (process.env.CLOSER_THOROUGH === '1')
    console.info(
      `${project} ${problem} ${more.join(' ')}: ${answer.objective}, ${answer.status}, ${answer.seconds.toFixed(2)} s`,
    );
  return answer;
}

const sitesOf = (answer: SearchAnswer) => answer.sites.map(({code}) => Number(code.slice(1)) - 1);

describe('the worked example, by files and the command line', () => {
  let town: string;
  beforeAll(async () => {
    town = await at.town('example', {
      people: [100, 80, 120, 90, 60],
      deciles: [8, 8, 8, 1, 2],
      sites: [1, 2, 3, 4].map((site) => ({code: `S${site}`})),
      minutes: [
        [2, 7, 9, 12],
        [3, 5, 8, 11],
        [8, 2, 4, 7],
        [10, 6, 3, 2],
        [13, 9, 5, 1],
      ],
    });
  });

  it.each([
    ['p-median', '1', [1], 2420],
    ['p-median', '2', [0, 2], 1490],
    ['p-median', '3', [0, 1, 3], 920],
    ['kn-p-median', '2', [0, 2], 1490],
    ['p-centre', '2', [0, 2], 5],
    ['p-centre', '3', [0, 1, 3], 3],
  ])('%s of %s', async (problem, open, sites, objective) => {
    const answer = await search(town, problem, '--open', open);
    expect([sitesOf(answer), answer.objective, answer.bound, answer.gap]).toEqual([sites, objective, objective, 0]);
  });

  it.each([
    ['mclp', '1', '3', [0], 180],
    ['mclp', '2', '3', [0, 3], 330],
    ['mclp', '2', '5', [0, 2], 450],
    ['bacop1', '3', '5', [0, 1, 2], 200],
    ['bacop2', '3', '5', [0, 1, 2], 325],
    ['lscp', '4', '5', [0, 2], 2],
  ])('%s of %s within %s', async (problem, open, within, sites, objective) => {
    const answer = await search(town, problem, '--open', open, '--within', within);
    expect([sitesOf(answer), answer.objective]).toEqual([sites, objective]);
  });

  it('in its equity form moves to the most deprived', async () => {
    const two = await search(town, 'p-median', '--open', '2', '--weights', 'most-deprived');
    expect([sitesOf(two), two.objective]).toEqual([[0, 3], 1880]);
    const one = await search(town, 'p-median', '--open', '1', '--weights', 'most-deprived');
    expect([sitesOf(one), one.objective]).toEqual([[2], 3445]);
    const [{before, after}] = two.outcomes as [SearchAnswer['outcomes'][number]];
    expect(after.deprivedMinutes).toBeCloseTo((90 * 2 + 60 * 1) / 150, 9);
    expect(after.minutes).toBeCloseTo((200 + 240 + 840 + 180 + 60) / 450, 9);
    expect(before.open).toBe(4);
  });

  it('has a second and third best, a most different, and a price of forcing a site open', async () => {
    const answer = await search(
      town,
      'p-median',
      '--open',
      '2',
      '--next',
      '2',
      '--different',
      '0.3',
      '--why-not',
      'S2',
    );
    const others = answer.others.map(({title, sites, objective}) => [
      title,
      sites.map(({code}) => code).join(),
      objective,
    ]);
    expect(others).toEqual([
      ['With Site S2 open', 'S2,S4', 1580],
      ['Second best', 'S1,S4', 1520],
      ['Third best', 'S2,S4', 1580],
      ['Most different', 'S2,S4', 1580],
    ]);
  });

  it('says what is in conflict, and the smallest relaxation of each', async () => {
    const answer = await search(town, 'lscp', '--open', '1', '--within', '3');
    expect(answer.status).toBe('infeasible');
    expect(answer.reasons.conflict).toEqual([
      'These cannot be had together: at most 1 site and everyone within 3 minutes.',
      'It needs 3 sites (Site S1, Site S2, Site S4).',
      'Or 9 minutes or more.',
    ]);
  });

  it('keeps to a budget by costs said, and to groups', async () => {
    const costs = ['--cost', 'S1=5', 'S2=6', 'S3=7', 'S4=8', '--among', 'all'];
    const dear = await search(town, 'p-median', '--open', '2', ...costs, '--budget', '11');
    expect([sitesOf(dear), dear.cost]).toEqual([[0, 1], 11]);
    expect(dear.reasons.limits.join()).toContain('£11 of a budget of £11 is spent');
    const none = await search(town, 'p-median', '--open', '2', ...costs, '--budget', '10');
    expect(none.reasons.conflict.at(-1)).toBe('Or a budget of £11 or more.');
    expect(sitesOf(await search(town, 'p-median', '--open', '2', '--at-most', '1', 'S1', 'S3'))).toEqual([0, 3]);
    const least = await search(town, 'p-median', '--open', '2', '--at-least', '1', 'S2', '--at-most', '0', 'S1');
    expect(sitesOf(least)).toContain(1);
    expect(sitesOf(least)).not.toContain(0);
  });

  it('keeps floors for residents, the most deprived and areas named', async () => {
    const plain = await search(town, 'p-median', '--open', '2', '--floor', 'most-deprived=1@2');
    expect([sitesOf(plain), plain.objective]).toEqual([[0, 3], 1520]);
    const named = await search(town, 'p-median', '--open', '1', '--priority', codeOf(1), '--floor', 'priority=1@2');
    expect(sitesOf(named)).toEqual([0]);
    expect(
      await at.refused('search', town, '--problem', 'p-median', ...BASE, '--open', '1', '--floor', 'priority=1@2'),
    ).toMatch(/Name them with --priority/);
  });

  it('draws what each further site buys, from efficient to fair, and how sure each site is', async () => {
    const said = ['search', town, '--problem', 'p-median', ...BASE, '--within', '5'];
    const curve = await at.json<Curve>(...said, '--curve', '1-4');
    expect(curve.tried.map(({objective}) => objective)).toEqual([2420, 1490, 920, 920]);
    expect(curve.tried.map(({outcome}) => outcome!.within)).toEqual([200, 450, 450, 450]);
    const fair = await at.json<FairCurve>(...said, '--open', '2', '--fair');
    const codes = fair.tried.map(({sites}) => sites.map(({code}) => code).join(' '));
    expect(codes).toEqual(['S1 S3', 'S1 S4', 'S1 S4', 'S1 S4', 'S1 S4', 'S1 S4', 'S1 S3']);
    expect(fair.price[0]).toBe(0);
    expect(fair.price[1]).toBeCloseTo(1520 / 1490 - 1, 9);
    const stable = await at.json<Stability>(...said, '--open', '2', '--stability');
    expect(stable.sites.map((site) => [site.id, site.in, site.of])).toEqual([
      ['s1', 3, 3],
      ['s4', 2, 3],
      ['s3', 1, 3],
    ]);
    expect(await at.closer(...said, '--open', '2', '--stability')).toContain('3 of 3');
    expect(await at.refused(...said, '--curve', 'all')).toMatch(/FROM-TO/);
  });

  it('refuses in a sentence what cannot be', async () => {
    const refused = (...words: string[]) => at.refused('search', town, '--problem', 'p-median', ...BASE, ...words);
    expect(await refused('--open', '0')).toMatch(/at least one/);
    expect(await refused('--open', '9')).toMatch(/only 4 to choose from/);
    expect(await refused('--open', '2', '--close', '1')).toMatch(/one, not of both/);
    expect(await refused('--open', '2', '--fix-open', 'S1', '--fix-closed', 'S1')).toMatch(
      /to be open and to be closed/,
    );
    expect(await refused('--open', '2', '--weights', 'cats')).toMatch(/none of them/);
    expect(await refused('--open', '2', '--floor', 'lots')).toMatch(/SHARE/);
    expect(await refused('--open', '2', '--at-most', 'S1')).toMatch(/begins with a number/);
    expect(await refused('--open', '2', '--cost', 'S1', '--budget', '5')).toMatch(/site=pounds/);
    expect(await refused('--open', '2', '--priority', 'Atlantis')).toMatch(/no area, ward, district or neighbourhood/);
  });
});

const SOME = process.env.CLOSER_THOROUGH === '1' ? Array.from({length: 20}, (_, number) => number + 1) : [1, 5];
const ROOMY = process.env.CLOSER_THOROUGH === '1' ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [6];

describe.skipIf(!isHere)('published instances by the command line (skipped without the folder of open data)', () => {
  it.each(SOME)(
    'pmed%i: p-median and p-centre',
    async (number) => {
      const problem = pmed(number, 'p-median');
      const town = await knownTown(at, `pmed${number}`, problem, 'minutes');
      const open = String(problem.count.most);
      for (const [kind, file] of [
        ['p-median', 'pmedopt'],
        ['p-centre', 'kcenteropt'],
      ] as const) {
        const answer = await search(town, kind, '--open', open);
        expect(answer.objective).toBe(optima(`orlib_pmed/${file}.txt`).get(`pmed${number}`));
        expect(answer.status).toMatch(/proven|checked-all/);
      }
    },
    300_000,
  );

  it.each([
    [71, 932615.75],
    [72, 977799.4],
    [73, 1010641.45],
    [74, 1034976.975],
  ])(
    'cap%i: what sites cost is part of what is made least',
    async (number, best) => {
      const problem = cap(number);
      const town = await knownTown(at, `cap${number}`, problem, 'kilometres');
      const costs = Array.from(problem.opening!, (pounds, site) => `S${site + 1}=${pounds}`);
      const answer = await search(town, 'p-median', '--measure', 'kilometres', '--worth', '1', '--cost', ...costs);
      expect(answer.objective! / best).toBeCloseTo(1, 6);
      expect(answer.status).toMatch(/proven|checked-all/);
    },
    60_000,
  );

  it.each(ROOMY)(
    'p550-%i: residents fill the room, a column of ones is weighed',
    async (number) => {
      const problem = p550(number);
      const town = await knownTown(at, `p550-${number}`, problem, 'minutes');
      const ones = Array.from({length: problem.areas}, (_, area) => `${codeOf(area + 1)},1`);
      await at.closer(
        'import',
        town,
        at.write(`ones-${number}.csv`, `LSOA21CD,Once\n${ones.join('\n')}\n`),
        '--as',
        'columns',
      );
      const room = String(problem.capacity![0]);
      const answer = await search(town, 'capacitated-p-median', '--open', '5', '--weights', 'Once', '--room', room);
      const best = optimaOfRoom.get(number)!;
      expect(answer.objective).toBeCloseTo(best, 6);
      expect(answer.bound).toBeCloseTo(best, 6);
    },
    120_000,
  );

  it('San Francisco: five questions in metres', async () => {
    // Ten metres stand as a kilometre, so that 5,000 m is a cutoff that a project takes.
    const {cost, ...problem} = sanFrancisco('p-median', {least: 4, most: 4});
    const town = await knownTown(
      at,
      'san-francisco',
      {...problem, cost: Float64Array.from(cost, (each) => each / 10)},
      'kilometres',
    );
    const ask = (kind: string, ...more: string[]) => search(town, kind, '--measure', 'kilometres', ...more);
    expect((await ask('p-median', '--open', '4')).objective! / 284826812.9715).toBeCloseTo(1, 6);
    expect((await ask('p-centre', '--open', '4')).objective! / 740.3064).toBeCloseTo(1, 5);
    expect((await ask('mclp', '--open', '4', '--within', '500')).objective).toBe(875247);
    expect((await ask('lscp', '--within', '500')).objective).toBe(8);
    // methods of others say 81.46 %, which does not fit this data: every set of eight was counted, and 145 of 205 it is.
    expect((await ask('lscp-b', '--within', '500')).objective).toBe(145);
  }, 60_000);
});

const optimaOfRoom = new Map([713, 740, 751, 651, 664, 778, 787, 820, 715, 829].map((best, at) => [at + 1, best]));
