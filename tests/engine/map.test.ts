import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {areaAt, boxesOf} from '../../renderer/map/areas/find-area.ts';
import {mercatorX, mercatorY} from '../../src/core/shapes/mesh/rings.ts';
import {meshIn} from '../../src/domain/area-mesh.ts';
import type {CatchmentAnswer} from '../../src/engine/map.ts';
import {answered} from './asking.ts';
import {lngLatOf, settle, threeByThree} from './invented-town.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner;
beforeEach(async () => {
  at = planner();
  await settle(at);
});
afterEach(() => at.leave());

async function catchment(site: string, said: object = {}): Promise<CatchmentAnswer> {
  const of = await at.ask('travel.catchment', {service: 'general-practice', mode: 'walk', site, ...said});
  if (of.state !== 'ready') throw new Error(`Not ready: ${of.state}`);
  return of;
}

describe('areas', () => {
  it('are listed in code order, with where their people set out from', async () => {
    const areas = await at.ask('evidence.areas', {});
    expect(areas.map((each) => each.code)).toEqual(threeByThree().areas.map((each) => each.code));
    expect(areas[8]).toEqual({
      code: 'E01990009',
      name: 'Testham 009A',
      ward: 'Middle',
      district: 'Testham',
      lng: lngLatOf([2, 2])[0],
      lat: lngLatOf([2, 2])[1],
      weighted: true,
      residents: 1500,
      decile: 1,
      fifth: 1,
    });
  });

  it('set out from the centroid of their people, wherever in the area that is', async () => {
    const [lng, lat] = lngLatOf([0.3, -0.4]);
    const centroid = `LSOA21CD,longitude,latitude\nE01990001,${lng},${lat}\n`;
    await at.ask('evidence.import', {files: [at.file('one.csv', centroid)]});
    const [first, second] = await at.ask('evidence.areas', {});
    expect(first).toMatchObject({lng, lat, weighted: true});
    expect(second).toMatchObject({weighted: false});
  });

  it('without a centroid of their people set out from inside, and say so', async () => {
    await at.ask('project.create', {name: 'Bare', discard: true});
    const town = threeByThree();
    const {boundariesFile} = await import('./invented-town.ts');
    await at.ask('evidence.import', {files: [at.file('areas.geojson', boundariesFile(town))]});
    const [first] = await at.ask('evidence.areas', {});
    const [lng, lat] = lngLatOf([0, 0]);
    expect(first).toMatchObject({weighted: false, residents: null, decile: null, fifth: null});
    expect(first!.lng).toBeCloseTo(lng, 5);
    expect(first!.lat).toBeCloseTo(lat, 5);
  });

  it('have shapes that carry the same numbers as every answer', async () => {
    const {base64} = await at.ask('map.mesh', {});
    const mesh = meshIn(Uint8Array.from(Buffer.from(base64, 'base64')).buffer)!;
    expect(mesh.areas).toBe(9);
    const boxes = boxesOf(mesh);
    const areas = await at.ask('evidence.areas', {});
    const found = areas.map(({lng, lat}) =>
      areaAt(mesh, boxes, mercatorX(lng) - mesh.originX, mercatorY(lat) - mesh.originY),
    );
    expect(found).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('streets', () => {
  it('are drawn by rank, every street once', async () => {
    const {features} = await at.ask('map.streets', {});
    expect(features.map((each) => each.properties.rank)).toEqual([3]);
    expect(features[0]!.geometry.type).toBe('MultiLineString');
    expect(features[0]!.geometry.coordinates as unknown[]).toHaveLength(12);
  });

  it('are nothing while there are none', async () => {
    await at.ask('project.create', {name: 'Empty', discard: true});
    for (const name of ['map.streets', 'map.landscape'] as const)
      expect(await at.ask(name, {})).toEqual({type: 'FeatureCollection', features: []});
  });
});

describe('a catchment', () => {
  it('is one shape of the areas whose closest site it is, with its people and its size', async () => {
    await answered(at);
    const of = await catchment('a1');
    expect(of).toMatchObject({residents: 6650, areas: 9, site: 'a1'});
    expect(of.squareKilometres).toBeGreaterThan(8.8);
    expect(of.squareKilometres).toBeLessThan(9.2);
    expect(of.shape?.geometry.type).toBe('Polygon');
  });

  it('with those of the other sites holds every area once', async () => {
    await at.ask('options.add', {name: 'Hub'});
    for (const site of ['b1', 'b2']) await at.ask('services.place', {service: 'general-practice', site, option: 'hub'});
    await answered(at, {option: 'hub'});
    const all = await Promise.all(['a1', 'b1', 'b2'].map((site) => catchment(site, {option: 'hub'})));
    expect(all.reduce((sum, each) => sum + each.areas, 0)).toBe(9);
    expect(all.reduce((sum, each) => sum + each.residents, 0)).toBe(6650);
    const open = (await answered(at, {option: 'hub'})).open;
    expect(all.map((each) => [each.site, each.residents])).toEqual(open.map((each) => [each.id, each.residents]));
  });

  it('of a site that does not offer the service is refused', async () => {
    await answered(at);
    const error = await at.refusal('travel.catchment', {
      service: 'general-practice',
      mode: 'walk',
      site: 'Old Library',
    });
    expect(error).toMatchObject({
      kind: 'invalid',
      message: 'Old Library doesn’t offer this service in this option, so it has no catchment.',
      at: 'site',
    });
  });

  it('counts people where they are known', async () => {
    const town = threeByThree();
    town.areas[8]!.people = null;
    await settle(at, town);
    await answered(at);
    expect(await catchment('a1')).toMatchObject({residents: 5150, areas: 9});
  });
});
