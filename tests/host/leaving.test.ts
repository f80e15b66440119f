import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {type LeavingDialogs, mayLeave} from '../../src/host/leaving.ts';
import type {Ask} from '../../src/host/open-project.ts';
import {type Carrier, inProcess} from './carriers.ts';

let to: Carrier;
let ask: Ask;
/** What the person was asked and told, in order. */
let heard: string[];
beforeEach(() => {
  to = inProcess();
  ask = (name, input) => to.call(name, input);
  heard = [];
});
afterEach(() => to.close());

function person(wish: 'save' | 'discard' | 'stay', where: string | null = null): LeavingDialogs {
  return {
    whatToDo: async (name) => {
      heard.push(`save ${name}?`);
      return wish;
    },
    whereTo: async (name) => {
      heard.push(`where? ${name}`);
      return where === null ? null : to.save(where);
    },
    complain: (sentence) => void heard.push(sentence),
  };
}

const open = async (): Promise<{unsaved: boolean} | null> => {
  const reply = await ask('project.state', {});
  return reply.ok ? (reply.value as {open: {unsaved: boolean} | null}).open : null;
};

describe('leaving', () => {
  it('asks nothing when nothing is open', async () => {
    expect(await mayLeave(ask, person('stay'))).toBe(true);
    expect(heard).toEqual([]);
  });

  it('asks nothing when everything is saved, and closes the project', async () => {
    await ask('project.create', {name: 'Eastmoor'});
    await ask('project.save', {to: (await to.save('a.gpkg')).grant});
    expect(await mayLeave(ask, person('stay'))).toBe(true);
    expect(heard).toEqual([]);
    expect(await open()).toBeNull();
  });

  it('stays when the person thinks better of it', async () => {
    await ask('project.create', {name: 'Eastmoor'});
    expect(await mayLeave(ask, person('stay'))).toBe(false);
    expect(heard).toEqual(['save Eastmoor?']);
    expect(await open()).toMatchObject({unsaved: true});
  });

  it('throws changes away only when told to', async () => {
    await ask('project.create', {name: 'Eastmoor'});
    expect(await mayLeave(ask, person('discard'))).toBe(true);
    expect(await open()).toBeNull();
  });

  it('saves into a file that is named then, under a name that every system takes', async () => {
    await ask('project.create', {name: 'East/moor: 2'});
    expect(await mayLeave(ask, person('save', 'b.gpkg'))).toBe(true);
    expect(heard).toEqual(['save East/moor: 2?', 'where? East moor  2.gpkg']);
    expect(existsSync(join(to.files, 'b.gpkg'))).toBe(true);
    expect(await open()).toBeNull();
  });

  it('saves into the file it came from without asking where', async () => {
    await ask('project.create', {name: 'Eastmoor'});
    await ask('project.save', {to: (await to.save('c.gpkg')).grant});
    await ask('sites.add', {name: 'Library', at: [-0.7, 52.6], standing: 'existing'});
    expect(await mayLeave(ask, person('save'))).toBe(true);
    expect(heard).toEqual(['save Eastmoor?']);
  });

  it('stays when no file is named', async () => {
    await ask('project.create', {name: 'Eastmoor'});
    expect(await mayLeave(ask, person('save', null))).toBe(false);
    expect(await open()).toMatchObject({unsaved: true});
  });

  it('stays when saving fails, and says why', async () => {
    await ask('project.create', {name: 'Eastmoor'});
    expect(await mayLeave(ask, person('save', join('no', 'such', 'folder.gpkg')))).toBe(false);
    expect(heard).toHaveLength(3);
    expect(await open()).toMatchObject({unsaved: true});
  });
});
