import {parentPort} from 'node:worker_threads';
import type {SearchProgress} from '../core/search/answer.ts';
import {type Asked, type Explained, searchExplained} from '../core/search/explained.ts';
import {loadSolver} from '../core/search/mip.ts';
import {patienceOf} from '../core/search/patience.ts';
import type {SiteProblem} from '../core/search/problem.ts';
import type {HowToSearch, Warmth} from '../core/search/search.ts';

/** One search, and a flag in shared memory that says “good enough” even while HiGHS computes. */
export interface ToSearch {
  problem: SiteProblem;
  asked: Asked;
  enough: Int32Array;
}

export type FromSearch = {progress: SearchProgress} | {explained: Explained} | {failure: string};

const TELL_MS = 100;

/** Where the next search starts from: a moved weight then takes a moment. */
let warmth: Warmth | null = null;

async function search({problem, asked, enough}: ToSearch): Promise<Explained> {
  const solver = await loadSolver();
  const clock = () => performance.now();
  const {runner, ...patience} = patienceOf(clock, asked.seconds, () => Atomics.load(enough, 0) !== 0);
  const how: HowToSearch = {solver, runner, seed: asked.seed, ...(warmth && {warm: warmth})};
  const searching = searchExplained(problem, how, asked, {
    ...patience,
    clock,
    keep: (next) => {
      warmth = next;
    },
  });
  let told = -Infinity;
  for (;;) {
    const step = searching.next();
    if (step.done) return step.value;
    if (clock() - told < TELL_MS) continue;
    told = clock();
    post({progress: step.value});
  }
}

function post(message: FromSearch): void {
  parentPort!.postMessage(message);
}

parentPort!.on('message', (message: ToSearch) => {
  search(message).then(
    (explained) => post({explained}),
    (error: unknown) => post({failure: error instanceof Error ? (error.stack ?? error.message) : String(error)}),
  );
});
