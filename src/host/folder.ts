import {type Dirent, existsSync, readdirSync, statSync} from 'node:fs';
import {basename, extname, join, relative, sep} from 'node:path';

/** A folder given by mistake, such as a whole disk, must not be walked for ever. */
const DEEPEST = 4;
const MOST = 2000;

/** The files of a folder and the folders in it that have one of the extensions (without the dot; none means any). */
export function filesIn(folder: string, extensions: string[]): {path: string; name: string}[] {
  const found: {path: string; name: string}[] = [];
  const wanted = extensions.map((each) => each.toLowerCase());
  const queue = [{at: folder, depth: 1}];
  for (let next = queue.shift(); next && found.length < MOST; next = queue.shift()) {
    const {at, depth} = next;
    for (const entry of entriesOf(at)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(at, entry.name);
      if (entry.isDirectory() && depth < DEEPEST) queue.push({at: path, depth: depth + 1});
      const fits = wanted.length === 0 || wanted.some((each) => entry.name.toLowerCase().endsWith(`.${each}`));
      if (entry.isFile() && fits) found.push({path, name: relative(folder, path).split(sep).join('/')});
    }
  }
  return found.slice(0, MOST).sort((one, other) => one.name.localeCompare(other.name));
}

/** What a folder holds; nothing if this person may not read it. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, {withFileTypes: true});
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EACCES' || code === 'EPERM' || code === 'ENOENT') return [];
    throw error;
  }
}

/** A path in the folder for a new file of this name: numbered where the name is taken. Null if it is not a name. */
export function freeName(folder: string, name: string): string | null {
  if (name !== basename(name) || name.includes('\\') || name.includes('\0') || name.startsWith('.') || name === '')
    return null;
  const extension = extname(name);
  const stem = basename(name, extension);
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? name : `${stem} ${number}${extension}`);
    if (!existsSync(path)) return path;
  }
}

/** Those of the paths that are files; folders, what is gone and what is no path are left out. */
export function onlyFiles(paths: unknown): string[] {
  const given: unknown[] = Array.isArray(paths) ? paths : [];
  return given.filter(
    (path): path is string =>
      typeof path === 'string' && path !== '' && (statSync(path, {throwIfNoEntry: false})?.isFile() ?? false),
  );
}
