import {readFileSync} from 'node:fs';
import {extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The folder that everything of the program stands in: two up from here, in the sources and in the bundle alike. */
export const program = fileURLToPath(new URL('../../', import.meta.url));

/** A file of ours that is started rather than imported: `.ts` in the sources, `.mjs` in the bundle. */
export function started(name: string): string {
  return fileURLToPath(new URL(`./${name}${extname(fileURLToPath(import.meta.url))}`, import.meta.url));
}

export function versionOfProgram(): string {
  return (JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')) as {version: string}).version;
}
