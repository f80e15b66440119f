// @vitest-environment jsdom
import {readFileSync} from 'node:fs';
import {createElement} from 'react';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {aDesk, type Desk, reading} from '../desk.ts';

let desk: Desk;
let screen: HTMLElement;
let view: typeof import('../../../renderer/state/view.ts');
let plan: typeof import('../../../renderer/state/plan.ts');
let bridge: typeof import('../../../renderer/bridge.ts');

const panel = () => screen.querySelector('.panel-body')!;
const HUB = 'hollingarth-centre';
const SERVICES = ['general-practice', 'phlebotomy', 'job-club'];

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
  await bridge.ask('options.add', {name: 'Hub'});
  await desk.until(() => plan.mirror().plan.option.has('hub'));
  for (const service of SERVICES) {
    await bridge.ask('services.place', {service, site: HUB, option: 'hub'});
    await bridge.ask('placements.describe', {service, site: HUB, option: 'hub', linkedCare: '2'});
  }
  view.askQuestion({
    ...firstQuestion(plan.mirror().plan, null)!,
    mode: 'drive',
    within: 15,
    option: 'hub',
    against: 'as-now',
  });
  screen = await desk.shows(createElement(TestScreen));
  await desk.until(() => screen.querySelector('.audit'));
});
afterAll(() => desk.leaves());

async function ledgers() {
  const reply = await bridge.ask('journeys.all', {mode: 'drive', option: 'hub', against: 'as-now'});
  if (reply.state !== 'ready') throw new Error('The sample town is measured by now.');
  return reply;
}

describe('the journeys of all services on the screen', () => {
  it('write a ledger for each service of either option, the greatest change first', async () => {
    view.showPanel('journeys');
    await desk.until(() => panel().querySelector('.service-ledger'));
    const {services} = await ledgers();
    const shown = [...panel().querySelectorAll('.service-ledger > summary > span:first-child')].map(
      (each) => each.textContent,
    );
    expect([...shown].sort()).toEqual(services.map(({name}) => name).sort());
    const most = services.reduce((best, each) =>
      Math.abs(each.ledger.total.hours) > Math.abs(best.ledger.total.hours) ? each : best,
    );
    expect(shown[0]).toBe(most.name);
    expect(panel().querySelector('.conserved')?.getAttribute('data-adds-up')).toBe('true');
  });

  it('tell legs that are shortened from those avoided', async () => {
    const legs = (label: string) =>
      Number(
        [...panel().querySelectorAll('.service-ledger')]
          .flatMap((each) => [...each.querySelectorAll('tr')])
          .find((row) => row.querySelector('th')?.textContent === label)
          ?.querySelector('td')
          ?.textContent?.replaceAll(',', ''),
      );
    expect(legs('Avoided: no longer occur')).toBe(0);
    expect(legs('Shortened')).toBeGreaterThan(0);
    view.supposeAvoided(0.5);
    await desk.until(() => legs('Avoided: no longer occur') > 0);
    view.supposeAvoided(0);
    await desk.until(() => legs('Avoided: no longer occur') === 0);
  });

  it('are exported by area with who loses at the end', async () => {
    const path = desk.path('journeys.csv');
    desk.picks(path);
    await desk.presses(reading(panel(), 'button', 'Export, with losers'));
    await desk.until(() => {
      try {
        return readFileSync(path, 'utf8').includes('service,code');
      } catch {
        return false;
      }
    });
    expect(readFileSync(path, 'utf8')).toMatch(/worse off|Nobody|loses/i);
  });
});

describe('services together on the screen', () => {
  it('count every service once, by level', async () => {
    view.showPanel('together');
    await desk.until(() => panel().querySelector('section[aria-label="Services together"] tfoot'));
    expect(panel().querySelector('tfoot tr')?.getAttribute('data-adds-up')).toBe('true');
  });

  it('save nothing where no visit falls on the same day, and most where all do', async () => {
    view.measureBy({services: SERVICES, sameDayShare: 0, shareOfBoth: 1});
    const saved = () =>
      Number(reading(panel(), 'tr', 'Trips saved')?.querySelector('td:last-child')?.textContent?.replaceAll(',', ''));
    await desk.until(() => reading(panel(), 'tr', 'Trips saved') && saved() === 0);
    view.measureBy({sameDayShare: 1});
    await desk.until(() => saved() > 0);
    const reply = await bridge.ask('colocation.answer', {
      mode: 'drive',
      option: 'hub',
      against: 'as-now',
      services: SERVICES,
      sameDayShare: 1,
      shareOfBoth: 1,
    });
    if (reply.state !== 'ready') throw new Error('The sample town is measured by now.');
    expect(saved()).toBeCloseTo(reply.bundle!.option.tripsSaved, -1);
  });

  it('say where services at one site are stated as separate, and let that be stated otherwise there', async () => {
    const describe = (service: string, linkedCare: '0' | '2') =>
      bridge.ask('placements.describe', {service, site: HUB, option: 'hub', linkedCare});
    for (const service of SERVICES.slice(0, 2)) await describe(service, '0');
    view.measureBy({services: SERVICES.slice(0, 2)});
    const saved = () => reading(panel(), 'tr', 'Trips saved')?.querySelector('td:last-child')?.textContent;
    const hub = () => reading(panel(), '.inset .site-levels', 'Hollingarth Centre');
    await desk.until(() => hub() && saved() === '0');
    for (const at of [0, 1]) {
      const level = hub()!.querySelectorAll('select')[at]!;
      level.value = '1';
      level.dispatchEvent(new Event('change', {bubbles: true}));
      await desk.until(() => plan.mirror().plan.placement.get(`hub/${HUB}/${SERVICES[at]}`)?.linkedCare === 1);
    }
    await desk.until(() => !hub() && saved() !== '0');
  });
});
