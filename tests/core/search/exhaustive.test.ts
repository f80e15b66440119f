import {describe, expect, it} from 'vitest';
import {drain} from '../../../src/core/job.ts';
import {PATIENT} from '../../../src/core/search/answer.ts';
import {judgeOf, standingOf} from '../../../src/core/search/evaluate.ts';
import {combinationsOf, exhaustive} from '../../../src/core/search/exhaustive.ts';
import {descend, Interchange} from '../../../src/core/search/interchange.ts';
import {nearOf} from '../../../src/core/search/near.ts';
import {refusalOf} from '../../../src/core/search/problem.ts';
import {SwapRules} from '../../../src/core/search/rules.ts';
import {setsOf} from '../../../src/core/search/sets-of-sites.ts';
import {randomProblem} from './random-problem.ts';
import {DEPRIVED, example} from './worked-example.ts';

/** Runs what only stops for breath. */
function atOnce<R>(job: Generator<unknown, R, void>): R {
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
  }
}

const best = (problem: ReturnType<typeof example>) => {
  const found = drain(exhaustive(problem, PATIENT));
  return found && [found.sites, found.objective];
};

describe('the worked example, every set looked at', () => {
  it('p-median', () => {
    expect(best(example('p-median', 1))).toEqual([[1], 2420]);
    expect(best(example('p-median', 2))).toEqual([[0, 2], 1490]);
    expect(best(example('p-median', 3))).toEqual([[0, 1, 3], 920]);
  });

  it('second best of two is {0, 3}', () => {
    const ruledOut = {name: 'best', sites: [0, 2], least: 0, most: 1};
    expect(best(example('p-median', 2, {groups: [ruledOut]}))).toEqual([[0, 3], 1520]);
  });

  it('equity: counting the last two areas 2.5 times moves the best', () => {
    expect(best(example('p-median', 1, {priority: DEPRIVED}))).toEqual([[2], 3445]);
    expect(best(example('p-median', 2, {priority: DEPRIVED}))).toEqual([[0, 3], 1880]);
  });

  it('p-centre', () => {
    expect(best(example('p-centre', 2))).toEqual([[0, 2], 5]);
    expect(best(example('p-centre', 3))).toEqual([[0, 1, 3], 3]);
  });

  it('maximal covering', () => {
    expect(best(example('mclp', 1, {cutoff: 3}))).toEqual([[0], 180]);
    expect(best(example('mclp', 2, {cutoff: 3}))).toEqual([[0, 3], 330]);
    expect(best(example('mclp', 2, {cutoff: 5}))).toEqual([[0, 2], 450]);
  });

  it('covering with backup', () => {
    expect(best(example('lscp', 1, {cutoff: 5, count: {least: 1, most: 4}}))).toEqual([[0, 2], 2]);
    expect(best(example('bacop1', 3, {cutoff: 5}))).toEqual([[0, 1, 2], 200]);
    expect(best(example('bacop2', 3, {cutoff: 5}))).toEqual([[0, 1, 2], 325]);
  });

  it('says how many sets there are', () => {
    expect(combinationsOf(example('p-median', 2))).toBe(6);
    expect(combinationsOf(example('p-median', 2, {fixedOpen: [0]}))).toBe(3);
    expect(combinationsOf(example('p-median', 2, {fixedClosed: [0]}))).toBe(3);
  });
});

describe('every set of some size', () => {
  it('comes once, in order, with where everyone stands, whether more sites open or close', () => {
    for (let seed = 0; seed < 60; seed++) {
      const problem = randomProblem(seed);
      const all = [...Array(problem.sites).keys()];
      const fixed = seed % 3 === 0 ? [all.length - 1] : [];
      const free = all.filter((site) => !fixed.includes(site));
      for (let take = 0; take <= free.length + 1; take++) {
        const seen: number[][] = [];
        for (const [sites, standing] of setsOf(problem, free, fixed, take)) {
          seen.push(sites);
          expect(standing).toEqual(standingOf(problem, sites));
        }
        const wanted = subsets(free, take).map((each) => [...each, ...fixed]);
        expect(seen).toEqual(wanted);
      }
    }
  });
});

function subsets(of: readonly number[], take: number): number[][] {
  if (take === 0) return [[]];
  return of.flatMap((first, at) => subsets(of.slice(at + 1), take - 1).map((rest) => [first, ...rest]));
}

describe('swaps in the worked example', () => {
  it('are worth gain − loss + extra, the true change of the cost', () => {
    const problem = example('p-median', 2);
    const judge = judgeOf(problem);
    const search = new Interchange(atOnce(nearOf(judge)), new SwapRules(judge), new Int8Array(4), 2);
    const profit = (opening: number, closing: number) => {
      search.begin([1, 2]);
      const before = search.total();
      search.swap(opening, [1, 2].indexOf(closing));
      return before - search.total();
    };
    search.begin([1, 2]);
    expect(search.total()).toBe(1910);
    expect(search.best(0)).toEqual({opening: 0, slot: 0, profit: 420});
    expect([profit(0, 1), profit(0, 2), profit(3, 1), profit(3, 2)]).toEqual([420, 150, -350, 330]);
  });

  it('end at the best two sites', () => {
    const judge = judgeOf(example('p-median', 2));
    const search = new Interchange(atOnce(nearOf(judge)), new SwapRules(judge), new Int8Array(4), 2);
    search.begin([1, 2]);
    expect(atOnce(descend(search))).toBe(1490);
    expect(search.sites).toEqual([0, 2]);
  });
});

describe('questions that are refused', () => {
  it('in a sentence', () => {
    expect(refusalOf(example('p-median', 0))).toMatch(/at least one/);
    expect(refusalOf(example('p-median', 5))).toMatch(/only 4 to choose from/);
    expect(refusalOf(example('p-median', 4, {fixedClosed: [1]}))).toMatch(/only 3 to choose from/);
    expect(refusalOf(example('p-median', 2, {fixedOpen: [1], fixedClosed: [1]}))).toMatch(
      /fixed open and fixed closed/,
    );
    expect(refusalOf({...example('p-median', 1), sites: 0})).toMatch(/no sites/);
    expect(refusalOf(example('capacitated-p-median', 1))).toMatch(/capacity/);
    expect(refusalOf(example('p-median', 2))).toBeNull();
  });
});
