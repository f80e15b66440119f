import {describe, expect, it} from 'vitest';
import {isNoAnswer} from '../../../src/core/access/no-answer.ts';
import {RATIONAL_AGENTS, type RationalAccess, rationalAgents} from '../../../src/core/access/rational-agents.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {drain} from '../../../src/core/job.ts';
import {randomTown, seeds} from '../random-town.ts';

const fixture = {
  times: {
    areas: 3,
    sites: 2,
    seconds: Uint16Array.from([5, 12, 40, 25, 12, 8], (m) => m * 60),
    metres: new Uint32Array(6),
  },
  open: Uint8Array.of(1, 1),
  demand: [1000, 2000, 1500],
  supply: [2, 3],
};

describe('the rational agents', () => {
  it('are the worked example of the methods, to the digits of pysal’s access', () => {
    const answer = drain(rationalAgents(fixture, RATIONAL_AGENTS)) as RationalAccess;
    expect([...answer.cost].map((c) => c.toFixed(9))).toEqual(['1.083333333', '1.200000000', '1.133333333']);
    const near = drain(rationalAgents(fixture, {...RATIONAL_AGENTS, tauMinutes: 10})) as RationalAccess;
    expect([...near.cost].map((c) => c.toFixed(9))).toEqual(['1.500000000', '2.200000000', '1.800000000']);
  });

  it('give the whole load and no travel to the one site that all live at', () => {
    const one = {...fixture.times, sites: 1, seconds: new Uint16Array(3)};
    const answer = drain(
      rationalAgents({...fixture, times: one, open: Uint8Array.of(1), supply: [7]}, RATIONAL_AGENTS),
    );
    expect([...(answer as RationalAccess).cost]).toEqual([1, 1, 1]);
    expect([...(answer as RationalAccess).atSite]).toEqual([4500]);
  });

  it('have no answer without supply that anyone can reach, and say so', () => {
    for (const change of [{supply: [0, 0]}, {open: Uint8Array.of(0, 0)}, {demand: [0, 0, 0]}]) {
      const answer = drain(rationalAgents({...fixture, ...change}, RATIONAL_AGENTS));
      expect(isNoAnswer(answer) && answer.because).toBe('no-supply');
    }
  });

  it('keep everyone, and put no number where nobody lives or no way leads, in 300 random towns', () => {
    for (const seed of seeds(300)) {
      const {times, open, residents, random} = randomTown(seed);
      const supply = Float64Array.from(open, () => Math.floor(random() * 20));
      const answer = drain(rationalAgents({times, open, demand: residents, supply}, RATIONAL_AGENTS));
      if (isNoAnswer(answer)) continue;
      const takes = [...open.keys()].filter((j) => open[j] && supply[j]! > 0);
      let known = 0;
      residents.forEach((people, area) => {
        const reaches = takes.some((j) => times.seconds[j * times.areas + area] !== UNREACHED);
        expect([seed, area, Number.isNaN(answer.cost[area])]).toEqual([seed, area, !(people > 0 && reaches)]);
        if (people > 0) known += people;
      });
      const there = answer.atSite.reduce((sum, people) => sum + people, 0);
      expect([seed, there + answer.peopleOutOfReach]).toEqual([seed, known]);
      expect(answer.atSite.every((people) => people >= 0)).toBe(true);
    }
  });
});
