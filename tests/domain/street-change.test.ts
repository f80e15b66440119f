import {describe, expect, it} from 'vitest';
import type {LngLat} from '../../src/domain/evidence.ts';
import {isOf, linesText, type StreetChange} from '../../src/domain/street-change.ts';

const points: LngLat[] = [
  [-0.73, 52.67],
  [-0.7299999, 52.671],
  [-0.728, 52.672],
  [-0.725, 52.673],
];
const change = (lines: LngLat[][]): StreetChange => ({
  id: 'hub/closed-street',
  option: 'hub',
  kind: 'closed',
  name: 'Street',
  line: linesText(lines),
  ways: '',
  closedTo: 'everyone',
  sort: '',
  mph: null,
  reason: '',
  oneWay: 0,
});

describe('a street that is changed already', () => {
  const whole = change([points]);

  it('is known by where it runs, whichever way', () => {
    expect(isOf(whole, [points])).toBe(true);
    expect(isOf(whole, [points.toReversed()])).toBe(true);
  });

  it('is so in each of its parts, and not in more than it', () => {
    expect(isOf(whole, [points.slice(1, 3)])).toBe(true);
    expect(isOf(change([points.slice(1, 3)]), [points])).toBe(false);
  });

  it('is not another street between the same junctions', () => {
    expect(isOf(whole, [[points[0]!, points[2]!]])).toBe(false);
    expect(isOf(whole, [])).toBe(false);
  });
});
