import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** All files below a folder of the project, as paths from its root with forward slashes. */
export function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, folder), {recursive: true, withFileTypes: true})
    .filter((each) => each.isFile() && ending.test(each.name))
    .map((each) => relative(ROOT, join(each.parentPath, each.name)).replaceAll('\\', '/'))
    .sort();
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

export interface Import {
  from: string;
  /** A path from the root for our own files, the package's name for others. */
  to: string;
  typeOnly: boolean;
}

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** What a file imports, statements and `import()` alike. */
export function importsOf(path: string): Import[] {
  const text = textOf(path);
  const found: Import[] = [];
  const add = (to: string, typeOnly: boolean) => {
    const own = to.startsWith('.');
    const target = own ? relative(ROOT, resolve(ROOT, dirname(path), to)).replaceAll('\\', '/') : to;
    found.push({from: path, to: target.replace(/\?.*$/, ''), typeOnly});
  };
  for (const [, typeOnly, to] of text.matchAll(STATEMENT)) add(to!, typeOnly !== undefined);
  for (const [, to] of text.matchAll(DYNAMIC)) add(to!, false);
  return found;
}
