import {describe, expect, it} from 'vitest';
import type {AreaLine} from '../../../renderer/contract.ts';
import {creditsOf} from '../../../renderer/words/credits.ts';
import {areaSentence, listed, siteSentence, weightPhrase} from '../../../renderer/words/sentences.ts';
import {newPlacement} from '../../../src/domain/placement.ts';
import {planOf} from '../../../src/domain/plan.ts';
import {newSite} from '../../../src/domain/site.ts';

const area: AreaLine = {
  code: 'E01000001',
  name: 'Eastmoor 001A',
  ward: 'Docks',
  district: 'Eastmoor',
  lng: 0,
  lat: 53,
  weighted: true,
  residents: 1727,
  decile: 1,
  fifth: 1,
};

describe('sentences for a screen reader', () => {
  it('say an area’s people, its deprivation and how far it is', () => {
    expect(areaSentence(area)).toBe('Eastmoor 001A, 1,727 residents, most deprived fifth.');
    expect(areaSentence(area, 12.34, 'Bridge Surgery')).toBe(
      'Eastmoor 001A, 1,727 residents, most deprived fifth, 12.3 min to Bridge Surgery.',
    );
    expect(areaSentence(area, null)).toMatch(/no site can be reached\.$/);
    expect(areaSentence({...area, residents: null})).toMatch(/residents not known/);
  });

  it('say what a site is and what is there', () => {
    const plan = planOf({
      site: [newSite('hall', 'Hall', [0, 53], 'candidate')],
      placement: [newPlacement('as-now', 'hall', 'library')],
      closure: [{id: 'b/hall', option: 'b', site: 'hall', closed: 1, reason: ''}],
    });
    expect(siteSentence(plan, 'as-now', plan.site.get('hall')!)).toBe('Hall. Candidate site. library.');
    expect(siteSentence(plan, 'b', plan.site.get('hall')!)).toBe('Hall. Closed site. No service there.');
  });

  it('say a weight as how often a most deprived person counts', () => {
    expect(weightPhrase(0)).toBe('everyone');
    expect(weightPhrase(0.6)).toContain('×2.5');
    expect(weightPhrase(1)).toContain('only');
  });

  it('list with an “and” at the end', () => {
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(listed(['a'])).toBe('a');
  });
});

describe('credits on the map', () => {
  it('name each publisher once, keep © lines whole, and never drop Crown copyright', () => {
    expect(
      creditsOf([
        {
          publisher: 'Office for National Statistics',
          attribution: 'Contains OS data © Crown copyright and database right 2021',
        },
        {publisher: 'Office for National Statistics', attribution: 'Source: ONS'},
        {publisher: 'OpenStreetMap', attribution: '© OpenStreetMap contributors'},
      ]),
    ).toEqual(['ONS', '© OpenStreetMap contributors', 'OS data © Crown copyright']);
  });
});
