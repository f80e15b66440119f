import {join} from 'node:path';
import {app, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, Menu, session} from 'electron';
import {startEngine} from '../src/host/engine-client.ts';
import {onlyFiles} from '../src/host/folder.ts';
import {grants} from '../src/host/grants.ts';
import type {Call, Chosen, News} from '../src/host/messages.ts';
import type {Ask} from '../src/host/open-project.ts';
import {engineProcess} from './engine.ts';
import {claimScheme, type PickWanted, pickFile, saveFile, servePages} from './files.ts';
import {askBeforeClosing} from './leaving.ts';
import {menuTemplate} from './menu.ts';
import {isFromPage, keepInPlace, keepOffline, openWindow, PAGE} from './window.ts';

// As root, in a container, Chromium has no sandbox to give; the released program is never run without.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Nothing is looked up or fetched, by Chromium's own doing either.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.commandLine.appendSwitch('disable-background-networking');
claimScheme();

/** One engine process, one window, one menu. */
function start(): void {
  const engine = startEngine(engineProcess());
  const grant = grants(engine.grant);
  const ask: Ask = (name, input) => engine.call({id: -1, name, input});
  servePages(ask);
  keepOffline(session.defaultSession, !app.isPackaged);
  app.on('web-contents-created', (_event, contents) => keepInPlace(contents));

  const window = openWindow(join(app.getAppPath(), 'dist', 'electron', 'preload.cjs'));
  const tell = (news: News | Chosen): void => {
    if (!window.isDestroyed()) window.webContents.send('news', news);
  };
  engine.listen(tell);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate((action) => tell({news: 'chosen', action}), process.platform === 'darwin')),
  );
  askBeforeClosing(window, ask, grant);
  answer('call', ({id, name, input}: Call) => engine.call({id: Number(id), name: String(name), input}));
  answer('pick', (wanted: PickWanted) => pickFile(window, grant, wanted));
  answer('save', (wanted: {title: string; name: string}) => saveFile(window, grant, wanted));
  answer('dropped', (paths: unknown) => onlyFiles(paths).map((path) => grant(path)));
  ipcMain.on('cancel', (event: IpcMainEvent, id: unknown) => {
    if (isFromPage(event)) engine.cancel(Number(id));
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  // The project was closed before the window was: what is left of the engine has nothing to lose.
  app.on('window-all-closed', () => void engine.close().then(() => app.exit()));
  void window.loadURL(PAGE);
}

/** Answers the page's messages of one kind, and nobody else's. */
function answer<T>(channel: string, reply: (message: T) => unknown): void {
  ipcMain.handle(channel, (event: IpcMainInvokeEvent, message: T) => {
    if (!isFromPage(event)) throw new Error('Only Closer’s own page may ask.');
    return reply(message);
  });
}

if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();
