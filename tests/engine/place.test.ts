import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {question} from './asking.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner;
beforeEach(async () => {
  at = planner();
  await at.ask('project.sample', {});
});
afterEach(() => at.leave());

const sum = (values: (number | null)[]): number => values.reduce((all: number, each) => all + (each ?? 0), 0);

describe('choosing a place out of a wider one', () => {
  it('by names: wards and districts, each with its areas and people', async () => {
    const areas = await at.ask('evidence.areas', {});
    const divisions = await at.ask('place.divisions', {});
    expect(divisions.map(({level}) => level)).toEqual(['District', 'Ward']);
    for (const {level, groups} of divisions) {
      expect(sum(groups.map((each) => each.areas)), level).toBe(areas.length);
      expect(sum(groups.map((each) => each.residents)), level).toBe(sum(areas.map(({residents}) => residents)));
    }
    const ward = divisions[1]!.groups[0]!;
    const seen = await at.ask('place.look', {level: 'ward', names: [ward.name]});
    expect(seen).toMatchObject({areas: ward.areas, residents: ward.residents, ofAreas: areas.length, fringe: 10});
    expect(await at.ask('place.look', {level: 'Ward', names: [ward.code]})).toEqual(seen);
  });

  it('by a drawn boundary: areas are in where their people set out from', async () => {
    const areas = await at.ask('evidence.areas', {});
    const middle = areas.map(({lng}) => lng).sort((a, b) => a - b)[Math.floor(areas.length / 2)]!;
    const ring: [number, number][] = [
      [-8, 50],
      [middle, 50],
      [middle, 60],
      [-8, 60],
    ];
    const west = areas.filter(({lng}) => lng < middle);
    const seen = await at.ask('place.look', {ring, fringe: 0});
    expect(seen).toMatchObject({areas: west.length, residents: sum(west.map(({residents}) => residents))});
    expect(seen.sitesAround).toBe(0);
    const file = at.file(
      'west.geojson',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{type: 'Feature', properties: {}, geometry: {type: 'Polygon', coordinates: [[...ring, ring[0]]]}}],
      }),
    );
    expect(await at.ask('place.look', {file, fringe: 0})).toEqual(seen);
  });

  it('says what is wrong: nothing chosen, two ways at once, an unknown name or area, nobody inside', async () => {
    expect((await at.refusal('place.look', {})).message).toContain('in one way');
    expect((await at.refusal('place.look', {names: ['X'], areas: ['E01990001']})).message).toContain('in one way');
    expect((await at.refusal('place.look', {names: ['Atlantis']})).message).toContain('no district “Atlantis”');
    expect((await at.refusal('place.look', {level: 'Parish', names: ['X']})).message).toContain('District, Ward');
    expect((await at.refusal('place.look', {areas: ['E01000001']})).message).toContain('E01000001');
    const sea = [
      [-8, 50],
      [-7, 50],
      [-7, 51],
    ];
    expect((await at.refusal('place.look', {ring: sea})).message).toContain('No area');
    expect((await at.refusal('place.look', {ring: sea.slice(1)})).message).toContain('three corners');
    expect((await at.refusal('place.look', {file: at.file('a.csv', 'a,b\n1,2\n')})).message).toContain('no map');
  });
});

describe('starting a place', () => {
  it('keeps its areas with their evidence, and sites and streets around, and leaves the wider project alone', async () => {
    const [ward] = (await at.ask('place.divisions', {})).find(({level}) => level === 'Ward')!.groups;
    const wide = {
      areas: await at.ask('evidence.areas', {}),
      plan: await at.ask('plan.read', {}),
      sources: (await at.ask('evidence.sources', {})).sources,
    };
    await at.ask('project.save', {to: at.pick(at.path('wide.gpkg'))});
    await at.ask('options.copy', {option: 'as-now', name: 'Plan'});
    await at.ask('project.save', {});
    const seen = await at.ask('place.look', {level: 'Ward', names: [ward!.name], fringe: 1});
    expect(seen.sitesInside + seen.sitesAround + seen.sitesLeft).toBe(wide.plan.site.length);
    expect(seen.sitesLeft).toBeGreaterThan(0);
    const started = await at.ask('place.start', {name: ward!.name, level: 'Ward', names: [ward!.name], fringe: 1});
    expect(started.sentence).toContain(`${ward!.areas} areas`);

    const inside = wide.areas.filter((area) => area.ward === ward!.name);
    expect(await at.ask('evidence.areas', {})).toEqual(inside);
    const plan = await at.ask('plan.read', {});
    expect(plan.site).toHaveLength(seen.sitesInside + seen.sitesAround);
    const kept = new Set(plan.site.map(({id}) => id));
    expect(plan.site).toEqual(wide.plan.site.filter(({id}) => kept.has(id)));
    expect(plan.placement).toEqual(wide.plan.placement.filter(({site}) => kept.has(site)));
    expect(plan.service).toEqual(wide.plan.service);
    expect(plan.option.map(({id}) => id)).toEqual(['as-now']);
    const {open} = await at.ask('project.state', {});
    expect(open).toMatchObject({name: ward!.name, fileName: null, unsaved: true});
    expect(plan.place[0]!.note).toContain(`ward: ${ward!.name}`);

    const {sources} = await at.ask('evidence.sources', {});
    expect(sources.map(({id}) => id)).toEqual(wide.sources.map(({id}) => id));
    const residents = sources.find(({kind}) => kind === 'residents')!;
    expect(residents.rowsTaken).toBe(inside.length);
    expect(residents.notes.at(-1)).toBe(
      `Cut to ${inside.length} areas for “${ward!.name}”: ${inside.length} of the ${wide.areas.length} that had been taken.`,
    );

    await at.ask('project.open', {file: at.pick(at.path('wide.gpkg')), discard: true});
    expect(await at.ask('evidence.areas', {})).toEqual(wide.areas);
    expect((await at.ask('plan.read', {})).option).toHaveLength(2);
  });

  it('answers as the wider project does for the same areas, where its fringe is wide enough', async () => {
    await at.ask('project.save', {to: at.pick(at.path('wide.gpkg'))});
    await at.ask('travel.measure', {mode: 'walk'});
    const [ward] = (await at.ask('place.divisions', {})).find(({level}) => level === 'Ward')!.groups;
    const minutes = async () => {
      const scored = await at.ask('score.areas', question);
      if ('state' in scored) throw new Error(scored.state);
      const areas = await at.ask('evidence.areas', {});
      return new Map(areas.map(({code}, area) => [code, scored.minutes[area]]));
    };
    const wide = await minutes();
    await at.ask('place.start', {name: 'Ward', level: 'Ward', names: [ward!.name]});
    await at.ask('travel.measure', {mode: 'walk'});
    const own = await minutes();
    expect(own.size).toBe(ward!.areas);
    for (const [code, each] of own) expect(each, code).toEqual(wide.get(code));
  });

  it('asks first where the open project is not saved', async () => {
    const names = [(await at.ask('place.divisions', {}))[0]!.groups[0]!.name];
    expect(await at.refusal('place.start', {name: 'X', names})).toMatchObject({at: 'unsaved'});
    await at.ask('place.start', {name: 'X', names, discard: true});
    expect((await at.ask('project.state', {})).open).toMatchObject({name: 'X'});
  });
});
