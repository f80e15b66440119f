import type {ErrorValue} from '../domain/errors.ts';
import {PlanError} from '../domain/errors.ts';
import type {Mode} from '../domain/mode.ts';
import type {News} from '../domain/news.ts';
import {api} from './api.ts';
import type {Compute} from './compute.ts';
import type {Context} from './context.ts';
import type {Fields} from './fields.ts';
import {checked} from './fields.ts';
import type {ChangeCall, JobCall, Query} from './kinds.ts';
import {runJob} from './run-job.ts';
import {measureBody} from './travel.ts';
import type {Workspace} from './workspace.ts';

export interface EngineSettings {
  folder: string;
  town: string;
  version: string;
  compute: Compute;
  now: () => string;
  tell: (news: News) => void;
}

export interface Engine {
  ask: (call: {id: number; name: string; input: unknown}) => Promise<EngineReply>;
  cancel: (id: number) => void;
  grant: (token: string, path: string) => void;
  /** Closes the project, keeping the working copy if it holds unsaved work. */
  close: () => void;
}

export type EngineReply = {id: number; ok: true; value: unknown} | {id: number; ok: false; error: ErrorValue};

type AnyCall = Query<Fields, unknown> | ChangeCall<Fields> | JobCall<Fields, unknown>;

/** The one object that owns the open project and answers every call: checks its input, runs it by kind, replies. */
export function createEngine(settings: EngineSettings): Engine {
  const {compute, tell} = settings;
  const running = new Map<number, AbortController>();
  const grants = new Map<string, string>();
  let workspace: Workspace | null = null;
  let measuring: {mode: Mode; stop: AbortController} | null = null;

  const context: Context = {
    ...settings,
    granted(token) {
      const path = grants.get(token);
      if (path === undefined)
        throw new PlanError('missing', 'That file was not picked in this session. Please pick it again.');
      return path;
    },
    workspace: () => workspace,
    use(next) {
      measuring?.stop.abort();
      workspace = next;
    },
    measureSoon({mode}) {
      if (measuring?.mode === mode) return;
      measuring?.stop.abort();
      const mine = {mode, stop: new AbortController()};
      measuring = mine;
      void measure(mine);
    },
  };

  /** What answers wait for, measured by the engine's own doing. Its failure is told by the next answer, not lost. */
  async function measure(mine: {mode: Mode; stop: AbortController}): Promise<void> {
    const of = workspace;
    try {
      await runJob(measureBody(context, mine.mode, mine.stop.signal), mine.stop.signal, (progress) =>
        tell({news: 'progressed', id: 0, ...progress}),
      );
    } catch (error) {
      const value = errorValue(error);
      if (value.kind !== 'cancelled') of?.keepTrouble(mine.mode, new PlanError(value.kind, value.message));
    }
    if (measuring === mine) measuring = null;
    if (workspace === of && !mine.stop.signal.aborted) tell({news: 'measured'});
  }

  async function run(id: number, name: string, input: unknown): Promise<unknown> {
    if (!Object.hasOwn(api, name)) throw new PlanError('invalid', `There is no call named “${name}”.`);
    const call = (api as unknown as Record<string, AnyCall>)[name]!;
    const given = checked(call.fields, input);
    switch (call.kind) {
      case 'query':
        return call.run(context, given);
      case 'change': {
        if (!workspace) throw new PlanError('missing', 'No project is open. Open or start one first.');
        return {history: workspace.commit(call.run(workspace.plan, given))};
      }
      case 'job': {
        const stop = new AbortController();
        running.set(id, stop);
        try {
          return await runJob(call.run(context, given, stop.signal), stop.signal, (progress) =>
            tell({news: 'progressed', id, ...progress}),
          );
        } finally {
          running.delete(id);
        }
      }
    }
  }

  return {
    async ask({id, name, input}) {
      try {
        return {id, ok: true, value: (await run(id, name, input)) ?? null};
      } catch (error) {
        return {id, ok: false, error: errorValue(error)};
      }
    },
    cancel: (id) => running.get(id)?.abort(),
    grant: (token, path) => void grants.set(token, path),
    close() {
      for (const stop of running.values()) stop.abort();
      measuring?.stop.abort();
      workspace?.close(true);
      workspace = null;
      compute.close();
    },
  };
}

/** The one place that turns anything thrown into a value a screen can show. */
export function errorValue(error: unknown): ErrorValue {
  if (error instanceof PlanError) return error.value();
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const code = (error as {code?: unknown})?.code;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return {kind: 'file', message: 'The disk is full. Nothing was changed. Free some space and try again.'};
  }
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') {
    return {kind: 'bug', message: `A change left something behind that referred to what it removed. ${said}`};
  }
  return {kind: 'bug', message: said};
}
