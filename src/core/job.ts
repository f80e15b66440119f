/**
 * A long computation: a generator that says how far it is each time it yields, and returns its result.
 *
 * Whoever runs a job decides when to pull it again, so the same code can be paused, reported, stopped or drained in a
 * test. A job holds no timer, promise or callback; stopping it is `job.return()`, which runs its `finally` blocks.
 */
export type Job<R> = Generator<Progress, R, void>;

/** How far a job is: `done` of `of` units of whatever `doing` names. `of` is 0 while the end is not yet known. */
export interface Progress {
  done: number;
  of: number;
  doing: string;
}

/** Runs a job to its end at once and gives its result. For tests, worker threads and short work. */
export function drain<R>(job: Job<R>, onProgress?: (progress: Progress) => void): R {
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
  }
}
