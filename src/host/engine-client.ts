import type {ErrorValue} from '../domain/errors.ts';
import type {Call, FromEngine, News, Reply, ToEngine} from './messages.ts';
import {type OpenProject, openProject, reopenProject} from './open-project.ts';

/** A process that holds the engine, as its host sees it. */
export interface EngineProcess {
  post: (message: ToEngine) => void;
  /** Ends it at once, whatever it is doing. */
  kill: () => void;
  pid: () => number | undefined;
}

/** Starts the engine's process: Electron's way or Node's. `ended` is told once, with what is known of the reason. */
export type StartProcess = (events: {
  heard: (message: FromEngine) => void;
  ended: (why: string) => void;
}) => EngineProcess;

export interface EngineClient {
  call: (call: Call) => Promise<Reply>;
  cancel: (id: number) => void;
  grant: (token: string, path: string) => void;
  /** Hears news until the function it gives is called. */
  listen: (listener: (news: News) => void) => () => void;
  /** Lets the engine finish what it is writing, then ends it. */
  close: () => Promise<void>;
  pid: () => number | undefined;
}

/** How the client watches over its process; tests are less patient than planners. */
export interface Patience {
  /** Milliseconds between two pings, and how many may go unanswered: a long check of a big file is not a death. */
  ping: number;
  misses: number;
  /** Milliseconds to wait for an orderly end. */
  end: number;
}

const PLANNERS_PATIENCE: Patience = {ping: 5000, misses: 24, end: 5000};

/** After so many deaths without one answer in between, starting again is not going to help. */
const DEATHS = 3;

const DIED: ErrorValue = {
  kind: 'bug',
  message:
    'The part of Closer that computes stopped and was started again. Your work is still there; please try again.',
};
const CANCELLED: ErrorValue = {kind: 'cancelled', message: 'Stopped.'};

interface Waiting {
  call: Call;
  posted: boolean;
  resolve: (reply: Reply) => void;
}

/**
 * Starts the engine's process and keeps one running. If it dies or no longer answers pings, what was asked of it is
 * answered with an error, a new process is started, the project that was open is opened again from its working copy,
 * and `restarted` is told; calls made meanwhile wait. Ids are the client's own on the wire, so two screens can't clash.
 */
export function startEngine(start: StartProcess, patience: Patience = PLANNERS_PATIENCE): EngineClient {
  const listeners = new Set<(news: News) => void>();
  const granted = new Map<string, string>();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let engine: EngineProcess | null = null;
  let state: 'starting' | 'reopening' | 'ready' | 'down' = 'starting';
  let open: OpenProject | null = null;
  /** The name that the open project was last saved under, which may be told before what else is known of it. */
  let savedAs: string | null = null;
  let closing: (() => void) | null = null;
  let deaths = 0;
  let misses = 0;

  const tell = (news: News): void => {
    for (const listener of listeners) listener(news);
  };

  function begin(): void {
    misses = 0;
    state = 'starting';
    const begun = start({heard: (message) => begun === engine && heard(message), ended: (why) => ended(begun, why)});
    engine = begun;
    for (const [grant, path] of granted) begun.post({grant, path});
    // Its answer shows that the process has come up; until then nothing is asked of it.
    begun.post({ping: 0});
  }

  function heard(message: FromEngine): void {
    misses = 0;
    if (state === 'starting') void cameUp();
    if ('ping' in message) return;
    if ('news' in message) {
      hearNews(message);
    } else {
      deaths = 0;
      answer(message.id, message);
    }
  }

  /** Opens again what was open in the process before, then lets the calls through that were made meanwhile. */
  async function cameUp(): Promise<void> {
    const mine = engine;
    const again = deaths > 0;
    const lost = open;
    // A file that kills the engine as it is opened is not opened again: the opening view offers it.
    open = null;
    state = 'reopening';
    if (lost) await reopenProject(askNow, lost);
    if (mine !== engine) return;
    state = 'ready';
    if (again) tell({news: 'restarted'});
    for (const [id, asked] of waiting) if (!asked.posted) post(id, asked);
  }

  function hearNews(news: News): void {
    if (news.news === 'progressed') {
      const id = news.id === 0 ? 0 : waiting.get(news.id)?.call.id;
      if (id !== undefined) tell({...news, id});
      return;
    }
    if (news.news === 'closed') open = null;
    if (news.news === 'opened') void remember();
    tell(news);
  }

  async function remember(): Promise<void> {
    savedAs = null;
    const opened = await openProject(askNow);
    open = opened && {...opened, fileName: savedAs ?? opened.fileName};
  }

  function answer(id: number, reply: Reply): void {
    const asked = waiting.get(id);
    if (!asked) return;
    waiting.delete(id);
    if (asked.call.name === 'project.save' && reply.ok) {
      savedAs = (reply.value as {fileName: string}).fileName;
      open = open && {...open, fileName: savedAs};
    }
    asked.resolve({...reply, id: asked.call.id});
  }

  function refuse(id: number, error: ErrorValue): void {
    answer(id, {id, ok: false, error});
  }

  function ended(process: EngineProcess, why: string): void {
    if (process !== engine) return;
    engine = null;
    closing?.();
    const given = closing !== null || ++deaths >= DEATHS;
    if (given) state = 'down';
    const hopeless = `The part of Closer that computes can’t be started. ${why}`;
    const error: ErrorValue = closing ? CANCELLED : given ? {kind: 'bug', message: hopeless} : DIED;
    for (const [id, {posted}] of [...waiting]) if (posted || given) refuse(id, error);
    if (!given) begin();
  }

  function post(id: number, asked: Waiting): void {
    asked.posted = true;
    engine?.post({...asked.call, id});
  }

  function ask(call: Call, atOnce: boolean): Promise<Reply> {
    return new Promise((resolve) => {
      const id = ++lastId;
      const asked = {call, posted: false, resolve};
      waiting.set(id, asked);
      if (closing) refuse(id, CANCELLED);
      else if (state === 'ready' || atOnce) post(id, asked);
      // Whoever asks after it was given up has hope: one more try.
      else if (state === 'down') begin();
    });
  }

  const askNow = (name: string, input: unknown): Promise<Reply> => ask({id: -1, name, input}, true);

  const watch = setInterval(() => {
    if (!engine) return;
    // Ticks are counted, not minutes: a laptop that slept has not missed any.
    if (++misses > patience.misses) engine.kill();
    else engine.post({ping: misses});
  }, patience.ping);
  watch.unref();

  begin();
  return {
    call: (call) => ask(call, false),
    cancel(id) {
      for (const [own, asked] of [...waiting]) {
        if (asked.call.id !== id) continue;
        if (asked.posted) engine?.post({cancel: own});
        else refuse(own, CANCELLED);
      }
    },
    grant(token, path) {
      granted.set(token, path);
      engine?.post({grant: token, path});
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      clearInterval(watch);
      return new Promise((resolve) => {
        const tooLong = setTimeout(() => engine?.kill(), patience.end);
        closing = () => {
          clearTimeout(tooLong);
          resolve();
        };
        if (engine) engine.post({end: true});
        else closing();
      });
    },
    pid: () => engine?.pid(),
  };
}
