import {useMirror} from '../state/plan.ts';
import type {Searched} from '../state/search-view.ts';
import type {AskedBefore} from './asked-before.ts';
import {searchSentence} from './sentence.ts';

/** Searches of before, each to be had again as it was asked. */
export function Earlier({all, onTake}: {all: readonly AskedBefore[]; onTake: (search: Searched) => void}) {
  const plan = useMirror((mirror) => mirror.plan);
  const still = all.filter(({question}) => plan.service.has(question.service));
  if (still.length === 0) return null;
  return (
    <details className="search-more">
      <summary>
        Asked before<span className="quiet number"> {still.length}</span>
      </summary>
      <ul className="other-answers">
        {still.map((search) => {
          const sentence = searchSentence(search, plan);
          return (
            <li key={sentence}>
              <button type="button" className="link small" onClick={() => onTake(search)}>
                {sentence}
              </button>
              <span className="quiet small">{search.proof}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
