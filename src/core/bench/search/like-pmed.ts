import {problemOf, type SiteProblem} from '../../search/problem.ts';
import {randomOf} from '../../search/random.ts';
import {shortestPaths} from './shortest-paths.ts';

/** Places and sites to open of OR-Library’s pmed1 to 40. */
export const PMED_SIZES: readonly (readonly [places: number, open: number])[] = [
  [100, 5],
  [100, 10],
  [100, 10],
  [100, 20],
  [100, 33],
  [200, 5],
  [200, 10],
  [200, 20],
  [200, 40],
  [200, 67],
  [300, 5],
  [300, 10],
  [300, 30],
  [300, 60],
  [300, 100],
  [400, 5],
  [400, 10],
  [400, 40],
  [400, 80],
  [400, 133],
  [500, 5],
  [500, 10],
  [500, 50],
  [500, 100],
  [500, 167],
  [600, 5],
  [600, 10],
  [600, 60],
  [600, 120],
  [600, 200],
  [700, 5],
  [700, 10],
  [700, 70],
  [700, 140],
  [800, 5],
  [800, 10],
  [800, 80],
  [900, 5],
  [900, 10],
  [900, 90],
];

/**
 * A p-median made as OR-Library made its pmed instances: a ring through all places, then random edges until there are
 * n² / 50, lengths 1 to 100, an edge said again replacing the one before; costs are shortest paths. Its best answer is not known beforehand.
 */
export function likePmed(places: number, open: number, seed: number): SiteProblem {
  const random = randomOf(seed);
  const upTo = (most: number) => Math.floor(random() * most);
  const length = new Float64Array(places * places).fill(Infinity);
  const edges = (places * places) / 50;
  for (let edge = 0; edge < edges; edge++) {
    const from = edge < places ? edge : upTo(places);
    const to = edge < places ? (edge + 1) % places : (from + 1 + upTo(places - 1)) % places;
    length[from * places + to] = length[to * places + from] = 1 + upTo(100);
  }
  const cost = shortestPaths(length, places);
  const people = new Float64Array(places).fill(1);
  return problemOf({kind: 'p-median', areas: places, sites: places, cost, people, count: {least: open, most: open}});
}
