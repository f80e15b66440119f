import {describe, expect, it} from 'vitest';
import {closest} from '../../src/core/access/closest.ts';
import {carryOver, closestKnown} from '../../src/engine/closest-known.ts';
import {randomTown, seeds} from '../core/random-town.ts';

describe('the closest site, answered from what is known', () => {
  it('equals asking anew, after any steps of opening, closing and moving', () => {
    for (const seed of seeds(300)) {
      const town = randomTown(seed);
      const {random} = town;
      let {times} = town;
      let open = town.open.slice();
      for (let step = 0; step < 12; step++) {
        const site = Math.floor(random() * times.sites);
        if (random() < 0.6) {
          open = open.slice();
          open[site] = open[site] ? 0 : 1;
        } else {
          const moved = {...times, seconds: times.seconds.slice(), metres: times.metres.slice()};
          for (let area = 0; area < times.areas; area++) {
            moved.seconds[site * times.areas + area] = 60 * Math.floor(random() * 9);
            moved.metres[site * times.areas + area] = Math.floor(random() * 5000);
          }
          carryOver(moved, times, [site]);
          times = moved;
        }
        expect(closestKnown(times, open), `seed ${seed}, step ${step}`).toEqual(closest(times, open));
      }
    }
  });

  it('is the very same answer when it is asked again', () => {
    const {times, open} = randomTown(5);
    expect(closestKnown(times, open)).toBe(closestKnown(times, open.slice()));
  });
});
