import {join} from 'node:path';
import {app, utilityProcess} from 'electron';
import type {StartProcess} from '../src/host/engine-client.ts';
import type {EngineSettings} from '../src/host/engine-settings.ts';
import type {FromEngine} from '../src/host/messages.ts';
import {nodeProcess} from '../src/host/node-process.ts';

/** How the engine's process is started: Electron's own way, or under the Node that a developer names. */
export function engineProcess(): StartProcess {
  const root = app.getAppPath();
  const entry = join(root, 'dist', 'engine', 'engine-process.mjs');
  const settings = {folder: app.getPath('userData'), town: join(root, 'seeds', 'town'), version: app.getVersion()};
  const node = app.isPackaged ? undefined : process.env.CLOSER_ENGINE_NODE;
  return node ? nodeProcess(entry, settings, node) : utility(entry, settings);
}

function utility(entry: string, settings: EngineSettings): StartProcess {
  return ({heard, ended}) => {
    const child = utilityProcess.fork(entry, [JSON.stringify(settings)], {
      serviceName: 'Closer engine',
      stdio: 'inherit',
    });
    child.on('message', (message: FromEngine) => heard(message));
    child.on('exit', (code) => ended(`It ended with ${code}.`));
    return {
      post: (message) => child.postMessage(message),
      kill() {
        // `child.kill()` asks; a process that hangs has to be made to.
        if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
      },
      pid: () => child.pid,
    };
  };
}
