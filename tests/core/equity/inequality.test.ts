import {describe, expect, it} from 'vitest';
import {closest} from '../../../src/core/access/closest.ts';
import {isNoAnswer, type NoAnswer} from '../../../src/core/access/no-answer.ts';
import {concentrationCurve, concentrationIndex, erreygers} from '../../../src/core/equity/concentration.ts';
import {
  gini,
  lorenz,
  meanBetween,
  palma,
  type SortedValues,
  sortedValues,
  theil,
} from '../../../src/core/equity/inequality.ts';
import {type EquallyDistributed, kolmPollak, kolmPollakAt} from '../../../src/core/equity/kolm-pollak.ts';
import {accessPoverty, travelPoverty} from '../../../src/core/equity/poverty.ts';
import {
  localParts,
  meanOf,
  minutesOf,
  type RankedPeople,
  rankedPeople,
} from '../../../src/core/equity/ranked-people.ts';
import {type Slope, slope} from '../../../src/core/equity/slope.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {randomTown, seeds, type Town} from '../random-town.ts';

// methods 2.2.9: five fifths of 200 people, fifth 1 the most deprived
const minutes = [18, 16, 15, 13, 11];
const people = [200, 200, 200, 200, 200];
const fifth = [1, 2, 3, 4, 5];
const ranked = rankedPeople(minutes, people, fifth) as RankedPeople;
const sorted = sortedValues(minutes, people) as SortedValues;
const six = (value: number | NoAnswer) => Number((value as number).toFixed(6));
const because = (answer: unknown) => (isNoAnswer(answer) ? answer.because : answer);

describe('the measures of inequality', () => {
  it('are the worked example of the methods', () => {
    expect(meanOf(ranked)).toBeCloseTo(14.6, 12);
    expect([...ranked.rank].map((r) => r.toFixed(1))).toEqual(['0.1', '0.3', '0.5', '0.7', '0.9']);
    expect(six(concentrationIndex(ranked))).toBe(-0.093151);
    expect(six(erreygers(ranked, 0, 60))).toBe(-0.090667);
    const line = slope(ranked) as Slope;
    expect(line.slopeIndex).toBeCloseTo(-8.5, 9);
    expect(line.intercept).toBeCloseTo(18.85, 9);
    expect(six(line.relativeIndex!)).toBe(0.549072);
    expect([line.slopeInterval, line.relativeInterval]).toEqual([null, null]);
    expect(six(gini(sorted))).toBe(0.093151);
    expect(six(theil(sorted))).toBe(0.013911);
    // Half of fifth 5 is the least deprived tenth; fifths 1 and 2 are the most deprived four tenths: 11 / 17
    expect(six(palma(ranked))).toBe(0.647059);
  });

  it('have the other worked examples of the methods', () => {
    // Line of 12 minutes: 18, 16, 15 and 13 are over it, by 6, 4, 3 and 1
    const poor = travelPoverty(sorted, 12) as {headcount: number; gap: number; severity: number};
    expect([poor.headcount, poor.gap, poor.severity].map(six)).toEqual([0.8, 0.233333, 0.086111]);
    // Access 2, 5, 3 for 1000, 2000, 1500 people and a line of 4: below are 2 and 3, by 2 and 1
    const few = sortedValues([2, 5, 3], [1000, 2000, 1500]) as SortedValues;
    expect(Object.values(accessPoverty(few, 4)).map(six)).toEqual([0.555556, 0.194444, 0.076389]);
    const bad = kolmPollak(sorted, -1) as EquallyDistributed;
    expect(six(bad.kappa)).toBe(-0.066667);
    expect(six(bad.equivalent)).toBe(14.792908);
    expect(bad.inequality).toBeCloseTo(bad.equivalent - 14.6, 9);
  });

  it('give a reason, never NaN, where there is nothing to measure', () => {
    expect(because(rankedPeople([1], [0], [1]))).toBe('no-residents');
    expect(because(rankedPeople([Number.NaN], [10], [1]))).toBe('no-residents');
    expect(because(rankedPeople([1], [10], [Number.NaN]))).toBe('no-deprivation');
    expect(because(sortedValues([Number.NaN], [10]))).toBe('no-residents');
    const four = rankedPeople([1, 2, 3, 4], [1, 1, 1, 1], [1, 2, 3, 4]) as RankedPeople;
    expect(because(slope(four))).toBe('too-few-groups');
    const noughts = rankedPeople([0, 0], [1, 1], [1, 2]) as RankedPeople;
    const none = sortedValues([0, 0], [1, 1]) as SortedValues;
    for (const answer of [
      concentrationIndex(noughts),
      concentrationCurve(noughts),
      palma(noughts),
      gini(none),
      theil(none),
      lorenz(none),
    ]) {
      expect(because(answer)).toBe('mean-is-nought');
    }
    expect(erreygers(noughts, 0, 60)).toBe(0);
    expect(kolmPollak(none, -1)).toEqual({equivalent: 0, inequality: 0, kappa: 0});
    expect(because(erreygers(ranked, 12, 60))).toBe('outside-bounds');
    expect(because(erreygers(ranked, 60, 60))).toBe('bad-number');
    expect(because(kolmPollak(sorted, 1))).toBe('bad-number');
    expect(because(travelPoverty(sorted, 0))).toBe('bad-number');
    expect(() => sortedValues([-1], [1])).toThrow('-1');
  });

  it('are those of equality where all areas are equal, and of one area alone', () => {
    for (const many of [1, 6]) {
      const same = new Array<number>(many).fill(20);
      const living = new Array<number>(many).fill(7);
      const r = rankedPeople(same, living, [...same.keys()]) as RankedPeople;
      const s = sortedValues(same, living) as SortedValues;
      expect(concentrationIndex(r)).toBeCloseTo(0, 12);
      expect(gini(s)).toBeCloseTo(0, 12);
      expect(theil(s)).toBeCloseTo(0, 12);
      expect(palma(r)).toBeCloseTo(1, 12);
      expect((kolmPollak(s, -2) as EquallyDistributed).equivalent).toBeCloseTo(20, 9);
      if (many === 6) expect((slope(r) as Slope).slopeIndex).toBeCloseTo(0, 9);
    }
  });

  it('take journeys of many hours without overflowing', () => {
    const long = sortedValues([10, 1000], [1, 1]) as SortedValues;
    expect(kolmPollakAt(long, -5).equivalent).toBeCloseTo(1000 + Math.log(0.5) / 5, 9);
    expect(kolmPollakAt(long, 0).equivalent).toBe(505);
  });
});

describe('people ranked by deprivation', () => {
  it('does not depend on the order in which equally deprived areas stand', () => {
    const one = rankedPeople([10, 30, 20], [1, 2, 3], [2, 2, 1]) as RankedPeople;
    const other = rankedPeople([30, 20, 10], [2, 3, 1], [2, 1, 2]) as RankedPeople;
    expect(concentrationIndex(one)).toBe(concentrationIndex(other));
    expect(one.share.length).toBe(2);
  });

  it('counts those it leaves out', () => {
    const some = rankedPeople([10, Number.NaN, 20], [5, 6, 7], [1, 1, Number.NaN]) as RankedPeople;
    expect([some.people, some.peopleWithoutValue, some.peopleWithoutDeprivation]).toEqual([5, 6, 7]);
    expect([...minutesOf(Uint16Array.of(90, UNREACHED))]).toEqual([1.5, Number.NaN]);
  });

  it('makes local fifths for a place that has no nationally deprived areas', () => {
    const residents = new Array<number>(10).fill(100);
    const ranks = [20_000, 30_000, 21_000, 29_000, 22_000, 28_000, 23_000, 27_000, 24_000, 26_000];
    expect([...localParts(residents, ranks, 5)]).toEqual([1, 5, 1, 5, 2, 4, 2, 4, 3, 3]);
    expect([...localParts([1, 1], [Number.NaN, Number.NaN], 5)]).toEqual([Number.NaN, Number.NaN]);
    expect([...localParts([100, Number.NaN], [1, 2], 5)]).toEqual([3, Number.NaN]);
  });

  it('takes the mean between two ranks by people, across a group where the line falls in it', () => {
    expect(meanBetween(ranked, 0, 1)).toBeCloseTo(14.6, 12);
    expect(meanBetween(ranked, 0.1, 0.3)).toBeCloseTo(17, 12);
  });
});

describe('the slope', () => {
  const values = [20, 16, 17, 15, 16, 14, 14, 12, 12, 10];
  const living = [100, 120, 90, 110, 100, 100, 80, 120, 100, 100];
  const fifths = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5];

  it('has intervals that a simulation of its group means gives too', () => {
    const groups = rankedPeople(values, living, fifths) as RankedPeople;
    const line = slope(groups) as Slope;
    const {random} = randomTown(7);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const slopes: number[] = [];
    const ratios: number[] = [];
    for (let n = 0; n < 40_000; n++) {
      const mean = groups.mean.map((m, g) => m + groups.standardError[g]! * normal());
      const drawn = slope({...groups, mean}) as Slope;
      slopes.push(drawn.slopeIndex);
      ratios.push(drawn.relativeIndex!);
    }
    const interval = (list: number[]) => list.sort((a, b) => a - b) && [list[1000]!, list[39_000]!];
    interval(slopes).forEach((end, i) => {
      expect(Math.abs(end - line.slopeInterval![i]!)).toBeLessThan(0.15);
    });
    interval(ratios).forEach((end, i) => {
      expect(Math.abs(end - line.relativeInterval![i]!)).toBeLessThan(0.01);
    });
  });

  it('is the ordinary least-squares line through single people', () => {
    const groups = rankedPeople(values, living, fifths) as RankedPeople;
    const points = values.flatMap((y, area) =>
      new Array<[number, number]>(living[area]!).fill([groups.rank[fifths[area]! - 1]!, y]),
    );
    const n = points.length;
    const [mx, my] = [0, 1].map((k) => points.reduce((s, point) => s + point[k as 0 | 1], 0) / n) as [number, number];
    const b =
      points.reduce((s, [x, y]) => s + (x - mx) * (y - my), 0) / points.reduce((s, [x]) => s + (x - mx) ** 2, 0);
    expect((slope(groups) as Slope).slopeIndex).toBeCloseTo(b, 9);
  });

  it('has no ratio interval where the most deprived end may be 0', () => {
    const groups = rankedPeople(
      [0, 40, 0, 40, 0, 40, 0, 40, 0, 40],
      new Array<number>(10).fill(1),
      fifths,
    ) as RankedPeople;
    expect((slope(groups) as Slope).relativeInterval).toBeNull();
  });
});

describe('the measures in 1,000 random towns', () => {
  const towns = seeds(1000).map((seed) => {
    const town = randomTown(seed);
    return {seed, town, minutes: minutesOf(closest(town.times, town.open).seconds)};
  });
  /** Every tenth person (at least one of each area where anyone lives), one by one. */
  const everyone = (town: Town, values: Float64Array) => {
    const few = town.residents.map((p) => Math.ceil(p / 100));
    const list: {y: number; d: number}[] = [];
    few.forEach((p, area) => {
      for (let n = 0; n < p && !Number.isNaN(values[area]!); n++) list.push({y: values[area]!, d: town.deciles[area]!});
    });
    return {few, list};
  };

  it('equal formulas over every single person', () => {
    for (const {seed, town, minutes} of towns) {
      const {few, list} = everyone(town, minutes);
      const s = sortedValues(minutes, few);
      const r = rankedPeople(minutes, few, town.deciles);
      if (list.length === 0) {
        expect([because(s), because(r)]).toEqual(['no-residents', 'no-residents']);
        continue;
      }
      const n = list.length;
      const mean = list.reduce((sum, {y}) => sum + y, 0) / n;
      if (mean === 0) {
        expect(because(gini(s as SortedValues))).toBe('mean-is-nought');
        continue;
      }
      const ys = list.map(({y}) => y).sort((a, b) => a - b);
      const near = (got: unknown, want: number, what: string) =>
        expect([seed, what, Math.abs((got as number) - want) < 1e-9 * Math.max(1, Math.abs(want))]).toEqual([
          seed,
          what,
          true,
        ]);
      // Gini by ranks of single people: Σ (2k − n − 1) y / (n² μ)
      near(
        gini(s as SortedValues),
        ys.reduce((sum, y, k) => sum + (2 * (k + 1) - n - 1) * y, 0) / (n * n * mean),
        'gini',
      );
      near(
        theil(s as SortedValues),
        ys.reduce((sum, y) => sum + (y > 0 ? (y / mean) * Math.log(y / mean) : 0), 0) / n,
        'theil',
      );
      const poor = travelPoverty(s as SortedValues, 10) as {headcount: number; gap: number; severity: number};
      const over = ys.map((y) => Math.max(0, y - 10) / 10);
      near(poor.headcount, over.filter((o) => o > 0).length / n, 'headcount');
      near(poor.gap, over.reduce((sum, o) => sum + o, 0) / n, 'gap');
      near(poor.severity, over.reduce((sum, o) => sum + o * o, 0) / n, 'severity');
      const bad = kolmPollak(s as SortedValues, -1) as EquallyDistributed;
      const kappa = -ys.reduce((sum, y) => sum + y, 0) / ys.reduce((sum, y) => sum + y * y, 0);
      near(
        bad.equivalent,
        (-1 / kappa) * Math.log(ys.reduce((sum, y) => sum + Math.exp(-kappa * y), 0) / n),
        'kolm-pollak',
      );
      expect(bad.equivalent).toBeGreaterThanOrEqual(mean - 1e-9);
      expect(bad.equivalent).toBeLessThanOrEqual(ys.at(-1)! + 1e-9);
      // Concentration: everyone of one decile shares the middle rank of the decile
      const rank = (d: number) => (list.filter((o) => o.d < d).length + list.filter((o) => o.d === d).length / 2) / n;
      const ranks = Array.from({length: 11}, (_, d) => rank(d));
      const c = list.reduce((sum, {y, d}) => sum + (ranks[d]! - 0.5) * (y - mean), 0) / n;
      near(concentrationIndex(r as RankedPeople), (2 * c) / mean, 'concentration');
      near(erreygers(r as RankedPeople, 0, 60), (8 * c) / 60, 'erreygers');
    }
  });

  it('agree with each other: ranked by their own value, concentration is Gini, and curves end at 1', () => {
    for (const {seed, town, minutes} of towns) {
      const s = sortedValues(minutes, town.residents);
      const r = rankedPeople(minutes, town.residents, minutes);
      if (isNoAnswer(s) || isNoAnswer(r) || s.mean === 0) continue;
      expect([seed, Math.abs((gini(s) as number) - (concentrationIndex(r) as number)) < 1e-9]).toEqual([seed, true]);
      const curve = lorenz(s) as {people: number[]; value: number[]};
      const own = concentrationCurve(r) as {people: number[]; value: number[]};
      for (const end of [curve.people, curve.value, own.people, own.value]) expect(end.at(-1)).toBeCloseTo(1, 9);
      expect(meanBetween(r, 0, 0.4) * 0.4 + meanBetween(r, 0.4, 0.9) * 0.5 + meanBetween(r, 0.9, 1) * 0.1).toBeCloseTo(
        s.mean,
        9,
      );
    }
  });

  it('do not change when every area has ten times the people, or areas change places', () => {
    for (const {seed, town, minutes} of towns.slice(0, 300)) {
      const order = [...minutes.keys()].sort(() => town.random() - 0.5);
      const measure = (values: number[], living: number[], deprivation: number[]) => {
        const s = sortedValues(values, living);
        const r = rankedPeople(values, living, deprivation);
        if (isNoAnswer(s) || isNoAnswer(r)) return 'none';
        const all = [gini(s), theil(s), concentrationIndex(r), palma(r), kolmPollak(s, -1)];
        return all.map((a) =>
          typeof a === 'number' ? a.toFixed(9) : isNoAnswer(a) ? a.because : a.equivalent.toFixed(9),
        );
      };
      const here = measure([...minutes], [...town.residents], [...town.deciles]);
      const there = measure(
        order.map((i) => minutes[i]!),
        order.map((i) => 10 * town.residents[i]!),
        order.map((i) => town.deciles[i]!),
      );
      expect([seed, here].join().replaceAll('-0.000000000', '0.000000000')).toBe(
        [seed, there].join().replaceAll('-0.000000000', '0.000000000'),
      );
    }
  });
});
