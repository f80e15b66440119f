import type {Progress} from '../core/job.ts';
import {PlanError} from '../domain/errors.ts';
import type {JobBody} from './kinds.ts';

/** How long a job may compute before waiting messages are let through. */
const SLICE_MS = 12;
/** How often progress is told. */
const TELL_MS = 100;

/**
 * Pulls a job to its end in slices and gives its result.
 *
 * Between slices messages come in, so a job can be stopped at any of them: `return()` runs its `finally` blocks, and as
 * a job writes only at its end, nothing has been written. Progress is told at most ten times a second.
 */
export async function runJob<R>(body: JobBody<R>, signal: AbortSignal, tell: (progress: Progress) => void): Promise<R> {
  let told = -Infinity;
  let sliceEnds = performance.now() + SLICE_MS;
  try {
    for (;;) {
      if (signal.aborted) throw new PlanError('cancelled', 'Stopped. Nothing was changed.');
      const pulled = body.next();
      // Awaited only where it has to be: a turn of the promise queue for each step would slow tight jobs down.
      const step = pulled instanceof Promise ? await pulled : pulled;
      if (step.done) return step.value;
      const now = performance.now();
      if (now - told >= TELL_MS) {
        told = now;
        tell(step.value);
      }
      if (now >= sliceEnds) {
        await new Promise((resume) => setImmediate(resume));
        sliceEnds = performance.now() + SLICE_MS;
      }
    }
  } finally {
    // After a normal end this does nothing; after a stop or an error it lets the job clean up.
    await body.return(undefined as never);
  }
}
