import {describe, expect, it} from 'vitest';
import {allGroups, audit} from '../../../src/core/access/audit.ts';
import {closest} from '../../../src/core/access/closest.ts';
import {knownResidents} from '../../../src/core/access/residents.ts';
import {peopleWithin, peopleWithinByBand, peopleWithinByGroup} from '../../../src/core/access/within.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {randomTown, seeds} from '../random-town.ts';

describe('people within a cutoff', () => {
  // docs/methods/access.md: five areas at 5, 12, 15, 16 minutes and out of reach
  const seconds = Uint16Array.of(300, 720, 900, 960, UNREACHED);
  const residents = [1000, 2000, 1500, 500, 250];

  it('is the worked example of the methods: a time equal to the cutoff is within it', () => {
    expect(peopleWithin(seconds, residents, 900)).toEqual({
      areas: 5,
      residents: 5250,
      served: 4500,
      beyond: 500,
      unreachable: 250,
      areasNotKnown: 0,
    });
  });

  it('never counts people out of reach as served, however long the cutoff', () => {
    expect(peopleWithin(seconds, residents, 1e9).served).toBe(5000);
    expect(peopleWithin(seconds, residents, 1e9).unreachable).toBe(250);
  });

  it('reports an area whose residents are not known, and an empty area is not one', () => {
    const within = peopleWithin(seconds, [1000, Number.NaN, 0, 500, 250], 900);
    expect(within.areasNotKnown).toBe(1);
    expect(within.residents).toBe(1750);
  });

  it('by group and by age band adds up to the whole', () => {
    const groups = peopleWithinByGroup(seconds, residents, Uint8Array.of(1, 0, 1, 1, 0), 3, 900);
    expect(groups.map((g) => g.served)).toEqual([2000, 2500, 0]);
    expect(allGroups(groups)).toEqual(peopleWithin(seconds, residents, 900));

    const young = residents.map((count) => count / 4);
    const old = residents.map((count) => (3 * count) / 4);
    const bands = peopleWithinByBand(seconds, Float64Array.of(...young, ...old), 2, 900);
    expect(bands.map((b) => b.served)).toEqual([1125, 3375]);
  });

  it('refuses what cannot be: a negative count, an unknown group, a cutoff that is no number', () => {
    expect(() => peopleWithin(seconds, [-1, 0, 0, 0, 0], 900)).toThrow('-1 residents');
    expect(() => peopleWithinByGroup(seconds, residents, Uint8Array.of(9, 0, 0, 0, 0), 3, 900)).toThrow('group 9');
    expect(() => peopleWithin(seconds, residents, Number.NaN)).toThrow('NaN');
    expect(() => knownResidents([1, Infinity])).toThrow('Infinity');
  });

  it('equals a naive recount in 1,000 random towns', () => {
    for (const seed of seeds(1000)) {
      const town = randomTown(seed);
      const {seconds} = closest(town.times, town.open);
      const within = peopleWithin(seconds, town.residents, town.cutoffSeconds);
      const people = (where: (time: number) => boolean) =>
        [...town.residents].reduce((sum, p, area) => sum + (p > 0 && where(seconds[area]!) ? p : 0), 0);
      expect([seed, within.served, within.beyond, within.unreachable, within.residents]).toEqual([
        seed,
        people((t) => t !== UNREACHED && t <= town.cutoffSeconds),
        people((t) => t !== UNREACHED && t > town.cutoffSeconds),
        people((t) => t === UNREACHED),
        people(() => true),
      ]);
    }
  });
});

describe('the audit line', () => {
  const seconds = Uint16Array.of(300, 1200, UNREACHED);

  it('adds up when every resident is counted once', () => {
    const line = audit(600, peopleWithin(seconds, [100, 200, 300], 900));
    expect(line).toMatchObject({residents: 600, served: 100, beyond: 200, unreachable: 300, addsUp: true});
  });

  it('fails when an area was dropped on the way, or counted twice', () => {
    expect(audit(600, peopleWithin(seconds.subarray(0, 2), [100, 200], 900)).addsUp).toBe(false);
    expect(audit(300, peopleWithin(seconds, [100, 200, 300], 900)).addsUp).toBe(false);
  });

  it('fails for one person in sixty million, and passes estimates that differ by rounding', () => {
    expect(audit(60_000_001, peopleWithin(seconds, [60e6, 0, 0], 900)).addsUp).toBe(false);
    expect(audit(0.3, peopleWithin(seconds, [0.1, 0.2, 0], 900)).addsUp).toBe(true);
  });

  it('adds up in 1,000 random towns, whole and by decile', () => {
    for (const seed of seeds(1000)) {
      const town = randomTown(seed);
      const {seconds} = closest(town.times, town.open);
      const given = [...town.residents].filter((p) => !Number.isNaN(p)).reduce((sum, p) => sum + p, 0);
      const byDecile = peopleWithinByGroup(seconds, town.residents, town.deciles, 11, town.cutoffSeconds);
      expect([seed, audit(given, allGroups(byDecile)).addsUp]).toEqual([seed, true]);
    }
  });
});
