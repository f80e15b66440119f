import {describe, expect, it} from 'vitest';
import {verdictId} from '../../src/domain/verdict.ts';
import {aPlan} from '../builders.ts';
import {changed, refusalOf} from './plan-changes.ts';

const plan = aPlan().withSite('Red').withSite('Green').withSite('Blue').withSite('Grey').plan();
const said = {service: 'pharmacy', site: 'red', beside: 'green', reason: 'One clinic', reviewOn: '2027-01-01'};

describe('duplicates that are intended', () => {
  it('at one place are so by every two of them, in one step', () => {
    const after = changed(plan, 'duplication.intend', {...said, also: ['blue', 'red']});
    expect([...after.verdict.keys()].sort()).toEqual(
      [
        ['red', 'green'],
        ['red', 'blue'],
        ['green', 'blue'],
      ]
        .map(([one, other]) => verdictId('pharmacy', one!, other!))
        .sort(),
    );
    for (const {site, beside, reason} of after.verdict.values()) {
      expect(site < beside).toBe(true);
      expect(reason).toBe('One clinic');
    }
  });

  it('need a reason, two sites, and sites that are there', () => {
    expect(refusalOf(plan, 'duplication.intend', {...said, reason: ''}).at).toBe('reason');
    expect(refusalOf(plan, 'duplication.intend', {...said, beside: 'red'}).at).toBe('beside');
    expect(refusalOf(plan, 'duplication.intend', {...said, also: ['moon']}).message).toContain('moon');
  });
});
