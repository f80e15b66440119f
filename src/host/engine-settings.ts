import {homedir} from 'node:os';
import {join} from 'node:path';

/** What an engine is told when it starts. */
export interface EngineSettings {
  /** The app's own folder: working copies, recent projects. */
  folder: string;
  /** The folder of the sample town's files. */
  town: string;
  version: string;
}

/** In the app's own folder: what took long to prepare, for all projects. May be deleted at any time. */
export const PREPARED = 'prepared';

/** Where this computer keeps what programs store for a person. Electron's name for it is `userData`. */
export function appFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (environment.CLOSER_FOLDER) return environment.CLOSER_FOLDER;
  if (platform === 'win32') return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Closer');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Closer');
  return join(environment.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'closer');
}
