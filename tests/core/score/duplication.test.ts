import {describe, expect, it} from 'vitest';
import {catchmentsWithin, overlaps} from '../../../src/core/access/overlap.ts';
import {drain} from '../../../src/core/job.ts';
import {
  DUPLICATION_RULES,
  type DuplicationRules,
  duplicationTotals,
  type Finding,
  findings,
  type SiteLoads,
} from '../../../src/core/score/duplication.ts';
import {MEASURES, measureOf} from '../../../src/core/score/measures.ts';
import {type SamePlace, samePlace} from '../../../src/core/score/same-place.ts';
import {randomTown, seeds} from '../random-town.ts';

const fixture = {
  areas: 3,
  sites: 2,
  seconds: Uint16Array.from([5, 12, 40, 25, 12, 8], (m) => m * 60),
  metres: new Uint32Array(6),
};
const residents = [1000, 2000, 1500];
const room: SiteLoads = {capacity: [4000, 6000], demand: [3000, 3000]};

function judged(
  change: {
    cutoff?: number;
    deprived?: number[];
    rules?: Partial<DuplicationRules>;
    loads?: SiteLoads;
    place?: SamePlace;
    sameProvider?: boolean;
    intended?: boolean;
  } = {},
): Finding[] {
  const deprived = Uint8Array.from(change.deprived ?? [0, 0, 0]);
  const catchments = catchmentsWithin(fixture, Uint8Array.of(1, 1), residents, deprived, change.cutoff ?? 900);
  return findings(
    catchments,
    drain(overlaps(catchments, residents)),
    change.loads ?? room,
    {...DUPLICATION_RULES, ...change.rules},
    () => change.sameProvider ?? false,
    () => change.place ?? null,
    () => change.intended ?? false,
  );
}
const verdicts = (...args: Parameters<typeof judged>) => judged(...args).map((f) => f.verdict);

describe('the duplication detector', () => {
  it('is the worked example of the methods', () => {
    const [first, second] = judged();
    expect(first).toMatchObject({site: 0, beside: 1, loseCover: 1000, spareElsewhere: 3000, demand: 3000});
    expect(first!.overlap.jaccard.toFixed(6)).toBe('0.444444');
    expect([first!.share.toFixed(6), second!.share.toFixed(6)]).toEqual(['0.666667', '0.571429']);
    expect(second).toMatchObject({site: 1, loseCover: 1500});
    expect(verdicts()).toEqual(['not a duplicate', 'not a duplicate']);
  });

  it('changes its verdict with the cutoff', () => {
    // Within 25 minutes the first catchment lies wholly in the second; within 40 they are the same.
    expect(verdicts({cutoff: 25 * 60})).toEqual(['possible duplication', 'not a duplicate']);
    expect(verdicts({cutoff: 40 * 60})).toEqual(['possible duplication', 'no room elsewhere']);
  });

  it('asks its questions in order', () => {
    const near = {cutoff: 25 * 60};
    expect(verdicts({...near, intended: true})).toEqual(['intended', 'intended']);
    expect(verdicts({place: 'same UPRN'})).toEqual(['same-place merge', 'same-place merge']);
    expect(verdicts({place: 'same UPRN', sameProvider: true})[0]).toBe('not a duplicate');
    expect(verdicts({...near, rules: {choiceIsGoal: true}})[0]).toBe('needed backup or choice');
    expect(verdicts({...near, rules: {choiceIsGoal: true}, sameProvider: true})[0]).toBe('possible duplication');
    expect(verdicts({...near, rules: {overlap: 0.5}, deprived: [0, 0, 1]})[1]).toBe('needed for the most deprived');
    const full = {capacity: [3000, 5999], demand: [3000, 3000]};
    expect(verdicts({...near, loads: full})[0]).toBe('no room elsewhere');
    const unknown = {capacity: [3000, Number.NaN], demand: [3000, 3000]};
    expect(verdicts({...near, loads: unknown})[0]).toBe('possible duplication, room not known');
    const over = {capacity: [4000, 2000], demand: [1000, 3000]};
    expect(judged({...near, loads: over})[0]!.spareElsewhere).toBe(0);
  });

  it('totals each site once, never both of a pair, and says what it does not know', () => {
    const both = judged({cutoff: 40 * 60, loads: {capacity: [9000, 9000], demand: [3000, 3000]}});
    expect(both.map((f) => f.verdict)).toEqual(['possible duplication', 'possible duplication']);
    expect(duplicationTotals(both, [500, 900], [40_000, Number.NaN])).toEqual({
      sites: [0],
      people: 4500,
      squareMetres: 500,
      poundsAYear: 40_000,
      sitesWithoutSpace: 0,
      sitesWithoutCost: 0,
    });
    expect(duplicationTotals(both, [Number.NaN, 1], [Number.NaN, 1])).toMatchObject({
      squareMetres: 0,
      sitesWithoutSpace: 1,
      sitesWithoutCost: 1,
    });
  });

  it('judges every pair of 1,000 random towns both ways, and totals leave a site for everyone it leans on', () => {
    for (const seed of seeds(1000)) {
      const {times, open, residents, deciles, cutoffSeconds, random} = randomTown(seed);
      const deprived = deciles.map((d) => (d === 1 || d === 2 ? 1 : 0));
      const catchments = catchmentsWithin(times, open, residents, deprived, cutoffSeconds);
      const pairs = drain(overlaps(catchments, residents));
      const loads = {capacity: open.map(() => 100 * random()), demand: open.map(() => 60 * random())};
      const found = findings(
        catchments,
        pairs,
        loads,
        DUPLICATION_RULES,
        () => false,
        () => null,
        () => false,
      );
      expect([seed, found.length]).toEqual([seed, 2 * pairs.length]);
      for (const f of found) {
        const others = pairs.flatMap(({a, b}) => (a === f.site ? [b] : b === f.site ? [a] : []));
        const spare = others.reduce((s, j) => s + Math.max(0, loads.capacity[j]! - loads.demand[j]!), 0);
        expect(f.spareElsewhere).toBeCloseTo(spare, 9);
        if (f.verdict === 'possible duplication') {
          expect(f.share).toBeGreaterThanOrEqual(0.8);
          expect(f.demand!).toBeLessThanOrEqual(f.spareElsewhere!);
        }
      }
      const totals = duplicationTotals(
        found,
        open.map(() => 1),
        open.map(() => 1),
      );
      expect(new Set(totals.sites).size).toBe(totals.sites.length);
      for (const going of totals.sites) {
        const leans = found.some(
          (f) => f.site === going && f.verdict === 'possible duplication' && !totals.sites.includes(f.beside),
        );
        expect([seed, going, leans]).toEqual([seed, going, true]);
      }
    }
  });
});

describe('the same place', () => {
  const somewhere = {uprn: '', postcode: '', lngLat: null};

  it('is told by property, postcode or 100 m, and not by what is not known', () => {
    expect(samePlace({...somewhere, uprn: '42'}, {...somewhere, uprn: '42'})).toBe('same UPRN');
    expect(samePlace({...somewhere, postcode: 'le15 6 aa'}, {...somewhere, postcode: 'LE156AA'})).toBe('same postcode');
    expect(samePlace(somewhere, somewhere)).toBeNull();
    // 0.0008 degrees of latitude are 89 m, 0.001 are 111 m
    expect(samePlace({...somewhere, lngLat: [0, 52]}, {...somewhere, lngLat: [0, 52.0008]})).toBe('within 100 m');
    expect(samePlace({...somewhere, lngLat: [0, 52]}, {...somewhere, lngLat: [0, 52.001]})).toBeNull();
  });
});

describe('the list of measures', () => {
  it('has a key, a label, a line and a unit for each, and no key twice', () => {
    expect(new Set(MEASURES.map(({key}) => key)).size).toBe(MEASURES.length);
    for (const {key, label, oneLine, unit} of MEASURES) {
      expect(key).toMatch(/^[a-z0-9-]+$/);
      expect([key, label.length > 2, oneLine.endsWith('.'), unit.length > 1]).toEqual([key, true, true, true]);
    }
    expect(measureOf('gini')!.label).toBe('Gini');
    expect(measureOf('nonsense')).toBeUndefined();
  });
});
