import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {question} from './asking.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner;
beforeEach(async () => {
  at = planner();
  await at.ask('project.sample', {});
});
afterEach(() => at.leave());

const contentOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** The sample town, planned in, saved, and packed. */
async function packed(): Promise<{own: string; pack: string; id: string}> {
  const plan = await at.ask('plan.read', {});
  await at.ask('options.copy', {option: 'as-now', name: 'A bold plan'});
  await at.ask('assumptions.set', {key: 'travel-limit', value: 45, reason: 'A secret reason'});
  await at.ask('sites.rename', {site: plan.site[0]!.id, name: 'Renamed by a planner'});
  await at.ask('travel.measure', {mode: 'walk'});
  const own = at.pick(at.path('own.gpkg'));
  await at.ask('project.save', {to: own});
  const pack = at.pick(at.path('pack.gpkg'));
  await at.ask('project.pack', {to: pack});
  return {own, pack, id: (await at.ask('project.state', {})).open!.id};
}

describe('an evidence pack', () => {
  it('leaves the project that it is made of as it is', async () => {
    const {own, pack} = await packed();
    const before = contentOf(at.path('own.gpkg'));
    const {open} = await at.ask('project.state', {});
    expect(open).toMatchObject({fileName: 'own.gpkg', unsaved: false});
    expect(contentOf(at.path('own.gpkg'))).toBe(before);
    expect(readdirSync(at.folder).filter((name) => name.includes('closer-open'))).toEqual(['.own.gpkg.closer-open']);
    expect(own).not.toBe(pack);
  });

  it('begins a project of its own: evidence, sites and what is offered as now, and nothing that was planned', async () => {
    const {pack, id} = await packed();
    const before = await at.ask('plan.read', {});
    const sources = await at.ask('evidence.sources', {});
    await at.ask('project.create', {name: 'A new team', from: pack});
    const plan = await at.ask('plan.read', {});
    const {open, history} = await at.ask('project.state', {});
    expect(open).toMatchObject({name: 'A new team', fileName: null, unsaved: true});
    expect(open!.id).not.toBe(id);
    expect(history).toEqual({undo: null, redo: null});
    expect(await at.ask('evidence.sources', {})).toEqual(sources);
    expect(plan.site).toEqual(before.site);
    expect(plan.service).toEqual(before.service);
    expect(plan.option.map((each) => each.id)).toEqual(['as-now']);
    expect(plan.placement).toEqual(before.placement.filter(({option}) => option === 'as-now'));
    expect(plan.assumption).toEqual([]);
    expect(plan.verdict).toEqual([]);
  });

  it('carries no word of what was planned, not even in the bytes', async () => {
    await packed();
    const bytes = readFileSync(at.path('pack.gpkg')).toString('latin1');
    expect(readFileSync(at.path('own.gpkg')).toString('latin1')).toContain('A secret reason');
    expect(bytes).not.toContain('A secret reason');
    expect(bytes).not.toContain('A bold plan');
  });

  it('answers the first question, and is saved under a name of its own', async () => {
    const {pack} = await packed();
    await at.ask('project.create', {name: 'A new team', from: pack});
    await at.ask('travel.measure', {mode: 'walk'});
    expect((await at.ask('score.answer', question)).state).toBe('ready');
    expect((await at.refusal('project.save', {})).at).toBe('to');
    const before = contentOf(at.path('pack.gpkg'));
    await at.ask('project.save', {to: at.pick(at.path('team.gpkg'))});
    expect(contentOf(at.path('pack.gpkg'))).toBe(before);
  });

  it('is made only of what was saved', async () => {
    const error = await at.refusal('project.pack', {to: at.pick(at.path('pack.gpkg'))});
    expect(error).toMatchObject({kind: 'invalid', at: 'unsaved'});
  });

  it('a file that is none is refused, and what is open stays open', async () => {
    await at.ask('project.save', {to: at.pick(at.path('own.gpkg'))});
    const error = await at.refusal('project.create', {name: 'X', from: at.file('letter.gpkg', 'Dear planner')});
    expect(error.kind).toBe('file');
    expect((await at.ask('project.state', {})).open).toMatchObject({fileName: 'own.gpkg'});
  });
});
