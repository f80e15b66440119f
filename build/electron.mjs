// Where Electron is on this machine, and what it needs to run Closer.
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {projectNode, root, run} from './ready.mjs';

/** better-sqlite3 needs the Node-API of this Node or later. */
const OLDEST_ENGINE_NODE = 22;
const DOWNLOAD_MS = 15 * 60_000;

/** The path of Electron's program, downloaded by its own package if need be, or null if it can't be had. */
export async function electronBinary() {
  const here =
    process.env.ELECTRON_OVERRIDE_DIST_PATH || existsSync(join(root, 'node_modules', 'electron', 'path.txt'));
  if (!here) console.error('Fetching Electron, once (about 120 MB)…');
  const {code, output} = await run(projectNode, ['-e', "process.stdout.write('\\n' + require('electron'))"], {
    cwd: root,
    timeout: DOWNLOAD_MS,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const path = output.split('\n').at(-1);
  return code === 0 && path && existsSync(path) ? path : null;
}

/** The environment for this Electron: an old one has a Node too old for the engine, which then runs under ours. */
export async function electronEnvironment(electron) {
  const env = {...process.env};
  delete env.ELECTRON_RUN_AS_NODE;
  const {output} = await run(electron, ['-p', 'process.versions.node'], {
    env: {...env, ELECTRON_RUN_AS_NODE: '1'},
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (!env.CLOSER_ENGINE_NODE && !(Number(output.split('.')[0]) >= OLDEST_ENGINE_NODE))
    env.CLOSER_ENGINE_NODE = projectNode;
  return env;
}
