import {describe, expect, it} from 'vitest';
import {rowAfter, windowOf} from '../../../renderer/table/window-of.ts';

describe('the rows in sight', () => {
  it('are those at the place scrolled to, and a few around them', () => {
    expect(windowOf(33_755, 26, 26_000, 260, 5)).toEqual({from: 995, to: 1015});
  });

  it('never reach before the first nor beyond the last', () => {
    expect(windowOf(10, 26, 0, 260)).toEqual({from: 0, to: 10});
    expect(windowOf(3, 26, 9999, 260)).toEqual({from: 3, to: 3});
    expect(windowOf(0, 26, 0, 260)).toEqual({from: 0, to: 0});
  });
});

describe('keys between rows', () => {
  it('go by one, by a page, and to both ends, and stop there', () => {
    expect(rowAfter('ArrowDown', 3, 10, 4)).toBe(4);
    expect(rowAfter('ArrowUp', 0, 10, 4)).toBe(0);
    expect(rowAfter('PageDown', 3, 10, 4)).toBe(7);
    expect(rowAfter('PageDown', 8, 10, 4)).toBe(9);
    expect(rowAfter('Home', 8, 10, 4)).toBe(0);
    expect(rowAfter('End', -1, 10, 4)).toBe(9);
  });

  it('start at the first row, and other keys go nowhere', () => {
    expect(rowAfter('ArrowDown', -1, 10, 4)).toBe(0);
    expect(rowAfter('a', 3, 10, 4)).toBeNull();
    expect(rowAfter('ArrowDown', -1, 0, 4)).toBeNull();
  });
});
