import {describe, expect, it} from 'vitest';
import {closest, NO_SITE} from '../../../src/core/access/closest.ts';
import {bundleSaving, combinedTrips, LINKED_CARE} from '../../../src/core/journeys/co-location.ts';
import {togetherness, usersOfBoth} from '../../../src/core/journeys/pairings.ts';
import {randomTown, seeds} from '../random-town.ts';

describe('combined trips', () => {
  it('are the worked example of the methods: none saved at 0, only the busiest left at 1', () => {
    expect(combinedTrips([12, 6, 2], 0)).toBe(20);
    expect(combinedTrips([12, 6, 2], 1)).toBe(12);
    expect(combinedTrips([12, 6, 2], 0.25)).toBe(18);
    expect(combinedTrips([], 1)).toBe(0);
    expect(() => combinedTrips([1], 1.1)).toThrow('from 0 to 1');
  });
});

describe('a bundle of services', () => {
  // docs/methods/together.md: site 0 holds both services, site 1 only the second
  const times = {
    areas: 2,
    sites: 2,
    seconds: Uint16Array.of(600, 1800, 900, 300),
    metres: Uint32Array.of(5000, 20_000, 9000, 2000),
  };
  const first = closest(times, Uint8Array.of(1, 0));
  const second = closest(times, Uint8Array.of(1, 1));
  const bundle = {visits: [12, 6], users: [100, 50]};

  it('is the worked example of the methods: only where both are closest at one site', () => {
    const saving = bundleSaving(
      bundle,
      [first, second],
      [
        [2, 0],
        [2, 1],
      ],
      0.5,
    );
    expect(saving).toEqual({
      users: 150,
      tripsApart: 2700,
      tripsCombined: 2400,
      tripsSaved: 300,
      minutesSaved: 300 * 2 * 10,
      kilometresSaved: 300 * 2 * 5,
      usersSharing: 100,
      usersIntegrated: 100,
      usersOutOfReach: 0,
      areasNotKnown: 0,
      separate: [],
    });
  });

  it('combines nothing at level 0, and claims no integration at level 1', () => {
    expect(LINKED_CARE.length).toBe(4);
    const apart = bundleSaving(
      bundle,
      [first, second],
      [
        [1, 0],
        [0, 1],
      ],
      1,
    );
    expect([apart.tripsSaved, apart.separate]).toEqual([0, [{site: 0, users: 100}]]);
    const near = bundleSaving(
      bundle,
      [first, second],
      [
        [1, 0],
        [3, 1],
      ],
      1,
    );
    expect([near.tripsSaved, near.usersSharing, near.usersIntegrated]).toEqual([600, 100, 0]);
  });

  it('counts those without a way and those not counted, and saves them nothing', () => {
    const none = closest(times, Uint8Array.of(0, 0));
    const saving = bundleSaving(
      {...bundle, users: [100, Number.NaN]},
      [first, none],
      [
        [2, 2],
        [2, 2],
      ],
      1,
    );
    expect([saving.usersOutOfReach, saving.areasNotKnown, saving.tripsApart]).toEqual([100, 1, 0]);
    expect(() =>
      bundleSaving(
        {...bundle, users: [-1, 1]},
        [first, second],
        [
          [2, 0],
          [2, 1],
        ],
        1,
      ),
    ).toThrow('-1 users');
  });

  it('equals a naive count of every area, grows evenly with the same-day share, in 1,000 random towns', () => {
    for (const seed of seeds(1000)) {
      const {times, residents, random} = randomTown(seed);
      const many = 1 + Math.floor(random() * 5);
      const visits = Array.from({length: many}, () => Math.floor(random() * 30));
      const to = visits.map(() =>
        closest(
          times,
          Uint8Array.from({length: times.sites}, () => (random() < 0.5 ? 1 : 0)),
        ),
      );
      const level = visits.map(() => Array.from({length: times.sites}, () => Math.floor(random() * 4)));
      const at = (share: number) => bundleSaving({visits, users: residents}, to, level, share);
      const whole = at(1);
      let [saved, minutes, sharing, separate] = [0, 0, 0, 0];
      residents.forEach((users, area) => {
        if (!(users > 0) || to.some((one) => one.site[area] === NO_SITE)) return;
        let shares = false;
        for (let site = 0; site < times.sites; site++) {
          const there = visits.flatMap((_, s) => (to[s]!.site[area] === site ? [s] : []));
          const here = there.filter((s) => level[s]![site]! >= 1).map((s) => visits[s]!);
          if (there.length > 1 && here.length < 2) separate += users;
          if (here.length < 2) continue;
          shares = true;
          const fewer = users * (here.reduce((s, v) => s + v, 0) - Math.max(...here));
          saved += fewer;
          minutes += (fewer * 2 * times.seconds[site * times.areas + area]!) / 60;
        }
        if (shares) sharing += users;
      });
      expect([seed, whole.tripsSaved, whole.usersSharing]).toEqual([seed, saved, sharing]);
      expect(whole.separate.reduce((sum, each) => sum + each.users, 0)).toBeCloseTo(separate, 6);
      expect(whole.minutesSaved).toBeCloseTo(minutes, 4);
      expect(at(0).tripsSaved).toBe(0);
      expect(at(0.25).tripsSaved).toBeCloseTo(saved / 4, 4);
      expect(whole.tripsApart - whole.tripsSaved).toBeCloseTo(whole.tripsCombined, 6);
      expect(whole.usersIntegrated).toBeLessThanOrEqual(whole.usersSharing);
    }
  });
});

describe('services together', () => {
  it('are the worked example of the methods: one alone, three together of which two linked', () => {
    expect(
      togetherness([
        {site: 0, service: 0, level: 0},
        {site: 0, service: 1, level: 2},
        {site: 0, service: 2, level: 3},
        {site: 1, service: 0, level: 3},
      ]),
    ).toEqual({alone: 1, byLevel: [1, 0, 1, 1], placements: 4, sitesByServices: [0, 1, 0, 1]});
    expect(togetherness([])).toEqual({alone: 0, byLevel: [0, 0, 0, 0], placements: 0, sitesByServices: []});
    expect(() => togetherness([{site: 0, service: 0, level: 4}])).toThrow('levels are 0 to 3');
  });

  it('share users by a stated share of the first, never more than the second has', () => {
    expect([...usersOfBoth([100, 100, Number.NaN], [80, 20, 10], 0.5)]).toEqual([50, 20, Number.NaN]);
    expect(() => usersOfBoth([1], [1], -0.1)).toThrow('from 0 to 1');
  });
});
