import {describe, expect, it} from 'vitest';
import {COLOURS, changeClassOf, classOf, minuteBreaks, type ThemeName} from '../../../renderer/map/colours.ts';

/** Relative luminance, as WCAG reckons it. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const breaksOf = (minutes: (number | null)[]) =>
  minuteBreaks(Uint16Array.from(minutes, (each) => (each === null ? 65_535 : each * 60)));

describe('classes of minutes', () => {
  it('take a value on a break to the shorter side: fifteen minutes is within fifteen', () => {
    const breaks = breaksOf([3, 12]);
    expect(classOf(15, breaks)).toBe(classOf(14.9, breaks));
    expect(classOf(15.01, breaks)).toBe(classOf(15, breaks) + 1);
    expect(classOf(1000, breaks)).toBe(breaks.length);
  });

  it('go further only where hardly anywhere is near', () => {
    expect(breaksOf([])).toEqual(breaksOf([5, 50, 60]));
    expect(breaksOf([50, 60, 75, null])).not.toEqual(breaksOf([5, 50, 60]));
  });

  it('are at most seven, on every scale and in both themes', () => {
    for (const theme of ['light', 'dark'] as const) {
      expect(COLOURS[theme].minutes).toHaveLength(breaksOf([1]).length + 1);
      expect(COLOURS[theme].minutes).toHaveLength(breaksOf([80]).length + 1);
      expect(COLOURS[theme].minutes.length).toBeLessThanOrEqual(7);
    }
  });
});

describe('classes of change', () => {
  it('are the same on both sides of none', () => {
    expect([-10, -9.9, -5, -1, -0.9, 0, 0.9, 1, 5, 10].map(changeClassOf)).toEqual([0, 1, 1, 2, 3, 3, 3, 4, 5, 6]);
    for (const change of [0.5, 1, 3, 5, 7, 10, 40]) expect(changeClassOf(-change)).toBe(6 - changeClassOf(change));
  });
});

describe.each<ThemeName>(['light', 'dark'])('data colours in the %s theme', (theme) => {
  it('grow steadily darker with minutes and with deprivation, so that they print', () => {
    const minutes = COLOURS[theme].minutes.map(luminance);
    const deprivation = COLOURS[theme].deprivation.map(luminance);
    expect([...minutes].sort((a, b) => b - a)).toEqual(minutes);
    expect([...deprivation].sort((a, b) => a - b)).toEqual(deprivation);
  });
});
