import {describe, expect, it} from 'vitest';
import {
  coordinates,
  count,
  dateText,
  decimal,
  exact,
  minutesText,
  percent,
  plural,
  pounds,
  signed,
} from '../../../renderer/words/numbers.ts';

describe('numbers as people read them', () => {
  it('separate thousands and round people to whole ones', () => {
    expect(count(1_234_567.4)).toBe('1,234,567');
    expect(count(0)).toBe('0');
  });

  it('carry a true minus sign, and zero carries none', () => {
    expect(count(-12)).toBe('−12');
    expect(decimal(-0.01)).toBe('0.0');
    expect(decimal(-3.25)).toMatch(/^−3\.[23]$/);
  });

  it('show what is not known as a dash, never as zero', () => {
    expect([count(null), decimal(undefined), percent(null), pounds(null), signed(null)]).toEqual([
      '–',
      '–',
      '–',
      '–',
      '–',
    ]);
  });

  it('keep minutes to one decimal with their unit, and say when there are none', () => {
    expect(minutesText(14.96)).toBe('15.0 min');
    expect(minutesText(null)).toBe('cannot be reached');
  });

  it('never round some to all, nor few to none', () => {
    expect(percent(0.9999)).toBe('over 99%');
    expect(percent(1)).toBe('100%');
    expect(percent(0.0001)).toBe('under 1%');
    expect(percent(0)).toBe('0%');
    expect(percent(0.684)).toBe('68%');
  });

  it('give changes a sign in whatever they are of', () => {
    expect(signed(12)).toBe('+12');
    expect(signed(-12.34, decimal)).toBe('−12.3');
    expect(signed(0.04, decimal)).toBe('0.0');
    expect(signed(-0, count)).toBe('0');
    expect(signed(-11_856, pounds)).toBe('−£11,856');
    expect(signed(0, pounds)).toBe('£0');
  });

  it('put the pound sign after the minus', () => {
    expect(pounds(11_856)).toBe('£11,856');
    expect(pounds(-38)).toBe('−£38');
  });

  it('keep the decimals that a factor has', () => {
    expect(exact(0.16725)).toBe('0.16725');
    expect(exact(5.135)).toBe('5.135');
    expect(exact(38)).toBe('38');
  });

  it('agree with what they count', () => {
    expect([plural(1, 'site'), plural(2, 'site'), plural(0, 'site')]).toEqual(['1 site', '2 sites', '0 sites']);
  });

  it('write latitude before longitude', () => {
    expect(coordinates(-0.73, 52.67)).toBe('52.67000, −0.73000');
  });

  it('show a date that can’t be read as it is', () => {
    expect(dateText('some day')).toBe('some day');
    expect(dateText('2026-01-05T09:00:00.000Z')).toMatch(/5 Jan 2026/);
  });
});
