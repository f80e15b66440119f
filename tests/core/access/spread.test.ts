import {describe, expect, it} from 'vitest';
import {closest} from '../../../src/core/access/closest.ts';
import {spread} from '../../../src/core/access/spread.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {randomTown, seeds} from '../random-town.ts';

describe('the spread of times over people', () => {
  it('is the worked example of the methods', () => {
    // docs/methods/access.md: 10 people at 5 minutes, 30 at 10, 50 at 20, 10 at 40, and 20 out of reach
    const answer = spread(Uint16Array.of(300, 600, 1200, 2400, UNREACHED), [10, 30, 50, 10, 20]);
    expect(answer).toEqual({
      reached: 100,
      unreachable: 20,
      unreachableAreas: 1,
      areasNotKnown: 0,
      meanSeconds: 1050,
      medianSeconds: 1200,
      ninetiethSeconds: 1200,
      worstSeconds: 2400,
      worstArea: 3,
    });
  });

  it('takes the first time that the share does not exceed: exactly half is enough', () => {
    expect(spread(Uint16Array.of(60, 120), [50, 50]).medianSeconds).toBe(60);
    expect(spread(Uint16Array.of(60, 120), [49, 51]).medianSeconds).toBe(120);
    expect(spread(Uint16Array.of(60, 120), [27, 3]).ninetiethSeconds).toBe(60);
  });

  it('ignores an area where nobody lives, even the furthest', () => {
    const answer = spread(Uint16Array.of(60, 9000), [10, 0]);
    expect([answer.worstSeconds, answer.worstArea]).toEqual([60, 0]);
  });

  it('states no time where nobody is reached', () => {
    const answer = spread(Uint16Array.of(UNREACHED, 60), [10, 0]);
    expect([answer.meanSeconds, answer.medianSeconds, answer.worstSeconds, answer.unreachable]).toEqual([
      null,
      null,
      null,
      10,
    ]);
  });

  it('equals a list of every single resident in 1,000 random towns', () => {
    for (const seed of seeds(1000)) {
      const town = randomTown(seed);
      const {seconds} = closest(town.times, town.open);
      const few = town.residents.map((p) => Math.ceil(p / 100));
      const everyone: number[] = [];
      few.forEach((p, area) => {
        if (seconds[area] !== UNREACHED) for (let n = 0; n < p; n++) everyone.push(seconds[area]!);
      });
      everyone.sort((a, b) => a - b);
      const count = everyone.length;
      const answer = spread(seconds, few);
      expect([seed, answer.reached]).toEqual([seed, count]);
      expect(answer.medianSeconds).toBe(everyone[Math.ceil(count / 2) - 1] ?? null);
      expect(answer.ninetiethSeconds).toBe(everyone[Math.ceil((9 * count) / 10) - 1] ?? null);
      expect(answer.worstSeconds).toBe(everyone.at(-1) ?? null);
      expect(answer.meanSeconds).toBe(count ? everyone.reduce((sum, t) => sum + t, 0) / count : null);
    }
  });
});
