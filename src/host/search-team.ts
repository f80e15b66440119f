import {Worker} from 'node:worker_threads';
import type {Compute} from '../engine/compute.ts';
import {started} from './program.ts';
import type {FromSearch, ToSearch} from './search-thread.ts';

type Search = NonNullable<Compute['search']>;

/** How long a search told “good enough” may take to hand its answer over before it is ended without one. */
const PATIENCE_MS = 5000;

/**
 * Site searches in a thread of their own, one at a time. The thread is kept, since the next search mostly begins where the
 * last one ended; a search that is stopped while HiGHS computes is told so in shared memory.
 */
export function searchTeam(): {search: Search; close: () => void} {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const search: Search = (problem, asked, enough, onProgress) => {
    const mine = last.then(() => one(problem, asked, enough, onProgress));
    last = mine.catch(() => undefined);
    return mine;
  };

  function one(...[problem, asked, enough, onProgress]: Parameters<Search>): ReturnType<Search> {
    worker ??= new Worker(started('search-thread'), {execArgv: [], name: 'search'});
    const thread = worker;
    thread.ref();
    const flag = new Int32Array(new SharedArrayBuffer(4));
    return new Promise((resolve, reject) => {
      let toldAt: number | null = null;
      const watch = setInterval(() => {
        if (toldAt === null && enough()) {
          Atomics.store(flag, 0, 1);
          toldAt = performance.now();
        }
        if (toldAt === null || performance.now() - toldAt < PATIENCE_MS) return;
        end();
        worker = null;
        void thread.terminate();
        resolve({state: 'stopped', seconds: asked.seconds});
      }, 20);
      const end = (): void => {
        clearInterval(watch);
        thread.off('message', hear).off('error', lose).off('exit', left);
        thread.unref();
      };
      const lose = (error: Error): void => {
        end();
        worker = null;
        reject(error);
      };
      const left = (code: number): void => lose(new Error(`The thread that searches for sites ended with ${code}.`));
      const hear = (message: FromSearch): void => {
        if ('progress' in message) {
          onProgress(message.progress);
          return;
        }
        end();
        if ('failure' in message) reject(new Error(message.failure));
        else resolve(message.explained);
      };
      // Each by its name: without the listeners of its own a thread hears and tells nothing more.
      thread.on('message', hear).on('error', lose).on('exit', left);
      thread.postMessage({problem, asked, enough: flag} satisfies ToSearch);
    });
  }

  return {
    search,
    close() {
      void worker?.terminate();
      worker = null;
    },
  };
}
