import {beforeAll, describe, expect, it} from 'vitest';
import {drain} from '../../../src/core/job.ts';
import {type Found, PATIENT, type Part} from '../../../src/core/search/answer.ts';
import {checkAnswer} from '../../../src/core/search/check.ts';
import {loadSolver, type Solver} from '../../../src/core/search/mip.ts';
import {problemOf, type SiteProblem} from '../../../src/core/search/problem.ts';
import {randomOf} from '../../../src/core/search/random.ts';
import {searchSites} from '../../../src/core/search/search.ts';
import {example} from './worked-example.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const solved = (problem: SiteProblem): Found =>
  drain(searchSites(problem, {solver, runner: PATIENT, seed: 1, easilyAll: 0})).found!;

function someTown(): SiteProblem {
  const random = randomOf(4);
  const cost = Float64Array.from({length: 40 * 20}, () => 1 + Math.floor(random() * 60));
  const people = Float64Array.from({length: 40}, () => 1 + Math.floor(random() * 9));
  return problemOf({kind: 'p-median', areas: 40, sites: 20, cost, people, count: {least: 4, most: 4}});
}

describe('the checker catches a solver that', () => {
  it('adds up wrongly', () => {
    const problem = example('p-median', 2);
    const found = solved(problem);
    expect(
      checkAnswer(problem, {...found, objective: found.objective - 1, bound: found.bound - 1}).faults.join(),
    ).toMatch(/The objective is 1490, not 1489/);
  });

  it('breaks a demand', () => {
    const closed = example('p-median', 2, {fixedClosed: [0]});
    expect(checkAnswer(closed, solved(example('p-median', 2))).faults.join()).toMatch(/Site 0 is open/);
    const dear = example('p-median', 2, {budget: {costs: Float64Array.from([5, 5, 5, 5]), most: 9}});
    expect(checkAnswer(dear, solved(example('p-median', 2))).faults.join()).toMatch(/more than 9/);
    const {people} = closed;
    const floor = example('p-median', 2, {floors: [{name: 'all', people, share: 1, cutoff: 3}]});
    expect(checkAnswer(floor, solved(example('p-median', 2))).faults.join()).toMatch(/within 3/);
  });

  it('calls the second best the best', () => {
    const problem = someTown();
    const honest = solved(problem);
    const second = solved({
      ...problem,
      groups: [{name: 'the best', sites: honest.sites, least: 0, most: honest.sites.length - 1}],
    });
    expect(second.objective).toBeGreaterThan(honest.objective);
    const lie = {...second, bound: second.objective, certificate: honest.certificate};
    expect(checkAnswer(problem, lie).faults.join()).toMatch(/part of the proof|without a reason/);
  });

  it('leaves half of the choices out of its proof', () => {
    const problem = someTown();
    const found = solved(problem);
    const {root} = found.certificate!;
    expect(checkAnswer(problem, found).bound).toBe('added up anew');
    const spoiled = (part: Partial<Part>) =>
      checkAnswer(problem, {...found, certificate: {...found.certificate!, root: {...root, ...part}}}).faults.join();
    expect(spoiled({settled: [...root.settled, ~found.sites[0]!]})).toMatch(/decides site \d+ without a reason/);
    // Prices that say nothing, for the whole and for both ways of a site.
    const nothing: Part = {prices: root.prices.map(() => 0), settled: [], ways: [], site: -1};
    expect(spoiled(nothing)).toMatch(/reaches 0, not beyond/);
    expect(spoiled({...nothing, site: found.sites[0]!, ways: [nothing, nothing]})).toMatch(/reaches 0, not beyond/);
  });

  it('puts more people into a site than there is room for', () => {
    const problem = example('capacitated-p-median', 2, {capacity: Float64Array.from([250, 250, 250, 250])});
    const found = solved(problem);
    expect(checkAnswer(problem, found).faults).toEqual([]);
    const crowded = found.assignment!.map(() => found.sites[0]!);
    expect(checkAnswer(problem, {...found, assignment: crowded}).faults.join()).toMatch(/has room for 250/);
  });

  it('claims a bound on the wrong side', () => {
    const problem = example('mclp', 1, {cutoff: 3});
    const found = solved(problem);
    expect(checkAnswer(problem, {...found, proof: 'within', bound: 170}).faults.join()).toMatch(/wrong side/);
    expect(checkAnswer(problem, {...found, bound: 190}).faults.join()).toMatch(/called proven/);
  });

  it('opens a site that is not there, or one twice', () => {
    const problem = example('p-median', 2);
    const found = solved(problem);
    expect(checkAnswer(problem, {...found, sites: [0, 9]}).faults.join()).toMatch(/no site 9/);
    expect(checkAnswer(problem, {...found, sites: [2, 2]}).faults.join()).toMatch(/listed twice/);
  });
});
