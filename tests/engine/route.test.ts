import {afterAll, beforeAll, expect, it} from 'vitest';
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

it('a slower time of day lengthens every journey by its factor, and undoing it brings the old times back', async () => {
  const minutes = async () =>
    ((await someone.ask('score.areas', {service: 'dialysis', mode: 'drive', within: 60})) as AreaColumns).minutes;
  const before = await minutes();
  await someone.ask('assumptions.set', {key: 'speed-drive-time-factor', value: 1.5, reason: 'Morning peak'});
  await someone.ask('travel.measure', {mode: 'drive'});
  const slower = await minutes();
  // Walking to and from the street is not slower, so a little less than half as long again.
  for (const [area, was] of before.entries()) expect(slower[area]! / was!).toBeGreaterThan(1.3);
  for (const [area, was] of before.entries()) expect(slower[area]! / was!).toBeLessThanOrEqual(1.501);
  await someone.ask('history.undo', {});
  expect(await minutes()).toEqual(before);
});
