import {booleanPointInPolygon} from '@turf/turf';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {AreaColumns} from '../../src/engine/score.ts';
import {type Planner, planner} from './planner.ts';

const MINUTES = [55, 60, 70, 80];

describe('bands of minutes to a site, in the sample town', () => {
  let someone: Planner;
  let unit: string;

  beforeAll(async () => {
    someone = planner();
    await someone.ask('project.sample', {});
    const {site, placement} = await someone.ask('plan.read', {});
    unit = placement.find((each) => each.service === 'dialysis')!.site;
    expect(site.map((each) => each.id)).toContain(unit);
    await someone.ask('travel.measure', {mode: 'drive'});
  });
  afterAll(() => someone.leave());

  it('count exactly the residents whose own travel time is within them', async () => {
    const bands = await someone.ask('travel.bands', {site: unit, mode: 'drive', minutes: MINUTES});
    const areas = (await someone.ask('score.areas', {service: 'dialysis', mode: 'drive', within: 60})) as AreaColumns;
    for (const minutes of MINUTES) {
      const people = areas.minutes.reduce<number>(
        (sum, time, area) => sum + (time !== null && time <= minutes ? areas.residents[area]! : 0),
        0,
      );
      const band = bands.features.find((each) => each.properties.minutes === minutes)!;
      expect(band.properties.people).toBe(people);
      if (minutes >= 60) expect(people).toBeGreaterThan(0);
    }
  });

  it('count somebody exactly at the limit as within it', async () => {
    const areas = (await someone.ask('score.areas', {service: 'dialysis', mode: 'drive', within: 60})) as AreaColumns;
    const minutes = areas.minutes[0]!;
    const [band] = (await someone.ask('travel.bands', {site: unit, mode: 'drive', minutes: [minutes]})).features;
    const people = areas.minutes.reduce<number>(
      (sum, time, area) => sum + (time !== null && time <= minutes ? areas.residents[area]! : 0),
      0,
    );
    expect(people).toBeGreaterThan(0);
    expect(band!.properties.people).toBe(people);
  });

  it('are nested, largest first, and hold the places they count', async () => {
    const bands = await someone.ask('travel.bands', {site: unit, mode: 'drive', minutes: MINUTES});
    expect(bands.features.map((each) => each.properties.minutes)).toEqual([80, 70, 60, 55]);
    const lines = await someone.ask('evidence.areas', {});
    const areas = (await someone.ask('score.areas', {service: 'dialysis', mode: 'drive', within: 60})) as AreaColumns;
    const inside = (minutes: number, area: number) => {
      const shape = bands.features.find((each) => each.properties.minutes === minutes)!;
      return booleanPointInPolygon([lines[area]!.lng, lines[area]!.lat], shape.geometry as never);
    };
    const counted = areas.code.map((_, area) => area).filter((area) => areas.minutes[area]! <= 70);
    expect(counted.filter((area) => inside(70, area)).length / counted.length).toBeGreaterThan(0.9);
    for (const area of counted) if (inside(60, area)) expect(inside(70, area)).toBe(true);
  });

  it('are refused for a site that is not there, and for no streets', async () => {
    expect(await someone.refusal('travel.bands', {site: 'nowhere', mode: 'drive', minutes: [5]})).toMatchObject({
      kind: 'missing',
    });
    const other = planner();
    await other.ask('project.create', {name: 'Empty'});
    await other.ask('sites.add', {name: 'Hall', at: [-0.7, 52.6], standing: 'candidate'});
    expect((await other.refusal('travel.bands', {site: 'hall', mode: 'drive', minutes: [5]})).message).toMatch(
      /needs streets/,
    );
    other.leave();
  });
});
