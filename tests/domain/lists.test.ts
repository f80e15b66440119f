import {describe, expect, it} from 'vitest';
import {CATALOGUE} from '../../src/domain/catalogue.ts';
import {assertNever, PlanError} from '../../src/domain/errors.ts';
import {FIGURES} from '../../src/domain/figures.ts';
import {MEANINGS} from '../../src/domain/meanings.ts';
import {newSite} from '../../src/domain/site.ts';
import {EVIDENCE_TABLES, PLAN_TABLES, RECORD_TABLES, RESULT_TABLES} from '../../src/domain/tables.ts';
import {KM_PER_MILE, milesOf} from '../../src/domain/units.ts';

function twice(keys: readonly string[]): string[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

describe('the catalogue of services', () => {
  it('has each key once, in plain words with hyphens', () => {
    expect(twice(CATALOGUE.map((each) => each.id))).toEqual([]);
    for (const {id} of CATALOGUE) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('holds rates that can be: shares of at most one, ages in order, a source for each', () => {
    for (const each of CATALOGUE) {
      expect(each.shareCar + each.shareNepts, each.id).toBeLessThanOrEqual(1);
      expect(each.shareUsingNearest, each.id).toBeLessThanOrEqual(1);
      expect(each.fromAge, each.id).toBeLessThanOrEqual(each.toAge);
      expect(each.usersPer1000, each.id).toBeGreaterThan(0);
      expect(each.usersPer1000, each.id).toBeLessThanOrEqual(1000);
      expect(each.visitsPerYear, each.id).toBeGreaterThan(0);
      expect(each.source, each.id).not.toBe('');
    }
  });

  it('counts dialysis as three sessions a week', () => {
    expect(CATALOGUE.find((each) => each.id === 'dialysis')).toMatchObject({visitsPerYear: 156, confidence: 'derived'});
  });
});

describe('the figures', () => {
  it('have each key once, and stand within the range given for them', () => {
    expect(twice(FIGURES.map((each) => each.key))).toEqual([]);
    for (const {key, value, low, high} of FIGURES) {
      if (low !== null) expect(value, key).toBeGreaterThanOrEqual(low);
      if (high !== null) expect(value, key).toBeLessThanOrEqual(high);
    }
  });

  it('say where they come from, and are called published only with a year', () => {
    for (const {key, source, year, confidence} of FIGURES) {
      expect(source, key).not.toBe('');
      if (confidence === 'published') expect(year, key).toMatch(/^\d{4}$/);
    }
  });
});

describe('the meanings', () => {
  it('say of each measure once what it means, what not, and how it is worked out', () => {
    expect(twice(MEANINGS.map((each) => each.key))).toEqual([]);
    for (const each of MEANINGS)
      for (const [part, words] of Object.entries(each)) expect(words, `${each.key} ${part}`).not.toBe('');
  });
});

describe('the tables', () => {
  it('are each in one list only', () => {
    expect(twice([...PLAN_TABLES, ...EVIDENCE_TABLES, ...RESULT_TABLES, ...RECORD_TABLES])).toEqual([]);
  });
});

describe('small things', () => {
  it('a new site is where it was drawn, and everything not said is not known', () => {
    const site = newSite('hall', 'Hall', [-0.7, 52.6], 'candidate');
    expect(site).toMatchObject({id: 'hall', name: 'Hall', lng: -0.7, lat: 52.6, standing: 'candidate'});
    expect(site).toMatchObject({giaM2: null, vacantM2: null, code: '', source: ''});
  });

  it('a mile is 1.609344 kilometres', () => {
    expect(milesOf(KM_PER_MILE * 80)).toBeCloseTo(80, 12);
  });

  it('an error crosses between processes as a value, with its field where it has one', () => {
    expect(new PlanError('invalid', 'No.', 'name').value()).toEqual({kind: 'invalid', message: 'No.', at: 'name'});
    expect(new PlanError('file', 'No.').value()).toEqual({kind: 'file', message: 'No.'});
    expect(() => assertNever('odd' as never)).toThrow('odd');
  });
});
