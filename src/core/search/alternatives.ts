import type {Found, SearchProgress} from './answer.ts';
import {isMaximised, type SiteProblem} from './problem.ts';
import {type HowToSearch, searchSites} from './search.ts';

type Step<R> = Generator<SearchProgress, R, void>;

/** A set of sites that may not come again: at most all but one of them together. */
function but(problem: SiteProblem, sites: readonly number[], most: number, name: string): SiteProblem {
  return {...problem, groups: [...problem.groups, {name, sites, least: 0, most}]};
}

/**
 * The next best answers after the best, each proven as the best is: the answers before it are ruled out one set at a time.
 * A larger set that holds an answer before it is ruled out with it, since that is not another choice. `again` is called as
 * each search begins.
 */
export function* nextBest(
  problem: SiteProblem,
  best: Found,
  count: number,
  how: HowToSearch,
  again: () => void,
): Step<Found[]> {
  const found: Found[] = [];
  let left = but(problem, best.sites, best.sites.length - 1, 'the best answer');
  for (let place = 2; place < count + 2; place++) {
    again();
    const next = (yield* searchSites(left, how)).found;
    if (!next) break;
    found.push(next);
    left = but(left, next.sites, next.sites.length - 1, `answer ${place}`);
  }
  return found;
}

/**
 * The answer that shares fewest sites with the best while being at most `tolerance` (a share) worse: found by halving how
 * many it may share. `null` if every other answer is worse than that.
 */
export function* mostDifferent(
  problem: SiteProblem,
  best: Found,
  tolerance: number,
  how: HowToSearch,
  again: () => void,
): Step<Found | null> {
  const larger = isMaximised(problem.kind);
  // A hair of slack: objectives are added up in another order where sites differ.
  const hair = 1e-9 * Math.abs(best.objective);
  const limit = best.objective * (larger ? 1 - tolerance : 1 + tolerance) + (larger ? -hair : hair);
  const fixed = best.sites.filter((site) => problem.fixedOpen.includes(site)).length;
  let low = fixed;
  let high = best.sites.length - 1;
  let answer: Found | null = null;
  while (low <= high) {
    const most = (low + high) >> 1;
    again();
    const {found} = yield* searchSites(but(problem, best.sites, most, 'the best answer'), how);
    if (found && (larger ? found.objective >= limit : found.objective <= limit)) {
      answer = found;
      high = most - 1;
    } else low = most + 1;
  }
  return answer;
}
