import {join} from 'node:path';
import {app, type BrowserWindow, dialog, type FileFilter, protocol} from 'electron';
import {files} from '../src/host/files.ts';
import type {Grant} from '../src/host/grants.ts';
import type {Picked} from '../src/host/messages.ts';
import type {Ask} from '../src/host/open-project.ts';
import {PAGE} from './window.ts';

/** Must be called before Electron is ready: pages under app:// are treated like those of a secure site. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {scheme: 'app', privileges: {standard: true, secure: true, supportFetchAPI: true}},
  ]);
}

/** Serves app://planner/ from the built renderer, the resources and the engine's shapes. */
export function servePages(ask: Ask): void {
  const root = app.getAppPath();
  const page = files({
    renderer: join(root, 'dist', 'renderer'),
    resources: join(root, 'resources'),
    ask,
  });
  protocol.handle('app', (request) =>
    request.url.startsWith(PAGE) ? page(request) : new Response('There is no such page.', {status: 404}),
  );
}

export interface PickWanted {
  title: string;
  many: boolean;
  extensions: string[];
}

/** The system's own dialog; what was picked is known to the page by token and name only. */
export async function pickFile(
  window: BrowserWindow,
  grant: Grant,
  {title, many, extensions}: PickWanted,
): Promise<Picked[]> {
  const {filePaths} = await dialog.showOpenDialog(window, {
    title: String(title),
    properties: many ? ['openFile', 'multiSelections'] : ['openFile'],
    filters: filtersFor(extensions),
  });
  return filePaths.map((path) => grant(path));
}

export async function saveFile(
  window: BrowserWindow,
  grant: Grant,
  wanted: {title: string; name: string},
): Promise<Picked | null> {
  const name = String(wanted.name);
  const extension = /\.(\w+)$/.exec(name)?.[1];
  const {filePath} = await dialog.showSaveDialog(window, {
    title: String(wanted.title),
    defaultPath: name,
    filters: filtersFor(extension ? [extension] : []),
  });
  return filePath ? grant(filePath) : null;
}

function filtersFor(extensions: string[]): FileFilter[] {
  return extensions.length === 0 ? [] : [{name: extensions.map((each) => `.${each}`).join(', '), extensions}];
}
