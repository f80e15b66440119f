import {afterEach, describe, expect, it} from 'vitest';
import {MEASURES} from '../../src/core/score/measures.ts';
import {neighbourhoods} from '../../src/engine/neighbourhoods.ts';
import {aPlan} from '../builders.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner | null = null;
afterEach(() => {
  at?.leave();
  at = null;
});

const QUESTION = {service: 'general-practice', mode: 'drive', within: 15, measure: 'closest'} as const;

async function town(): Promise<Planner> {
  at = planner();
  await at.ask('project.sample', {});
  await at.ask('travel.measure', {mode: 'drive'});
  return at;
}

async function byOf(at: Planner, by: string) {
  const reply = await at.ask('measure.answer', {...QUESTION, by});
  if (reply.state !== 'ready' || !reply.answer.by) throw new Error('The sample town is measured by now.');
  return reply.answer;
}

describe('neighbourhoods', () => {
  it('hold every area once, merged from wards, and add up to the whole place', async () => {
    const here = await town();
    const areas = await here.ask('evidence.areas', {});
    const wards = [...new Set(areas.map(({ward}) => ward))];
    const groups = wards.map((name) => ({name, areas: areas.filter(({ward}) => ward === name).map(({code}) => code)}));
    await here.ask('neighbourhoods.add', {groups});
    const byWard = await byOf(here, 'ward');
    const byHood = await byOf(here, 'neighbourhood');
    const sums = (answer: typeof byWard) => answer.by!.lines.map(({label, people, served}) => [label, people, served]);
    expect(sums(byHood)).toEqual(sums(byWard));
    expect(byHood.by!.note).toBe('Neighbourhoods are made of whole small areas, so they fit exactly.');
    expect(byHood.audit.addsUp).toBe(true);

    const ids = (await here.ask('plan.read', {})).neighbourhood.map(({id}) => id);
    await here.ask('neighbourhoods.merge', {neighbourhoods: ids.slice(0, 2)});
    const merged = await byOf(here, 'neighbourhood');
    expect(merged.by!.lines).toHaveLength(ids.length - 1);
    const people = (name: string) => byHood.by!.lines.find(({label}) => label === name)!.people;
    expect(merged.by!.lines.find(({label}) => label === wards[0])!.people).toBe(people(wards[0]!) + people(wards[1]!));
    expect(merged.audit.addsUp).toBe(true);
  });

  it('leave the areas that are in none in a line of their own, and priority apart from everywhere else', async () => {
    const here = await town();
    const areas = await here.ask('evidence.areas', {});
    const some = areas.slice(0, 3);
    await here.ask('neighbourhoods.add', {groups: [{name: 'Quay', areas: some.map(({code}) => code)}]});
    await here.ask('neighbourhoods.edit', {neighbourhood: 'quay', priority: true});
    const {by, audit} = await byOf(here, 'neighbourhood');
    expect(by!.lines.map(({label, areas: count}) => [label, count])).toEqual([
      ['In no neighbourhood', areas.length - 3],
      ['Quay', 3],
    ]);
    expect(audit.addsUp).toBe(true);
    const first = await byOf(here, 'priority');
    const known = some.reduce((sum, {residents}) => sum + (residents ?? 0), 0);
    expect(first.by!.lines.find(({label}) => label === 'Priority areas')!.people).toBe(known);
    const shape = await here.ask('neighbourhoods.shape', {neighbourhood: 'quay'});
    expect(shape).toMatchObject({residents: known, areas: 3});
    expect(shape.squareKilometres).toBeGreaterThan(0);
  });

  it('can be asked of by every measure, and by the journeys', async () => {
    const here = await town();
    const areas = await here.ask('evidence.areas', {});
    await here.ask('neighbourhoods.add', {groups: [{name: 'Quay', areas: areas.slice(0, 9).map(({code}) => code)}]});
    for (const {key} of MEASURES) {
      const reply = await here.ask('measure.answer', {...QUESTION, measure: key, by: 'neighbourhood'});
      if (reply.state !== 'ready') throw new Error(key);
      expect(
        reply.answer.by!.lines.reduce((sum, {people}) => sum + people, 0),
        key,
      ).toBe(reply.answer.audit.people.residents);
    }
    const journeys = await here.ask('journeys.all', {mode: 'drive', by: 'neighbourhood'});
    expect(journeys.state === 'ready' && journeys.addsUp).toBe(true);
  });

  it('move an area that was in another, let it go, and are undone', async () => {
    const here = await town();
    const [one, two] = (await here.ask('evidence.areas', {})).map(({code}) => code) as [string, string];
    await here.ask('neighbourhoods.add', {groups: [{name: 'A', areas: [one, two]}]});
    await here.ask('neighbourhoods.add', {groups: [{name: 'B', areas: [two]}]});
    const members = async () =>
      Object.fromEntries((await here.ask('plan.read', {})).member.map(({id, neighbourhood}) => [id, neighbourhood]));
    expect(await members()).toEqual({[one]: 'a', [two]: 'b'});
    await here.ask('neighbourhoods.assign', {neighbourhood: 'a', areas: [two]});
    expect(await members()).toEqual({[one]: 'a', [two]: 'a'});
    await here.ask('neighbourhoods.release', {areas: [one]});
    expect(await members()).toEqual({[two]: 'a'});
    await here.ask('history.undo', {});
    await here.ask('history.undo', {});
    expect(await members()).toEqual({[one]: 'a', [two]: 'b'});
    await here.ask('neighbourhoods.remove', {neighbourhood: 'b'});
    expect(await members()).toEqual({[one]: 'a'});
  });

  it('refuse an area in two at once, a name twice, and a merger of one', async () => {
    const plan = aPlan().plan();
    const add = (groups: {name: string; areas: string[]}[]) => () =>
      neighbourhoods['neighbourhoods.add'].run(plan, {groups});
    expect(
      add([
        {name: 'A', areas: ['E01']},
        {name: 'B', areas: ['E01']},
      ]),
    ).toThrow('E01 is in both A and B; an area is in one at most.');
    expect(
      add([
        {name: 'A', areas: []},
        {name: 'A', areas: []},
      ]),
    ).toThrow('A is named twice.');
    expect(() => neighbourhoods['neighbourhoods.merge'].run(plan, {neighbourhoods: []})).toThrow('two or more');
    const here = await town();
    expect((await here.refusal('measure.answer', {...QUESTION, by: 'neighbourhood'})).message).toContain(
      'no neighbourhoods yet',
    );
  });
});
