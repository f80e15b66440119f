import {describe, expect, it} from 'vitest';
import {PlaceQueue} from '../../../../src/core/graph/hierarchy/place-queue.ts';
import {seeded} from '../../random-town.ts';

describe('a queue of places', () => {
  it('gives the greatest first and each once, while others are added', () => {
    for (const [seed, size] of [1, 31, 32, 33, 1025, 40_000, 3_000_000].entries()) {
      const next = seeded(seed + 1);
      const queue = new PlaceQueue(size);
      const held = new Set<number>();
      for (let step = 0; step < 2000; step++) {
        for (let more = Math.floor(next() * 3); more > 0; more--) {
          const value = Math.floor(next() * size);
          queue.add(value);
          held.add(value);
        }
        const greatest = held.size === 0 ? -1 : Math.max(...held);
        expect(queue.take()).toBe(greatest);
        held.delete(greatest);
      }
    }
  });

  it('refuses more places than its levels can tell apart', () => {
    expect(() => new PlaceQueue(2 ** 25 + 1)).toThrow(RangeError);
  });
});
