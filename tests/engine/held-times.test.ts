import {expect, it} from 'vitest';
import {HeldTimes} from '../../src/engine/held-times.ts';

const row = (areas: number) => ({seconds: new Uint16Array(areas), metres: new Uint32Array(areas)});

it('travel times held weigh no more than they may: those not used for longest are let go', () => {
  const held = new HeldTimes(30 * 6);
  for (const key of ['a', 'b', 'c']) held.put(key, row(10));
  held.get('a');
  held.put('d', row(10));
  expect(['a', 'b', 'c', 'd'].filter((key) => held.get(key))).toEqual(['a', 'c', 'd']);
  expect(held.bytes).toBe(180);
  held.put('d', row(20));
  expect(held.bytes).toBe(180);
});

it('one row is held whatever it weighs', () => {
  const held = new HeldTimes(6);
  held.put('a', row(10));
  held.put('b', row(100));
  expect([held.get('a'), held.get('b')?.seconds.length]).toEqual([undefined, 100]);
  held.clear();
  expect(held.bytes).toBe(0);
});
