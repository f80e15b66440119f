import {join} from 'node:path';
import {beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';
import {ROOT, until} from '../host/carriers.ts';
import * as electron from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const {app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, utilityProcess} = electron;
const OURS = {senderFrame: {url: 'app://planner/', parent: null}};

let window: InstanceType<typeof BrowserWindow>;
let engine: electron.FakeUtility;
const invoke = async (channel: string, message: unknown, event: unknown = OURS): Promise<unknown> =>
  ipcMain.handlers.get(channel)!(event, message);

beforeAll(async () => {
  vi.stubEnv('CLOSER_ENGINE_NODE', '');
  await import('../../electron/main.ts');
  await until(() => expect(BrowserWindow.all).toHaveLength(1));
  window = BrowserWindow.all[0]!;
  engine = utilityProcess.forked[0]!.child;
});
beforeEach(() => {
  dialog.asked = [];
  engine.got = [];
});

describe('the window', () => {
  it('shows our own page, with no Node in it, sandboxed, in a context of its own', () => {
    expect(window.loaded).toBe('app://planner/');
    expect(window.shown).toBe(1);
    expect(window.settings.webPreferences).toEqual({
      preload: join(ROOT, 'dist', 'electron', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
  });

  it.each(['will-navigate', 'will-redirect', 'will-attach-webview'])('stays where it is: %s is refused', (event) => {
    let prevented = false;
    window.webContents.emit(event, {preventDefault: () => (prevented = true)});
    expect(prevented).toBe(true);
  });

  it('opens no other window', () => {
    expect(window.webContents.openHandler({url: 'https://example.com/'})).toEqual({action: 'deny'});
    expect(window.webContents.openHandler({url: 'app://planner/'})).toEqual({action: 'deny'});
  });

  it('gets no permission, no device, no download', () => {
    const {permission, check, device} = session.defaultSession;
    const answers: unknown[] = [];
    for (const asked of ['geolocation', 'media', 'notifications', 'clipboard-read', 'openExternal']) {
      permission!(null, asked, (answer) => answers.push(answer));
    }
    expect(answers).toEqual([false, false, false, false, false]);
    expect([check!(), device!()]).toEqual([false, false]);
    let prevented = false;
    session.defaultSession.emit('will-download', {preventDefault: () => (prevented = true)});
    expect(prevented).toBe(true);
  });

  it('lets no request leave the computer', () => {
    const cancelled = (url: string): unknown => {
      let answer: unknown;
      session.defaultSession.request!({url}, (given) => (answer = given));
      return (answer as {cancel: boolean}).cancel;
    };
    expect(['app://planner/', 'app://planner/map/areas.mesh', 'data:image/png;base64,'].map(cancelled)).toEqual([
      false,
      false,
      false,
    ]);
    const outside = [
      'https://example.com/',
      'http://127.0.0.1:1/',
      'ws://example.com/',
      'file:///etc/passwd',
      'blob:app://planner/1',
      'ftp://a/',
    ];
    expect(outside.map(cancelled)).toEqual(outside.map(() => true));
    expect(app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  });

  it('comes to the front when Closer is started again', () => {
    let focused = 0;
    window.on('focused', () => focused++);
    app.emit('second-instance');
    expect(focused).toBe(1);
  });
});

describe('pages under app://', () => {
  it('are those of this program alone', async () => {
    expect(protocol.schemes).toEqual([
      {scheme: 'app', privileges: {standard: true, secure: true, supportFetchAPI: true}},
    ]);
    const page = protocol.pages.get('app')!;
    utilityProcess.answers['map.streets'] = {type: 'FeatureCollection', features: []};
    expect(await (await page(new Request('app://planner/map/streets.geojson'))).json()).toEqual({
      type: 'FeatureCollection',
      features: [],
    });
    for (const url of ['app://other/', 'app://planner.evil/']) {
      expect((await page(new Request(url))).status).toBe(404);
    }
  });
});

describe('messages', () => {
  it.each([
    ['another site', {url: 'https://example.com/', parent: null}],
    ['a name that only begins like ours', {url: 'app://planner.evil/', parent: null}],
    ['another page of ours', {url: 'app://planner/assets/x.html', parent: null}],
    ['a frame inside our page', {url: 'app://planner/', parent: {}}],
    ['a frame that is gone', null],
  ])('of %s are refused', async (_, senderFrame) => {
    for (const channel of ['call', 'pick', 'save', 'dropped']) {
      await expect(invoke(channel, {id: 1, name: 'project.state', input: {}}, {senderFrame})).rejects.toThrow(
        'Only Closer’s own page may ask.',
      );
    }
    ipcMain.emit('cancel', {senderFrame}, 1);
    expect(engine.got).toEqual([]);
  });

  it('of our page go to the engine and back', async () => {
    utilityProcess.answers['plan.read'] = {site: []};
    expect(await invoke('call', {id: 41, name: 'plan.read', input: {a: 1}})).toEqual({
      id: 41,
      ok: true,
      value: {site: []},
    });
    expect(engine.got).toMatchObject([{name: 'plan.read', input: {a: 1}}]);
  });

  it('tell every piece of news', () => {
    engine.emit('message', {news: 'imported'});
    expect(window.webContents.sent.at(-1)).toEqual(['news', {news: 'imported'}]);
  });
});

describe('files', () => {
  it('that are picked reach the engine as a path and the page as a token', async () => {
    dialog.paths = ['/home/ann/people.csv', '/home/ann/areas.geojson'];
    const picked = (await invoke('pick', {title: 'Bring evidence', many: true, extensions: ['csv', 'geojson']})) as {
      grant: string;
      name: string;
    }[];
    expect(picked.map(({name}) => name)).toEqual(['people.csv', 'areas.geojson']);
    expect(JSON.stringify(picked)).not.toContain('/home/ann');
    expect(engine.got).toEqual(picked.map(({grant}, index) => ({grant, path: dialog.paths[index]})));
    expect(dialog.asked).toEqual([
      {
        title: 'Bring evidence',
        properties: ['openFile', 'multiSelections'],
        filters: [{name: '.csv, .geojson', extensions: ['csv', 'geojson']}],
      },
    ]);
  });

  it('that are not picked after all are none', async () => {
    dialog.paths = [];
    dialog.savePath = '';
    expect(await invoke('pick', {title: 'Open', many: false, extensions: []})).toEqual([]);
    expect(await invoke('save', {title: 'Save', name: 'a.gpkg'})).toBeNull();
  });

  it('that are dropped must be there', async () => {
    const readme = join(ROOT, 'package.json');
    expect(await invoke('dropped', [readme, ROOT, '/no/such/file', 7])).toEqual([
      {grant: expect.any(String), name: 'package.json'},
    ]);
  });
});

describe('the engine', () => {
  it('runs in a process of its own, told where things are', () => {
    const {entry, words} = utilityProcess.forked[0]!;
    expect(entry).toBe(join(ROOT, 'dist', 'engine', 'engine-process.mjs'));
    expect(JSON.parse(words[0]!)).toEqual({
      folder: '/somewhere/closer',
      town: join(ROOT, 'seeds', 'town'),
      version: '0.1.0',
    });
  });

  it('is started again if it dies, and the page is told', async () => {
    engine.emit('exit', 1);
    await until(() => expect(window.webContents.sent.at(-1)).toEqual(['news', {news: 'restarted'}]));
    expect(utilityProcess.forked).toHaveLength(2);
    engine = utilityProcess.forked[1]!.child;
  });
});

describe('the menu', () => {
  it('tells the page which action was chosen', () => {
    const menus = Menu.shown as {label: string; submenu: {label?: string; click?: () => void}[]}[];
    menus.flatMap(({submenu}) => submenu).find(({label}) => label === 'Undo')!.click!();
    expect(window.webContents.sent.at(-1)).toEqual(['news', {news: 'chosen', action: 'history.undo'}]);
  });
});

describe('closing the window', () => {
  const state = (unsaved: boolean): void => {
    utilityProcess.answers['project.state'] = {open: {name: 'Eastmoor', fileName: null, unsaved}};
  };

  it('asks about changes that are not saved, once, and stays if the person wishes', async () => {
    state(true);
    dialog.response = 2;
    window.close();
    window.close();
    await until(() => expect(dialog.asked).toHaveLength(1));
    expect(dialog.asked).toMatchObject([
      {message: 'Save the changes to “Eastmoor”?', buttons: ['Save', 'Don’t save', 'Cancel'], cancelId: 2},
    ]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(window.closed).toBe(false);
    expect(engine.got.map(({name}) => name)).toEqual(['project.state']);
  });

  it('throws the changes away when told to, then ends the engine and the program', async () => {
    state(true);
    dialog.response = 1;
    window.close();
    await until(() => expect(app.ended).toBe(1));
    expect(window.closed).toBe(true);
    expect(engine.got.at(-1)).toEqual({end: true});
    expect(engine.got.find(({name}) => name === 'project.close')).toMatchObject({input: {discard: true}});
  });
});
