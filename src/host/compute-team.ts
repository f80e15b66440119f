import {Worker} from 'node:worker_threads';
import type {Progress} from '../core/job.ts';
import type {Answers, FromThread, ToThread} from './compute-thread.ts';
import {started} from './program.ts';

type Task = ToThread['task'];

/** One thread of the pool: asked one thing after another, each answered or failed. */
export interface Thread {
  ask: <T extends Task>(
    task: T,
    message: Omit<Extract<ToThread, {task: T}>, 'task'>,
    onProgress?: (progress: Progress) => void,
  ) => Promise<Answers[T]>;
  dead: () => boolean;
  end: () => void;
}

interface Waiting {
  resolve: (value: never) => void;
  reject: (reason: Error) => void;
  onProgress: ((progress: Progress) => void) | undefined;
}

export function startThread(): Thread {
  const worker = new Worker(started('compute-thread'), {execArgv: [], name: 'compute'});
  // A command ends when its answer is there, whether or not threads are kept for a next one.
  worker.unref();
  const waiting: Waiting[] = [];
  let gone: Error | null = null;

  worker.on('message', (message: FromThread) => {
    if ('progress' in message) return waiting[0]?.onProgress?.(message.progress);
    const asked = waiting.shift();
    if (waiting.length === 0) worker.unref();
    if ('failure' in message) asked?.reject(new Error(message.failure));
    else asked?.resolve(message.value as never);
  });
  const lose = (error: Error): void => {
    gone ??= error;
    for (const {reject} of waiting.splice(0)) reject(gone);
  };
  worker.on('error', lose);
  worker.on('exit', (code) => lose(new Error(`A thread that measures travel times ended with ${code}.`)));

  return {
    ask(task, message, onProgress) {
      return new Promise((resolve, reject) => {
        if (gone) return reject(gone);
        waiting.push({resolve: resolve as Waiting['resolve'], reject, onProgress});
        worker.ref();
        worker.postMessage({task, ...message});
      });
    },
    dead: () => gone !== null,
    end: () => void worker.terminate(),
  };
}
