import type {Progress} from '../core/job.ts';

/** How often whoever waits may look up, to be stopped. */
const LOOK_MS = 50;

/** Says how far work in other threads is until it is done, then gives what it gave. */
export async function* whileWaiting<T>(work: Promise<T>, now: () => Progress): AsyncGenerator<Progress, T, void> {
  let ended = false;
  const end = () => {
    ended = true;
  };
  // Awaited again below; here its end is all that matters, and a failure must not count as unhandled meanwhile.
  const over = work.then(end, end);
  while (!ended) {
    yield now();
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([
      over,
      new Promise((wake) => {
        timer = setTimeout(wake, LOOK_MS);
      }),
    ]);
    clearTimeout(timer);
  }
  return await work;
}
