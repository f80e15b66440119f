// @vitest-environment jsdom
import {createElement} from 'react';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {aDesk, type Desk, reading} from '../desk.ts';

let desk: Desk;
let screen: HTMLElement;
let view: typeof import('../../../renderer/state/view.ts');
let plan: typeof import('../../../renderer/state/plan.ts');
let bridge: typeof import('../../../renderer/bridge.ts');

const section = () => screen.querySelector('section[aria-label="Neighbourhoods"]')!;

beforeAll(async () => {
  desk = aDesk();
  view = await import('../../../renderer/state/view.ts');
  plan = await import('../../../renderer/state/plan.ts');
  bridge = await import('../../../renderer/bridge.ts');
  const {openSample} = await import('../../../renderer/actions/project.ts');
  const {TestScreen} = await import('../panels/test-screen.ts');
  plan.followEngine((error) => {
    throw error;
  });
  await openSample();
  await desk.until(() => plan.mirror().areas.length > 0);
  screen = await desk.shows(createElement(TestScreen));
  view.showPanel('place');
  await desk.until(section);
});
afterAll(() => desk.leaves());

describe('neighbourhoods in the Place panel', () => {
  it('begin as one for each ward, with every area in one', async () => {
    await desk.presses(reading(section(), 'button', 'One for each ward'));
    const wards = new Set(plan.mirror().areas.map(({ward}) => ward));
    await desk.until(() => section().querySelectorAll('li').length === wards.size);
    expect(section().textContent).toContain(`100 small areas in ${wards.size} neighbourhoods + 0 in none = 100.`);
  });

  it('are painted area by area, put in and taken out', async () => {
    const {paint, paintArea} = await import('../../../renderer/actions/neighbourhoods.ts');
    const [first, second] = [...plan.mirror().plan.neighbourhood.keys()] as [string, string];
    const of = (id: string) => [...plan.mirror().plan.member.values()].filter((each) => each.neighbourhood === id);
    const area = of(second)[0]!.id;
    const before = of(first).length;
    paint(first);
    expect(view.view().mapMode).toEqual({name: 'paint-areas'});
    await paintArea(area);
    await desk.until(() => of(first).length === before + 1);
    await paintArea(area);
    await desk.until(() => of(first).length === before);
    expect(section().textContent).toContain('1 in none');
    view.enterMode({name: 'select'});
  });

  it('are drawn on the map: the areas within a boundary, in one step', async () => {
    const {drawBoundary, finishBoundary} = await import('../../../renderer/actions/boundary.ts');
    const {addCorner} = await import('../../../renderer/map/modes/draw-boundary.ts');
    const {areas} = plan.mirror();
    const [one] = plan.mirror().plan.neighbourhood.keys();
    const of = (id: string) =>
      [...plan.mirror().plan.member.values()].filter((each) => each.neighbourhood === id).map((each) => each.id);
    const [west, east] = [Math.min, Math.max].map((most) => most(...areas.map(({lng}) => lng))) as [number, number];
    const [south, north] = [Math.min, Math.max].map((most) => most(...areas.map(({lat}) => lat))) as [number, number];
    const middle = (west + east) / 2;
    view.chooseNeighbourhood(one!);
    drawBoundary('neighbourhood');
    const corners: [number, number][] = [
      [west - 1, south - 1],
      [middle, south - 1],
    ];
    for (const corner of corners) addCorner(corner);
    finishBoundary();
    expect(view.view().mapMode.name, 'two corners are no boundary yet').toBe('draw-boundary');
    addCorner([middle, north + 1]);
    addCorner([west - 1, north + 1]);
    const before = of(one!);
    finishBoundary();
    const within = areas.filter(({lng}) => lng < middle).map(({code}) => code);
    await desk.until(() => of(one!).length === new Set([...before, ...within]).size);
    // Its shape is drawn last: nothing is under way when that is there.
    await desk.until(() => view.view().spoken.includes(`in ${plan.mirror().plan.neighbourhood.get(one!)!.name}.`));
    await bridge.ask('neighbourhoods.shape', {neighbourhood: one!});
    expect(view.view().outline).toEqual([]);
    expect(view.view().place, 'the place that may be started is another matter').toBeNull();
  });
});
