import {
  BrowserWindow,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  nativeTheme,
  type Session,
  type WebContents,
} from 'electron';

/** The one address that the window shows, and its messages come from. */
export const PAGE = 'app://planner/';

/** Opens the window: its page has no Node, a sandbox, and a context of its own. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#101820' : '#F7F8F6',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Dictionaries would be fetched from the internet.
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

/** Whatever a page tries, it stays where it is: no other page, no other window, no view inside. */
export function keepInPlace(contents: WebContents): void {
  const refuse = (event: {preventDefault: () => void}): void => event.preventDefault();
  contents.on('will-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({action: 'deny'}));
}

/** Nothing leaves this computer: only our own pages are loaded, and no permission is granted. */
export function keepOffline(session: Session, tools: boolean): void {
  const schemes = ['app:', 'data:', ...(tools ? ['devtools:'] : [])];
  session.webRequest.onBeforeRequest(({url}, answer) => answer({cancel: !schemes.includes(new URL(url).protocol)}));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

/** Does the message come from our own page, and not from a frame that somehow got into it? */
export function isFromPage({senderFrame}: IpcMainEvent | IpcMainInvokeEvent): boolean {
  if (!senderFrame || senderFrame.parent) return false;
  return senderFrame.url === PAGE || senderFrame.url.startsWith(`${PAGE}?`) || senderFrame.url.startsWith(`${PAGE}#`);
}
