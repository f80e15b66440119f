import {describe, expect, it} from 'vitest';
import {catchmentsWithin, overlaps} from '../../../src/core/access/overlap.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {drain} from '../../../src/core/job.ts';
import {randomTown, seeds} from '../random-town.ts';

const fixture = {
  areas: 3,
  sites: 2,
  seconds: Uint16Array.from([5, 12, 40, 25, 12, 8], (m) => m * 60),
  metres: new Uint32Array(6),
};

describe('overlapping catchments', () => {
  it('are the worked example of the methods', () => {
    const residents = [1000, 2000, 1500];
    const catchments = catchmentsWithin(fixture, Uint8Array.of(1, 1), residents, Uint8Array.of(1, 0, 0), 900);
    expect([...catchments.people]).toEqual([3000, 3500]);
    expect([...catchments.onlyHere]).toEqual([1000, 1500]);
    expect([...catchments.onlyHereMostDeprived]).toEqual([1000, 0]);
    const [pair, ...others] = drain(overlaps(catchments, residents));
    expect(others).toEqual([]);
    expect(pair).toMatchObject({a: 0, b: 1, both: 2000, either: 4500});
    expect(pair!.jaccard.toFixed(6)).toBe('0.444444');
    expect(pair!.ofA.toFixed(6)).toBe('0.666667');
    expect(pair!.ofB.toFixed(6)).toBe('0.571429');
  });

  it('equal sets of areas in 1,000 random towns', () => {
    for (const seed of seeds(1000)) {
      const {times, open, residents, deciles, cutoffSeconds} = randomTown(seed);
      const deprived = deciles.map((d) => (d === 1 || d === 2 ? 1 : 0));
      const catchments = catchmentsWithin(times, open, residents, deprived, cutoffSeconds);
      const sites = [...open.keys()].filter((j) => open[j]);
      const cover = new Map(
        sites.map((j) => [
          j,
          new Set(
            [...residents.keys()].filter((i) => {
              const time = times.seconds[j * times.areas + i]!;
              return time !== UNREACHED && time <= cutoffSeconds;
            }),
          ),
        ]),
      );
      const people = (areas: Iterable<number>) => [...areas].reduce((sum, i) => sum + (residents[i] || 0), 0);
      sites.forEach((j, n) => {
        const mine = cover.get(j)!;
        const alone = [...mine].filter((i) => sites.every((k) => k === j || !cover.get(k)!.has(i)));
        expect([seed, catchments.people[n], catchments.onlyHere[n]]).toEqual([seed, people(mine), people(alone)]);
        expect(catchments.mostDeprived[n]).toBe(people([...mine].filter((i) => deprived[i])));
        expect(catchments.onlyHereMostDeprived[n]).toBe(people(alone.filter((i) => deprived[i])));
      });
      const want = sites.flatMap((a) =>
        sites
          .filter((b) => b > a)
          .map((b) => ({
            a,
            b,
            both: people([...cover.get(a)!].filter((i) => cover.get(b)!.has(i))),
            either: people(new Set([...cover.get(a)!, ...cover.get(b)!])),
          }))
          .filter(({both}) => both > 0)
          .map((pair) => ({
            ...pair,
            jaccard: pair.both / pair.either,
            ofA: pair.both / people(cover.get(pair.a)!),
            ofB: pair.both / people(cover.get(pair.b)!),
          })),
      );
      expect({seed, pairs: drain(overlaps(catchments, residents))}).toEqual({seed, pairs: want});
    }
  });
});
