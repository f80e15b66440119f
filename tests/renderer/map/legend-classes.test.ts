import {describe, expect, it} from 'vitest';
import type {AreaTimes} from '../../../renderer/area-times.ts';
import type {AreaLine} from '../../../renderer/contract.ts';
import {classesFor, NOTHING_TO_SHOW, UNREACHED} from '../../../renderer/map/legend-classes.ts';

function anArea(code: string, residents: number | null, fifth: number | null): AreaLine {
  return {code, name: code, ward: 'W', district: 'D', lng: 0, lat: 53, weighted: true, residents, decile: null, fifth};
}

const areas = [anArea('a', 100, 1), anArea('b', 250, 5), anArea('c', 40, null), anArea('d', null, 1)];

function scores(minutes: (number | null)[]): AreaTimes {
  const seconds = Uint16Array.from(minutes, (each) => (each === null ? 65_535 : each * 60));
  return {areas: minutes.length, seconds, against: null} as unknown as AreaTimes;
}

const everybody = 390;
const sum = (lines: {people: number}[]) => lines.reduce((total, {people}) => total + people, 0);

describe('the legend', () => {
  it('counts everybody exactly once, whatever the map shows', () => {
    const change = {title: 'x', of: (area: number) => [-12, 0, null, 3][area] ?? null};
    for (const colouring of ['minutes', 'deprivation', 'change'] as const) {
      expect(sum(classesFor(colouring, areas, scores([4, 16, null, 7]), change, 'light').lines)).toBe(everybody);
    }
  });

  it('shows any measure in round classes, with everybody counted, and says where it has nothing by area', () => {
    const ofCode = new Map([
      ['a', 0],
      ['b', 115.5],
      ['c', 40],
    ]);
    const shown = classesFor('measure', areas, null, null, 'light', {title: 'Out of hours', unit: 'hours', ofCode});
    expect([...shown.byArea]).toEqual([0, 5, 1, NOTHING_TO_SHOW]);
    expect(shown.lines.map(({label, full, people}) => [label, full, people])).toEqual([
      ['up to 20', 'up to 20 hours', 100],
      ['20–40', '20–40 hours', 40],
      ['over 100', 'over 100 hours', 250],
      ['not known', 'nothing to show', 0],
    ]);
    expect(shown.hint).toBeUndefined();
    const none = {title: 'Gini', unit: '', ofCode: new Map()};
    expect(classesFor('measure', areas, null, null, 'light', none).hint).toContain('no values by area');
    expect(classesFor('measure', areas, null, null, 'light').hint).toContain('Taking the measure');
  });

  it('puts areas without a site apart from far ones', () => {
    const {byArea, lines} = classesFor('minutes', areas, scores([4, 16, null, 7]), null, 'light');
    expect([...byArea]).toEqual([0, 3, UNREACHED, 1]);
    expect(lines.map(({label, people}) => [label, people])).toEqual([
      ['up to 5', 100],
      ['5–10', 0],
      ['15–20', 250],
      ['unreachable', 40],
    ]);
  });

  it('has nothing to show before there is an answer, or where the answer is about other areas', () => {
    expect([...classesFor('minutes', areas, null, null, 'light').byArea]).toEqual(areas.map(() => NOTHING_TO_SHOW));
    expect([...classesFor('minutes', areas, scores([1]), null, 'light').byArea]).toEqual(
      areas.map(() => NOTHING_TO_SHOW),
    );
  });

  it('says what to do where there is nothing to compare', () => {
    expect(classesFor('change', areas, scores([1, 2, 3, 4]), null, 'light').hint).toMatch(/another option/);
  });

  it('shows fifths from the most deprived, and says which are not known', () => {
    const {lines, byArea} = classesFor('deprivation', areas, null, null, 'dark');
    expect(lines.map(({full}) => full)).toEqual(['Most deprived fifth', 'Least deprived fifth', 'nothing to show']);
    expect([...byArea]).toEqual([0, 4, -1, 0]);
  });
});
