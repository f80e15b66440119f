import {describe, expect, it} from 'vitest';
import {besideEach, filledByShares, filledWhole, type Items} from '../../../src/core/search/knapsack.ts';
import {randomOf} from '../../../src/core/search/random.ts';

describe('filling room with what saves most', () => {
  it('and with each thing in it, is the best of every set of things', () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = randomOf(seed);
      const room = 10 + Math.floor(random() * 12);
      const count = 1 + Math.floor(random() * 8);
      const items = itemsOf(
        Array.from({length: count}, () => [Math.round(random() * 40) - 10, 1 + Math.floor(random() * 9)]),
      );
      let best = 0;
      const withEach = new Array<number>(count).fill(-Infinity);
      for (let set = 0; set < 1 << count; set++) {
        const inside = Array.from({length: count}, (_, at) => at).filter((at) => set & (1 << at));
        if (inside.reduce((sum, at) => sum + items.people[at]!, 0) > room) continue;
        const saves = inside.reduce((sum, at) => sum + items.saves[at]!, 0);
        best = Math.max(best, saves);
        for (const at of inside) withEach[at] = Math.max(withEach[at]!, saves - items.saves[at]!);
      }
      const taken = new Uint8Array(count);
      expect(filledWhole(items, room, taken)).toBe(best);
      expect(items.saves.reduce((sum, saves, at) => sum + taken[at]! * saves, 0)).toBe(best);
      expect(filledWhole(items, room, null)).toBe(best);
      expect(Array.from(besideEach(items, room))).toEqual(withEach);
    }
  });

  it('fills by shares where people are not whole: never less than whole things would save', () => {
    const items = itemsOf([
      [10, 2.5],
      [6, 2.5],
    ]);
    expect(filledByShares(items, 4, null)).toBeCloseTo(10 + 6 * 0.6, 12);
  });
});

function itemsOf(pairs: number[][]): Items {
  const of = (at: 0 | 1) => Float64Array.from(pairs, (pair) => pair[at]!);
  return {count: pairs.length, saves: of(0), people: of(1)};
}
