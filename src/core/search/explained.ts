import {mostDifferent, nextBest} from './alternatives.ts';
import type {Found, SearchProgress} from './answer.ts';
import {gapOf, PATIENT} from './answer.ts';
import {type Check, checkAnswer} from './check.ts';
import {type Conflict, whyNot} from './conflict.ts';
import {judgeOf} from './evaluate.ts';
import {hasRooms, type SiteProblem} from './problem.ts';
import {closestOf, type Reasons, reasonsFor} from './reasons.ts';
import {type Taken, takenBy} from './rooms.ts';
import {type HowToSearch, searchSites, type Warmth} from './search.ts';

/** An answer with everything that is told with it; or why there is none. */
export type Explained =
  | {
      state: 'found';
      found: Found;
      check: Check;
      reasons: Reasons;
      assignment: Int32Array;
      /** How full sites are, where room decides who goes where. */
      taken: Taken | null;
      others: Other[];
      seconds: number;
    }
  | {state: 'infeasible'; conflict: Conflict; seconds: number}
  | {state: 'stopped'; seconds: number};

/** Another answer to the question: next best, most different, or best with a site forced open; `null` if there is none. */
export type Other = ({as: 'next'; place: number} | {as: 'different'} | {as: 'forced'; site: number}) & {
  found: Found | null;
  /** How full its sites are, where room decides who goes where. */
  taken: Taken | null;
  /** Faults that the checker found in it. */
  faults: string[];
};

/** What else is looked for once the best answer is there. */
export interface Also {
  /** So many of the next best. */
  next: number;
  /** The one that shares fewest sites, at most this share worse; `null`: not asked. */
  different: number | null;
  /** Sites to be forced open, one at a time. */
  force: readonly number[];
}

/** What a search is given besides its question. */
export interface Asked {
  seed: number;
  /** Seconds after which the answer so far is the answer; each further answer has as long. */
  seconds: number;
  /** A gap that is good enough, as a share; 0 to wait for the proof. */
  gap: number;
  also?: Also;
  /** One of many: without its reasons, and without what is in conflict where nothing fits. */
  brief?: true;
}

/** Whoever runs a search from outside: told how it goes, and asked for time. */
export interface Watch {
  /** The gap is small enough: end with what there is. */
  goodEnough: () => void;
  /** A further answer begins, with as long as the first had. */
  again: () => void;
  clock: () => number;
  /** Takes what the next search may start from. */
  keep: (warmth: Warmth) => void;
}

type Step<R> = Generator<SearchProgress, R, void>;

/**
 * Searches, checks what was found, and says why; or, where nothing fits, what is in conflict. The same for whoever runs it,
 * in the engine or in a thread of its own.
 */
export function* searchExplained(
  problem: SiteProblem,
  how: HowToSearch,
  {gap, also, brief}: Pick<Asked, 'gap' | 'also' | 'brief'>,
  watch: Watch,
): Step<Explained> {
  const began = watch.clock();
  const search = searchSites(problem, how);
  for (;;) {
    const step = search.next();
    if (!step.done) {
      const {objective, bound} = step.value;
      if (gap > 0 && objective !== null && bound !== null && gapOf(objective, bound) <= gap) watch.goodEnough();
      yield step.value;
      continue;
    }
    const {found, warmth} = step.value;
    const seconds = (watch.clock() - began) / 1000;
    if (warmth) watch.keep(warmth);
    if (found) {
      const check = checkAnswer(problem, found);
      const taken = takenIn(problem, found);
      return {
        state: 'found',
        found: {...found, certificate: null},
        check,
        reasons: brief ? {open: [], closed: [], binding: []} : reasonsFor(problem, found.sites),
        assignment: taken?.assignment ?? closestOf(problem, found.sites),
        taken,
        others: also ? yield* othersBeside(problem, found, also, how, watch) : [],
        seconds,
      };
    }
    if (how.runner.enough()) return {state: 'stopped', seconds};
    if (brief) return {state: 'infeasible', conflict: {demands: []}, seconds};
    // A conflict half looked at would name the wrong demands: this goes to its end.
    const conflict = yield* whyNot(problem, {...how, runner: PATIENT});
    return {state: 'infeasible', conflict, seconds};
  }
}

function* othersBeside(
  problem: SiteProblem,
  best: Found,
  {next, different, force}: Also,
  how: HowToSearch,
  watch: Watch,
): Step<Other[]> {
  const checked = (found: Found | null) => ({
    found: found && {...found, certificate: null},
    taken: found && takenIn(problem, found),
    faults: found ? checkAnswer(problem, found).faults : [],
  });
  const others: Other[] = [];
  for (const site of force) {
    watch.again();
    const fixedOpen = [...problem.fixedOpen, site];
    const open = best.sites.includes(site);
    const found = open ? best : (yield* named('Forcing a site open', searchSites({...problem, fixedOpen}, how))).found;
    others.push({as: 'forced', site, ...checked(found)});
  }
  if (next > 0) {
    const following = yield* named('The next best', nextBest(problem, best, next, how, watch.again));
    following.forEach((found, index) => {
      others.push({as: 'next', place: index + 2, ...checked(found)});
    });
  }
  if (different !== null) {
    const found = yield* named('The most different', mostDifferent(problem, best, different, how, watch.again));
    others.push({as: 'different', ...checked(found)});
  }
  return others;
}

function takenIn(problem: SiteProblem, found: Found): Taken | null {
  return hasRooms(problem.kind) ? takenBy(judgeOf(problem), found) : null;
}

/** Progress of a further search under its own name; its sums are not those of the answer that is shown. */
function* named<R>(doing: string, search: Step<R>): Step<R> {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
    yield {...step.value, doing, objective: null, bound: null, sites: null};
  }
}
