import {afterEach, describe, expect, it} from 'vitest';
import * as work from '../../../renderer/state/work.ts';

afterEach(() => {
  work.raise(null);
  for (const {id} of work.work().notices) work.dismiss(id);
});

describe('dialogs', () => {
  it('are gone before their answer is acted upon', async () => {
    const asked = work.askText({title: 'Rename', label: 'Name', verb: 'Rename'});
    const {asking} = work.work();
    expect(asking).toMatchObject({what: 'text', value: '', hint: ''});
    if (asking?.what === 'text') asking.answer('Corn Exchange');
    expect(work.work().asking).toBeNull();
    expect(await asked).toBe('Corn Exchange');
  });

  it('leave alone the one that came after them', async () => {
    const first = work.confirm({title: 'Remove?', sentence: '', verb: 'Remove'});
    const {asking} = work.work();
    work.raise({what: 'keys'});
    if (asking?.what === 'confirm') asking.answer(true);
    expect(await first).toBe(true);
    expect(work.work().asking).toEqual({what: 'keys'});
  });
});

describe('notices', () => {
  it('are never more than three, and never twice the same', () => {
    for (const sentence of ['a', 'b', 'b', 'c', 'd']) work.notify('trouble', sentence);
    expect(work.work().notices.map(({sentence}) => sentence)).toEqual(['b', 'c', 'd']);
  });
});

describe('jobs', () => {
  it('show how far they are, and go when they end', () => {
    const id = work.startJob('Saving', () => {}, null);
    work.progressJob(id, {done: 3, of: 4, doing: 'Checking'});
    expect(work.work().jobs).toMatchObject([{label: 'Saving', doing: 'Checking', done: 3, of: 4}]);
    work.endJob(id);
    expect(work.work().jobs).toEqual([]);
  });
});
