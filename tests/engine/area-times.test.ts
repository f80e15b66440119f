import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {areaTimes, minutesIn} from '../../renderer/area-times.ts';
import {answered, question} from './asking.ts';
import {settle, threeByThree} from './invented-town.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner;
beforeEach(async () => {
  at = planner();
});
afterEach(() => at.leave());

/** What the screen unpacks, in the form that files and scripts are given. */
async function unpacked(said: object) {
  const sent = await at.ask('score.times', {...question, ...said});
  if (sent.state !== 'ready') throw new Error(`Not ready: ${sent.state}`);
  const times = areaTimes(sent);
  const all = [...Array(times.areas).keys()];
  return {
    minutes: all.map((area) => minutesIn(times.seconds, area)),
    minutesAgainst: times.against && all.map((area) => minutesIn(times.against, area)),
    site: all.map((area) => times.siteOf(area)),
    kilometres: all.map((area) => (times.siteOf(area) === null ? null : times.metres[area]! / 1000)),
    reason: all.map((area) => times.reasonOf(area)),
  };
}

describe('times for the screen', () => {
  it('say what the columns in words say, for one option and for two', async () => {
    await settle(at);
    await at.ask('options.add', {name: 'Hub'});
    await at.ask('services.place', {service: 'general-practice', site: 'b2', option: 'hub'});
    await answered(at, {option: 'hub'});
    for (const said of [{}, {within: 5}, {option: 'hub', against: 'as-now'}])
      expect(await at.ask('score.areas', {...question, ...said})).toMatchObject(await unpacked(said));
  });

  it('keep areas without a route, and the reason for each', async () => {
    const town = threeByThree();
    town.areas[8]!.at = [2, 6];
    await settle(at, town);
    await answered(at);
    const times = await unpacked({});
    expect(times.minutes[8]).toBeNull();
    expect(times.reason[8]).toBe('Too far from any street that can be used');
    expect(await at.ask('score.areas', question)).toMatchObject(times);
  });

  it('wait, and ask for evidence, as the answer does', async () => {
    await at.ask('project.create', {name: 'Empty', discard: true});
    expect(await at.ask('score.times', question)).toMatchObject({state: 'needs'});
  });
});
