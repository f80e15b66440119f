import type {SearchProgress} from '../../core/search/answer.ts';
import {type Asked, type Explained, searchExplained} from '../../core/search/explained.ts';
import {loadSolver} from '../../core/search/mip.ts';
import {patienceOf} from '../../core/search/patience.ts';
import type {SiteProblem} from '../../core/search/problem.ts';
import type {HowToSearch, Warmth} from '../../core/search/search.ts';
import type {Compute} from '../compute.ts';
import type {Context} from '../context.ts';
import type {Workspace} from '../workspace.ts';

/** Searches under way in a project, so that a planner can say “good enough”; and where the next one starts from. */
const running = new WeakMap<Workspace, Set<{enough: boolean}>>();
const warmth = new WeakMap<Workspace, Warmth>();

type Searching = AsyncGenerator<SearchProgress, Explained, void>;

/** All searches under way end with the answer they have. */
export function endSearches(workspace: Workspace): number {
  const all = running.get(workspace) ?? new Set();
  for (const state of all) state.enough = true;
  return all.size;
}

/** Whether whoever asked has had enough: told so by `endSearches`, or gone. */
export interface Stop {
  enough: () => boolean;
}

/** Does something that a planner may end with what there is so far. */
export async function* endable<R>(
  workspace: Workspace,
  signal: AbortSignal,
  doing: (stop: Stop) => AsyncGenerator<SearchProgress, R, void>,
): AsyncGenerator<SearchProgress, R, void> {
  const state = {enough: false};
  const all = running.get(workspace) ?? new Set();
  running.set(workspace, all.add(state));
  try {
    return yield* doing({enough: () => state.enough || signal.aborted});
  } finally {
    all.delete(state);
  }
}

/** One search: in a thread of its own where the host has one, else here in slices. */
export function runSearch(
  context: Context,
  workspace: Workspace,
  problem: SiteProblem,
  asked: Asked,
  stop: Stop,
): Searching {
  const {search} = context.compute;
  return search ? inThread(search, problem, asked, stop) : inPlace(workspace, problem, asked, stop);
}

/** In a thread of its own: the engine stays free to answer, and a planner to stop it at any moment. */
async function* inThread(
  search: NonNullable<Compute['search']>,
  problem: SiteProblem,
  asked: Asked,
  stop: Stop,
): Searching {
  let latest: SearchProgress = {done: 0, of: 0, doing: 'Searching', objective: null, bound: null, sites: null};
  let ended = false;
  const work = search(problem, asked, stop.enough, (progress) => {
    latest = progress;
  });
  const end = () => {
    ended = true;
  };
  const over = work.then(end, end);
  while (!ended) {
    yield latest;
    await Promise.race([over, new Promise((wake) => setTimeout(wake, 50))]);
  }
  return await work;
}

async function* inPlace(workspace: Workspace, problem: SiteProblem, asked: Asked, stop: Stop): Searching {
  const solver = await loadSolver();
  const clock = () => performance.now();
  const {runner, ...patience} = patienceOf(clock, asked.seconds, stop.enough);
  const warm = warmth.get(workspace);
  const how: HowToSearch = {solver, runner, seed: asked.seed, ...(warm && {warm})};
  return yield* searchExplained(problem, how, asked, {
    ...patience,
    clock,
    keep: (next) => warmth.set(workspace, next),
  });
}
