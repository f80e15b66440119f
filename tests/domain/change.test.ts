import {describe, expect, it} from 'vitest';
import {type Change, isEmpty, put, remove, together} from '../../src/domain/change.ts';
import {applied, type Plan, planOf, row, rowsOf} from '../../src/domain/plan.ts';
import {newSite} from '../../src/domain/site.ts';
import {PLAN_TABLES, type PlanTable} from '../../src/domain/tables.ts';
import {aPlan, seeded} from '../builders.ts';

const site = (id: string, name = id) => newSite(id, name, [-0.7, 52.6], 'existing');

describe('a change', () => {
  it('puts rows and removes rows, and leaves the plan it came from as it was', () => {
    const before = aPlan().withSite('Library').withSite('Hall').plan();
    const after = applied(before, together('Both', put('', 'site', site('clinic')), remove('', 'site', 'hall')));
    expect([...after.site.keys()]).toEqual(['library', 'clinic']);
    expect([...before.site.keys()]).toEqual(['library', 'hall']);
  });

  it('replaces a row in its place', () => {
    const before = aPlan().withSite('Library').withSite('Hall').plan();
    const after = applied(before, put('', 'site', site('library', 'New Library')));
    expect([...after.site.values()].map((each) => each.name)).toEqual(['New Library', 'Hall']);
  });

  it('leaves tables that it does not touch as the same objects, so that screens redraw only what differs', () => {
    const before = aPlan().withSite('Library').plan();
    const after = applied(before, put('', 'site', site('hall')));
    for (const table of PLAN_TABLES) expect(after[table] === before[table], table).toBe(table !== 'site');
  });

  it('is empty if it has no row in any table', () => {
    expect(isEmpty({label: 'Nothing', put: {}, remove: {}})).toBe(true);
    expect(isEmpty({label: 'Nothing', put: {site: []}, remove: {option: []}})).toBe(true);
    expect(isEmpty(put('', 'site', site('hall')))).toBe(false);
    expect(isEmpty(remove('', 'site', 'hall'))).toBe(false);
  });

  it('of several is one step with the label given, rows in the order of the changes', () => {
    const all = together(
      'Move out',
      put('a', 'site', site('one')),
      put('b', 'site', site('two')),
      remove('c', 'site', 'x'),
    );
    expect(all.label).toBe('Move out');
    expect(all.put.site?.map((each) => each.id)).toEqual(['one', 'two']);
    expect(all.remove.site).toEqual(['x']);
  });

  it('may not touch a row twice, whether put twice or put and removed', () => {
    const once = put('', 'site', site('hall'));
    expect(() => together('', once, put('', 'site', site('hall', 'Other')))).toThrow(RangeError);
    expect(() => together('', once, remove('', 'site', 'hall'))).toThrow('touches a row of site twice');
    expect(() => together('', once, remove('', 'option', 'hall'))).not.toThrow();
  });

  it('takes an id for what it is, however it is spelt', () => {
    const odd = ['__proto__', 'constructor', 'a/b', 'ÅÄ 🏥', 'toString'];
    const plan = applied(aPlan().plan(), put('', 'site', ...odd.map((id) => site(id))));
    expect([...plan.site.keys()]).toEqual(odd);
    for (const id of odd) expect(row(plan, 'site', id)?.id).toBe(id);
    expect(row(applied(plan, remove('', 'site', '__proto__')), 'site', '__proto__')).toBeUndefined();
    expect(row(plan, 'site', 'hasOwnProperty')).toBeUndefined();
  });
});

describe('a plan', () => {
  it('is the same after it was sent as rows', () => {
    const plan = aPlan().withSite('Library').withOption('Hub').offering('pharmacy', 'library', 'hub').plan();
    expect(planOf(JSON.parse(JSON.stringify(rowsOf(plan))))).toEqual(plan);
  });

  it('has every table, filled or not', () => {
    expect(Object.keys(planOf({})).sort()).toEqual([...PLAN_TABLES].sort());
    expect(Object.keys(rowsOf(planOf({}))).sort()).toEqual([...PLAN_TABLES].sort());
  });

  it('follows 2,000 random changes as plain lists of rows do', () => {
    const random = seeded(20);
    let plan: Plan = planOf({});
    const lists: Record<string, {id: string; n: number}[]> = Object.fromEntries(
      PLAN_TABLES.map((table) => [table, []]),
    );
    for (let n = 0; n < 2000; n++) {
      const change: Change = {label: String(n), put: {}, remove: {}};
      for (const table of PLAN_TABLES) {
        if (random() < 0.6) continue;
        const ids = new Set(Array.from({length: Math.floor(random() * 4)}, () => `row ${Math.floor(random() * 12)}`));
        for (const id of ids) {
          const there = lists[table]!.findIndex((each) => each.id === id);
          if (there >= 0 && random() < 0.5) {
            change.remove[table] = [...(change.remove[table] ?? []), id];
            lists[table]!.splice(there, 1);
          } else {
            const fresh = {id, n};
            putInto(change, table, fresh);
            if (there >= 0) lists[table]![there] = fresh;
            else lists[table]!.push(fresh);
          }
        }
      }
      const before = plan;
      const rowsBefore = JSON.stringify(rowsOf(before));
      plan = applied(plan, change);
      expect(rowsOf(plan)).toEqual(lists);
      expect(JSON.stringify(rowsOf(before))).toBe(rowsBefore);
    }
  });
});

function putInto(change: Change, table: PlanTable, fresh: {id: string}): void {
  const rows = change.put as Record<string, {id: string}[]>;
  rows[table] = [...(rows[table] ?? []), fresh];
}
