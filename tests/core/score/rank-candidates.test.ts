import {describe, expect, it} from 'vitest';
import {audit} from '../../../src/core/access/audit.ts';
import {closest, withSiteOpened} from '../../../src/core/access/closest.ts';
import {spread} from '../../../src/core/access/spread.ts';
import {peopleWithin} from '../../../src/core/access/within.ts';
import {fifthsOf} from '../../../src/core/equity/by-fifth.ts';
import {gap} from '../../../src/core/equity/gap.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {drain} from '../../../src/core/job.ts';
import {asNow, openingEffect, openingEffects} from '../../../src/core/score/opening-effect.ts';
import {rankByMinutesSaved, rankByPeopleServed, weighted} from '../../../src/core/score/rank-candidates.ts';
import {randomTown, seeds} from '../random-town.ts';

const m = (minutes: number) => (minutes === Infinity ? UNREACHED : minutes * 60);

// docs/methods/score.md: areas of 1,000 (decile 1), 3,000 (decile 8), 500 (decile 2), 400 (decile 9);
// site 0 is open; sites 1 and 2 are candidates; cutoff 15 minutes.
const times = {
  areas: 4,
  sites: 3,
  seconds: Uint16Array.from([20, 18, 10, Infinity, 8, 30, 12, 25, 25, 12, 10, 14], m),
  metres: new Uint32Array(12),
};
const residents = [1000, 3000, 500, 400];
const fifths = fifthsOf([1, 8, 2, 9]);
const now = asNow(closest(times, Uint8Array.of(1, 0, 0)), residents, 4900, fifths, m(15));

describe('what opening a site would change', () => {
  it('is the worked example of the methods', () => {
    expect(now.audit).toMatchObject({served: 500, beyond: 4000, unreachable: 400, addsUp: true});
    const [one, two] = drain(openingEffects(now, times, [1, 2]));
    expect(one).toMatchObject({
      newlyServed: 1000,
      newlyServedMostDeprived: 1000,
      newlyReachable: 400,
      personSecondsSaved: 1000 * m(12),
      quicker: 1000,
      unchanged: 3500,
    });
    expect(one!.auditAfter).toMatchObject({served: 1500, beyond: 3400, unreachable: 0, addsUp: true});
    expect(two).toMatchObject({
      newlyServed: 3400,
      newlyServedMostDeprived: 0,
      newlyReachable: 400,
      personSecondsSaved: 3000 * m(6),
      quicker: 3000,
      unchanged: 1500,
    });
    expect(now.gap.sharePoints).toBeCloseTo(-100 / 3, 12);
    expect(one!.gapAfter.sharePoints).toBe(-100);
    expect(two!.gapAfter.sharePoints).toBeCloseTo(100 - 100 / 3, 12);
  });

  it('is nothing for a site that is open already', () => {
    expect(openingEffect(now, times, 0)).toMatchObject({
      newlyServed: 0,
      newlyReachable: 0,
      personSecondsSaved: 0,
      unchanged: 4900,
      gapAfter: now.gap,
      auditAfter: now.audit,
    });
  });

  it('equals a full recount with the site open, in 1,000 random towns', () => {
    for (const seed of seeds(1000)) {
      const town = randomTown(seed);
      const fifths = fifthsOf(town.deciles);
      const given = town.residents.reduce((sum, p) => sum + (Number.isNaN(p) ? 0 : p), 0);
      const before = closest(town.times, town.open);
      const now = asNow(before, town.residents, given, fifths, town.cutoffSeconds);
      const effects = drain(openingEffects(now, town.times, [...town.open.keys()]));
      for (const effect of effects) {
        const after = withSiteOpened(before, town.times, effect.site);
        const people = (where: (then: number, was: number, area: number) => boolean) =>
          town.residents.reduce(
            (sum, p, area) => sum + (p > 0 && where(after.seconds[area]!, before.seconds[area]!, area) ? p : 0),
            0,
          );
        const T = town.cutoffSeconds;
        const newly = (then: number, was: number) => then <= T && was > T;
        const reached = (then: number, was: number) => then !== UNREACHED && was === UNREACHED;
        const quicker = (then: number, was: number) => then < was && was !== UNREACHED;
        const saved = (counts: (area: number) => boolean) =>
          town.residents.reduce((sum, p, area) => {
            const was = before.seconds[area]!;
            return p > 0 && was !== UNREACHED && counts(area) ? sum + p * (was - after.seconds[area]!) : sum;
          }, 0);
        expect({seed, ...effect}).toEqual({
          seed,
          site: effect.site,
          newlyServed: people(newly),
          newlyServedMostDeprived: people((t, w, area) => newly(t, w) && fifths[area] === 1),
          newlyReachable: people(reached),
          newlyReachableMostDeprived: people((t, w, area) => reached(t, w) && fifths[area] === 1),
          personSecondsSaved: saved(() => true),
          personSecondsSavedMostDeprived: saved((area) => fifths[area] === 1),
          quicker: people(quicker),
          unchanged: people((t, w) => t === w),
          meanSecondsAfter: spread(after.seconds, town.residents).meanSeconds,
          gapAfter: gap(after.seconds, town.residents, fifths, T),
          auditAfter: audit(given, peopleWithin(after.seconds, town.residents, T)),
        });
        expect(effect.auditAfter.addsUp).toBe(true);
      }
    }
  });

  it('reports progress while it compares many sites', () => {
    const areas = 500_000;
    const big = {areas, sites: 3, seconds: new Uint16Array(3 * areas), metres: new Uint32Array(3 * areas)};
    const before = asNow(closest(big, Uint8Array.of(1, 0, 0)), new Float64Array(areas), 0, new Uint8Array(areas), 60);
    const told: number[] = [];
    drain(openingEffects(before, big, [0, 1, 2]), (progress) => told.push(progress.done));
    expect(told).toEqual([2]);
  });
});

describe('candidates ranked', () => {
  const effects = drain(openingEffects(now, times, [0, 1, 2]));
  const order = (weight: number) => rankByPeopleServed(effects, weight).candidates.map((c) => c.effect.site);

  it('is the worked example of the methods: the weight turns the order round', () => {
    expect(order(0)).toEqual([2, 1, 0]);
    expect(order(1)).toEqual([1, 2, 0]);
    // 1,000 most deprived against 3,400 others: even at 1 − w = 1000 / 3400
    expect(order(0.7)).toEqual([2, 1, 0]);
    expect(order(0.71)).toEqual([1, 2, 0]);
    const half = rankByPeopleServed(effects, 0.5);
    expect(half.timesAsMuch).toBe(2);
    expect(half.candidates.map((c) => [c.place, c.weightedNewlyServed])).toEqual([
      [1, 1700],
      [2, 1000],
      [3, 0],
    ]);
    expect(half.candidates[1]!.shareOfBest).toBeCloseTo(1000 / 1700, 12);
  });

  it('by minutes asks for time first', () => {
    const byMinutes = rankByMinutesSaved(effects, 1);
    expect(byMinutes.decidedBy).toBe('person-minutes saved');
    expect(byMinutes.candidates[0]!.effect.site).toBe(1);
    expect(rankByMinutesSaved(effects, 0).candidates[0]!.effect.site).toBe(2);
  });

  it('falls back on person-minutes when nobody is newly served, and says so', () => {
    const generous = asNow(closest(times, Uint8Array.of(1, 0, 0)), residents, 4900, fifths, 0);
    const ranking = rankByPeopleServed(drain(openingEffects(generous, times, [1, 2])), 0);
    expect(ranking.decidedBy).toBe('person-minutes saved');
    expect(ranking.candidates.map((c) => [c.effect.site, c.shareOfBest])).toEqual([
      [2, null],
      [1, null],
    ]);
  });

  it('prefers the shorter journeys when the first site of all is to be opened', () => {
    const far = {...times, areas: 1, sites: 2, seconds: Uint16Array.of(3000, 2000), metres: new Uint32Array(2)};
    const none = asNow(closest(far, Uint8Array.of(0, 0)), [100], 100, Uint8Array.of(3), 60);
    const ranking = rankByPeopleServed(drain(openingEffects(none, far, [0, 1])), 0.5);
    expect(ranking.decidedBy).toBe('people newly reachable');
    expect(ranking.candidates[0]!.effect.site).toBe(1);
  });

  it('still ranks everyone when only the most deprived count and there are none', () => {
    const nowhere = asNow(closest(times, Uint8Array.of(1, 0, 0)), residents, 4900, new Uint8Array(4), m(15));
    const ranking = rankByPeopleServed(drain(openingEffects(nowhere, times, [1, 2])), 1);
    expect(ranking.timesAsMuch).toBeNull();
    expect(ranking.candidates[0]!.effect.site).toBe(2);
  });

  it('keeps the order of two candidates whatever others stand beside them, in 300 random towns', () => {
    for (const seed of seeds(300)) {
      const town = randomTown(seed);
      const given = town.residents.reduce((sum, p) => sum + (Number.isNaN(p) ? 0 : p), 0);
      const now = asNow(
        closest(town.times, town.open),
        town.residents,
        given,
        fifthsOf(town.deciles),
        town.cutoffSeconds,
      );
      const effects = drain(openingEffects(now, town.times, [...town.open.keys()]));
      const weight = town.random();
      const all = rankByPeopleServed(effects, weight).candidates.map((c) => c.effect.site);
      const without = effects.filter(() => town.random() < 0.5);
      const few = rankByPeopleServed(without, weight).candidates.map((c) => c.effect.site);
      expect([seed, ...few]).toEqual([seed, ...all.filter((site) => few.includes(site))]);
    }
  });

  it('weighs people as stated and refuses a weight that is none', () => {
    expect(weighted(10, 4, 0)).toBe(10);
    expect(weighted(10, 4, 1)).toBe(4);
    expect(() => rankByPeopleServed(effects, 1.2)).toThrow('from 0 to 1');
    expect(() => openingEffect(now, times, 7)).toThrow('There is no site 7');
    expect(rankByPeopleServed([], 0.5)).toMatchObject({decidedBy: 'nothing', candidates: []});
  });
});
