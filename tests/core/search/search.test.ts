import {beforeAll, describe, expect, it} from 'vitest';
import {drain} from '../../../src/core/job.ts';
import {PATIENT} from '../../../src/core/search/answer.ts';
import {checkAnswer} from '../../../src/core/search/check.ts';
import {exhaustive} from '../../../src/core/search/exhaustive.ts';
import {loadSolver, type Solver} from '../../../src/core/search/mip.ts';
import {problemOf, refusalOf, type SiteProblem} from '../../../src/core/search/problem.ts';
import {randomOf} from '../../../src/core/search/random.ts';
import {searchSites} from '../../../src/core/search/search.ts';
import {randomProblem} from './random-problem.ts';
import {example} from './worked-example.ts';

/** 60,000 were run when this was written; the suite runs a part of them. */
const CASES = Number(process.env.CLOSER_SEARCH_CASES ?? 330);

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const solved = (problem: SiteProblem, seed = 1) =>
  drain(searchSites(problem, {solver, runner: PATIENT, seed, easilyAll: 0})).found;

/** Whether there is an answer; where there is, the search’s is as good as the best of all sets, and both checks find no fault. */
function compared(seed: number): boolean {
  const problem = randomProblem(seed);
  if (refusalOf(problem) !== null) return true;
  const all = drain(exhaustive(problem, PATIENT));
  const found = solved(problem);
  const said = `case ${seed}, ${problem.kind}`;
  expect(found === null, said).toBe(all === null);
  if (!all || !found) return false;
  expect(found.objective, said).toBeCloseTo(all.objective, 6);
  expect(found.proof, said).toBe('proven');
  expect(checkAnswer(problem, found).faults, said).toEqual([]);
  expect(checkAnswer(problem, all).faults, said).toEqual([]);
  return true;
}

describe('every kind of question with every kind of demand', () => {
  it(`equals looking at every set in ${CASES} small cases, and has no answer exactly where there is none`, () => {
    let without = 0;
    for (let seed = 0; seed < CASES; seed++) if (!compared(seed)) without++;
    expect(without).toBeGreaterThan(CASES / 20);
  });

  it.each([
    [3753, 'a floor looks at who is near an open site, whether or not it has room for them'],
    [8163, 'weights that are not whole make whole costs'],
    [15_371, 'areas merged into one row come to whole people, though none of them does'],
  ])('equals it in case %i, where %s', (seed) => {
    expect(compared(seed)).toBe(true);
  });
});

/** A plane with towns; every area can be a site. */
function plane(areas: number, sites: number, count: number, seed: number): SiteProblem {
  const random = randomOf(seed);
  const at = Array.from({length: areas}, () => [random(), random()] as const);
  const cost = new Float64Array(areas * sites);
  for (let site = 0; site < sites; site++)
    for (let area = 0; area < areas; area++)
      cost[site * areas + area] = Math.round(
        1000 * Math.hypot(at[area]![0] - at[site]![0], at[area]![1] - at[site]![1]),
      );
  const people = Float64Array.from({length: areas}, () => 1 + Math.floor(random() * 100));
  return problemOf({kind: 'p-median', areas, sites, cost, people, count: {least: count, most: count}});
}

describe('an answer that covers everyone', () => {
  it('is proven and found without fault where people do not count whole', () => {
    // Nobody is left out, so the proof has nothing to be a share of.
    const problem = randomProblem(697);
    const found = solved(problem)!;
    expect(problem.kind).toBe('mclp');
    expect(checkAnswer(problem, found).faults).toEqual([]);
  });
});

describe('a p-median of some size', () => {
  it('is proven, and the checker adds the proof up anew', () => {
    const problem = plane(120, 60, 8, 3);
    const found = solved(problem)!;
    expect(found.proof).toBe('proven');
    expect(checkAnswer(problem, found)).toMatchObject({faults: [], bound: 'added up anew'});
  });

  it('has the same answer for the same seed, and the same objective for another', () => {
    const problem = plane(150, 80, 7, 5);
    const [one, again, other] = [solved(problem, 1)!, solved(problem, 1)!, solved(problem, 2)!];
    expect(again.sites).toEqual(one.sites);
    expect(other.objective).toBe(one.objective);
  });

  it('has the same worth whatever order the sites stand in', () => {
    const problem = plane(100, 50, 6, 9);
    const turned = {...problem, cost: new Float64Array(problem.cost.length)};
    for (let site = 0; site < 50; site++)
      turned.cost.set(problem.cost.subarray(site * 100, site * 100 + 100), (49 - site) * 100);
    expect(solved(turned)!.objective).toBe(solved(problem)!.objective);
  });

  it('stopped at any moment keeps an answer and a bound on the right sides of the best', () => {
    const problem = plane(200, 100, 10, 11);
    const best = solved(problem)!.objective;
    for (const after of [1, 5, 20, 60]) {
      let asked = 0;
      const runner = {enough: () => ++asked > after};
      const {found} = drain(searchSites(problem, {solver, runner, seed: 1, easilyAll: 0}));
      expect(found!.objective).toBeGreaterThanOrEqual(best);
      expect(found!.bound).toBeLessThanOrEqual(best);
      expect(checkAnswer(problem, found!).faults).toEqual([]);
    }
  });

  it('begun from the answer before a weight moved comes to the same as from nothing', () => {
    const problem = plane(150, 80, 7, 13);
    const first = drain(searchSites(problem, {solver, runner: PATIENT, seed: 1, easilyAll: 0}));
    const moved = {...problem, people: problem.people.map((each, area) => (area < 20 ? 3 * each : each))};
    const warm = drain(searchSites(moved, {solver, runner: PATIENT, seed: 1, easilyAll: 0, warm: first.warmth!}));
    expect(warm.found!.objective).toBe(solved(moved)!.objective);
    expect(warm.found!.proof).toBe('proven');
  });
});

describe('questions at the edge', () => {
  it('count people out of every site’s reach apart, and price the others out of reach', () => {
    const cost = Float64Array.from([5, Infinity, Infinity, 100, 7, Infinity]);
    const problem = problemOf({
      kind: 'p-median',
      areas: 3,
      sites: 2,
      cost,
      people: Float64Array.from([10, 20, 30]),
      count: {least: 1, most: 1},
      price: 1000,
    });
    // Site 1: 10 × 100 + 20 × 7. Site 0 would leave 20 people out of reach. Nobody can help the third area.
    expect(solved(problem)).toMatchObject({sites: [1], objective: 1140});
  });

  it('take equal sites by their order', () => {
    const cost = Float64Array.from([1, 2, 1, 2, 1, 2]);
    const problem = problemOf({
      kind: 'p-median',
      areas: 2,
      sites: 3,
      cost,
      people: Float64Array.from([1, 1]),
      count: {least: 1, most: 1},
    });
    expect(drain(exhaustive(problem, PATIENT))!.sites).toEqual([0]);
    expect(solved(problem)!.objective).toBe(3);
  });

  it('open every site where all are asked for', () => {
    expect(solved(example('p-median', 4))).toMatchObject({sites: [0, 1, 2, 3], proof: 'proven'});
  });

  it('of too many sites are a mistake of whoever asks', () => {
    expect(() => solved(example('p-median', 5))).toThrow(/only 4/);
  });
});
