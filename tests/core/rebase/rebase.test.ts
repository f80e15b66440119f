import {describe, expect, it} from 'vitest';
import type {DeprivationReading, ResidentsReading, Taken} from '../../../src/core/read/reading.ts';
import {rebaseDeprivation, rebaseResidents} from '../../../src/core/rebase/rebase-readings.ts';
import {countsIn, join, ratesIn} from '../../../src/core/rebase/rebased.ts';
import {becameOf, type LookupRow, sharesOf} from '../../../src/core/rebase/shares.ts';
import {seeded} from '../../store/random-changes.ts';

const LOOKUP: LookupRow[] = ['A a', 'B b', 'B c', 'D d', 'E d', 'F f', 'G f'].map((row) => {
  const [from, to] = row.split(' ') as [string, string];
  return {from, to};
});
const CODES = ['A', 'B', 'D', 'E', 'F', 'G'];
const RESIDENTS = [100, 90, 50, 150, 40, 60];
const NEW_PEOPLE = new Map([
  ['b', 60],
  ['c', 30],
]);

function taken(codes: readonly string[]): Taken {
  const source = {publisher: '', title: '', edition: '', date: null, licence: '', attribution: '', areaVintage: null};
  return {
    layout: 'invented',
    sure: 'certain',
    source,
    rowsRead: codes.length,
    rowsTaken: codes.length,
    rowsRefused: 0,
    refusals: [],
    notes: [],
    form: '',
    columns: [],
    headings: [],
    preview: [],
    rows: Uint32Array.from(codes, (_, index) => index + 2),
  };
}

function residents(codes = CODES, people = RESIDENTS): ResidentsReading {
  const total = Float64Array.from(people);
  const young = {label: 'young', from: 0, to: 15, residents: total.map((each) => each / 10)};
  const rest = {label: 'rest', from: 16, to: null, residents: total.map((each) => (each * 9) / 10)};
  return {
    ...taken(codes),
    kind: 'residents',
    codes,
    names: codes.map((code) => `Area ${code}`),
    total,
    bands: [young, rest],
  };
}

function deprivation(): DeprivationReading {
  return {
    ...taken(CODES),
    kind: 'deprivation',
    nation: 'England',
    codes: CODES,
    decile: Uint8Array.of(2, 5, 3, 3, 1, 2),
    rank: Float64Array.of(1, 2, 3, 4, 5, 6),
    score: Float64Array.of(40, 20, 30, 26, 60, 50),
    domains: [{key: 'income', title: 'Income', decile: Float64Array.of(1, 2, 3, 4, 5, 5), rank: null, score: null}],
  };
}

describe('the worked example of docs/methods/rebase.md', () => {
  const shares = sharesOf(LOOKUP, NEW_PEOPLE);

  it('tells unchanged, split and merged areas apart', () => {
    expect(CODES.map((code) => becameOf(shares, code))).toEqual([
      'unchanged',
      'split',
      'merged',
      'merged',
      'merged',
      'merged',
    ]);
    const crossed = sharesOf([...LOOKUP, {from: 'G', to: 'g'}], NEW_PEOPLE);
    expect(['F', 'G'].map((code) => becameOf(crossed, code))).toEqual(['irregular', 'irregular']);
    expect(becameOf(shares, 'Z')).toBeNull();
  });

  it('shares residents out and adds them up: 490 before, 490 after', () => {
    const after = rebaseResidents(residents(), shares, 'the small areas of 2021');
    expect(after.codes).toEqual(['a', 'b', 'c', 'd', 'f']);
    expect([...after.total]).toEqual([100, 60, 30, 200, 100]);
    after.bands[0]!.residents.forEach((people, area) => void expect(people).toBeCloseTo(after.total[area]! / 10, 9));
    expect(after.names).toEqual(['Area A', '', '', '', '']);
    expect(after.notes.join(' ')).toContain('1 unchanged, 1 split, 4 merged');
    expect(after.notes.join(' ')).toContain('490 before, 490 after');
    expect([...after.rows]).toEqual([2, 3, 3, 4, 6]);
  });

  it('without residents of the new areas shares evenly, and says so', () => {
    const after = rebaseResidents(residents(), sharesOf(LOOKUP, new Map()), 'the small areas of 2021');
    expect([...after.total]).toEqual([100, 45, 45, 200, 100]);
    expect(after.notes.join(' ')).toContain('shared out evenly');
  });

  it('takes means of scores, carries tenths that agree, lists the others, and leaves ranks behind', () => {
    const people = new Map(CODES.map((code, index) => [code, RESIDENTS[index]!]));
    const after = rebaseDeprivation(deprivation(), shares, people, 'the small areas of 2021');
    expect(after.codes).toEqual(['a', 'b', 'c', 'd']);
    expect([...after.decile]).toEqual([2, 5, 5, 3]);
    expect([...after.score]).toEqual([40, 20, 20, 27]);
    expect(after.rank.every(Number.isNaN)).toBe(true);
    expect([...after.domains[0]!.decile!]).toEqual([1, 2, 2, Number.NaN]);
    expect(after.refusals).toEqual([
      {row: 6, column: 'decile', reason: 'f is made of F (decile 1) and G (decile 2): its decile is not known'},
    ]);
    expect(after).toMatchObject({rowsTaken: 4, rowsRefused: 2});
  });

  it('gives no figure to an area whose other part is not in the file, and says how many people that is', () => {
    const after = rebaseResidents(residents(['A', 'D', 'Z'], [100, 50, 7]), shares, 'the small areas of 2021');
    expect(after.codes).toEqual(['a']);
    expect(after).toMatchObject({rowsTaken: 1, rowsRefused: 2});
    expect(after.refusals.map(({reason}) => reason)).toEqual([
      '(D) is a part of an area whose other parts are not in the file',
      '(Z) is not in the lookup between the two editions',
    ]);
    expect(after.notes.join(' ')).toContain('157 before, 100 after, and 57 in areas left out');
  });
});

describe('two hundred random lookups', () => {
  it('agree with a person-by-person count, keep totals, and keep means between least and most', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = seeded(seed);
      const upTo = (most: number): number => Math.floor(random() * most);
      const old = Array.from({length: 1 + upTo(12)}, (_, index) => `O${index}`);
      const made = Array.from({length: 1 + upTo(12)}, (_, index) => `N${index}`);
      const rows = new Map<string, LookupRow>();
      for (const from of old)
        for (let each = 0; each <= upTo(3); each++) {
          const to = made[upTo(made.length)]!;
          rows.set(`${from} ${to}`, {from, to});
        }
      const lookup = [...rows.values()];
      const living = new Map(made.filter(() => random() < 0.8).map((code) => [code, upTo(50)]));
      const counts = old.map(() => upTo(2000));
      const rates = old.map(() => random() * 80);

      const joined = join(old, sharesOf(lookup, living));
      const people = countsIn(joined, counts);
      const means = ratesIn(joined, rates, counts);

      const sent = (from: string, to: string): number => {
        const to_ = lookup.filter((row) => row.from === from).map((row) => row.to);
        const all = to_.map((code) => living.get(code));
        if (all.some((each) => each === undefined)) return 1 / to_.length;
        const total = all.reduce<number>((sum, each) => sum + each!, 0);
        return total === 0 ? 1 / to_.length : living.get(to)! / total;
      };
      expect(joined.codes).toEqual([...new Set(lookup.map(({to}) => to))].sort());
      joined.codes.forEach((code, index) => {
        const parents = lookup.filter(({to}) => to === code).map(({from}) => from);
        const right = parents.reduce((sum, from) => sum + counts[old.indexOf(from)]! * sent(from, code), 0);
        expect(people[index]).toBeCloseTo(right, 8);
        const ofParents = parents.map((from) => rates[old.indexOf(from)]!);
        expect(means[index]).toBeGreaterThanOrEqual(Math.min(...ofParents) - 1e-9);
        expect(means[index]).toBeLessThanOrEqual(Math.max(...ofParents) + 1e-9);
      });
      const total = counts.reduce((sum, each) => sum + each, 0);
      expect(people.reduce((sum, each) => sum + each, 0)).toBeCloseTo(total, 7);
    }
  });
});
