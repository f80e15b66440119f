import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {replaceFile} from './replace-file.ts';

const fileIn = (folder: string) => join(folder, 'basemap.json');

/** The map file that was chosen on this computer, or null. A choice that is damaged or can’t be read is none. */
export function readBasemapChoice(folder: string): string | null {
  try {
    const said: unknown = JSON.parse(readFileSync(fileIn(folder), 'utf8'));
    const path = (said as {path?: unknown} | null)?.path;
    return typeof path === 'string' ? path : null;
  } catch (error) {
    if (error instanceof SyntaxError || typeof (error as {code?: unknown}).code === 'string') return null;
    throw error;
  }
}

export function keepBasemapChoice(folder: string, path: string | null): void {
  mkdirSync(folder, {recursive: true});
  replaceFile(fileIn(folder), (temporary) => writeFileSync(temporary, JSON.stringify({path})));
}
