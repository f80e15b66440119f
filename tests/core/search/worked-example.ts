import {problemOf, type SiteProblem} from '../../../src/core/search/problem.ts';

/** The five areas and four sites of docs/methods/search.md: times by area, then by site. */
const TIMES = [
  [2, 7, 9, 12],
  [3, 5, 8, 11],
  [8, 2, 4, 7],
  [10, 6, 3, 2],
  [13, 9, 5, 1],
];

export const PEOPLE = Float64Array.from([100, 80, 120, 90, 60]);
/** The last two areas count two and a half times. */
export const DEPRIVED = Float64Array.from([1, 1, 1, 2.5, 2.5]);

export function example(kind: SiteProblem['kind'], count: number, given: Partial<SiteProblem> = {}): SiteProblem {
  const cost = new Float64Array(20);
  TIMES.forEach((row, area) => {
    row.forEach((time, site) => {
      cost[site * 5 + area] = time;
    });
  });
  return problemOf({kind, areas: 5, sites: 4, cost, people: PEOPLE, count: {least: count, most: count}, ...given});
}
