import {EventEmitter} from 'node:events';
import {ROOT} from '../host/carriers.ts';

// What the desktop host uses of Electron, recording what it is asked. Only Electron is faked, nothing of ours.

export class FakeContents extends EventEmitter {
  sent: unknown[][] = [];
  openHandler: (details: {url: string}) => {action: string} = () => ({action: 'allow'});
  setWindowOpenHandler(handler: FakeContents['openHandler']): void {
    this.openHandler = handler;
  }
  send(...words: unknown[]): void {
    this.sent.push(words);
  }
}

export class BrowserWindow extends EventEmitter {
  static all: BrowserWindow[] = [];
  settings: {webPreferences: Record<string, unknown>};
  webContents = new FakeContents();
  loaded = '';
  shown = 0;
  closed = false;
  constructor(settings: BrowserWindow['settings']) {
    super();
    this.settings = settings;
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.loaded = url;
    this.emit('ready-to-show');
  }
  show(): void {
    this.shown++;
  }
  isMinimized = (): boolean => false;
  focus(): void {
    this.emit('focused');
  }
  isDestroyed = (): boolean => this.closed;
  close(): void {
    let prevented = false;
    this.emit('close', {preventDefault: () => (prevented = true)});
    if (prevented) return;
    this.closed = true;
    app.emit('window-all-closed');
  }
}

class FakeApp extends EventEmitter {
  isPackaged = false;
  switches = new Map<string, string>([['no-sandbox', '']]);
  sandboxed = false;
  ended = 0;
  commandLine = {
    hasSwitch: (name: string): boolean => this.switches.has(name),
    appendSwitch: (name: string, value = ''): void => void this.switches.set(name, value),
  };
  enableSandbox(): void {
    this.sandboxed = true;
  }
  requestSingleInstanceLock = (): boolean => true;
  whenReady = async (): Promise<void> => undefined;
  getAppPath = (): string => ROOT;
  getPath = (): string => '/somewhere/closer';
  getVersion = (): string => '0.1.0';
  quit(): void {}
  exit(): void {
    this.ended++;
  }
}
export const app = new FakeApp();

type Invoked = (event: unknown, message: unknown) => unknown;
class FakeMain extends EventEmitter {
  handlers = new Map<string, Invoked>();
  handle(channel: string, handler: Invoked): void {
    this.handlers.set(channel, handler);
  }
}
export const ipcMain = new FakeMain();

export const nativeTheme = {shouldUseDarkColors: false};

export const Menu = {
  shown: null as unknown,
  buildFromTemplate: (template: unknown): unknown => template,
  setApplicationMenu(menu: unknown): void {
    Menu.shown = menu;
  },
};

type Answered = (answer: unknown) => void;
class FakeSession extends EventEmitter {
  request: ((details: {url: string}, answer: Answered) => void) | null = null;
  permission: ((contents: unknown, permission: string, answer: Answered) => void) | null = null;
  check: (() => boolean) | null = null;
  device: (() => boolean) | null = null;
  webRequest = {
    onBeforeRequest: (handler: NonNullable<FakeSession['request']>): void => {
      this.request = handler;
    },
  };
  setPermissionRequestHandler(handler: NonNullable<FakeSession['permission']>): void {
    this.permission = handler;
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler;
  }
}
export const session = {defaultSession: new FakeSession()};

export const protocol = {
  schemes: [] as unknown[],
  pages: new Map<string, (request: Request) => Response | Promise<Response>>(),
  registerSchemesAsPrivileged: (schemes: unknown[]): void => void protocol.schemes.push(...schemes),
  handle: (scheme: string, page: (request: Request) => Response): void => void protocol.pages.set(scheme, page),
};

export const dialog = {
  asked: [] as unknown[],
  paths: [] as string[],
  savePath: '',
  response: 2,
  async showOpenDialog(_window: unknown, settings: unknown): Promise<{filePaths: string[]}> {
    dialog.asked.push(settings);
    return {filePaths: dialog.paths};
  },
  async showSaveDialog(_window: unknown, settings: unknown): Promise<{filePath: string}> {
    dialog.asked.push(settings);
    return {filePath: dialog.savePath};
  },
  async showMessageBox(_window: unknown, settings: unknown): Promise<{response: number}> {
    dialog.asked.push(settings);
    return {response: dialog.response};
  },
  showErrorBox: (title: string, text: string): void => void dialog.asked.push({title, text}),
};

/** A utility process that answers pings, and calls with whatever the test has put in `answers`. */
export class FakeUtility extends EventEmitter {
  pid = undefined;
  got: Record<string, unknown>[] = [];
  postMessage(message: Record<string, unknown>): void {
    this.got.push(message);
    queueMicrotask(() => {
      if ('ping' in message) this.emit('message', message);
      if ('end' in message) this.emit('exit', 0);
      if (!('name' in message)) return;
      const value = utilityProcess.answers[message.name as string] ?? null;
      this.emit('message', {id: message.id, ok: true, value});
    });
  }
}
export const utilityProcess = {
  answers: {} as Record<string, unknown>,
  forked: [] as {entry: string; words: string[]; child: FakeUtility}[],
  fork(entry: string, words: string[]): FakeUtility {
    const child = new FakeUtility();
    utilityProcess.forked.push({entry, words, child});
    return child;
  },
};

class FakeRenderer extends EventEmitter {
  invoked: unknown[][] = [];
  async invoke(...words: unknown[]): Promise<unknown> {
    this.invoked.push(words);
    return 'answered';
  }
  send(...words: unknown[]): void {
    this.invoked.push(words);
  }
}
export const ipcRenderer = new FakeRenderer();
export const contextBridge = {
  exposed: {} as Record<string, unknown>,
  exposeInMainWorld(name: string, value: unknown): void {
    contextBridge.exposed[name] = value;
  },
};
export const webUtils = {getPathForFile: (file: {name: string}): string => `/home/ann/${file.name}`};
