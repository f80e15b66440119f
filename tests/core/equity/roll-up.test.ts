import {describe, expect, it} from 'vitest';
import {LENSES, lensOverlap} from '../../../src/core/equity/lens.ts';
import {extentWeight, nationalPercentile, rollUp} from '../../../src/core/equity/roll-up.ts';
import {randomTown, seeds} from '../random-town.ts';

describe('small areas rolled up', () => {
  it('is the worked example of the methods: percentile 11 counts 0.95, 30 counts 0.05, 31 nothing', () => {
    expect([1, 10, 11, 30, 31, 100].map((p) => Number(extentWeight(p).toFixed(12)))).toEqual([1, 1, 0.95, 0.05, 0, 0]);
    expect([1, 337, 338, 33_755].map((rank) => nationalPercentile(rank, 33_755))).toEqual([1, 1, 2, 100]);
    expect(() => nationalPercentile(0, 33_755)).toThrow('Rank 0');
    const [ward] = rollUp([1000, 2000, 1000], [5, 11, 60], [50, 30, 10], [0, 0, 0], 1);
    expect(ward).toEqual({
      areas: 3,
      residents: 4000,
      extent: (1000 + 0.95 * 2000) / 4000,
      averageScore: 30,
      proportionMostDeprivedTenth: 1 / 3,
      residentsNotKnown: 0,
    });
  });

  it('has no figure for a ward of which nothing is known, and never NaN', () => {
    const [known, empty] = rollUp([10, 5], [Number.NaN, 3], [1, 2], [0, 2], 3);
    expect(known).toEqual({
      areas: 1,
      residents: 10,
      extent: null,
      averageScore: null,
      proportionMostDeprivedTenth: null,
      residentsNotKnown: 10,
    });
    expect(empty!.extent).toBeNull();
    expect(() => rollUp([1], [1], [1], [4], 2)).toThrow('group 4');
  });

  it('keeps every resident, and the mean of the whole, in 1,000 random towns', () => {
    for (const seed of seeds(1000)) {
      const {residents, deciles, random} = randomTown(seed);
      const scores = residents.map(() => random() * 80);
      const percentiles = residents.map(() => 1 + Math.floor(random() * 100));
      const wards = rollUp(residents, percentiles, scores, deciles, 11);
      const [whole] = rollUp(residents, percentiles, scores, new Uint8Array(residents.length), 1);
      expect([seed, wards.reduce((s, w) => s + w.residents, 0)]).toEqual([seed, whole!.residents]);
      const total = wards.reduce((s, w) => s + w.residents * (w.extent ?? 0), 0);
      if (whole!.extent !== null) expect(total / whole!.residents).toBeCloseTo(whole!.extent, 9);
    }
  });
});

describe('the lens', () => {
  it('warns where deprivation already counts distance to services', () => {
    expect(lensOverlap('imd')).toContain('counted twice');
    expect(lensOverlap('income')).toBeNull();
    expect(LENSES.map(({lens}) => lens)).toEqual(['imd', 'income', 'own']);
  });
});
