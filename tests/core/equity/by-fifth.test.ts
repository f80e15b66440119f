import {describe, expect, it} from 'vitest';
import {allGroups, audit} from '../../../src/core/access/audit.ts';
import {closest} from '../../../src/core/access/closest.ts';
import {byFifth, fifthsOf, spreadOf} from '../../../src/core/equity/by-fifth.ts';
import {gap, gapBetween, sideOf} from '../../../src/core/equity/gap.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {randomTown, seeds} from '../random-town.ts';

// docs/methods/equity.md: four areas in deciles 1, 2, 7 and not known
const seconds = Uint16Array.of(600, 1200, 300, UNREACHED);
const residents = [1000, 3000, 2000, 100];
const fifths = fifthsOf([1, 2, 7, Number.NaN]);

describe('national deciles as fifths', () => {
  it('pairs them from the most deprived, and knows what it does not know', () => {
    expect([...fifthsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])]).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect([...fifthsOf([0, 11, 2.5, Number.NaN])]).toEqual([0, 0, 0, 0]);
  });
});

describe('a service by fifth', () => {
  it('is the worked example of the methods', () => {
    const lines = byFifth(seconds, residents, fifths, 900);
    expect(lines.map((line) => [line.fifth, line.residents, line.served, line.shareServed])).toEqual([
      [1, 4000, 1000, 0.25],
      [2, 0, 0, null],
      [3, 0, 0, null],
      [4, 2000, 2000, 1],
      [5, 0, 0, null],
      [null, 100, 0, 0],
    ]);
    expect(lines[0]!.spread.meanSeconds).toBe(1050);
    expect(lines[0]!.spread.worstArea).toBe(1);
    expect(lines[5]!.spread.unreachable).toBe(100);
  });

  it('holds every resident of 1,000 random towns exactly once, and each line equals a recount', () => {
    for (const seed of seeds(1000)) {
      const town = randomTown(seed);
      const fifths = fifthsOf(town.deciles);
      const {seconds} = closest(town.times, town.open);
      const lines = byFifth(seconds, town.residents, fifths, town.cutoffSeconds);
      const given = town.residents.reduce((sum, p) => sum + (Number.isNaN(p) ? 0 : p), 0);
      expect([seed, audit(given, allGroups(lines)).addsUp]).toEqual([seed, true]);
      for (const line of lines) {
        const inside = (area: number) => fifths[area] === (line.fifth ?? 0);
        const served = town.residents.reduce(
          (sum, p, area) => sum + (p > 0 && inside(area) && seconds[area]! <= town.cutoffSeconds ? p : 0),
          0,
        );
        expect([seed, line.fifth, line.served]).toEqual([seed, line.fifth, served]);
        expect(line.spread).toEqual(spreadOf(seconds, town.residents, inside));
        expect(line.spread.reached + line.spread.unreachable).toBe(line.residents);
      }
    }
  });
});

describe('the access gap', () => {
  it('is the worked example of the methods: positive when the most deprived are worse off', () => {
    const answer = gap(seconds, residents, fifths, 900);
    expect(answer.sharePoints).toBe(75);
    expect(answer.meanSeconds).toBe(750);
    expect(answer.residentsNotKnown).toBe(100);
  });

  it('has no answer where one side has nobody, and never NaN', () => {
    expect(gap(seconds, residents, fifthsOf([5, 5, 5, 5]), 900).sharePoints).toBeNull();
    expect(gap(seconds, [0, 0, 0, 0], fifths, 900).meanSeconds).toBeNull();
    const cutOff = gap(Uint16Array.of(UNREACHED, UNREACHED, 300, 300), residents, fifths, 900);
    expect([cutOff.sharePoints, cutOff.meanSeconds]).toEqual([100, null]);
  });

  it('follows from sides added up elsewhere', () => {
    const side = {residents: 10, served: 5, reached: 10, personSeconds: 600};
    expect(gapBetween(side, {...side, served: 10}, 0).sharePoints).toBe(50);
    expect([0, 1, 2, 3, 4, 5].map(sideOf)).toEqual([0, 1, 2, 2, 2, 2]);
  });

  it('agrees with the table by fifth in 1,000 random towns', () => {
    for (const seed of seeds(1000)) {
      const town = randomTown(seed);
      const fifths = fifthsOf(town.deciles);
      const {seconds} = closest(town.times, town.open);
      const [first, ...others] = byFifth(seconds, town.residents, fifths, town.cutoffSeconds);
      const rest = allGroups(others.slice(0, 4));
      const {mostDeprived, rest: side, residentsNotKnown} = gap(seconds, town.residents, fifths, town.cutoffSeconds);
      expect([seed, mostDeprived.served, mostDeprived.meanSeconds]).toEqual([
        seed,
        first!.served,
        first!.spread.meanSeconds,
      ]);
      expect([side.residents, side.served, residentsNotKnown]).toEqual([
        rest.residents,
        rest.served,
        others[4]!.residents,
      ]);
    }
  });
});
