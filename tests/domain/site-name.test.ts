import {expect, it} from 'vitest';
import {applied, planOf} from '../../src/domain/plan.ts';
import {newSite} from '../../src/domain/site.ts';
import {siteName} from '../../src/domain/site-name.ts';

const site = (id: string, name: string, more: object = {}) => ({...newSite(id, name, [0, 51], 'existing'), ...more});

it('tells sites of one name apart by postcode, else address, else code, and leaves other names as they are', () => {
  const plan = planOf({
    site: [
      site('a', 'Boots', {postcode: 'L4 5TG', address: '12 High Street, Liverpool'}),
      site('b', 'Boots', {address: '3 Church Road, Bootle'}),
      site('c', 'Boots', {code: 'FA123'}),
      site('d', 'Boots'),
      site('e', 'Old Library', {postcode: 'L1 1AA'}),
    ],
  });
  expect(['a', 'b', 'c', 'd', 'e'].map((id) => siteName(plan, id))).toEqual([
    'Boots, L4 5TG',
    'Boots, 3 Church Road',
    'Boots, FA123',
    'Boots',
    'Old Library',
  ]);
});

it('calls a site that is gone by its id', () => {
  expect(siteName(planOf({}), 'gone')).toBe('gone');
});

it('follows a change of the plan', () => {
  const before = planOf({site: [site('a', 'Boots', {code: 'X1'}), site('b', 'Boots', {code: 'X2'})]});
  expect(siteName(before, 'a')).toBe('Boots, X1');
  const after = applied(before, {label: '', put: {site: [site('b', 'Superdrug')]}, remove: {}});
  expect(siteName(after, 'a')).toBe('Boots');
});
