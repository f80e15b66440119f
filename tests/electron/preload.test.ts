import {beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';
import type {Bridge} from '../../src/host/messages.ts';
import {contextBridge, ipcRenderer} from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

let bridge: Bridge;
beforeAll(async () => {
  await import('../../electron/preload.ts');
  bridge = contextBridge.exposed.bridge as Bridge;
});
beforeEach(() => {
  ipcRenderer.invoked = [];
});

describe('the bridge of the desktop host', () => {
  it('is all that the page gets', () => {
    expect(Object.keys(contextBridge.exposed)).toEqual(['bridge']);
    expect(Object.keys(bridge).sort()).toEqual(['call', 'cancel', 'dropped', 'on', 'pickFile', 'saveFile']);
  });

  it('sends each message on its own channel', async () => {
    expect(await bridge.call('sites.add', {name: 'Library'}, 5)).toBe('answered');
    bridge.cancel(5);
    await bridge.pickFile({title: 'Open', many: false, extensions: ['gpkg']});
    await bridge.saveFile({title: 'Save', name: 'a.gpkg'});
    expect(ipcRenderer.invoked).toEqual([
      ['call', {id: 5, name: 'sites.add', input: {name: 'Library'}}],
      ['cancel', 5],
      ['pick', {title: 'Open', many: false, extensions: ['gpkg']}],
      ['save', {title: 'Save', name: 'a.gpkg'}],
    ]);
  });

  it('hands news on without Electron’s event, until it is told to stop', () => {
    const heard: unknown[][] = [];
    const deaf = bridge.on((...words) => heard.push(words));
    ipcRenderer.emit('news', {sender: 'secret'}, {news: 'opened'});
    deaf();
    ipcRenderer.emit('news', {sender: 'secret'}, {news: 'closed'});
    expect(heard).toEqual([[{news: 'opened'}]]);
  });

  it('asks the system where a dropped file is, and tells only the main process', async () => {
    expect(await bridge.dropped([new File(['x'], 'people.csv')])).toBe('answered');
    expect(ipcRenderer.invoked).toEqual([['dropped', ['/home/ann/people.csv']]]);
  });
});
