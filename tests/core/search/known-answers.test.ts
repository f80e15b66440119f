import {beforeAll, describe, expect, it} from 'vitest';
import {cap, isHere, optima, p550, pmed, sanFrancisco} from '../../../src/core/bench/search/known-answers.ts';
import {drain} from '../../../src/core/job.ts';
import {PATIENT} from '../../../src/core/search/answer.ts';
import {checkAnswer} from '../../../src/core/search/check.ts';
import {loadSolver, type Solver} from '../../../src/core/search/mip.ts';
import type {SiteProblem} from '../../../src/core/search/problem.ts';
import {searchSites} from '../../../src/core/search/search.ts';

if (!isHere) console.info('Known answers skipped: no folder of them here (set CLOSER_DATA to have it).');

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function proven(problem: SiteProblem, easilyAll?: number) {
  const {found} = drain(
    searchSites(problem, {solver, runner: PATIENT, seed: 1, ...(easilyAll !== undefined && {easilyAll})}),
  );
  expect(checkAnswer(problem, found!).faults).toEqual([]);
  expect(['proven', 'checked-all']).toContain(found!.proof);
  return found!.objective;
}

describe.skipIf(!isHere)('answers that others have published (skipped where the folder of open data is absent)', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20])('pmed%i, p-median', (number) => {
    expect(proven(pmed(number, 'p-median'))).toBe(optima('orlib_pmed/pmedopt.txt').get(`pmed${number}`));
  });

  it.each([1, 5, 9, 15, 16, 17, 18, 20])('pmed%i, p-centre', (number) => {
    expect(proven(pmed(number, 'p-centre'))).toBe(optima('orlib_pmed/kcenteropt.txt').get(`pmed${number}`));
  });

  it.each([
    [71, 932615.75],
    [72, 977799.4],
    [73, 1010641.45],
    [74, 1034976.975],
  ])('cap%i with opening costs, any number of sites, both ways', (number, best) => {
    expect(proven(cap(number))).toBeCloseTo(best, 6);
    expect(proven(cap(number), 0)).toBeCloseTo(best, 6);
  });

  it.each([
    [1, 713],
    [2, 740],
    [3, 751],
    [4, 651],
    [5, 664],
    [6, 778],
    [7, 787],
    [9, 715],
    [10, 829],
  ])(
    'p550-%i with room',
    (number, best) => {
      expect(proven(p550(number))).toBeCloseTo(best, 6);
    },
    120_000,
  );

  it('San Francisco: five questions, by every set and by the solver', () => {
    const four = {least: 4, most: 4};
    for (const easilyAll of [undefined, 0]) {
      expect(proven(sanFrancisco('p-median', four), easilyAll)).toBeCloseTo(2848268129.715, 2);
      expect(proven(sanFrancisco('p-centre', four), easilyAll)).toBeCloseTo(7403.064, 2);
      expect(proven(sanFrancisco('mclp', four), easilyAll)).toBe(875247);
      expect(proven(sanFrancisco('lscp', {least: 1, most: 16}), easilyAll)).toBe(8);
    }
    // With the eight stores that cover everyone; counted by hand over all 12,870 sets of eight.
    expect(proven(sanFrancisco('lscp-b', {least: 1, most: 16}))).toBe(145);
    expect(proven(sanFrancisco('lscp-b', {least: 1, most: 16}), 0)).toBe(145);
  });
});
