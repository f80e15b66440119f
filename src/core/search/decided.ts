import {allowedSites, type SiteProblem} from './problem.ts';

/** What a question decides of each site from the start: 1 open, −1 closed, 0 nothing. */
export function decidedFrom(problem: SiteProblem): Int8Array {
  const decided = Int8Array.from(allowedSites(problem), (isAllowed) => (isAllowed ? 0 : -1));
  for (const site of problem.fixedOpen) decided[site] = 1;
  return decided;
}

/** The same, in a question’s own terms. */
export function decidedAs(decided: Int8Array): Pick<SiteProblem, 'fixedOpen' | 'fixedClosed'> {
  const all = [...decided.keys()];
  return {
    fixedOpen: all.filter((site) => decided[site]! > 0),
    fixedClosed: all.filter((site) => decided[site]! < 0),
  };
}
