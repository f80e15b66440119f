import {describe, expect, it} from 'vitest';
import type {Progress} from '../../src/core/job.ts';
import {PlanError} from '../../src/domain/errors.ts';
import {runJob} from '../../src/engine/run-job.ts';

const step = (done: number): Progress => ({done, of: 0, doing: 'Working'});
const never = new AbortController().signal;

/** Works until so many milliseconds are over. */
function* busy(milliseconds: number): Generator<Progress, string, void> {
  const end = performance.now() + milliseconds;
  for (let n = 0; performance.now() < end; n++) yield step(n);
  return 'done';
}

describe('running a job', () => {
  it('gives its result', async () => {
    expect(await runJob(busy(1), never, () => {})).toBe('done');
  });

  it('gives that of one that waits', async () => {
    async function* waits(): AsyncGenerator<Progress, number, void> {
      yield step(0);
      await new Promise((resume) => setTimeout(resume, 5));
      return 42;
    }
    expect(await runJob(waits(), never, () => {})).toBe(42);
  });

  it('tells how far it is at once, and then at most ten times a second', async () => {
    const told: number[] = [];
    const begun = performance.now();
    await runJob(busy(450), never, () => told.push(performance.now()));
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(Math.floor((performance.now() - begun) / 100) + 1);
    for (let n = 1; n < told.length; n++) expect(told[n]! - told[n - 1]!).toBeGreaterThan(99);
  });

  it('lets other work through while it computes', async () => {
    let others = 0;
    const beat = setInterval(() => others++, 1);
    await runJob(busy(100), never, () => {});
    clearInterval(beat);
    expect(others).toBeGreaterThan(2);
  });

  it('that is stopped runs its finally blocks, goes no further, and says that it was stopped', async () => {
    const stop = new AbortController();
    const done: string[] = [];
    function* work(): Generator<Progress, string, void> {
      try {
        for (let n = 0; ; n++) {
          if (n === 100) stop.abort();
          if (n > 100) done.push('went on');
          yield step(n);
        }
      } finally {
        done.push('cleaned up');
      }
    }
    const error = await runJob(work(), stop.signal, () => {}).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PlanError);
    expect((error as PlanError).value()).toEqual({kind: 'cancelled', message: 'Stopped. Nothing was changed.'});
    expect(done).toEqual(['cleaned up']);
  });

  it('that is stopped while it waits is stopped too', async () => {
    const stop = new AbortController();
    let cleaned = false;
    async function* waits(): AsyncGenerator<Progress, void, void> {
      try {
        for (;;) {
          yield step(0);
          await new Promise((resume) => setTimeout(resume, 1));
        }
      } finally {
        cleaned = true;
      }
    }
    setTimeout(() => stop.abort(), 10);
    await expect(runJob(waits(), stop.signal, () => {})).rejects.toMatchObject({kind: 'cancelled'});
    expect(cleaned).toBe(true);
  });

  it('that is stopped before it began does nothing at all', async () => {
    let begun = false;
    function* work(): Generator<Progress, void, void> {
      begun = true;
      yield step(0);
    }
    await expect(runJob(work(), AbortSignal.abort(), () => {})).rejects.toMatchObject({kind: 'cancelled'});
    expect(begun).toBe(false);
  });

  it('that fails cleans up and fails with its own error', async () => {
    let cleaned = false;
    function* work(): Generator<Progress, void, void> {
      try {
        yield step(0);
        throw new PlanError('file', 'The disk is gone.');
      } finally {
        cleaned = true;
      }
    }
    await expect(runJob(work(), never, () => {})).rejects.toThrow('The disk is gone.');
    expect(cleaned).toBe(true);
  });
});
