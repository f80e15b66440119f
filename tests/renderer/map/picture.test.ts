import {describe, expect, it} from 'vitest';
import type {AreaLine} from '../../../renderer/contract.ts';
import {boundsOf, iconName, placeNames, siteFeatures} from '../../../renderer/map/picture.ts';
import {drawSiteIcon} from '../../../renderer/map/site-icon.ts';
import {chosenMark, importance, siteMarks} from '../../../renderer/map/site-marks.ts';
import {newPlacement} from '../../../src/domain/placement.ts';
import {planOf} from '../../../src/domain/plan.ts';
import {newSite} from '../../../src/domain/site.ts';

const plan = planOf({
  site: [
    newSite('surgery', 'Surgery', [0.1, 53.1], 'existing'),
    newSite('hall', 'Hall', [0.2, 53.2], 'candidate'),
    newSite('shut', 'Old Surgery', [0.3, 53.3], 'existing'),
  ],
  placement: [
    newPlacement('as-now', 'surgery', 'general-practice'),
    newPlacement('as-now', 'surgery', 'pharmacy'),
    newPlacement('as-now', 'shut', 'general-practice'),
    newPlacement('b', 'hall', 'general-practice'),
  ],
  closure: [{id: 'as-now/shut', option: 'as-now', site: 'shut', closed: 1, reason: ''}],
});

const marks = (option: string) => siteMarks(plan, option, 'general-practice');

describe('the marks of sites', () => {
  it('tell existing, candidate and closed sites apart', () => {
    expect(marks('as-now').map(({id, shape}) => [id, shape])).toEqual([
      ['surgery', 'existing'],
      ['hall', 'candidate'],
      ['shut', 'closed'],
    ]);
  });

  it('say who offers the service in the option in view; a closed site never does', () => {
    const offering = (option: string) =>
      marks(option)
        .filter(({offers}) => offers)
        .map(({id}) => id);
    expect(offering('as-now')).toEqual(['surgery']);
    expect(offering('b')).toEqual(['surgery', 'hall']);
  });

  it('keep the names of sites that offer the service, then of candidates, when room is short', () => {
    const order = [...marks('as-now')].sort((a, b) => importance(a) - importance(b)).map(({id}) => id);
    expect(order).toEqual(['surgery', 'hall', 'shut']);
  });

  it('of the chosen site stands where a drag has brought it, while it lasts', () => {
    const chosen = (drag: {site: string; at: [number, number]} | null) => chosenMark(marks('as-now'), 'hall', drag);
    expect(chosen(null)).toMatchObject({id: 'hall', chosen: true, at: [0.2, 53.2]});
    expect(chosen({site: 'hall', at: [0.5, 53.5]})).toMatchObject({id: 'hall', chosen: true, at: [0.5, 53.5]});
    expect(chosenMark(marks('as-now'), null, null)).toBeNull();
    expect(chosenMark(marks('as-now'), 'gone', null)).toBeNull();
  });

  it('are all named where there are few; of many, only those that matter to the question', () => {
    const few = siteFeatures(siteMarks(plan, 'as-now', 'general-practice'), 'general-practice', 'light');
    expect(few.features.every(({properties}) => properties.named)).toBe(true);
    const rows = Array.from({length: 400}, (_, n) =>
      newSite(`s${n}`, `Site ${n}`, [0, 53], n === 0 ? 'candidate' : 'existing'),
    );
    const big = planOf({site: rows, placement: [newPlacement('as-now', 's7', 'dialysis')]});
    const {features} = siteFeatures(siteMarks(big, 'as-now', 'dialysis'), 'dialysis', 'light');
    expect(features.filter(({properties}) => properties.named).map(({properties}) => properties.id)).toEqual([
      's0',
      's7',
    ]);
  });

  it('have a picture of a name of its own for everything that they tell', () => {
    const chosen = chosenMark(marks('as-now'), 'surgery', null)!;
    const names = [...marks('as-now'), chosen].flatMap((mark) =>
      (['light', 'dark'] as const).map((theme) => iconName(mark, theme, mark.offers ? 'general-practice' : null)),
    );
    expect(new Set(names).size).toBe(8);
  });

  it('are only drawn under names that mean a mark', () => {
    expect(drawSiteIcon('something else')).toBeNull();
  });
});

function anArea(ward: string, lng: number, lat: number, residents: number | null): AreaLine {
  return {code: ward + lng, name: '', ward, district: '', lng, lat, weighted: true, residents, decile: 1, fifth: 1};
}

describe('where the map looks', () => {
  it('is around all areas, with room for their outlines', () => {
    const [west, south, east, north] = boundsOf([anArea('a', 0, 53, 1), anArea('a', 0.4, 53.2, 1)])!;
    expect(west).toBeLessThan(0);
    expect(south).toBeLessThan(53);
    expect(east).toBeGreaterThan(0.4);
    expect(north).toBeGreaterThan(53.2);
  });

  it('is nowhere while there are no areas, and has a size where there is one', () => {
    expect(boundsOf([])).toBeNull();
    const [west, , east] = boundsOf([anArea('a', 0, 53, 1)])!;
    expect(east - west).toBeGreaterThan(0);
  });
});

describe('names of wards', () => {
  it('stand where their people are', () => {
    const {features} = placeNames([anArea('Docks', 0, 53, 999), anArea('Docks', 1, 53, 0), anArea('', 5, 50, 9)]);
    expect(features).toHaveLength(1);
    expect(features[0]!.properties.name).toBe('Docks');
    expect(features[0]!.geometry.coordinates[0]).toBeCloseTo(0.001, 3);
  });
});
