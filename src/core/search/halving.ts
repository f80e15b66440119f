import type {Runner} from './answer.ts';
import {boundedBest} from './best-prices.ts';
import {type Bounded, bounded, goneOn, lessened, onlySet} from './bounded-part.ts';
import type {Pace} from './dual-walk.ts';
import type {Incumbent} from './incumbent.ts';
import {takeLowest} from './lowest.ts';
import type {Solver} from './mip.ts';
import type {Near} from './near.ts';
import {pinned} from './shrunk.ts';

/** A part taken up again, and a way tried out. */
const AGAIN: Pace = {steps: 30, pace: 0.4, patience: 6, memory: 0.6};
const TRIED: Pace = {steps: 8, pace: 0.4, patience: 6, memory: 0.6};
/** List entries looked at for one choice at most, and ways tried in vain after a good one was found. */
const WORK_PER_CHOICE = 60_000_000;
const IN_VAIN = 3;

/**
 * Parts of the choices not yet bounded well enough, the lowest bound first. Each is halved at the site whose either way
 * lifts the bound most, which is tried out (strong branching); a way that leads nowhere decides the site at once.
 */
export class Halving {
  private readonly core: Near;
  private readonly incumbent: Incumbent;
  private readonly solver: Solver | null;
  private readonly runner: Runner;
  private readonly queue: Bounded[];
  /** What each site gained when it was last tried: those that gained are tried first. */
  private readonly worth: Float64Array;

  constructor(core: Near, root: Bounded, incumbent: Incumbent, solver: Solver | null, runner: Runner) {
    this.solver = solver;
    this.runner = runner;
    this.core = core;
    this.incumbent = incumbent;
    this.queue = [root];
    this.worth = new Float64Array(root.decided.length).fill(-1);
  }

  /** The least bound of what is left; Infinity once nothing is. */
  get bound(): number {
    let low = Infinity;
    for (const each of this.queue) if (each.bound < low) low = each.bound;
    return low;
  }

  /** Looks at the part of least bound; gives the sites that its bound opens, if it is still open, for swaps to begin with. */
  *step(): Generator<unknown, number[] | null, void> {
    const {queue, incumbent} = this;
    const before = takeLowest(queue);
    if (this.isClosed(before)) return null;
    const again = lessened(this.core, before);
    let now = goneOn(before, yield* bounded(again.near, again.now, AGAIN, incumbent));
    if (this.isClosed(now)) return null;
    if (this.solver) now = yield* boundedBest(this.core, now, incumbent, this.solver, this.runner);
    if (this.isClosed(now)) return null;
    yield* this.halve(now);
    return now.chosen;
  }

  /** Whether nothing better is in a part; a single set is looked at itself. */
  private isClosed(part: Bounded): boolean {
    if (part.bound > this.incumbent.enough) return true;
    const only = onlySet(part, this.incumbent.judge.problem.count.most);
    if (only && only.length > 0) this.incumbent.offer(only);
    return only !== null;
  }

  private *halve(whole: Bounded): Generator<unknown, void, void> {
    const {incumbent, queue, worth} = this;
    let {now, near} = lessened(this.core, whole);
    let best: {site: number; score: number; ways: [Bounded, Bounded]} | null = null;
    let inVain = 0;
    let tries = WORK_PER_CHOICE / (4 * TRIED.steps * Math.max(1, near.site.length));
    for (const site of this.inOrder(now)) {
      if (now.decided[site] !== 0) continue;
      if (best && (inVain >= IN_VAIN || tries <= 0)) break;
      tries--;
      yield;
      const ways: [Bounded, Bounded] = [yield* this.tried(near, now, site, 1), yield* this.tried(near, now, site, -1)];
      const closed = ways.map((way) => this.isClosed(way));
      if (closed[0] || closed[1]) {
        now.part.site = site;
        now.part.ways = ways.map((way) => way.part);
        if (closed[0] && closed[1]) return;
        // Only one way is left: the rest is looked at under it.
        ({now, near} = lessened(near, ways[closed[0] ? 1 : 0]));
        best = null;
        inVain = 0;
        continue;
      }
      const missing = incumbent.enough - now.bound;
      const gains = ways.map((way) => Math.max(0, way.bound - now.bound) / missing);
      const score = (gains[0]! + 1e-4) * (gains[1]! + 1e-4);
      worth[site] = score;
      if (!best || score > best.score) {
        best = {site, score, ways};
        inVain = 0;
      } else if (best.score > 4e-4) inVain++;
    }
    if (!best) queue.push(now);
    else {
      now.part.site = best.site;
      now.part.ways = best.ways.map((way) => way.part);
      queue.push(...best.ways);
    }
  }

  private *tried(near: Near, whole: Bounded, site: number, way: 1 | -1): Generator<unknown, Bounded, void> {
    const decided = whole.decided.slice();
    decided[site] = way;
    const prices = whole.prices.slice();
    const lists = pinned(near, decided, site, prices);
    const now = yield* bounded(lists, {decided, prices, share: whole.share}, TRIED, this.incumbent);
    return {...now, bound: Math.max(whole.bound, now.bound)};
  }

  /** Undecided sites: those that gained when tried before come first, then those that the bound is least sure of. */
  private inOrder({decided, share}: Bounded): number[] {
    const {worth} = this;
    const unsure = (site: number) => 0.5 - Math.abs(share[site]! - 0.5);
    const keys = share.map((_, site) => (worth[site]! >= 0 ? Math.sqrt(worth[site]!) : 0) + 0.02 * unsure(site));
    return [...decided.keys()].filter((site) => decided[site] === 0).sort((a, b) => keys[b]! - keys[a]! || a - b);
  }
}
