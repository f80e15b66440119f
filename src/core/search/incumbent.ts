import {type Judge, meetsAreaDemands, meetsSiteDemands, objectiveOf, standingOf} from './evaluate.ts';
import type {Near} from './near.ts';
import {isMaximised} from './problem.ts';

/** The best answer so far, as a cost to be made small: for maximal covering what is left uncovered. */
export class Incumbent {
  readonly judge: Judge;
  sites: readonly number[];
  cost: number;
  private readonly whole: boolean;
  /** What is left uncovered if nothing is opened. */
  private readonly all: number;

  constructor(judge: Judge, near: Near, sites: readonly number[]) {
    this.judge = judge;
    this.whole = areWhole(judge, near);
    this.all = near.constant;
    if (isMaximised(judge.problem.kind)) for (const each of near.fallback) this.all += each;
    this.sites = [...sites].sort((a, b) => a - b);
    this.cost = this.costOf(sites);
  }

  /** A cost in the problem’s own terms, or back again. */
  told(cost: number): number {
    return isMaximised(this.judge.problem.kind) ? this.all - cost : cost;
  }

  /** A bound beyond this leaves nothing to be found: whole costs only get better by 1. */
  get enough(): number {
    return this.whole ? this.cost - 1 + 1e-6 * Math.max(1, this.cost * 1e-6) : this.cost * (1 - 1e-9);
  }

  /** Keeps a set of sites if it is better and meets the demands. */
  offer(sites: readonly number[]): boolean {
    const cost = this.costOf(sites);
    if (cost >= this.cost || !meetsSiteDemands(this.judge, sites)) return false;
    if (!meetsAreaDemands(this.judge, standingOf(this.judge.problem, sites))) return false;
    this.cost = cost;
    this.sites = [...sites].sort((a, b) => a - b);
    return true;
  }

  private costOf(sites: readonly number[]): number {
    return this.told(objectiveOf(this.judge, standingOf(this.judge.problem, sites), sites));
  }
}

/** Whether every cost an answer can have is a whole number, so that a bound may be rounded up. */
function areWhole({problem, weights}: Judge, near: Near): boolean {
  // Areas merged into a row may come to whole people though none of them does, which the checker would not take for granted.
  if (isMaximised(problem.kind) && !weights.every((each) => Number.isInteger(each))) return false;
  for (const each of near.cost) if (!Number.isInteger(each)) return false;
  for (const each of near.fallback) if (!Number.isInteger(each)) return false;
  return Number.isInteger(near.constant) && (problem.opening?.every((each) => Number.isInteger(each)) ?? true);
}
