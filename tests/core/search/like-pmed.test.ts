import {beforeAll, describe, expect, it} from 'vitest';
import {likePmed, PMED_SIZES} from '../../../src/core/bench/search/like-pmed.ts';
import {drain} from '../../../src/core/job.ts';
import {PATIENT} from '../../../src/core/search/answer.ts';
import {checkAnswer} from '../../../src/core/search/check.ts';
import {loadSolver, type Solver} from '../../../src/core/search/mip.ts';
import {searchSites} from '../../../src/core/search/search.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

describe('instances made like OR-Library’s pmed', () => {
  it('are the same for the same seed, and costs are distances', () => {
    const {cost, areas} = likePmed(100, 5, 1);
    expect(likePmed(100, 5, 1).cost).toEqual(cost);
    expect(likePmed(100, 5, 2).cost).not.toEqual(cost);
    for (let from = 0; from < areas; from++)
      for (let to = 0; to < areas; to++) {
        expect(cost[from * areas + to]).toBe(cost[to * areas + from]);
        expect(cost[from * areas + to]!).toBeLessThanOrEqual(cost[from * areas]! + cost[to]!);
      }
  });

  // Walks to better prices stand still below the linear bound of these: many sites, and some of them half open.
  it.each([
    [24, 2718],
    [30, 1911],
  ])('of the size of pmed%i are proven, and the checker adds the proof up anew', (number, best) => {
    const problem = likePmed(...PMED_SIZES[number - 1]!, 1000 + number);
    const {found} = drain(searchSites(problem, {solver, runner: PATIENT, seed: 1}));
    expect([found!.objective, found!.proof]).toEqual([best, 'proven']);
    const check = checkAnswer(problem, found!);
    expect([check.faults, check.bound]).toEqual([[], 'added up anew']);
  });
});
