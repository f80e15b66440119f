import {nothingOpen, openOne, type Standing} from './evaluate.ts';
import type {SiteProblem} from './problem.ts';

/**
 * Every set of `take` of the free sites with the fixed ones, and how the areas stand with it, in the order of their lowest
 * sites. The standing is written over before the next.
 */
export function* setsOf(
  problem: SiteProblem,
  free: readonly number[],
  fixed: readonly number[],
  take: number,
): Generator<[sites: number[], Standing], void> {
  if (take > free.length) return;
  yield* 2 * take > free.length ? byClosing(problem, free, fixed, take) : byOpening(problem, free, fixed, take);
}

function* byOpening(
  problem: SiteProblem,
  free: readonly number[],
  fixed: readonly number[],
  take: number,
): Generator<[number[], Standing], void> {
  const standings = Array.from({length: take + 1}, () => nothingOpen(problem.areas));
  for (const site of fixed) openOne(problem, standings[0]!, site, standings[0]!);
  const chosen: number[] = [];
  yield* more(0);

  function* more(from: number): Generator<[number[], Standing], void> {
    const depth = chosen.length;
    if (depth === take) {
      yield [[...fixed, ...chosen].sort((a, b) => a - b), standings[depth]!];
      return;
    }
    for (let at = from; at <= free.length - (take - depth); at++) {
      openOne(problem, standings[depth]!, free[at]!, standings[depth + 1]!);
      chosen.push(free[at]!);
      yield* more(at + 1);
      chosen.pop();
    }
  }
}

/** The same sets in the same order, where fewer close than stay: from all open, the last closed first. */
function* byClosing(
  problem: SiteProblem,
  free: readonly number[],
  fixed: readonly number[],
  take: number,
): Generator<[number[], Standing], void> {
  const close = free.length - take;
  const standings = Array.from({length: close + 1}, () => nothingOpen(problem.areas));
  const open = new Set([...fixed, ...free].sort((a, b) => a - b));
  for (const site of open) openOne(problem, standings[0]!, site, standings[0]!);
  yield* more(0, 0);

  function* more(depth: number, from: number): Generator<[number[], Standing], void> {
    if (depth === close) {
      yield [[...open].sort((a, b) => a - b), standings[depth]!];
      return;
    }
    for (let at = free.length - (close - depth); at >= from; at--) {
      const site = free[at]!;
      open.delete(site);
      closeOne(problem, standings[depth]!, site, open, standings[depth + 1]!);
      yield* more(depth + 1, at + 1);
      open.add(site);
    }
  }
}

/** Writes into `after` where the areas stand once a site closes; `open` are those that stay. O(areas + those who lose × open). */
function closeOne(
  {areas, cost, outOfReach, cutoff}: SiteProblem,
  before: Standing,
  site: number,
  open: ReadonlySet<number>,
  after: Standing,
): void {
  for (let area = 0, pair = site * areas; area < areas; area++, pair++) {
    const each = cost[pair]!;
    const real = each < outOfReach;
    let nearest = before.nearest[area]!;
    if (real && each <= nearest) {
      nearest = Infinity;
      for (const other of open) {
        const instead = cost[other * areas + area]!;
        if (instead < outOfReach && instead < nearest) nearest = instead;
      }
    }
    after.nearest[area] = nearest;
    after.within[area] = before.within[area]! - (real && each <= cutoff ? 1 : 0);
  }
}
