import {describe, expect, it} from 'vitest';
import {TurnBans} from '../../../src/core/graph/turn-bans.ts';
import {randomStreets} from './random-streets.ts';

/** Restrictions as “no 1 2 3” or “only 1 2 3”: streets are numbers, and any may follow any. */
function bansOf(...restrictions: string[]): TurnBans {
  const runs = restrictions.map((text) => text.split(' ').slice(1).map(Number));
  const network = {
    ...randomStreets(1),
    turnKind: Uint8Array.from(restrictions, (text) => (text.startsWith('only') ? 1 : 0)),
    turnModes: Uint8Array.from(restrictions, () => 1),
    turnFirst: Uint32Array.from([0, ...runs.map((_, r) => runs.slice(0, r + 1).flat().length)]),
    turnEdges: Uint32Array.from(runs.flat()),
  };
  return new TurnBans(network, 0, () => true);
}

/** Whether the last street of a journey may be entered, remembering on the way as a search would. */
function mayTravel(bans: TurnBans, ...streets: number[]): boolean {
  let trail: readonly number[] = [streets[0]!];
  for (const street of streets.slice(1)) {
    if (bans.isForbidden(trail, street)) return false;
    trail = bans.next(trail, street);
  }
  return true;
}

describe('forbidden turns', () => {
  it('a turn from one street into another is forbidden, and no other', () => {
    const bans = bansOf('no 1 2');
    expect(mayTravel(bans, 1, 2)).toBe(false);
    expect(mayTravel(bans, 1, 3)).toBe(true);
    expect(mayTravel(bans, 3, 2)).toBe(true);
  });

  it('the only way on forbids every other; two only ways on allow both', () => {
    expect([2, 3, 4].map((to) => mayTravel(bansOf('only 1 2'), 1, to))).toEqual([true, false, false]);
    expect([2, 3, 4].map((to) => mayTravel(bansOf('only 1 2', 'only 1 3'), 1, to))).toEqual([true, true, false]);
  });

  it('a turn via a street is forbidden only to those who came by the first', () => {
    const bans = bansOf('no 1 2 3');
    expect(mayTravel(bans, 1, 2, 3)).toBe(false);
    expect(mayTravel(bans, 9, 2, 3)).toBe(true);
    expect(mayTravel(bans, 1, 2, 4)).toBe(true);
    expect(mayTravel(bans, 2, 3)).toBe(true);
  });

  it('the only way on after a street is that for those who came by the first', () => {
    const bans = bansOf('only 1 2 3');
    expect(mayTravel(bans, 1, 2, 4)).toBe(false);
    expect(mayTravel(bans, 1, 2, 3)).toBe(true);
    expect(mayTravel(bans, 9, 2, 4)).toBe(true);
    expect(mayTravel(bans, 1, 5)).toBe(true);
  });

  it('a trail left for another is still remembered for that', () => {
    // After 1 2 the first is in question; going on to 5 leaves it, but 2 5 begins the second.
    const bans = bansOf('no 1 2 3 4', 'no 2 5 6');
    expect(mayTravel(bans, 1, 2, 5, 6)).toBe(false);
    expect(mayTravel(bans, 1, 2, 3, 4)).toBe(false);
    expect(mayTravel(bans, 1, 2, 3, 6)).toBe(true);
  });

  it('remembers no more than it needs', () => {
    const bans = bansOf('no 1 2 3');
    expect(bans.next([1], 2)).toEqual([1, 2]);
    expect(bans.next([1, 2], 4)).toEqual([4]);
    expect(bans.next([7], 2)).toEqual([2]);
    expect([1, 2, 3].map((street) => bans.begins(street))).toEqual([true, false, false]);
  });
});
