// @vitest-environment jsdom
import {createElement} from 'react';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {aDesk, type Desk, reading} from '../desk.ts';

let desk: Desk;
let screen: HTMLElement;
let view: typeof import('../../../renderer/state/view.ts');
let plan: typeof import('../../../renderer/state/plan.ts');
let bridge: typeof import('../../../renderer/bridge.ts');

const digits = (text: string | null | undefined) => Number((text ?? '').replace(/[^\d]/g, ''));
const asked = () => ({service: view.view().question!.service, mode: 'drive' as const, within: 15});
const panel = () => screen.querySelector('.panel-body')!;

beforeAll(async () => {
  desk = aDesk();
  view = await import('../../../renderer/state/view.ts');
  plan = await import('../../../renderer/state/plan.ts');
  bridge = await import('../../../renderer/bridge.ts');
  const {openSample} = await import('../../../renderer/actions/project.ts');
  const {firstQuestion} = await import('../../../renderer/question/first-question.ts');
  const {TestScreen} = await import('../panels/test-screen.ts');
  plan.followEngine((error) => {
    throw error;
  });
  await openSample();
  await desk.until(() => plan.mirror().areas.length > 0);
  view.askQuestion({...firstQuestion(plan.mirror().plan, null)!, mode: 'drive', within: 15});
  screen = await desk.shows(createElement(TestScreen));
  await desk.until(() => screen.querySelector('.audit'));
});
afterAll(() => desk.leaves());

describe('the measures on the screen', () => {
  it('offer every measure of the engine, and answer the chosen one with everybody counted', async () => {
    view.showPanel('measures');
    await desk.until(() => panel().querySelector('.conserved'));
    const listed = await bridge.ask('measures.list', {});
    expect([...panel().querySelectorAll('.measure-chooser option')].map((each) => each.getAttribute('value'))).toEqual(
      listed.map(({key}) => key),
    );
    expect(panel().querySelector('.conserved')?.getAttribute('data-adds-up')).toBe('true');
    const reply = await bridge.ask('measure.answer', {...asked(), measure: 'closest'});
    if (reply.state !== 'ready') throw new Error('The sample town is measured by now.');
    expect(Number(panel().querySelector('.measure-value strong')?.textContent)).toBeCloseTo(reply.answer.value!, 1);
  });

  it('draw the concentration curve with its twin, and every area in the scatter', async () => {
    view.measureBy({measure: 'concentration'});
    await desk.until(() => panel().querySelector('.curve-line'));
    expect(panel().querySelector('.scatter-control')?.getAttribute('aria-label')).toContain(
      `${plan.mirror().areas.length} areas`,
    );
    await desk.presses(panel().querySelector('section[aria-label="Concentration curve"] button'));
    await desk.until(() => panel().querySelector('section[aria-label="Concentration curve"] table'));
    expect(panel().querySelectorAll('section[aria-label="Concentration curve"] tbody tr')).toHaveLength(11);
  });

  it('choose an area on the map by arrow keys in the scatter', async () => {
    view.select(null);
    const control = panel().querySelector('.scatter-control')!;
    control.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true, cancelable: true}));
    await desk.until(() => view.view().selection?.kind === 'area');
    const code = view.view().selection!.id;
    expect(plan.mirror().areas.find((each) => each.code === code)?.decile).toBe(1);
    await desk.until(() => panel().querySelector('.scatter-chosen'));
  });

  it('say why there is no value where capacity is not stated', async () => {
    view.measureBy({measure: '2sfca'});
    await desk.until(() => reading(panel(), '.inset', 'No open site states a capacity'));
    view.measureBy({everySiteAlike: true});
    await desk.until(() => reading(panel(), '.conserved p', 'Capacity:'));
    expect(digits(panel().querySelector('.measure-value strong')?.textContent)).toBeGreaterThan(0);
    view.measureBy({measure: 'closest', everySiteAlike: false});
  });
});

describe('an audit that fails', () => {
  it('turns red and says not to use the answer', async () => {
    const {MeasureAudit} = await import('../../../renderer/measures/measure-audit.tsx');
    const {createRoot} = await import('react-dom/client');
    const reply = await bridge.ask('measure.answer', {...asked(), measure: 'closest'});
    if (reply.state !== 'ready') throw new Error('The sample town is measured by now.');
    const {audit} = reply.answer;
    const broken = {
      ...audit,
      addsUp: false,
      people: {...audit.people, addsUp: false},
      sentence: 'These do not add up.',
    };
    const place = document.body.appendChild(document.createElement('div'));
    const root = createRoot(place);
    root.render(createElement(MeasureAudit, {audit: broken}));
    await desk.until(() => place.querySelector('[role="alert"]'));
    expect(place.querySelector('.conserved')?.getAttribute('data-adds-up')).toBe('false');
    expect(place.querySelector('[aria-label="does not add up"]')).not.toBeNull();
    root.unmount();
    place.remove();
  });
});

describe('the duplicates on the screen', () => {
  it('stand beside choice, which counts everybody', async () => {
    view.showPanel('duplication');
    await desk.until(() => panel().querySelector('.finding'));
    const people = [...panel().querySelectorAll('section[aria-label="Choice"] tbody td:nth-of-type(1)')].map((each) =>
      digits(each.textContent),
    );
    const all = digits(panel().querySelector('section[aria-label="Choice"] tfoot td')?.textContent);
    expect(people.reduce((sum, each) => sum + each, 0)).toBe(all);
  });

  it('show who loses without a site, as the engine names them', async () => {
    await desk.presses(reading(panel(), '.finding button', 'Who loses without it'));
    await desk.until(() => panel().querySelector('.without-site'));
    const reply = await bridge.ask('duplication.list', {...asked(), without: view.view().without!});
    if (reply.state !== 'ready' || !reply.without) throw new Error('The site offers the service.');
    const names = [...panel().querySelectorAll('.without-site .scroll-box .link')].map((each) => each.textContent);
    expect(names).toEqual(reply.without.losers.map(({name}) => name));
    expect(names.length).toBeGreaterThan(0);
    await desk.presses(panel().querySelector('.without-site button'));
    await desk.until(() => !panel().querySelector('.without-site'));
  });

  it('are called intended only with a reason, are listed so, and undone', async () => {
    await desk.presses(reading(panel(), '.finding button', 'Intended…'));
    await desk.until(() => document.body.querySelector('[role="dialog"] form'));
    const form = document.body.querySelector<HTMLFormElement>('[role="dialog"] form')!;
    form.requestSubmit();
    await desk.until(() => reading(document.body, '[role="dialog"]', 'only with a reason'));
    expect(plan.mirror().plan.verdict.size).toBe(0);
    const box = form.querySelector('textarea')!;
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(box, 'Both are wanted here');
    box.dispatchEvent(new Event('input', {bubbles: true}));
    form.requestSubmit();
    await desk.until(() => reading(panel(), '.intended li', 'Both are wanted here'));
    expect(plan.mirror().plan.verdict.size).toBe(1);
    await bridge.ask('history.undo', {});
    await desk.until(() => !panel().querySelector('.intended'));
    expect(plan.mirror().plan.verdict.size).toBe(0);
  });
});
