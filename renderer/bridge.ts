import type {ErrorValue} from '../src/domain/errors.ts';
import type {Bridge} from '../src/host/messages.ts';
import type {CallAsked, CallName, CallResult} from './contract.ts';
import {loopbackBridge} from './loopback-bridge.ts';

declare global {
  interface Window {
    readonly bridge?: Bridge;
  }
}

/** The way out of the screen: Electron's if there is one, else the loopback host's. Nothing else knows which. */
const bridge: Bridge = window.bridge ?? loopbackBridge();

/** An error that the engine answered with. Its sentence is for people. */
export class Refused extends Error {
  readonly value: ErrorValue;

  constructor(value: ErrorValue) {
    super(value.message);
    this.name = 'Refused';
    this.value = value;
  }
}

export interface Progress {
  done: number;
  of: number;
  doing: string;
  /** A site search’s best answer and bound so far. */
  objective?: number | null;
  bound?: number | null;
}

export interface Listening {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

let lastId = 0;
const progressOf = new Map<number, (progress: Progress) => void>();

bridge.on((news) => {
  if (news.news === 'progressed') progressOf.get(news.id)?.(news);
});

/** Asks the engine by the name of a call. Names, inputs and answers are checked by the compiler. */
export async function ask<N extends CallName>(
  name: N,
  input: CallAsked<N>,
  {signal, onProgress}: Listening = {},
): Promise<CallResult<N>> {
  signal?.throwIfAborted();
  const id = ++lastId;
  const stop = () => bridge.cancel(id);
  if (onProgress) progressOf.set(id, onProgress);
  signal?.addEventListener('abort', stop, {once: true});
  try {
    const reply = await bridge.call(name, input, id);
    if (reply.ok) return reply.value as CallResult<N>;
    throw new Refused(reply.error);
  } finally {
    progressOf.delete(id);
    signal?.removeEventListener('abort', stop);
  }
}

/** Hears what the engine tells every window, until the function it gives is called. */
export const listen: Bridge['on'] = (listener) => bridge.on(listener);

export const pickFile: Bridge['pickFile'] = (wanted) => bridge.pickFile(wanted);
export const saveFile: Bridge['saveFile'] = (wanted) => bridge.saveFile(wanted);
export const dropped: Bridge['dropped'] = (files) => bridge.dropped(files);

/** The whole address of something that the host serves, for the map's worker, which has no page to start from. */
export function addressOf(path: string): string {
  return new URL(path, window.location.href).href;
}
