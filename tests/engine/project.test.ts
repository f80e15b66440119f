import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {answered, ready} from './asking.ts';
import {settle} from './invented-town.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner;
beforeEach(() => {
  at = planner();
});
afterEach(() => at.leave());

const state = () => at.ask('project.state', {});
const UNSAVED = {
  kind: 'invalid',
  message: 'This project has changes that are not saved. Save them, or close without saving.',
  at: 'unsaved',
};

async function saved(name: string): Promise<string> {
  await at.ask('project.create', {name, discard: true});
  await at.ask('project.save', {to: at.pick(at.path(`${name}.gpkg`))});
  return at.pick(at.path(`${name}.gpkg`));
}

/** What somebody sees who looks beside a file and into the app's own folder. */
const copies = () => readdirSync(join(at.folder, 'app', 'working')).length;
const notices = () => readdirSync(at.folder).filter((name) => name.endsWith('.closer-open'));

describe('a project', () => {
  it('that is not open says so to every call that needs one', async () => {
    expect(await state()).toEqual({
      open: null,
      recent: [],
      leftOver: [],
      history: {undo: null, redo: null},
      version: '0.1.0-test',
    });
    for (const [name, input] of [
      ['plan.read', {}],
      ['sites.remove', {site: 'x'}],
      ['history.undo', {}],
      ['evidence.areas', {}],
      ['travel.measure', {mode: 'walk'}],
      ['evidence.import', {files: []}],
      ['project.save', {}],
    ] as const)
      expect(await at.refusal(name, input), name).toEqual({
        kind: 'missing',
        message: 'No project is open. Open or start one first.',
      });
  });

  it('starts with a place, the option “As now”, the catalogue of services, and nothing to undo', async () => {
    await at.ask('project.create', {name: 'Rutland'});
    const plan = await at.ask('plan.read', {});
    expect(plan.place).toEqual([{id: 'place', name: 'Rutland', note: ''}]);
    expect(plan.option.map((each) => each.id)).toEqual(['as-now']);
    expect(plan.service.length).toBeGreaterThan(20);
    expect(await state()).toMatchObject({
      open: {name: 'Rutland', fileName: null, elsewhere: null, evidence: {}, notes: []},
      history: {undo: null, redo: null},
    });
  });

  it('has a name that can be changed and changed back', async () => {
    await at.ask('project.create', {name: 'Rutland'});
    await at.ask('project.rename', {name: 'Rutland and Melton'});
    expect((await state()).open?.name).toBe('Rutland and Melton');
    await at.ask('history.undo', {});
    expect((await state()).open?.name).toBe('Rutland');
  });

  it('is saved where the planner says, and from then on without asking', async () => {
    await at.ask('project.create', {name: 'Rutland'});
    expect(await at.refusal('project.save', {})).toMatchObject({at: 'to'});
    expect(await at.ask('project.save', {to: at.pick(at.path('rutland.gpkg'))})).toEqual({fileName: 'rutland.gpkg'});
    expect((await state()).open).toMatchObject({fileName: 'rutland.gpkg', unsaved: false});
    await at.ask('options.add', {name: 'Hub'});
    expect((await state()).open?.unsaved).toBe(true);
    expect(await at.ask('project.save', {})).toEqual({fileName: 'rutland.gpkg'});
    expect((await state()).open?.unsaved).toBe(false);
    expect(at.news.filter((news) => news.news === 'saved').at(-1)).toEqual({news: 'saved', unsaved: false});
  });

  it('is opened again as it was, with its history', async () => {
    await settle(at);
    await at.ask('options.add', {name: 'Hub'});
    await at.ask('options.remove', {option: 'hub'});
    await at.ask('history.undo', {});
    const before = [
      await at.ask('plan.read', {}),
      await at.ask('history.list', {}),
      await at.ask('evidence.sources', {}),
    ];
    const answer = await answered(at);
    await at.ask('project.save', {to: at.pick(at.path('town.gpkg'))});
    await at.ask('project.close', {});
    expect((await state()).open).toBeNull();
    await at.ask('project.open', {file: at.pick(at.path('town.gpkg'))});
    expect([
      await at.ask('plan.read', {}),
      await at.ask('history.list', {}),
      await at.ask('evidence.sources', {}),
    ]).toEqual(before);
    expect((await state()).history).toEqual({undo: 'Add Hub', redo: 'Remove Hub'});
    expect(await ready(at)).toEqual(answer);
    await at.ask('history.redo', {});
    await at.ask('history.undo', {});
    await at.ask('history.undo', {});
    expect((await at.ask('plan.read', {})).option.map((each) => each.id)).toEqual(['as-now']);
  });

  it('is among the recent ones, newest first, without its path', async () => {
    await saved('one');
    await saved('two');
    await at.ask('project.close', {});
    const {recent} = await state();
    expect(recent.map((each) => each.name)).toEqual(['two.gpkg', 'one.gpkg']);
    expect(JSON.stringify(await state())).not.toContain(at.folder);
    await at.ask('project.reopen', {token: recent[1]!.token});
    expect((await state()).open?.name).toBe('one');
    expect(await at.refusal('project.reopen', {token: 'recent-99'})).toMatchObject({kind: 'missing'});
  });
});

describe('leaving a project with unsaved changes', () => {
  it('is refused in every way, until they are thrown away on purpose', async () => {
    const other = await saved('other');
    await at.ask('project.create', {name: 'Rutland'});
    for (const [name, input] of [
      ['project.close', {}],
      ['project.create', {name: 'X'}],
      ['project.open', {file: other}],
      ['project.sample', {}],
      ['project.reopen', {token: 'recent-1'}],
      ['project.close', {discard: false}],
    ] as const)
      expect(await at.refusal(name, input), name).toEqual(UNSAVED);
    expect((await state()).open?.name).toBe('Rutland');
    await at.ask('project.open', {file: other, discard: true});
    expect((await state()).open?.name).toBe('other');
    expect(copies()).toBe(1);
  });

  it('by closing the window keeps them, to be found the next time', async () => {
    await settle(at);
    const answer = await answered(at);
    at.engine.close();
    const next = planner({folder: at.folder});
    const {leftOver, open} = await next.ask('project.state', {});
    expect(open).toBeNull();
    expect(leftOver.map((each) => each.name)).toEqual(['Testham']);
    await next.ask('project.reopen', {token: leftOver[0]!.token});
    expect(await ready(next)).toEqual(answer);
    expect((await next.ask('project.state', {})).open).toMatchObject({unsaved: true, fileName: null});
    next.leave();
  });
});

describe('a project that can’t be opened', () => {
  it.each([
    ['empty.gpkg', ''],
    ['text.gpkg', 'This is not a project.'],
    ['zeros.gpkg', new Uint8Array(10_000)],
  ])('such as %s leaves the one that is open as it is', async (name, content) => {
    await saved('mine');
    await at.ask('options.add', {name: 'Hub'});
    const error = await at.refusal('project.open', {file: at.file(name, content), discard: true});
    expect(error.kind).toBe('file');
    expect(error.message).toContain(name);
    expect(error.message).not.toContain(at.folder);
    expect((await state()).open).toMatchObject({name: 'mine', unsaved: true});
    expect((await at.ask('plan.read', {})).option).toHaveLength(2);
    await at.ask('project.save', {});
    expect(copies()).toBe(1);
  });

  it('because it is gone or was never picked is said to be that', async () => {
    await at.ask('project.create', {name: 'Mine'});
    expect((await at.refusal('project.open', {file: at.pick(at.path('gone.gpkg')), discard: true})).message).toContain(
      'it is not there',
    );
    expect((await at.refusal('project.open', {file: 'token', discard: true})).message).toContain('was not picked');
    expect((await state()).open?.name).toBe('Mine');
  });

  it('because a page of it is damaged is not changed', async () => {
    await saved('whole');
    const bytes = readFileSync(at.path('whole.gpkg'));
    bytes.fill(0x5a, 30_000, 34_000);
    const file = at.file('hurt.gpkg', bytes);
    expect(await at.refusal('project.open', {file, discard: true})).toMatchObject({kind: 'file'});
    expect(readFileSync(at.path('hurt.gpkg')).equals(bytes)).toBe(true);
    expect((await state()).open?.name).toBe('whole');
  });
});

describe('a file that is open already', () => {
  it('opened again is as it was saved, and colleagues still see that it is open', async () => {
    const file = await saved('town');
    expect(notices()).toHaveLength(1);
    await at.ask('options.add', {name: 'Hub'});
    await at.ask('project.open', {file, discard: true});
    expect((await at.ask('plan.read', {})).option).toHaveLength(1);
    expect(notices()).toHaveLength(1);
    expect((await state()).open?.elsewhere).toBeNull();
    await at.ask('options.add', {name: 'Hub'});
    await at.ask('project.save', {});
    await at.ask('project.close', {});
    expect(notices()).toHaveLength(0);
  });

  it('by another person is said to be, and is not written over by a second save', async () => {
    await saved('town');
    await at.ask('project.close', {});
    const other = planner({folder: join(at.folder, 'colleague')});
    await at.ask('project.open', {file: at.pick(at.path('town.gpkg'))});
    await other.ask('project.open', {file: other.pick(at.path('town.gpkg'))});
    await other.ask('options.add', {name: 'Theirs'});
    await other.ask('project.save', {});
    await at.ask('options.add', {name: 'Ours'});
    expect(await at.refusal('project.save', {})).toMatchObject({kind: 'file'});
    expect((await state()).open?.unsaved).toBe(true);
    await at.ask('project.save', {to: at.pick(at.path('ours.gpkg'))});
    other.leave();
  });
});

describe('two things at once', () => {
  it('started twice, one project is open at the end, and no copy of the other is left lying about', async () => {
    const both = await Promise.allSettled([
      at.ask('project.create', {name: 'One'}),
      at.ask('project.create', {name: 'Two'}),
    ]);
    expect(both.map((each) => each.status)).toEqual(['fulfilled', 'rejected']);
    expect((await state()).open?.name).toBe('One');
    expect(copies()).toBe(1);
    await Promise.allSettled([
      at.ask('project.create', {name: 'Three', discard: true}),
      at.ask('project.sample', {discard: true}),
    ]);
    expect((await state()).open?.name).toMatch(/Three|Sample/);
    expect(copies()).toBe(1);
  });

  it('closing stops what works for the project, and nothing is left behind', async () => {
    await settle(at);
    const jobs = [at.ask('travel.measure', {mode: 'drive'}), at.ask('travel.measure', {mode: 'cycle'})].map((job) =>
      job.catch((error: {value: unknown}) => error.value),
    );
    await at.ask('score.answer', {service: 'pharmacy', mode: 'walk', within: 20});
    await at.ask('project.close', {discard: true});
    for (const job of jobs) expect(await job).toMatchObject({kind: 'cancelled'});
    await new Promise((resume) => setTimeout(resume, 20));
    expect((await state()).open).toBeNull();
    expect(copies()).toBe(0);
  });

  it('saving while a planner changes the plan saves the one or the other, never half', async () => {
    await at.ask('project.create', {name: 'Town'});
    const save = at.ask('project.save', {to: at.pick(at.path('town.gpkg'))});
    await at.ask('options.add', {name: 'Hub'});
    await save;
    const {open} = await state();
    await at.ask('project.open', {file: at.pick(at.path('town.gpkg')), discard: true});
    expect((await at.ask('plan.read', {})).option).toHaveLength(open!.unsaved ? 1 : 2);
  });
});

describe('saving where nothing can be saved', () => {
  it.each([
    ['no/such/folder/town.gpkg', 'file'],
    ['town.docx', 'file'],
    ['a-folder.gpkg', 'file'],
  ])('such as %s is refused in a sentence, and the work stays', async (name, kind) => {
    await at.ask('project.create', {name: 'Town'});
    if (name.startsWith('a-folder')) await import('node:fs').then(({mkdirSync}) => mkdirSync(at.path(name)));
    const error = await at.refusal('project.save', {to: at.pick(at.path(name))});
    expect(error.kind).toBe(kind);
    expect(error.message).not.toMatch(/\n|SQLITE|ENOENT/);
    expect((await state()).open).toMatchObject({name: 'Town', unsaved: true, fileName: null});
    expect(existsSync(at.path('town.docx'))).toBe(false);
  });

  it('a list of recent files that is damaged stops nobody', async () => {
    await saved('town');
    writeFileSync(join(at.folder, 'app', 'recent.json'), '{"nonsense": [');
    expect((await state()).recent).toEqual([]);
    await at.ask('project.save', {});
    expect((await state()).recent.map((each) => each.name)).toEqual(['town.gpkg']);
  });
});
