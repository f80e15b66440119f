import {describe, expect, it} from 'vitest';
import {closest} from '../../../src/core/access/closest.ts';
import {decayTable} from '../../../src/core/access/decay.ts';
import {closestFew, kthClosest} from '../../../src/core/access/kth-closest.ts';
import {opportunities, sitesWithin} from '../../../src/core/access/opportunities.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {randomTown, seeds} from '../random-town.ts';

const fixture = {
  areas: 3,
  sites: 2,
  seconds: Uint16Array.from([5, 12, 40, 25, 12, 8], (m) => m * 60),
  metres: new Uint32Array(6),
};
const both = Uint8Array.of(1, 1);

describe('the k closest open sites', () => {
  it('is the worked example of the methods', () => {
    expect([...kthClosest(fixture, both, 2)]).toEqual([1500, 720, 2400]);
    expect([...closestFew(fixture, both, 2).site]).toEqual([0, 0, 1, 1, 1, 0]);
    expect([...kthClosest(fixture, both, 3)]).toEqual([UNREACHED, UNREACHED, UNREACHED]);
    expect(() => kthClosest(fixture, both, 0)).toThrow('a whole number from 1');
  });

  it('equals a sorted list of every site in 1,000 random towns, and the first is the closest', () => {
    for (const seed of seeds(1000)) {
      const {times, open, random} = randomTown(seed);
      const places = 1 + Math.floor(random() * 4);
      const few = closestFew(times, open, places);
      for (let area = 0; area < times.areas; area++) {
        const sorted = [...open.keys()]
          .map((site) => ({site, time: times.seconds[site * times.areas + area]!}))
          .filter(({site, time}) => open[site] && time !== UNREACHED)
          .sort((a, b) => a.time - b.time || a.site - b.site);
        for (let place = 0; place < places; place++) {
          const at = place * times.areas + area;
          expect([seed, few.seconds[at], few.site[at]]).toEqual([
            seed,
            sorted[place]?.time ?? UNREACHED,
            sorted[place]?.site ?? -1,
          ]);
        }
      }
      expect(few.seconds.slice(0, times.areas)).toEqual(closest(times, open).seconds);
    }
  });
});

describe('capacity and sites in reach', () => {
  it('is the worked example of the methods', () => {
    const within15 = decayTable({form: 'binary', cutoff: 15});
    expect([...opportunities(fixture, both, Float64Array.of(2, 3), within15)]).toEqual([2, 5, 3]);
    expect([...sitesWithin(fixture, both, 900)]).toEqual([1, 2, 1]);
    const steps = decayTable({form: 'stepped', until: [10, 20, 30], weights: [1, 0.68, 0.22]});
    expect(opportunities(fixture, both, Float64Array.of(2, 3), steps)[0]).toBeCloseTo(2 + 0.66, 12);
  });

  it('equals a naive sum in 1,000 random towns, and counts nothing for closed or unknown supply', () => {
    for (const seed of seeds(1000)) {
      const {times, open, cutoffSeconds, random} = randomTown(seed);
      const supply = Float64Array.from(open, () => (random() < 0.2 ? Number.NaN : Math.floor(random() * 10)));
      const table = decayTable({form: 'linear', cutoff: 1 + cutoffSeconds / 60});
      const reach = opportunities(times, open, supply, table);
      const count = sitesWithin(times, open, cutoffSeconds);
      for (let area = 0; area < times.areas; area++) {
        const [sum, sites] = [...open.keys()].reduce<[number, number]>(
          ([s, c], site) => {
            const time = times.seconds[site * times.areas + area]!;
            if (!open[site] || time === UNREACHED) return [s, c];
            return [s + (supply[site] || 0) * table[time]!, c + (time <= cutoffSeconds ? 1 : 0)];
          },
          [0, 0],
        );
        expect([seed, count[area]]).toEqual([seed, sites]);
        expect(reach[area]).toBeCloseTo(sum, 9);
      }
    }
  });
});
