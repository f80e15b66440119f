import {describe, expect, it} from 'vitest';
import {balanced, threeStep} from '../../../src/core/access/competing-catchments.ts';
import {type Decay, decayAt, decayTable} from '../../../src/core/access/decay.ts';
import type {SupplyAccess, SupplyQuestion} from '../../../src/core/access/supply.ts';
import {modifiedTwoStep, twoStep} from '../../../src/core/access/two-step.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {drain, type Job} from '../../../src/core/job.ts';
import {randomTown, seeds} from '../random-town.ts';

const steps: Decay = {form: 'stepped', until: [10, 20, 30], weights: [1, 0.68, 0.22]};

// methods 2.1.6
const fixture = (decay: Decay): SupplyQuestion => ({
  times: {
    areas: 3,
    sites: 2,
    seconds: Uint16Array.from([5, 12, 40, 25, 12, 8], (m) => m * 60),
    metres: new Uint32Array(6),
  },
  open: Uint8Array.of(1, 1),
  demand: [1000, 2000, 1500],
  supply: [2, 3],
  decay: decayTable(decay),
});
const digits = (values: ArrayLike<number>) => Array.from(values, (v) => Number(v.toFixed(9)));

describe('the floating catchments', () => {
  it('are the worked example of the methods: 2SFCA within 15 minutes', () => {
    const {perSite, perPerson, audit} = drain(twoStep(fixture({form: 'binary', cutoff: 15})));
    expect(digits(perSite)).toEqual([0.000666667, 0.000857143]);
    expect(digits(perPerson)).toEqual([0.000666667, 0.00152381, 0.000857143]);
    expect(audit).toMatchObject({supply: 5, supplyInReach: 5, expected: 5, addsUp: true});
    expect(audit.found).toBeCloseTo(5, 12);
  });

  it('are the worked example of the methods: E2SFCA, M2SFCA, 3SFCA and BFCA', () => {
    const enhanced = drain(twoStep(fixture(steps)));
    expect(digits(enhanced.perSite)).toEqual([0.000847458, 0.000974026]);
    expect(digits(enhanced.perPerson)).toEqual([0.001061743, 0.001238609, 0.000974026]);
    expect(enhanced.audit.found).toBeCloseTo(5, 12);

    const modified = drain(modifiedTwoStep(fixture(steps)));
    expect(digits(modified.perPerson)).toEqual([0.0008946, 0.000842254, 0.000974026]);
    expect(modified.audit.found).toBeCloseTo(4.040147, 6);
    expect(modified.audit.addsUp).toBe(true);

    const three = drain(threeStep(fixture(steps)));
    expect(digits(three.perSite)).toEqual([0.001333625, 0.001351551]);
    expect(digits(three.perPerson)).toEqual([0.001146754, 0.00091296, 0.001351551]);
    expect(three.audit.found).toBeCloseTo(5, 12);

    const even = drain(balanced(fixture(steps)));
    expect(digits(even.perSite)).toEqual([0.001099099, 0.001119266]);
    expect(digits(even.perPerson)).toEqual([0.000783825, 0.000845453, 0.000589087]);
    expect(even.audit.found).toBeCloseTo(0.002218365, 9);
    expect(even.audit.addsUp).toBe(true);
  });

  it('have an answer where there is nothing to share or nobody to share it: 0, and an audit that adds up', () => {
    const methods = [twoStep, modifiedTwoStep, threeStep, balanced];
    const cases: Partial<SupplyQuestion>[] = [
      {supply: [0, 0]},
      {open: Uint8Array.of(0, 0)},
      {demand: [0, 0, 0]},
      {demand: [Number.NaN, Number.NaN, Number.NaN]},
      {supply: [Number.NaN, Number.NaN]},
      {decay: new Float64Array(UNREACHED + 1)},
    ];
    for (const method of methods) {
      for (const change of cases) {
        const answer = drain(method({...fixture(steps), ...change}));
        expect([...answer.perPerson]).toEqual([0, 0, 0]);
        expect([...answer.perSite]).toEqual([0, 0]);
        expect(answer.audit.addsUp).toBe(true);
      }
    }
    expect(drain(twoStep({...fixture(steps), demand: [0, 0, 0]})).audit).toMatchObject({supply: 5, sitesOutOfReach: 2});
    expect(drain(twoStep({...fixture(steps), supply: [2, Number.NaN]})).audit.sitesNotKnown).toBe(1);
    expect(() => drain(twoStep({...fixture(steps), supply: [2, -1]}))).toThrow('capacity of -1');
  });

  it('equal the formulas written out, and conserve what they should, in 1,000 random towns', () => {
    for (const seed of seeds(1000)) {
      const {times, open, residents, cutoffSeconds, random} = randomTown(seed);
      const decay: Decay =
        random() < 0.5 ? {form: 'gaussian', deviation: 5} : {form: 'linear', cutoff: 1 + cutoffSeconds / 60};
      const supply = Float64Array.from(open, () => (random() < 0.1 ? Number.NaN : Math.floor(random() * 20)));
      const sites = [...open.keys()].filter((j) => open[j] && !Number.isNaN(supply[j]!));
      const areas = [...residents.keys()];
      const peopleOf = (i: number) => residents[i] || 0;
      const f = (i: number, j: number) => {
        const time = times.seconds[j * times.areas + i]!;
        return time === UNREACHED ? 0 : decayAt(decay, time / 60);
      };
      const sum = (list: number[], of: (n: number) => number) => list.reduce((s, n) => s + of(n), 0);
      const share = (value: number, of: number) => (of > 0 ? value / of : 0);
      const overSites = (i: number) => sum(sites, (j) => f(i, j));
      const demand2 = (j: number) => sum(areas, (i) => peopleOf(i) * f(i, j));
      const pull = (i: number, j: number) => share(f(i, j), overSites(i));
      const demand3 = (j: number) => sum(areas, (i) => peopleOf(i) * pull(i, j) * f(i, j));
      const demandB = (j: number) => sum(areas, (i) => peopleOf(i) * pull(i, j));
      const b = (i: number, j: number) =>
        share(
          f(i, j),
          sum(areas, (k) => f(k, j)),
        );
      const want: [string, (q: SupplyQuestion) => Job<SupplyAccess>, (i: number) => number][] = [
        ['2sfca', twoStep, (i) => sum(sites, (j) => share(supply[j]!, demand2(j)) * f(i, j))],
        ['m2sfca', modifiedTwoStep, (i) => sum(sites, (j) => share(supply[j]!, demand2(j)) * f(i, j) ** 2)],
        ['3sfca', threeStep, (i) => sum(sites, (j) => share(supply[j]!, demand3(j)) * pull(i, j) * f(i, j))],
        ['bfca', balanced, (i) => sum(sites, (j) => share(supply[j]!, demandB(j)) * b(i, j))],
      ];
      for (const [name, method, formula] of want) {
        const answer = drain(method({times, open, demand: residents, supply, decay: decayTable(decay)}));
        for (const i of areas) {
          const expected = formula(i);
          const near = Math.abs(answer.perPerson[i]! - expected) <= 1e-9 * Math.max(1e-6, expected);
          expect([seed, name, i, near]).toEqual([seed, name, i, true]);
        }
        expect([seed, name, answer.audit.addsUp]).toEqual([seed, name, true]);
      }
      // No inflation of demand in the balanced form: everyone in reach of a site is divided over sites once.
      const inReach = sum(areas, (i) => (overSites(i) > 0 ? peopleOf(i) : 0));
      expect(sum(sites, demandB)).toBeCloseTo(inReach, 6);
    }
  });

  it('report progress on a large town', () => {
    const areas = 600_000;
    const times = {areas, sites: 3, seconds: new Uint16Array(3 * areas), metres: new Uint32Array(3 * areas)};
    const told: string[] = [];
    const question = {
      times,
      open: Uint8Array.of(1, 1, 1),
      demand: new Float64Array(areas).fill(1),
      supply: [1, 1, 1],
      decay: decayTable(steps),
    };
    drain(twoStep(question), (p) => told.push(`${p.doing} ${p.done}/${p.of}`));
    expect(told).toContain('Adding up demand 1/6');
    expect(told).toContain('Sharing out capacity 6/6');
  });
});
