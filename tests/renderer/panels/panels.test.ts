// @vitest-environment jsdom
import {createElement} from 'react';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {aDesk, type Desk, reading} from '../desk.ts';

let desk: Desk;
let screen: HTMLElement;
let view: typeof import('../../../renderer/state/view.ts');
let work: typeof import('../../../renderer/state/work.ts');
let plan: typeof import('../../../renderer/state/plan.ts');

const digits = (text: string | null | undefined) => Number((text ?? '').replace(/[^\d]/g, ''));

beforeAll(async () => {
  desk = aDesk();
  view = await import('../../../renderer/state/view.ts');
  work = await import('../../../renderer/state/work.ts');
  plan = await import('../../../renderer/state/plan.ts');
  const {openSample} = await import('../../../renderer/actions/project.ts');
  const {firstQuestion} = await import('../../../renderer/question/first-question.ts');
  const {TestScreen} = await import('./test-screen.ts');
  plan.followEngine((error) => {
    throw error;
  });
  await openSample();
  await desk.until(() => plan.mirror().areas.length > 0);
  view.askQuestion(firstQuestion(plan.mirror().plan, null));
  screen = await desk.shows(createElement(TestScreen));
  await desk.until(() => screen.querySelector('.audit'));
});
afterAll(() => desk.leaves());

const audit = () => [...screen.querySelectorAll('.audit strong')].map((each) => digits(each.textContent));
const current = () => screen.querySelector('.answer-content')?.getAttribute('data-current') === 'true';

async function shows(
  panel: 'place' | 'sites' | 'services' | 'evidence' | 'options' | 'assumptions' | 'history',
): Promise<void> {
  view.showPanel(panel);
  await desk.until(() => screen.querySelector('.panel-body')?.childElementCount);
}

describe('the answer on the screen', () => {
  it('adds up, and says so', () => {
    const [served, beyond, unreachable, residents] = audit();
    expect(served! + beyond! + unreachable!).toBe(residents);
    expect(screen.querySelector('.audit')?.getAttribute('data-adds-up')).toBe('true');
    expect(screen.querySelector('.audit [aria-label="adds up"]')).not.toBeNull();
  });

  it('changes when a word of the question changes, about the same people', async () => {
    const before = audit();
    view.changeQuestion({within: 5});
    await desk.until(() => current() && audit()[0] !== before[0]);
    expect(audit()[3]).toBe(before[3]);
    expect(audit()[0]).toBeLessThan(before[0]!);
    view.changeQuestion({within: 15});
    await desk.until(() => current() && audit()[0] === before[0]);
  });

  it('has a table beside every chart, with the same numbers', async () => {
    const bars = screen.querySelector('section[aria-label="By deprivation"]')!;
    const shares = [...bars.querySelectorAll('.bar-value')].map((each) => each.textContent);
    await desk.presses(bars.querySelector('button'));
    const table = [...bars.querySelectorAll('tbody tr')].map((row) => row.lastElementChild?.textContent);
    expect(table).toEqual(shares);
    expect(shares.length).toBeGreaterThanOrEqual(5);
    await desk.presses(bars.querySelector('button'));
  });

  it('ranks candidates best first, and opens the ledger of the chosen one, which adds up', async () => {
    view.showAnswerTab('candidates');
    await desk.until(() => reading(screen, '[role="row"]', 'Newly served'));
    const best = screen.querySelector('.ranking-name')!.textContent!;
    const id = [...plan.mirror().plan.site.values()].find(({name}) => name === best)!.id;
    view.select({kind: 'site', id});
    view.showAnswerTab('journeys');
    await desk.until(() => reading(screen, '.journeys h3', `opened at ${best}`));
    expect(screen.querySelector('.ledger-check')?.textContent).toMatch(/^Gains, losses and unchanged add up/);
    for (const row of screen.querySelectorAll('.ledger tbody tr')) {
      const [gains, losses, unchanged, total] = [...row.querySelectorAll('td')].map((cell) =>
        Number(cell.textContent!.replaceAll('−', '-').replace(/[£,+]/g, '')),
      );
      expect(Math.abs(gains! + losses! + unchanged! - total!)).toBeLessThanOrEqual(1.5);
    }
  });

  it('takes every number of the ledger apart, with a worked example', async () => {
    await desk.presses(reading(screen, '.ledger .term-link', 'Kilometres'));
    await desk.until(() => reading(document.body, '[role="dialog"]', 'It does not mean'));
    const sheet = document.body.querySelector('[role="dialog"]')!;
    expect(sheet.textContent).toContain('Formula');
    expect(sheet.querySelector('[data-marked="true"] dt')?.textContent).toBe('Kilometres saved');
    const example = sheet.querySelector('.why-example')!.textContent!;
    expect(example).toContain('12,480');
    expect(example).toContain('11,856');
    expect(example).toMatch(/3,359/);
    view.askWhy(null);
    await desk.until(() => !document.body.querySelector('[role="dialog"]'));
    view.showAnswerTab('served');
  });
});

describe('the panels', () => {
  it('list every site, and tick what stands at the selected one', async () => {
    await shows('sites');
    await desk.until(() => screen.querySelectorAll('.list-name').length === plan.mirror().plan.site.size);
    const surgery = [...plan.mirror().plan.placement.values()].find(
      ({service}) => service === 'general-practice',
    )!.site;
    view.select({kind: 'site', id: surgery});
    await desk.until(
      () => screen.querySelector('.site-card h3')?.textContent === plan.mirror().plan.site.get(surgery)!.name,
    );
    const tick = () => reading(screen, '.site-card [role="option"]', 'General practice')!;
    await desk.until(() => tick()?.getAttribute('aria-selected') === 'true');
    await desk.presses(tick());
    await desk.until(() => tick()?.getAttribute('aria-selected') === 'false');
    expect(plan.mirror().history.undo).toMatch(/^Withdraw General practice/);
  });

  it('keep what was done, and undo it', async () => {
    await shows('history');
    await desk.until(() => reading(screen, '.history li', 'Withdraw General practice'));
    await desk.presses(reading(screen, '.panel-tools button', 'Undo'));
    await desk.until(() => screen.querySelector('.history li')?.getAttribute('data-undone') === 'true');
  });

  it('show the original beside a figure that a planner has changed', async () => {
    const {ask} = await import('../../../renderer/bridge.ts');
    await shows('assumptions');
    await desk.until(() => reading(screen, '.figure', 'Carbon of a kilometre'));
    await ask('assumptions.set', {key: 'carbon-car', value: 0.2, reason: 'Our own fleet'});
    await desk.until(() => reading(screen, '.figure[data-changed="true"]', 'Originally 0.16725'));
  });

  it('count the place’s people by deprivation to all of them', async () => {
    await shows('place');
    const people = [...screen.querySelectorAll('.panel tbody tr, .panel-body tbody tr')].map((row) =>
      digits(row.children[2]?.textContent),
    );
    expect(people.reduce((sum, each) => sum + each, 0)).toBe(audit()[3]);
  });

  it('name every source with its rows', async () => {
    await shows('evidence');
    await desk.until(() => screen.querySelectorAll('.source').length >= 5);
    for (const source of screen.querySelectorAll('.source'))
      expect(source.textContent).toMatch(/\d+ of \d[\d,]* rows taken/);
    expect(screen.querySelectorAll('.needs li[data-there="true"]')).toHaveLength(5);
  });

  it('put what is changed in an option into that option only', async () => {
    const {ask} = await import('../../../renderer/bridge.ts');
    await ask('options.add', {name: 'Option B'});
    await desk.until(() => plan.mirror().plan.option.has('option-b'));
    view.changeQuestion({option: 'option-b'});
    const {placeService} = await import('../../../renderer/actions/sites.ts');
    const [site] = [...plan.mirror().plan.site.values()].filter(({standing}) => standing === 'candidate');
    await placeService('general-practice', site!.id, true);
    await shows('options');
    await desk.until(() => reading(screen, '.option-changes', `+ General practice at ${site!.name}`));
    await desk.until(() => screen.querySelector('.headline-change'));
    expect(reading(screen, '.served th', 'Unchanged')).not.toBeNull();
  });
});

describe('what goes wrong', () => {
  it('is said in the engine’s own sentence, and stays until it is read', async () => {
    const {placeService} = await import('../../../renderer/actions/sites.ts');
    await placeService('general-practice', 'nowhere', true);
    await desk.until(() => reading(document.body, '.notice[data-tone="trouble"]', 'There is no site “nowhere”'));
    expect(work.work().notices).toHaveLength(1);
  });
});
