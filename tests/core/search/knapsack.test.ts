import {describe, expect, it} from 'vitest';
import {besideEach, filled} from '../../../src/core/search/knapsack.ts';
import {randomOf} from '../../../src/core/search/random.ts';

describe('filling room with what saves most', () => {
  it('and with each thing in it, is the best of every set of things', () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = randomOf(seed);
      const items = Array.from({length: 1 + Math.floor(random() * 8)}, (_, area) => ({
        area,
        saves: Math.round(random() * 40) - 10,
        people: 1 + Math.floor(random() * 9),
      }));
      const room = 10 + Math.floor(random() * 12);
      let best = 0;
      const withEach = items.map(() => -Infinity);
      for (let set = 0; set < 1 << items.length; set++) {
        const inside = items.filter((_, at) => set & (1 << at));
        if (inside.reduce((sum, item) => sum + item.people, 0) > room) continue;
        const saves = inside.reduce((sum, item) => sum + item.saves, 0);
        best = Math.max(best, saves);
        for (const {area} of inside) withEach[area] = Math.max(withEach[area]!, saves - items[area]!.saves);
      }
      const taken = new Int32Array(items.length);
      expect(filled(items, room, taken)).toBe(best);
      expect(items.reduce((sum, {area, saves}) => sum + taken[area]! * saves, 0)).toBe(best);
      expect(Array.from(besideEach(items, room))).toEqual(withEach);
    }
  });

  it('fills by shares where people are not whole: never less than whole things would save', () => {
    const items = [
      {area: 0, saves: 10, people: 2.5},
      {area: 1, saves: 6, people: 2.5},
    ];
    expect(filled(items, 4, null)).toBeCloseTo(10 + 6 * 0.6, 12);
  });
});
