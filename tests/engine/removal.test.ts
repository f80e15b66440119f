import {describe, expect, it} from 'vitest';
import {AS_NOW} from '../../src/domain/option.ts';
import {type Plan, type PlanRows, rowsOf} from '../../src/domain/plan.ts';
import {verdictId} from '../../src/domain/verdict.ts';
import {aPlan} from '../builders.ts';
import {changed} from './plan-changes.ts';

/** A plan in which everything that can refer to something does. */
function entangled(): Plan {
  let plan = aPlan()
    .withSite('Library')
    .withSite('Hall')
    .withOption('Hub')
    .offering('pharmacy', 'library')
    .offering('pharmacy', 'hall')
    .offering('dialysis', 'hall', 'hub')
    .withdrawing('pharmacy', 'hall', 'hub')
    .closing('library', 'hub')
    .closing('hall')
    .withAssumption('carbon-car', 0.1)
    .plan();
  for (const [site, beside] of [
    ['library', 'hall'],
    ['hall', 'library'],
  ] as const)
    plan = changed(plan, 'duplication.intend', {
      service: 'pharmacy',
      site,
      beside,
      reason: 'Choice',
      reviewOn: '2027-01-01',
    });
  expect(plan.verdict.has(verdictId('pharmacy', 'hall', 'library'))).toBe(true);
  return plan;
}

/** Every value in any row of any table that is exactly this id, except the row that it is the id of. */
function mentions(plan: Plan, id: string): string[] {
  return Object.entries(rowsOf(plan) as unknown as Record<string, Record<string, unknown>[]>).flatMap(([table, rows]) =>
    rows.flatMap((row) => Object.entries(row).flatMap(([field, value]) => (value === id ? [`${table}.${field}`] : []))),
  );
}

describe('what is removed', () => {
  it.each([
    ['sites.remove', {site: 'hall'}, 'hall'],
    ['sites.remove', {site: 'library'}, 'library'],
    ['services.remove', {service: 'pharmacy'}, 'pharmacy'],
    ['services.remove', {service: 'dialysis'}, 'dialysis'],
    ['options.remove', {option: 'hub'}, 'hub'],
  ] as const)('by %s of %o is not referred to by anything any more', (name, input, id) => {
    const plan = entangled();
    expect(mentions(plan, id).length).toBeGreaterThan(1);
    expect(mentions(changed(plan, name, input), id)).toEqual([]);
  });

  it('takes nothing else with it', () => {
    const plan = entangled();
    const without = changed(plan, 'sites.remove', {site: 'library'});
    const left = (table: keyof PlanRows) => [...without[table].keys()];
    expect(left('placement')).toEqual(['as-now/hall/pharmacy', 'hub/hall/dialysis', 'hub/hall/pharmacy']);
    expect(left('closure')).toEqual(['as-now/hall']);
    expect(left('option')).toEqual([AS_NOW, 'hub']);
    expect(left('assumption')).toEqual(['carbon-car']);
  });
});
