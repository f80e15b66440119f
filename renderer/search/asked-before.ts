import type {AskedQuestion} from '../contract.ts';
import {NO_WISH, type Searched, type SearchWish} from '../state/search-view.ts';

/** A search that was asked in a project, and how it ended. */
export interface AskedBefore extends Searched {
  proof: string;
}

const MOST = 6;
const keyOf = (project: string) => `closer-searches-${project}`;

/** The last few searches of a project on this computer, newest first. */
export function askedBefore(project: string): AskedBefore[] {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage?.getItem(keyOf(project)) ?? '[]');
    return Array.isArray(kept) ? kept.flatMap(searchIn).slice(0, MOST) : [];
  } catch {
    // Something else wrote there: nothing was asked before.
    return [];
  }
}

/** Keeps a search; the same question asked again moves to the top. */
export function rememberSearch(project: string, search: AskedBefore): AskedBefore[] {
  const same = ({question, wish}: Searched) => JSON.stringify([question, wish]);
  const all = [search, ...askedBefore(project).filter((each) => same(each) !== same(search))].slice(0, MOST);
  globalThis.localStorage?.setItem(keyOf(project), JSON.stringify(all));
  return all;
}

function searchIn(kept: unknown): AskedBefore[] {
  const {question, wish, proof} = (kept ?? {}) as Record<string, unknown>;
  const {service, mode, within} = (question ?? {}) as Record<string, unknown>;
  if (typeof service !== 'string' || typeof mode !== 'string' || typeof within !== 'number') return [];
  return [{question: question as AskedQuestion, wish: wishIn(wish), proof: typeof proof === 'string' ? proof : ''}];
}

/** What an earlier version did not know, and what has another shape now, is as it is where nothing is wished. */
function wishIn(kept: unknown): SearchWish {
  const said = (kept ?? {}) as Record<string, unknown>;
  const known = Object.entries(NO_WISH).map(([key, none]) => {
    const is = said[key];
    const fits =
      none === null
        ? is === null || typeof is === 'number'
        : typeof is === typeof none && Array.isArray(is) === Array.isArray(none);
    return [key, fits && (none === null || is !== null) ? is : none];
  });
  return Object.fromEntries(known) as SearchWish;
}
