import {describe, expect, it} from 'vitest';
import {hoursAWeek, hoursCover, type OpenSpan, WEEK} from '../../../src/core/access/opening-hours.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {drain} from '../../../src/core/job.ts';
import {randomTown, seeds} from '../random-town.ts';

const daily = (days: number[], from: number, to: number): OpenSpan[] =>
  days.map((day) => ({from: day * 1440 + from * 60, to: day * 1440 + to * 60}));

describe('opening hours', () => {
  it('of a neighbourhood health centre are 72 a week, and those that overlap count once', () => {
    expect(hoursAWeek(daily([0, 1, 2, 3, 4, 5], 8, 20))).toBe(72);
    expect(hoursAWeek([...daily([0], 8, 12), ...daily([0], 10, 14)])).toBe(6);
    expect(hoursAWeek([{from: WEEK - 60, to: 60}])).toBe(2);
    expect(hoursAWeek([{from: 0, to: WEEK}])).toBe(168);
    expect(() => hoursAWeek([{from: -1, to: 60}])).toThrow('a week has 10080 minutes');
  });

  it('are the worked example of the methods', () => {
    // 100 people reach a site open 9 to 17 on Monday; 50 reach one that is open all Saturday.
    const times = {
      areas: 2,
      sites: 2,
      seconds: Uint16Array.of(300, UNREACHED, UNREACHED, 300),
      metres: new Uint32Array(4),
    };
    const hours = [daily([0], 9, 17), daily([5], 0, 24)];
    const cover = drain(hoursCover(times, hours, [100, 50], Uint8Array.of(0, 1), 2, 900));
    expect(cover.personHours).toBe(168 * 150);
    expect(cover.served).toBe(8 * 100 + 24 * 50);
    expect(cover.unserved).toBe(168 * 150 - 2000);
    // Core hours are 52.5: the Monday site leaves 44.5 of them, the Saturday site all.
    expect(cover.unservedInHours).toBe(44.5 * 100 + 52.5 * 50);
    expect([...cover.byGroup]).toEqual([160 * 100, 144 * 50]);
    expect([...cover.byGroupOutOfHours]).toEqual([115.5 * 100, (115.5 - 24) * 50]);
    expect(cover.servedByHour[9]).toBe(100);
    expect(cover.servedByHour[5 * 24]).toBe(50);
  });

  it('equal a count of every minute of the week, and add up, in 60 random towns', () => {
    for (const seed of seeds(60)) {
      const {times, residents, deciles, cutoffSeconds, random} = randomTown(seed);
      const hours = Array.from({length: times.sites}, () =>
        Array.from({length: Math.floor(random() * 4)}, () => ({
          from: Math.floor(random() * WEEK),
          to: Math.floor(random() * (WEEK + 1)),
        })),
      );
      const people = residents.map((p) => p || 0);
      const isOpen = hours.map((own) => {
        const open = new Uint8Array(WEEK);
        for (const {from, to} of own) {
          if (from < to) open.fill(1, from, to);
          else open.fill(1, from).fill(1, 0, to);
        }
        return open;
      });
      const cover = drain(hoursCover(times, hours, residents, deciles, 11, cutoffSeconds));
      let served = 0;
      for (let minute = 0; minute < WEEK; minute++) {
        people.forEach((p, area) => {
          const open = isOpen.some((own, j) => {
            const time = times.seconds[j * times.areas + area]!;
            return own[minute] && time !== UNREACHED && time <= cutoffSeconds;
          });
          if (open) served += p;
        });
      }
      expect(Math.abs(cover.served - served / 60)).toBeLessThan(1e-3);
      expect(cover.served + cover.unserved).toBeCloseTo(cover.personHours, 3);
      expect(cover.unservedInHours + cover.unservedOutOfHours).toBeCloseTo(cover.unserved, 3);
      expect(cover.byGroup.reduce((s, x) => s + x, 0)).toBeCloseTo(cover.unserved, 3);
      expect(cover.servedByHour.reduce((s, x) => s + x, 0)).toBeCloseTo(cover.served, 3);
    }
  });
});
