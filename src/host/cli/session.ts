import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {PlanError} from '../../domain/errors.ts';
import type {Answerer} from '../engine-port.ts';
import {grants} from '../grants.ts';
import {refuse} from './words.ts';

/** One command's dealings with the engine: the same calls that a screen makes. */
export interface Session {
  ask: <R>(name: string, input?: unknown) => Promise<R>;
  grant: (path: string) => string;
}

/** `stop` ends what is running and everything after it. */
export function sessionWith(engine: Answerer, stop: AbortSignal): Session {
  const grant = grants(engine.grant);
  let id = 0;
  stop.addEventListener('abort', () => engine.cancel(id));
  return {
    async ask<R>(name: string, input: unknown = {}) {
      if (stop.aborted) throw new PlanError('cancelled', 'Stopped. Nothing was changed.');
      const reply = await engine.ask({id: ++id, name, input});
      if (reply.ok) return reply.value as R;
      throw new PlanError(reply.error.kind, reply.error.message, reply.error.at);
    },
    grant: (path) => grant(path).grant,
  };
}

/** Opens the project named in a command. To be written to, nobody else may have it open. */
export async function openNamed(session: Session, project: string, toWrite: boolean): Promise<void> {
  if (!existsSync(project)) {
    refuse(`There is no file ${project}. Make one with “closer new ${project}” or “closer sample ${project}”.`);
  }
  await session.ask('project.open', {file: session.grant(project)});
  const {open} = await session.ask<{open: {elsewhere: string | null} | null}>('project.state');
  if (toWrite && open?.elsewhere) refuse(`${project} was not changed. ${open.elsewhere} Close it there first.`);
}

/** A file for a new project: it must end in .gpkg, and nothing may be overwritten. */
export function newProjectFile(project: string): string {
  if (!project.toLowerCase().endsWith('.gpkg')) refuse(`A project’s file name ends in .gpkg; “${project}” does not.`);
  if (existsSync(project))
    refuse(`${project} is there already and was not changed. Choose another name or remove it first.`);
  return resolve(project);
}
