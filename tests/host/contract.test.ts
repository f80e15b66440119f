import {readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {PlanRows} from '../../src/domain/plan.ts';
import type {News, Reply} from '../../src/host/messages.ts';
import {type Carrier, inProcess, overLoopback, overProcess, until} from './carriers.ts';
import {writeLongTable} from './long-import.ts';

const CARRIERS: [string, () => Carrier | Promise<Carrier>][] = [
  ['an engine in this process', inProcess],
  ['an engine in a process of its own', () => overProcess()],
  ['the loopback host', overLoopback],
];

function valueIn<T>(reply: Reply): T {
  if (!reply.ok) throw new Error(`${reply.error.kind}: ${reply.error.message}`);
  return reply.value as T;
}

function errorIn(reply: Reply) {
  if (reply.ok) throw new Error(`Answered although it should have been refused: ${JSON.stringify(reply.value)}`);
  return reply.error;
}

// The same promises, whatever carries the messages.
describe.each(CARRIERS)('%s', (_, start) => {
  let to: Carrier;
  beforeEach(async () => {
    to = await start();
  });
  afterEach(() => to.close());

  const heard = (kind: News['news']): News[] => to.news.filter(({news}) => news === kind);
  const plan = async (): Promise<PlanRows> => valueIn(await to.call('plan.read', {}));

  it('answers a question, with the id it was asked with', async () => {
    const reply = await to.call('project.state', {}, 4711);
    expect(reply.id).toBe(4711);
    expect(valueIn(reply)).toMatchObject({open: null, version: '0.1.0-test'});
  });

  it('refuses a call that does not exist, in a sentence', async () => {
    expect(errorIn(await to.call('sites.explode', {}))).toEqual({
      kind: 'invalid',
      message: 'There is no call named “sites.explode”.',
    });
  });

  it('names the field of an input that breaks a rule, and changes nothing', async () => {
    await to.call('project.create', {name: 'Eastmoor'});
    const error = errorIn(await to.call('sites.add', {name: '', at: [-0.7, 52.6], standing: 'candidate'}));
    expect(error).toMatchObject({kind: 'invalid', at: 'name'});
    expect((await plan()).site).toEqual([]);
    expect(heard('changed')).toEqual([]);
  });

  it('says that nothing is open rather than failing', async () => {
    expect(errorIn(await to.call('plan.read', {})).kind).toBe('missing');
  });

  it('tells everyone of a change, undoes it and redoes it', async () => {
    valueIn(await to.call('project.create', {name: 'Eastmoor'}));
    expect(heard('opened')).toHaveLength(1);
    valueIn(await to.call('sites.add', {name: 'Café “Zoë” 🏥', at: [-0.7, 52.6], standing: 'candidate'}));
    await until(() => expect(heard('changed')).toHaveLength(1));
    const [told] = heard('changed') as Extract<News, {news: 'changed'}>[];
    expect(told!.change.put.site?.map(({name}) => name)).toEqual(['Café “Zoë” 🏥']);
    expect((await plan()).site.map(({name}) => name)).toEqual(['Café “Zoë” 🏥']);
    valueIn(await to.call('history.undo', {}));
    expect((await plan()).site).toEqual([]);
    valueIn(await to.call('history.redo', {}));
    expect((await plan()).site.map(({name}) => name)).toEqual(['Café “Zoë” 🏥']);
    await until(() => expect(heard('changed')).toHaveLength(3));
  });

  it('gives each of many calls at once its own answer', async () => {
    valueIn(await to.call('project.create', {name: 'Eastmoor'}));
    const names = Array.from({length: 40}, (_each, index) => `Building ${index + 1}`);
    const add = (name: string): Promise<Reply> => to.call('sites.add', {name, at: [-0.7, 52.6], standing: 'existing'});
    const replies = await Promise.all(names.map(add));
    expect(replies.every(({ok}) => ok)).toBe(true);
    expect((await plan()).site.map(({name}) => name).sort()).toEqual([...names].sort());
  });

  it('writes and reads files by token, and never by path', async () => {
    valueIn(await to.call('project.create', {name: 'Eastmoor'}));
    const path = join(to.files, 'Eastmoor.gpkg');
    expect(errorIn(await to.call('project.save', {to: path})).kind).toBe('missing');
    const {grant, name} = await to.save('Eastmoor.gpkg');
    expect(name).toBe('Eastmoor.gpkg');
    expect(grant).not.toContain('/');
    valueIn(await to.call('project.save', {to: grant}));
    expect(readFileSync(path).subarray(0, 15).toString()).toBe('SQLite format 3');
    valueIn(await to.call('project.close', {}));
    const picked = await to.pick('Eastmoor.gpkg');
    valueIn(await to.call('project.open', {file: picked.grant}));
    expect(valueIn(await to.call('project.state', {}))).toMatchObject({
      open: {name: 'Eastmoor', fileName: 'Eastmoor.gpkg'},
    });
  });

  it('refuses a file that is no project and leaves it as it was', async () => {
    const path = join(to.files, 'letter.gpkg');
    writeFileSync(path, 'Dear planner');
    const {mtimeMs} = statSync(path);
    const {grant} = await to.pick('letter.gpkg');
    expect(errorIn(await to.call('project.open', {file: grant})).kind).toBe('file');
    expect(readFileSync(path, 'utf8')).toBe('Dear planner');
    expect(statSync(path).mtimeMs).toBe(mtimeMs);
  });

  it('tells how far a job is under the id it was asked with, and measures the sample town', async () => {
    valueIn(await to.call('project.sample', {}, 9001));
    expect(heard('progressed').some((news) => 'id' in news && news.id === 9001)).toBe(true);
    const did = valueIn<{sites: number; measured: number}>(await to.call('travel.measure', {mode: 'drive'}));
    expect(did.measured).toBe(did.sites);
    expect(did.sites).toBeGreaterThan(20);
    const asked = {service: 'dialysis', mode: 'drive', within: 30};
    const scored = valueIn<{state: string; answer: {audit: Record<string, number>}}>(
      await to.call('score.answer', asked),
    );
    const {residents, served, beyond, unreachable} = scored.answer.audit as Record<
      'residents' | 'served' | 'beyond' | 'unreachable',
      number
    >;
    expect(served + beyond + unreachable).toBe(residents);
    expect(residents).toBeGreaterThan(10_000);
  });

  it('stops a job that is no longer wanted, and then nothing has changed', async () => {
    valueIn(await to.call('project.create', {name: 'Eastmoor'}));
    const {grant} = await to.pick(writeLongTable(to.files));
    const job = to.call('evidence.import', {files: [grant]}, 9002);
    await until(() => expect(heard('progressed').some((news) => 'id' in news && news.id === 9002)).toBe(true));
    await to.cancel(9002);
    expect(errorIn(await job).kind).toBe('cancelled');
    expect(valueIn(await to.call('evidence.sources', {}))).toMatchObject({sources: []});
    expect(heard('imported')).toEqual([]);
  });

  it('sends nothing but JSON', async () => {
    valueIn(await to.call('project.sample', {}));
    for (const [name, input] of [
      ['plan.read', {}],
      ['evidence.sources', {}],
      ['map.mesh', {}],
      ['assumptions.list', {}],
    ] as const) {
      const value = valueIn(await to.call(name, input));
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    }
  });
});
