import {describe, expect, it} from 'vitest';
import type {AreaTimes} from '../../renderer/area-times.ts';
import type {AreaLine, LedgerAnswer} from '../../renderer/contract.ts';
import {changeBetween} from '../../renderer/map/change.ts';
import {differences} from '../../renderer/panels/differences.ts';
import {firstQuestion} from '../../renderer/question/first-question.ts';
import {planOf} from '../../src/domain/plan.ts';
import {aPlan} from '../builders.ts';

describe('the first question', () => {
  it('is about general practice where any site offers it', () => {
    const plan = aPlan()
      .withSite('Chemist')
      .withSite('Surgery')
      .offering('pharmacy', 'chemist')
      .offering('general-practice', 'surgery')
      .plan();
    expect(firstQuestion(plan, null)).toMatchObject({
      service: 'general-practice',
      option: 'as-now',
      mode: 'drive',
      within: 15,
    });
  });

  it('is else about the service that most sites offer', () => {
    const plan = aPlan()
      .withSite('A')
      .withSite('B')
      .offering('pharmacy', 'a')
      .offering('pharmacy', 'b')
      .offering('dialysis', 'a')
      .plan();
    expect(firstQuestion(plan, null)?.service).toBe('pharmacy');
  });

  it('stays the one asked as long as the plan can answer it, and the very same object', () => {
    const plan = aPlan().withOption('Option B').plan();
    const asked = {
      service: 'dialysis',
      option: 'option-b',
      against: 'as-now',
      mode: 'walk' as const,
      within: 30,
      weight: 0.5,
    };
    expect(firstQuestion(plan, asked)).toBe(asked);
  });

  it('goes back to as now when its option is removed, and keeps the rest', () => {
    const asked = {
      service: 'dialysis',
      option: 'gone',
      against: 'gone too',
      mode: 'walk' as const,
      within: 30,
      weight: 0.5,
    };
    expect(firstQuestion(aPlan().plan(), asked)).toEqual({...asked, option: 'as-now', against: 'as-now'});
  });

  it('can’t be asked of a plan without services', () => {
    expect(firstQuestion(planOf({}), null)).toBeNull();
  });
});

describe('what an option changes', () => {
  it('is one line for each service placed or withdrawn and each site closed or reopened', () => {
    const plan = aPlan()
      .withSite('Hall')
      .withSite('Surgery')
      .withOption('Option B')
      .offering('general-practice', 'surgery')
      .offering('pharmacy', 'hall', 'option-b')
      .withdrawing('general-practice', 'surgery', 'option-b')
      .closing('surgery', 'option-b')
      .plan();
    expect(differences(plan, 'option-b')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\+ .*at Hall$/),
        expect.stringMatching(/^− .*at Surgery$/),
        expect.stringMatching(/closes Surgery$/),
      ]),
    );
    expect(differences(plan, 'as-now')).toEqual([expect.stringMatching(/^\+ .*at Surgery$/)]);
  });

  it('and one for each street closed, limited or added', () => {
    const street = {
      option: 'option-b',
      line: '',
      ways: '',
      closedTo: '',
      sort: '',
      mph: null,
      reason: '',
      oneWay: 0,
    } as const;
    const plan = planOf({
      street_change: [
        {...street, id: '1', kind: 'closed', name: 'Old Bridge', closedTo: 'cars'},
        {...street, id: '2', kind: 'speed', name: '', mph: 20},
        {...street, id: '3', kind: 'added', name: 'New Bridge', sort: 'residential', oneWay: 1},
        {...street, id: '4', option: 'option-c', kind: 'closed', name: 'Elsewhere'},
      ],
    });
    expect(differences(plan, 'option-b')).toEqual([
      '+ New Bridge: added as residential street, one way',
      '~ A street without a name: limited to 20 mph',
      '✕ Old Bridge: closed to cars',
    ]);
  });
});

describe('the map of change', () => {
  const question = {service: 'dialysis', option: 'option-b', against: 'as-now', mode: 'drive' as const, within: 15};
  const plan = aPlan().withOption('Option B').plan();
  const inSeconds = (minutes: (number | null)[]) =>
    Uint16Array.from(minutes, (each) => (each === null ? 65_535 : each * 60));
  const scores = (against: (number | null)[] | null) =>
    ({areas: 3, seconds: inSeconds([10, 20, null]), against: against && inSeconds(against)}) as unknown as AreaTimes;
  const areas = ['a', 'b', 'c'].map((code) => ({code})) as AreaLine[];
  const ledger = {
    site: {id: 'hall', name: 'Hall'},
    areas: [{code: 'b', minutesBase: 20, minutesOption: 8}],
  } as unknown as LedgerAnswer;

  it('compares the option with the other one: negative is quicker', () => {
    const change = changeBetween(plan, areas, question, scores([25, 20, 5]), ledger);
    expect([0, 1, 2].map((area) => change?.of(area))).toEqual([-15, 0, null]);
    expect(change?.title).toBe('against as now');
  });

  it('compares a chosen candidate with things as they are where no two options are asked about', () => {
    const change = changeBetween(plan, areas, question, scores(null), ledger);
    expect([0, 1, 2].map((area) => change?.of(area))).toEqual([0, -12, null]);
    expect(change?.title).toContain('Hall');
  });

  it('has nothing to compare without either', () => {
    expect(changeBetween(plan, areas, question, scores(null), null)).toBeNull();
    expect(changeBetween(plan, areas, null, null, ledger)).toBeNull();
  });
});
