import type {Found, SearchProgress} from './answer.ts';
import {gapOf, PATIENT} from './answer.ts';
import {type Check, checkAnswer} from './check.ts';
import {type Conflict, whyNot} from './conflict.ts';
import {hasRooms, type SiteProblem} from './problem.ts';
import {closestOf, type Reasons, reasonsFor} from './reasons.ts';
import {type HowToSearch, searchSites, type Warmth} from './search.ts';

/** An answer with everything that is told with it; or why there is none. */
export type Explained =
  | {state: 'found'; found: Found; check: Check; reasons: Reasons; assignment: Int32Array; seconds: number}
  | {state: 'infeasible'; conflict: Conflict; seconds: number}
  | {state: 'stopped'; seconds: number};

/** What a search is given besides its question. */
export interface Asked {
  seed: number;
  /** Seconds after which the answer so far is the answer. */
  seconds: number;
  /** A gap that is good enough, as a share; 0 to wait for the proof. */
  gap: number;
}

/**
 * Searches, checks what was found, and says why; or, where nothing fits, what is in conflict. The same for whoever runs it,
 * in the engine or in a thread of its own. `keep` takes what the next search may start from.
 */
export function* searchExplained(
  problem: SiteProblem,
  how: HowToSearch,
  gap: number,
  enough: {yes: boolean},
  clock: () => number,
  keep: (warmth: Warmth) => void,
): Generator<SearchProgress, Explained, void> {
  const began = clock();
  const search = searchSites(problem, how);
  for (;;) {
    const step = search.next();
    if (!step.done) {
      const {objective, bound} = step.value;
      if (gap > 0 && objective !== null && bound !== null && gapOf(objective, bound) <= gap) enough.yes = true;
      yield step.value;
      continue;
    }
    const {found, warmth} = step.value;
    const seconds = (clock() - began) / 1000;
    if (warmth) keep(warmth);
    if (found) {
      const check = checkAnswer(problem, found);
      const assignment =
        hasRooms(problem.kind) && found.assignment ? found.assignment : closestOf(problem, found.sites);
      return {
        state: 'found',
        found: {...found, certificate: null},
        check,
        reasons: reasonsFor(problem, found.sites),
        assignment,
        seconds,
      };
    }
    if (how.runner.enough()) return {state: 'stopped', seconds};
    // A conflict half looked at would name the wrong demands: this goes to its end.
    const conflict = yield* whyNot(problem, {...how, runner: PATIENT});
    return {state: 'infeasible', conflict, seconds};
  }
}
