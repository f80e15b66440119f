import type {Found, SearchProgress} from './answer.ts';
import {type Judge, meetsAreaDemands, meetsSiteDemands, objectiveOf, standingOf} from './evaluate.ts';
import {roomedQuickly} from './roomed.ts';

/** The best answer so far to a question of whole areas and rooms, and every set of sites that was tried for it. */
export class RoomedAnswers {
  best: Found | null = null;
  private readonly judge: Judge;
  private readonly isWhole: boolean;
  private readonly tried = new Set<string>();

  constructor(judge: Judge) {
    this.judge = judge;
    this.isWhole = areCostsWhole(judge);
  }

  /** A bound beyond this leaves nothing better to be found. */
  get limit(): number {
    if (!this.best) return Infinity;
    const {objective} = this.best;
    return objective - (this.isWhole ? 1 - 1e-6 : 1e-9 * Math.abs(objective));
  }

  /** Fills these sites quickly, if they are new and meet the demands; whether the answer is better. */
  offer(open: readonly number[]): boolean {
    const {judge, tried} = this;
    const sites = [...open].sort((a, b) => a - b);
    const key = sites.join(' ');
    if (tried.has(key) || !meetsSiteDemands(judge, sites)) return false;
    tried.add(key);
    const standing = standingOf(judge.problem, sites);
    // With room for everybody it would cost no more.
    if (objectiveOf(judge, standing, sites) > this.limit || !meetsAreaDemands(judge, standing)) return false;
    const roomed = roomedQuickly(judge, sites);
    if (!roomed) return false;
    return this.take({...roomed, sites, bound: -Infinity, proof: 'within', combinations: null, certificate: null});
  }

  take(found: Found): boolean {
    if (this.best && found.objective >= this.best.objective) return false;
    this.best = found;
    return true;
  }

  /** Swaps one open site for one closed, whichever is better first, until none is; stops for breath before each. */
  *swap(): Generator<void, void, void> {
    const {problem, allowed} = this.judge;
    for (let isBetter = true; isBetter; ) {
      isBetter = false;
      const open = this.best?.sites ?? [];
      for (const closing of open) {
        if (problem.fixedOpen.includes(closing)) continue;
        const others = open.filter((site) => site !== closing);
        for (let opening = 0; opening < problem.sites && !isBetter; opening++) {
          if (!allowed[opening] || open.includes(opening)) continue;
          yield;
          isBetter = this.offer([...others, opening]);
        }
        if (isBetter) break;
      }
    }
  }

  told(bound: number): SearchProgress {
    const {objective, sites} = this.best ?? {objective: null, sites: null};
    return {done: 0, of: 0, doing: 'Proving', objective, bound: Number.isFinite(bound) ? bound : null, sites};
  }

  /** What there is when the search is stopped at this bound. */
  ended(bound: number): Found | null {
    const {best} = this;
    const known = Math.min(best?.objective ?? Infinity, bound);
    return best && {...best, bound: known, proof: Number.isFinite(known) ? 'within' : 'unbounded'};
  }

  get proven(): Found | null {
    return this.best && {...this.best, bound: this.best.objective, proof: 'proven'};
  }
}

/** Whether all weighted costs are whole, so that two objectives lie a whole step apart. */
function areCostsWhole({problem, weights}: Judge): boolean {
  const {areas, sites, cost, outOfReach, opening} = problem;
  if (opening && !opening.every((each) => Number.isInteger(each))) return false;
  for (let site = 0; site < sites; site++)
    for (let area = 0; area < areas; area++) {
      const each = cost[site * areas + area]!;
      if (each >= outOfReach) continue;
      const weighted = weights[area]! * each;
      if (Math.abs(weighted - Math.round(weighted)) > 1e-9 * Math.max(1, weighted)) return false;
    }
  return true;
}
