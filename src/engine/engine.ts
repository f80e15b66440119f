import type {ErrorValue} from '../domain/errors.ts';
import {PlanError} from '../domain/errors.ts';
import type {News} from '../domain/news.ts';
import {api} from './api.ts';
import type {Compute} from './compute.ts';
import type {Context} from './context.ts';
import type {Fields} from './fields.ts';
import {checked, shown} from './fields.ts';
import type {ChangeCall, JobCall, Query} from './kinds.ts';
import {runJob} from './run-job.ts';
import {timesKey} from './times.ts';
import {measureBody} from './travel.ts';
import type {TravelIn} from './travel-asked.ts';
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
  /** Jobs under way, each with the project that was open when it began. */
  const running = new Map<number, {stop: AbortController; of: Workspace | null}>();
  const grants = new Map<string, string>();
  let workspace: Workspace | null = null;
  /** What is being measured for answers that wait, by what names its times. */
  const measuring = new Map<string, AbortController>();

  const context: Context = {
    ...settings,
    basemap: {open: null},
    granted(token) {
      const path = grants.get(token);
      if (path === undefined)
        throw new PlanError('missing', 'That file was not picked in this session. Please pick it again.');
      return path;
    },
    workspace: () => workspace,
    use: (next) => use(next, null),
    measureSoon(travel) {
      if (!workspace) return;
      const times = timesKey(workspace, travel);
      if (measuring.has(times)) return;
      const stop = new AbortController();
      measuring.set(times, stop);
      void measure(travel, times, stop);
    },
  };

  /** Another project takes the place of the open one. What still works for that one is stopped, but not who asks for this. */
  function use(next: Workspace | null, asking: AbortController | null): void {
    stopMeasuring();
    for (const {stop, of} of running.values()) if (of !== null && of === workspace && stop !== asking) stop.abort();
    workspace = next;
  }

  function stopMeasuring(): void {
    for (const stop of measuring.values()) stop.abort();
    measuring.clear();
  }

  /** What answers wait for, measured by the engine's own doing. Its failure is told by the next answer, not lost. */
  async function measure(travel: TravelIn, times: string, stop: AbortController): Promise<void> {
    const of = workspace;
    try {
      // The answer that waits for this is given first.
      await new Promise((resume) => setImmediate(resume));
      if (stop.signal.aborted) return;
      await runJob(measureBody(context, travel, stop.signal), stop.signal, (progress) =>
        tell({news: 'progressed', id: 0, ...progress}),
      );
    } catch (error) {
      const value = errorValue(error);
      if (value.kind !== 'cancelled') of?.keepTrouble(times, new PlanError(value.kind, value.message));
    }
    if (stop.signal.aborted) return;
    measuring.delete(times);
    tell({news: 'measured'});
  }

  async function run(id: number, name: string, input: unknown): Promise<unknown> {
    if (!Object.hasOwn(api, name)) throw new PlanError('invalid', `There is no call named “${shown(name)}”.`);
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
        running.set(id, {stop, of: workspace});
        const asking: Context = {...context, use: (next) => use(next, stop)};
        try {
          return await runJob(call.run(asking, given, stop.signal), stop.signal, (progress) =>
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
    cancel: (id) => running.get(id)?.stop.abort(),
    grant: (token, path) => void grants.set(token, path),
    close() {
      for (const {stop} of running.values()) stop.abort();
      stopMeasuring();
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
