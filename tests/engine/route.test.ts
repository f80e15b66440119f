import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {TimeOfDay} from '../../src/domain/mode.ts';
import type {AreaColumns} from '../../src/engine/score.ts';
import {type Planner, planner} from './planner.ts';

let someone: Planner;
beforeAll(async () => {
  someone = planner();
  await someone.ask('project.sample', {});
  await someone.ask('travel.measure', {mode: 'drive'});
});
afterAll(() => someone.leave());

it('a route takes the minutes and kilometres that the answer gives for the same area and site', async () => {
  const areas = (await someone.ask('score.areas', {service: 'dialysis', mode: 'drive', within: 60})) as AreaColumns;
  for (const area of [0, 17, 42, 99]) {
    const route = await someone.ask('travel.route', {area: areas.code[area]!, site: areas.site[area]!, mode: 'drive'});
    expect(route.minutes).toBe(areas.minutes[area]);
    expect(route.kilometres).toBe(areas.kilometres[area]);
    expect(route.line.length).toBeGreaterThan(2);
    expect(route.steps.reduce((sum, step) => sum + step.minutes, 0)).toBeCloseTo(route.minutes, 1);
  }
});

it('a route is refused for an area that is not here', async () => {
  const {message} = await someone.refusal('travel.route', {area: 'E01999999', site: 'any', mode: 'drive'});
  expect(message).toBe('There is no area “E01999999” in this project.');
});

describe('the time of day', () => {
  const minutes = async (time: TimeOfDay) => {
    const asked = {service: 'dialysis', mode: 'drive', time, within: 60} as const;
    await someone.ask('travel.measure', {mode: 'drive', time});
    return ((await someone.ask('score.areas', asked)) as AreaColumns).minutes;
  };
  const factor = (value: number) =>
    someone.ask('assumptions.set', {key: 'speed-drive-factor-morning-peak', value, reason: 'Our counts'});

  it('lengthens every journey by its factor, but for the walks at both ends; the table and the route agree', async () => {
    const before = await minutes('free-flow');
    const slower = await minutes('morning-peak');
    for (const [area, was] of before.entries()) {
      expect(slower[area]! / was!).toBeGreaterThan(1.15);
      expect(slower[area]! / was!).toBeLessThanOrEqual(1.301);
    }
    const areas = (await someone.ask('score.areas', {service: 'dialysis', mode: 'drive', within: 60})) as AreaColumns;
    const asked = {area: areas.code[17]!, site: areas.site[17]!, mode: 'drive', time: 'morning-peak'} as const;
    expect((await someone.ask('travel.route', asked)).minutes).toBe(slower[17]);
  });

  it('with the factor 1 gives free flow to the digit, and asks for nothing to be measured', async () => {
    await factor(1);
    expect(await someone.ask('travel.status', {mode: 'drive', time: 'morning-peak'})).toMatchObject({missing: 0});
    expect(await minutes('morning-peak')).toEqual(await minutes('free-flow'));
    await someone.ask('history.undo', {});
  });

  it('is no matter on foot', async () => {
    await someone.ask('travel.measure', {mode: 'walk'});
    expect(await someone.ask('travel.status', {mode: 'walk', time: 'evening'})).toMatchObject({missing: 0});
  });
});
