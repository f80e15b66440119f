import {fork} from 'node:child_process';
import type {StartProcess} from './engine-client.ts';
import type {EngineSettings} from './engine-settings.ts';
import type {FromEngine} from './messages.ts';

/** How much of the engine's complaints is kept, to be shown if it dies. */
const COMPLAINTS = 4000;

/**
 * Starts the engine's process under Node. `node` names another Node than the one that runs this host: needed where
 * a shell brings a Node that is too old for the engine, and useful to profile the engine.
 */
export function nodeProcess(entry: string, settings: EngineSettings, node = process.execPath): StartProcess {
  return ({heard, ended}) => {
    const child = fork(entry, [JSON.stringify(settings)], {
      execPath: node,
      execArgv: [],
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    let complaints = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      process.stderr.write(chunk);
      complaints = (complaints + chunk.toString()).slice(-COMPLAINTS);
    });
    let over = false;
    const end = (why: string): void => {
      if (!over) ended(why);
      over = true;
    };
    child.on('message', (message) => heard(message as FromEngine));
    child.on('error', (error) => end(error.message));
    child.on('close', (code, signal) => end(complaints.trim() || `It ended with ${signal ?? code}.`));
    return {
      // A message to a process that has just died is lost with it; `ended` then answers the call.
      post: (message) => void (child.connected && child.send(message, () => undefined)),
      kill: () => void child.kill('SIGKILL'),
      pid: () => child.pid,
    };
  };
}
