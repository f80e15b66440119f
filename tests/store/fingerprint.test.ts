import {expect, test} from 'vitest';
import {fingerprint} from '../../src/store/fingerprint.ts';

test('the same parts give the same fingerprint, on every machine', () => {
  expect(fingerprint('drive', 15, new Uint8Array([1, 2]))).toBe(fingerprint('drive', 15, new Uint8Array([1, 2])));
  expect(fingerprint('drive', 15)).toMatch(/^[0-9a-f]{32}$/);
  // printf 's4;townn-1.25;' | sha256sum
  expect(fingerprint('town', -1.25)).toBe('72defb456bde6b977bd825a3fe76ddde');
});

test('other parts, another order, another cut between parts, or another kind give another', () => {
  const all = [
    fingerprint(),
    fingerprint(''),
    fingerprint('', ''),
    fingerprint('ab', 'c'),
    fingerprint('a', 'bc'),
    fingerprint('abc'),
    fingerprint('c', 'ab'),
    fingerprint('1'),
    fingerprint(1),
    fingerprint(new Uint8Array([49])),
    fingerprint(1, 1),
    fingerprint(11),
    fingerprint(0.1 + 0.2),
    fingerprint(0.3),
    fingerprint('é'),
    fingerprint('e\u0301'),
  ];
  expect(new Set(all).size).toBe(all.length);
});

test('a part of a larger array counts only itself', () => {
  expect(fingerprint(new Uint8Array([9, 1, 2, 9]).subarray(1, 3))).toBe(fingerprint(new Uint8Array([1, 2])));
});
