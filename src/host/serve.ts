import {readFileSync} from 'node:fs';
import {basename, extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {startEngine} from './engine-client.ts';
import {appFolder} from './engine-settings.ts';
import {grants} from './grants.ts';
import {serveLoopback} from './loopback.ts';
import {nodeProcess} from './node-process.ts';

/** The folder that everything of the program stands in: two up from here, in the sources and in the bundle alike. */
export const program = fileURLToPath(new URL('../../', import.meta.url));

/** `.ts` in the sources, `.mjs` in the bundle: a process is started from where this file is. */
const extension = extname(fileURLToPath(import.meta.url));

export function versionOfProgram(): string {
  return (JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')) as {version: string}).version;
}

export interface ServeSettings {
  /** Files here can be picked, and new ones are saved here. */
  folder: string;
  /** A project to open at once. */
  project?: string;
}

/** Serves Closer on this computer's own address until it is told to stop; says where, and what went wrong. */
export async function serveHere({folder, project}: ServeSettings): Promise<void> {
  const entry = fileURLToPath(new URL(`./engine-process${extension}`, import.meta.url));
  const settings = {
    folder: appFolder(process.env, process.platform),
    town: join(program, 'seeds', 'town'),
    version: versionOfProgram(),
  };
  const engine = startEngine(nodeProcess(entry, settings, process.env.CLOSER_ENGINE_NODE));
  const loopback = await serveLoopback({
    engine,
    renderer: join(program, 'dist', 'renderer'),
    resources: join(program, 'resources'),
    folder,
    port: 0,
  });
  if (project !== undefined) {
    const {grant} = grants(engine.grant)(project);
    const reply = await engine.call({id: -1, name: 'project.open', input: {file: grant}});
    if (!reply.ok) console.error(`${basename(project)}: ${reply.error.message}`);
  }
  console.log(`Closer is at ${loopback.address}`);
  console.log('Open that address in a browser on this computer. Ctrl C stops it.');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await loopback.close();
  await engine.close();
}
