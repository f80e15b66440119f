import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import type {PlanRows} from '../../src/domain/plan.ts';
import type {Reply} from '../../src/host/messages.ts';
import {folders, type OverProcess, overProcess, until} from './carriers.ts';
import {writeLongTable} from './long-import.ts';

const TRYING = join(import.meta.dirname, 'trying-process.ts');
/** Two seconds: on a busy machine a process that turns may be kept from answering for a good part of one. */
const IMPATIENT = {ping: 100, misses: 20, end: 2000};

let to: OverProcess;
afterEach(() => to.close());

const value = async <T>(reply: Promise<Reply>): Promise<T> => {
  const answered = await reply;
  if (!answered.ok) throw new Error(answered.error.message);
  return answered.value as T;
};
const restarts = (): number => to.news.filter(({news}) => news === 'restarted').length;
const kill = (): void => void process.kill(to.client.pid()!, 'SIGKILL');

describe('an engine that is killed', () => {
  it('is started again with everything committed still there, and undo too', async () => {
    to = overProcess();
    await value(to.call('project.create', {name: 'Eastmoor'}));
    await value(to.call('sites.add', {name: 'Library', at: [-0.7, 52.6], standing: 'existing'}));
    const before = to.client.pid();
    kill();
    await until(() => expect(restarts()).toBe(1));
    expect(to.client.pid()).not.toBe(before);
    expect((await value<PlanRows>(to.call('plan.read', {}))).site.map(({name}) => name)).toEqual(['Library']);
    await value(to.call('history.undo', {}));
    expect((await value<PlanRows>(to.call('plan.read', {}))).site).toEqual([]);
  });

  it('is killed again and again without losing a step', async () => {
    to = overProcess();
    await value(to.call('project.create', {name: 'Eastmoor'}));
    const names: string[] = [];
    for (let round = 1; round <= 5; round++) {
      const name = `Building ${round}`;
      await value(to.call('sites.add', {name, at: [-0.7, 52.6], standing: 'existing'}));
      names.push(name);
      kill();
      await until(() => expect(restarts()).toBe(round));
    }
    expect((await value<PlanRows>(to.call('plan.read', {}))).site.map(({name}) => name).sort()).toEqual(names);
  });

  it('opens the saved file again when there was nothing unsaved', async () => {
    to = overProcess();
    await value(to.call('project.create', {name: 'Eastmoor'}));
    await value(to.call('project.save', {to: (await to.save('town.gpkg')).grant}));
    kill();
    await until(() => expect(restarts()).toBe(1));
    const state = await value<{open: unknown}>(to.call('project.state', {}));
    expect(state.open).toMatchObject({name: 'Eastmoor', fileName: 'town.gpkg', unsaved: false});
  });

  it('during a job answers the job with an error, and calls made meanwhile when it is back', async () => {
    to = overProcess();
    await value(to.call('project.create', {name: 'Eastmoor'}));
    const {grant} = await to.pick(writeLongTable(to.files));
    const job = to.call('evidence.import', {files: [grant]});
    await until(() => expect(to.news.some(({news}) => news === 'progressed')).toBe(true));
    kill();
    const lost = await job;
    expect(lost).toMatchObject({ok: false, error: {kind: 'bug'}});
    expect(lost.ok || lost.error.message).toContain('started again');
    expect((await to.call('project.state', {})).ok).toBe(true);
  });
});

describe('an engine’s process', () => {
  it('that no longer turns is ended and started again', async () => {
    to = overProcess(IMPATIENT, TRYING);
    await value(to.call('project.state', {}));
    const stuck = await to.call('turn for ever', {});
    expect(stuck).toMatchObject({ok: false, error: {kind: 'bug'}});
    expect((await to.call('project.state', {})).ok).toBe(true);
    expect(restarts()).toBe(1);
  });

  it('that is only slow to answer is left alone', async () => {
    to = overProcess(IMPATIENT, TRYING);
    expect(await value(to.call('be slow', 3000))).toBe('at last');
    expect(restarts()).toBe(0);
  });

  it('that falls over is started again, with the files that were granted', async () => {
    to = overProcess(undefined, TRYING);
    const {grant} = await to.pick('a.csv');
    expect(await to.call('fall', {})).toMatchObject({ok: false, error: {kind: 'bug'}});
    const {granted} = await value<{granted: string[]}>(to.call('project.state', {}));
    expect(granted).toEqual([`${grant} ${join(to.files, 'a.csv')}`]);
  });

  it('that cannot start is given up, with what it said', async () => {
    const {files, remove} = folders();
    const broken = join(files, 'broken.mjs');
    writeFileSync(broken, 'console.error("no such luck"); process.exit(1);');
    to = overProcess(undefined, broken);
    const reply = await to.call('project.state', {});
    expect(reply).toMatchObject({ok: false, error: {kind: 'bug'}});
    expect(reply.ok || reply.error.message).toContain('no such luck');
    remove();
  });

  it('ends when its host closes, and answers nothing after that', async () => {
    to = overProcess(undefined, TRYING);
    await value(to.call('project.state', {}));
    const pid = to.client.pid()!;
    await to.client.close();
    expect(() => process.kill(pid, 0)).toThrow();
    expect(await to.call('project.state', {})).toMatchObject({ok: false, error: {kind: 'cancelled'}});
  });

  it('leaves no call of two screens with the same id to the wrong one', async () => {
    to = overProcess(undefined, TRYING);
    const slow = to.call('be slow', 200, 7);
    const quick = to.call('project.state', {}, 7);
    expect(await quick).toMatchObject({id: 7, value: {open: null}});
    expect(await slow).toEqual({id: 7, ok: true, value: 'at last'});
  });

  it('answers a call that was stopped', async () => {
    to = overProcess(undefined, TRYING);
    const silent = to.call('stay silent', {}, 12);
    await value(to.call('project.state', {}));
    to.cancel(12);
    expect(await silent).toMatchObject({id: 12, ok: false, error: {kind: 'cancelled'}});
  });
});
