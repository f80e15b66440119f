import {existsSync} from 'node:fs';
import {basename, join} from 'node:path';
import {PlanError} from '../domain/errors.ts';
import {startEngine} from './engine-client.ts';
import {appFolder} from './engine-settings.ts';
import {grants} from './grants.ts';
import {serveLoopback} from './loopback.ts';
import {nodeProcess} from './node-process.ts';
import {program, started, versionOfProgram} from './program.ts';

export interface ServeSettings {
  /** Files here can be picked, and new ones are saved here. */
  folder: string;
  /** A project to open at once. */
  project?: string;
}

/** Serves Closer on this computer's own address until it is told to stop; says where, and what went wrong. */
export async function serveHere({folder, project}: ServeSettings): Promise<void> {
  const renderer = join(program, 'dist', 'renderer');
  if (!existsSync(join(renderer, 'index.html'))) {
    throw new PlanError(
      'missing',
      `The screen is not built yet. Run “npm run build” in ${program} first, or “npm start”.`,
    );
  }
  const settings = {
    folder: appFolder(process.env, process.platform),
    town: join(program, 'seeds', 'town'),
    version: versionOfProgram(),
  };
  const engine = startEngine(nodeProcess(started('engine-process'), settings, process.env.CLOSER_ENGINE_NODE));
  const loopback = await serveLoopback({
    engine,
    renderer,
    resources: join(program, 'resources'),
    folder,
    port: 0,
  });
  if (project !== undefined) {
    const {grant} = grants(engine.grant)(project);
    const reply = await engine.call({id: -1, name: 'project.open', input: {file: grant}});
    if (!reply.ok) {
      await loopback.close();
      await engine.close();
      throw new PlanError(reply.error.kind, `${basename(project)}: ${reply.error.message}`);
    }
  }
  console.log(`Closer is at ${loopback.address}`);
  console.log('Open that address in a browser on this computer. Ctrl C stops it.');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await loopback.close();
  await engine.close();
}
