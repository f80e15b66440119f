import {describe, expect, it} from 'vitest';
import {coverBy} from '../../../src/core/search/cover.ts';
import {randomOf} from '../../../src/core/search/random.ts';

const never = () => false;

/** The fewest columns that cover all rows, by looking at every set of them; Infinity where none do. */
function fewest(rows: readonly (readonly number[])[], columns: number): number {
  let best = Infinity;
  for (let set = 0; set < 1 << columns; set++) {
    const size = set.toString(2).replaceAll('0', '').length;
    if (size < best && rows.every((row) => row.some((column) => set & (1 << column)))) best = size;
  }
  return best;
}

describe('covering rows with so many columns', () => {
  it('finds who covers the worked example within 5, and that one alone does not', () => {
    const rows = [[0], [0, 1], [1, 2], [2, 3], [2, 3]];
    expect(coverBy(rows, 4, 2, never)).toEqual({state: 'covered', columns: [0, 2]});
    expect(coverBy(rows, 4, 1, never)).toEqual({state: 'impossible'});
  });

  it('is possible in random cases exactly from the fewest that every set allows', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = randomOf(seed);
      const columns = 1 + Math.floor(random() * 10);
      const dense = 0.1 + 0.4 * random();
      const rows = Array.from({length: 1 + Math.floor(random() * 14)}, () =>
        Array.from({length: columns}, (_, column) => column).filter(() => random() < dense),
      );
      const least = fewest(rows, columns);
      for (let most = 0; most <= columns; most++) {
        const found = coverBy(rows, columns, most, never);
        expect(found.state, `case ${seed}, ${most}`).toBe(most >= least ? 'covered' : 'impossible');
        if (found.state !== 'covered') continue;
        expect(found.columns.length).toBeLessThanOrEqual(most);
        expect(rows.every((row) => row.some((column) => found.columns.includes(column)))).toBe(true);
      }
    }
  });

  it('needs no column where there is no row, and says so when it was given up', () => {
    expect(coverBy([], 3, 0, never)).toEqual({state: 'covered', columns: []});
    expect(coverBy([[]], 3, 3, never)).toEqual({state: 'impossible'});
    const ring = Array.from({length: 40}, (_, row) => [row, (row + 1) % 40, (row + 7) % 40]);
    expect(coverBy(ring, 40, 14, never, 2).state).toBe('unknown');
  });
});
