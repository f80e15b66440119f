import type {Incumbent} from './incumbent.ts';
import {descend, Interchange} from './interchange.ts';
import type {Near} from './near.ts';
import {SwapRules} from './rules.ts';

/**
 * Swaps from a set of sites, then random shakes and swaps again, each from the best met so far; what is better than the
 * incumbent replaces it. Only undecided sites move, so that a question of which little is left is searched fast.
 */
export class Shaker {
  private readonly incumbent: Incumbent;
  /** The demands on what is shaken; the swaps keep count of their own. */
  private readonly rules: SwapRules;
  private readonly interchange: Interchange;
  private readonly free: number[] = [];
  private readonly random: () => number;

  constructor(near: Near, decided: Int8Array, incumbent: Incumbent, random: () => number) {
    const {judge} = incumbent;
    this.incumbent = incumbent;
    this.random = random;
    this.rules = new SwapRules(judge);
    this.interchange = new Interchange(near, new SwapRules(judge), decided, judge.problem.count.most);
    for (let site = 0; site < decided.length; site++) if (decided[site] === 0) this.free.push(site);
  }

  /** Swaps until none helps; gives the cost there. */
  *from(sites: readonly number[]): Generator<void, number, void> {
    this.interchange.moveTo(sites);
    const cost = yield* descend(this.interchange);
    if (cost < this.incumbent.cost) this.incumbent.offer(this.interchange.sites);
    return cost;
  }

  /** Begins with sites that keep the demands, and shakes so often, or until told that it is enough. */
  *shake(sites: readonly number[], times: number, enough: () => boolean): Generator<void, void, void> {
    if (!this.rules.accepts(sites)) return;
    let best = yield* this.from(sites);
    let kept = this.interchange.sites;
    for (let round = 0; round < times && !enough(); round++) {
      yield;
      const cost = yield* this.from(this.shaken(kept));
      if (cost > best) continue;
      best = cost;
      kept = this.interchange.sites;
    }
  }

  /** What a row’s closest open site costs, so far towards the second: a price to begin with. */
  between(row: number, far: number): number {
    return (1 - far) * this.interchange.closestCost(row) + far * this.interchange.secondCost(row);
  }

  /** A few open sites closed for others, at random, as far as the demands allow. */
  private shaken(sites: readonly number[]): number[] {
    const {rules, free, random} = this;
    rules.begin(sites);
    const shaken = [...sites];
    const times = Math.min(sites.length, 1 + Math.floor(random() * Math.min(6, 2 + sites.length / 8)));
    for (let done = 0, tries = 0; done < times && tries < 60 && free.length > 0; tries++) {
      const slot = Math.floor(random() * shaken.length);
      const opening = free[Math.floor(random() * free.length)]!;
      if (!this.mayMove(shaken[slot]!) || shaken.includes(opening) || !rules.maySwap(opening, shaken[slot]!)) continue;
      rules.swapped(opening, shaken[slot]!);
      shaken[slot] = opening;
      done++;
    }
    return shaken;
  }

  private mayMove(site: number): boolean {
    return this.interchange.decided[site] === 0;
  }
}
