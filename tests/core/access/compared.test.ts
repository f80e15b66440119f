import {describe, expect, it} from 'vitest';
import {choice, PROVIDER_NOT_KNOWN, providersWithin} from '../../../src/core/access/choice.ts';
import {closest} from '../../../src/core/access/closest.ts';
import {compared, losers} from '../../../src/core/access/compared.ts';
import {STANDINGS, standings} from '../../../src/core/access/reasons.ts';
import {spread} from '../../../src/core/access/spread.ts';
import {peopleWithin} from '../../../src/core/access/within.ts';
import {lossesWithout} from '../../../src/core/access/without-site.ts';
import {fifthsOf} from '../../../src/core/equity/by-fifth.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {randomTown, seeds} from '../random-town.ts';

const one = new Uint8Array(6);

describe('an option against another', () => {
  // docs/methods/access.md
  const before = Uint16Array.of(600, 600, 600, UNREACHED, 600, UNREACHED);
  const after = Uint16Array.of(300, 900, 600, 1200, UNREACHED, UNREACHED);
  const residents = [10, 20, 30, 40, 50, 60];

  it('is the worked example of the methods: everyone in exactly one of six', () => {
    expect(compared(before, after, residents, one, 1)[0]).toEqual({
      residents: 210,
      quicker: 10,
      slower: 20,
      unchanged: 30,
      newlyReachable: 40,
      noLongerReachable: 50,
      neverReachable: 60,
      personSecondsGained: 3000,
      personSecondsLost: 6000,
      areasNotKnown: 0,
    });
    expect(losers(before, after, residents)).toEqual([
      {area: 4, residents: 50, secondsBefore: 600, secondsMore: null},
      {area: 1, residents: 20, secondsBefore: 600, secondsMore: 300},
    ]);
  });

  it('adds up to all residents, by group too, and the losers are those worse off, in 1,000 random towns', () => {
    for (const seed of seeds(1000)) {
      const {times, open, residents, deciles, random} = randomTown(seed);
      const before = closest(times, open).seconds;
      const after = closest(
        times,
        open.map(() => (random() < 0.4 ? 1 : 0)),
      ).seconds;
      const given = residents.reduce((sum, p) => sum + (p || 0), 0);
      const groups = compared(before, after, residents, deciles, 11);
      const sum = (key: keyof (typeof groups)[number]) => groups.reduce((s, g) => s + g[key], 0);
      const parts = [
        'quicker',
        'slower',
        'unchanged',
        'newlyReachable',
        'noLongerReachable',
        'neverReachable',
      ] as const;
      expect([seed, parts.reduce((s, part) => s + sum(part), 0)]).toEqual([seed, given]);
      const list = losers(before, after, residents);
      expect(list.reduce((s, loser) => s + loser.residents, 0)).toBe(sum('slower') + sum('noLongerReachable'));
      expect(list.reduce((s, l) => s + l.residents * (l.secondsMore ?? 0), 0)).toBe(sum('personSecondsLost'));
      const rises = list.map((loser) => loser.secondsMore ?? Infinity);
      expect(rises).toEqual(rises.toSorted((a, b) => (a === b ? 0 : b - a)));
    }
  });
});

describe('if a site closed', () => {
  it('is the worked example of the methods: without the second site the third area goes from 8 to 40 minutes', () => {
    const times = {
      areas: 3,
      sites: 2,
      seconds: Uint16Array.from([5, 12, 40, 25, 12, 8], (m) => m * 60),
      metres: new Uint32Array(6),
    };
    const [a, b] = lossesWithout(times, Uint8Array.of(1, 1), [1000, 2000, 1500], Uint8Array.of(1, 1, 5), 900);
    expect(b).toMatchObject({
      site: 1,
      people: 1500,
      cutOff: 0,
      noLongerServed: 1500,
      personSeconds: 1500 * 32 * 60,
      worstSecondsMore: 32 * 60,
      worstArea: 2,
    });
    expect(b!.meanSecondsMore).toBeCloseTo((1500 * 32 * 60) / 4500, 9);
    expect([...b!.noLongerServedByFifth]).toEqual([0, 0, 0, 0, 0, 1500]);
    // Area 2 is as near to the other site: closing the first moves it and costs it nothing.
    expect(a).toMatchObject({site: 0, people: 3000, personSeconds: 1000 * 20 * 60, worstArea: 0});
  });

  it('equals closing each site and counting again, in 1,000 random towns', () => {
    for (const seed of seeds(1000)) {
      const town = randomTown(seed);
      const {times, open, residents, cutoffSeconds} = town;
      const fifths = fifthsOf(town.deciles);
      const now = closest(times, open).seconds;
      for (const loss of lossesWithout(times, open, residents, fifths, cutoffSeconds)) {
        const fewer = open.slice();
        fewer[loss.site] = 0;
        const then = closest(times, fewer).seconds;
        const list = losers(now, then, residents);
        const still = residents.map((p, area) => (then[area] === UNREACHED ? 0 : p));
        const lost = (fifth: number | null) => {
          const own = residents.map((p, area) => (fifth === null || fifths[area] === fifth ? p : 0));
          return peopleWithin(now, own, cutoffSeconds).served - peopleWithin(then, own, cutoffSeconds).served;
        };
        const [was, is] = [spread(now, still).meanSeconds, spread(then, still).meanSeconds];
        expect([seed, loss.noLongerServed, ...loss.noLongerServedByFifth]).toEqual([
          seed,
          lost(null),
          ...[0, 1, 2, 3, 4, 5].map(lost),
        ]);
        expect(loss.cutOff).toBe(list.filter((l) => l.secondsMore === null).reduce((s, l) => s + l.residents, 0));
        expect(loss.personSeconds).toBe(list.reduce((s, l) => s + l.residents * (l.secondsMore ?? 0), 0));
        expect(loss.personSecondsByFifth.reduce((s, x) => s + x, 0)).toBe(loss.personSeconds);
        const rises = list.map((l) => l.secondsMore).filter((rise) => rise !== null);
        expect(loss.worstSecondsMore).toBe(rises.length ? Math.max(...rises) : null);
        if (was === null || is === null) expect(loss.meanSecondsMore).toBeNull();
        else expect(loss.meanSecondsMore).toBeCloseTo(is - was, 6);
      }
    }
  });
});

describe('why an area is not served', () => {
  it('is the worked example of the methods, each reason once', () => {
    // Site 0 is open, 1 open but full, 2 closed.
    const far = UNREACHED;
    const times = {
      areas: 7,
      sites: 3,
      seconds: Uint16Array.of(
        600,
        1200,
        1200,
        1200,
        far,
        300,
        300,
        700,
        600,
        900,
        far,
        far,
        900,
        900,
        far,
        far,
        600,
        960,
        far,
        60,
        60,
      ),
      metres: new Uint32Array(21),
    };
    const residents = [1, 1, 1, 1, 1, 0, Number.NaN];
    expect(standings(times, Uint8Array.of(1, 1, 0), Uint8Array.of(0, 1, 0), residents, 900)).toEqual([
      'served',
      'full',
      'full',
      'beyond',
      'no-path',
      'nobody-lives-here',
      'residents-not-known',
    ]);
    expect(standings(times, Uint8Array.of(1, 0, 0), new Uint8Array(3), residents, 900)[2]).toBe('closed-nearer');
    expect(standings(times, new Uint8Array(3), new Uint8Array(3), residents, 900)[0]).toBe('no-site-open');
  });

  it('is known for every area of 1,000 random towns, and the served are those the count serves', () => {
    const all = new Set(STANDINGS.map((one) => one.standing));
    for (const seed of seeds(1000)) {
      const {times, open, residents, cutoffSeconds, random} = randomTown(seed);
      const full = open.map(() => (random() < 0.3 ? 1 : 0));
      const list = standings(times, open, full, residents, cutoffSeconds);
      expect(list.every((standing) => all.has(standing))).toBe(true);
      const within = peopleWithin(closest(times, open).seconds, residents, cutoffSeconds);
      const people = (...which: string[]) =>
        list.reduce((sum, standing, area) => sum + (which.includes(standing) ? residents[area]! : 0), 0);
      expect([seed, people('served', 'full')]).toEqual([seed, within.served]);
      const [closed, none] = [people('closed-nearer'), people('no-site-open')];
      expect(people('beyond', 'no-path') + closed + none).toBe(within.beyond + within.unreachable);
    }
  });
});

describe('choice of provider', () => {
  it('is the worked example of the methods: two sites of one provider are one choice', () => {
    const times = {areas: 1, sites: 4, seconds: Uint16Array.of(300, 300, 300, 1000), metres: new Uint32Array(4)};
    const all = Uint8Array.of(1, 1, 1, 1);
    expect([...providersWithin(times, all, Int32Array.of(7, 7, 7, 8), 900)]).toEqual([1]);
    expect([...providersWithin(times, all, Int32Array.of(7, 9, 7, 8), 900)]).toEqual([2]);
    const unknown = new Int32Array(4).fill(PROVIDER_NOT_KNOWN);
    expect([...providersWithin(times, all, unknown, 900)]).toEqual([3]);
    expect(choice(Uint16Array.of(0, 1, 2, 3), [1, 10, 100, Number.NaN])).toEqual({
      residents: 111,
      none: 1,
      one: 10,
      twoOrMore: 100,
      areasNotKnown: 1,
    });
  });

  it('equals a set of providers in 1,000 random towns, and adds up', () => {
    for (const seed of seeds(1000)) {
      const {times, open, residents, cutoffSeconds, random} = randomTown(seed);
      const provider = Int32Array.from(open, () => Math.floor(random() * 4) - 1);
      const count = providersWithin(times, open, provider, cutoffSeconds);
      for (let area = 0; area < times.areas; area++) {
        const met = new Set(
          [...open.keys()]
            .filter((j) => open[j] && times.seconds[j * times.areas + area]! <= Math.min(cutoffSeconds, UNREACHED - 1))
            .map((j) => (provider[j] === PROVIDER_NOT_KNOWN ? `site ${j}` : provider[j])),
        );
        expect([seed, area, count[area]]).toEqual([seed, area, met.size]);
      }
      const {none, one, twoOrMore, residents: all} = choice(count, residents);
      expect(none + one + twoOrMore).toBe(all);
      expect(one + twoOrMore).toBe(peopleWithin(closest(times, open).seconds, residents, cutoffSeconds).served);
    }
  });
});
