import {describe, expect, it} from 'vitest';
import {closest, NO_METRES, NO_SITE, withSiteClosed, withSiteOpened} from '../../../src/core/access/closest.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {randomTown, seeds} from '../random-town.ts';

const minutes = (...values: number[]) => Uint16Array.from(values, (m) => (m === Infinity ? UNREACHED : m * 60));

describe('the closest open site', () => {
  // docs/methods/access.md: three areas, two sites
  const times = {
    areas: 3,
    sites: 2,
    seconds: minutes(5, 12, 40, 25, 12, Infinity),
    metres: Uint32Array.of(3000, 7000, 30_000, 15_000, 6000, 0),
  };

  it('is the worked example of the methods', () => {
    const both = closest(times, Uint8Array.of(1, 1));
    expect([...both.seconds]).toEqual([300, 720, 2400]);
    expect([...both.site]).toEqual([0, 0, 0]);
    expect([...both.metres]).toEqual([3000, 7000, 30_000]);
  });

  it('ignores a site that is closed', () => {
    const second = closest(times, Uint8Array.of(0, 1));
    expect([...second.seconds]).toEqual([1500, 720, UNREACHED]);
    expect([...second.site]).toEqual([1, 1, NO_SITE]);
    expect([...second.metres]).toEqual([15_000, 6000, NO_METRES]);
  });

  it('is none at all where no site is open', () => {
    const none = closest(times, Uint8Array.of(0, 0));
    expect([...none.seconds]).toEqual([UNREACHED, UNREACHED, UNREACHED]);
    expect([...none.site]).toEqual([NO_SITE, NO_SITE, NO_SITE]);
  });

  it('gives a tie to the lowest site, with the metres of that site', () => {
    expect(closest(times, Uint8Array.of(1, 1)).site[1]).toBe(0);
    expect(withSiteOpened(closest(times, Uint8Array.of(0, 1)), times, 0).metres[1]).toBe(7000);
    expect(withSiteOpened(closest(times, Uint8Array.of(1, 0)), times, 1).metres[1]).toBe(7000);
  });

  it('equals a naive search in 1,000 random towns', () => {
    for (const seed of seeds(1000)) {
      const {times, open} = randomTown(seed);
      const answer = closest(times, open);
      for (let area = 0; area < times.areas; area++) {
        const reaching = [...open.keys()]
          .filter((site) => open[site] && times.seconds[site * times.areas + area] !== UNREACHED)
          .map((site) => ({site, pair: site * times.areas + area}))
          .sort((a, b) => times.seconds[a.pair]! - times.seconds[b.pair]! || a.site - b.site);
        const best = reaching[0];
        expect([seed, area, answer.seconds[area], answer.site[area], answer.metres[area]]).toEqual([
          seed,
          area,
          best ? times.seconds[best.pair] : UNREACHED,
          best ? best.site : NO_SITE,
          best ? times.metres[best.pair] : NO_METRES,
        ]);
      }
    }
  });

  it('is never further once a site opens, and opening one equals asking again', () => {
    for (const seed of seeds(1000)) {
      const {times, open, random} = randomTown(seed);
      const before = closest(times, open);
      const site = Math.floor(random() * times.sites);
      const opened = open.slice();
      opened[site] = 1;
      const after = withSiteOpened(before, times, site);
      expect(after).toEqual(closest(times, opened));
      expect([seed, ...after.seconds.filter((seconds, area) => seconds > before.seconds[area]!)]).toEqual([seed]);
    }
  });

  it('is never nearer once a site closes, and closing one equals asking again', () => {
    for (const seed of seeds(1000)) {
      const {times, open, random} = randomTown(seed);
      const site = Math.floor(random() * times.sites);
      const before = closest(times, open);
      const fewer = open.slice();
      fewer[site] = 0;
      const after = withSiteClosed(before, times, fewer, site);
      expect(after).toEqual(closest(times, fewer));
      expect([seed, ...after.seconds.filter((seconds, area) => seconds < before.seconds[area]!)]).toEqual([seed]);
    }
  });

  it('refuses arrays that do not fit together, with both numbers', () => {
    expect(() => closest(times, Uint8Array.of(1))).toThrow('Open has 1 values, but there are 2 sites.');
    expect(() => withSiteOpened(closest(times, Uint8Array.of(1, 1)), times, 2)).toThrow('There is no site 2');
  });
});
