import {beforeAll, describe, expect, it} from 'vitest';
import {drain} from '../../../src/core/job.ts';
import {PATIENT} from '../../../src/core/search/answer.ts';
import {whyNot, withOnly} from '../../../src/core/search/conflict.ts';
import {exhaustive} from '../../../src/core/search/exhaustive.ts';
import {loadSolver, type Solver} from '../../../src/core/search/mip.ts';
import {refusalOf, type SiteProblem} from '../../../src/core/search/problem.ts';
import {randomProblem} from './random-problem.ts';
import {example} from './worked-example.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const why = (problem: SiteProblem) => drain(whyNot(problem, {solver, runner: PATIENT, seed: 1})).demands;
const canBeMet = (problem: SiteProblem) => {
  const least = Math.max(0, problem.count.least);
  return drain(exhaustive({...problem, count: {...problem.count, least}}, PATIENT)) !== null;
};

describe('why nothing fits', () => {
  it('one site cannot serve everyone within 3: it needs 3 sites, or 9 minutes', () => {
    expect(why(example('lscp', 1, {cutoff: 3}))).toEqual([
      {demand: {demand: 'count'}, relaxation: {count: 3, sites: [0, 1, 3]}},
      {demand: {demand: 'cover'}, relaxation: {cutoff: 9}},
    ]);
  });

  it('says how far a floor would have to come down', () => {
    const {people} = example('mclp', 1);
    const problem = example('mclp', 1, {cutoff: 3, floors: [{name: 'everyone', people, share: 1, cutoff: 3}]});
    expect(why(problem)).toEqual([
      {demand: {demand: 'count'}, relaxation: {count: 3, sites: [0, 1, 3]}},
      {demand: {demand: 'floor', floor: 0}, relaxation: {share: 180 / 450, cutoff: 9}},
    ]);
  });

  it('says what a budget would have to be', () => {
    const budget = {costs: Float64Array.from([5, 6, 7, 8]), most: 10};
    expect(why(example('p-median', 2, {budget}))).toEqual([
      {demand: {demand: 'count'}, relaxation: {count: 1, sites: expect.any(Array)}},
      {demand: {demand: 'budget'}, relaxation: {budget: 11, sites: [0, 1]}},
    ]);
  });

  it('is a smallest set of demands in random cases: together they fail, without any one they do not', () => {
    let looked = 0;
    for (let seed = 0; looked < 60; seed++) {
      const problem = randomProblem(seed);
      if (refusalOf(problem) !== null || drain(exhaustive(problem, PATIENT))) continue;
      looked++;
      const demands = why(problem).map(({demand}) => demand);
      const said = `case ${seed}, ${problem.kind}`;
      expect(demands.length, said).toBeGreaterThan(0);
      expect(canBeMet(withOnly(problem, demands)), said).toBe(false);
      for (const demand of demands)
        expect(
          canBeMet(
            withOnly(
              problem,
              demands.filter((each) => each !== demand),
            ),
          ),
          said,
        ).toBe(true);
    }
  });
});
