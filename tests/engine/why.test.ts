import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {MEANINGS} from '../../src/domain/meanings.ts';
import type {Why} from '../../src/engine/why.ts';
import {answered, question} from './asking.ts';
import {settle} from './invented-town.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner;
beforeAll(async () => {
  at = planner();
  await settle(at);
  await answered(at);
});
afterAll(() => at.leave());

async function why(measure: string, site?: string): Promise<Why> {
  const asked = await at.ask('why.number', {measure, ...question, ...(site ? {site} : {})});
  if (asked.state !== 'ready') throw new Error(`Not ready: ${asked.state}`);
  return asked;
}

const value = (of: Why, key: string) => of.terms.find((term) => term.key === key)?.value;

describe('why this number?', () => {
  it.each(MEANINGS.map((each) => each.key))(
    'is answered for %s: meaning, terms, sources, assumptions',
    async (measure) => {
      const of = await why(measure, 'b2');
      expect(of.meaning.key).toBe(measure);
      expect(of.terms.length).toBeGreaterThan(0);
      expect(of.sources).toHaveLength(6);
      expect(of.assumptions.length).toBeGreaterThan(0);
      for (const term of of.terms) expect(term.formula, term.key).not.toBe('');
    },
  );

  it('takes the same numbers apart that the answer gives', async () => {
    const answer = await answered(at);
    expect(value(await why('share'), 'share')).toBeCloseTo(100 * answer.share!, 9);
    expect(value(await why('audit'), 'sum')).toBe(answer.audit.residents);
    expect(value(await why('gap'), 'points')).toBe(answer.gap.sharePoints);
    expect(value(await why('minutes'), 'mean')).toBe(answer.minutes.mean);
    expect(value(await why('most-deprived'), 'residents')).toBe(2900);
    expect(value(await why('newly-served', 'b2'), 'newly')).toBe(answer.sites[0]!.newlyServed);
    expect(value(await why('person-minutes', 'b2'), 'saved')).toBe(answer.sites[0]!.personMinutesSaved);
  });

  it('of the ledger shows the case that Closer was made for, worked by the same sum', async () => {
    const of = await why('ledger', 'b2');
    const worked = of.workedExample!.terms;
    const terms = Object.fromEntries(worked.map((term) => [term.key, term.value]));
    expect(terms.miles).toBeCloseTo(12_480, 6);
    expect(terms.kgCO2e).toBeCloseTo(3359.2, 1);
    expect(terms.patientTransportPounds).toBeCloseTo(11_856, 6);
    expect(terms.hours).toBeCloseTo(312, 6);
    expect(terms.timePounds).toBeCloseTo(1602, 0);
    expect(of.assumptions.map((each) => each.key)).toContain('nepts-leg');
  });

  it('finds the site by name too', async () => {
    expect(value(await why('newly-served', 'Old Library'), 'newly')).toBe(3600);
  });

  it.each([
    [{measure: 'tea'}, 'There is no measure “tea”.'],
    [{measure: 'ledger'}, 'Say for which site.'],
    [{measure: 'newly-served'}, 'Say for which site.'],
    [{measure: 'newly-served', site: 'a1'}, 'That site is not among the candidates for this service.'],
    [{measure: 'newly-served', site: 'moon'}, 'There is no site “moon” in this project.'],
  ])('is refused for %o', async (said, message) => {
    expect((await at.refusal('why.number', {...question, ...said})).message).toContain(message);
  });

  it('says what is missing where there is no number yet', async () => {
    await at.ask('project.create', {name: 'Empty', discard: true});
    expect(await at.ask('why.number', {measure: 'share', ...question})).toMatchObject({state: 'needs'});
  });
});
