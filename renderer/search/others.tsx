import type {CallResult} from '../contract.ts';
import type {Searched} from '../state/search-view.ts';
import {useView} from '../state/view.ts';
import {lookAt, titleOnMap} from './shown.ts';

type Found = CallResult<'search.sites'>;

/** The best and the other answers a board may want to see: each can be put on the map. */
export function SearchOthers({answer, asked}: {answer: Found; asked: Searched}) {
  const shown = useView((view) => view.search.shown?.title);
  const best = {
    title: 'Best',
    sites: answer.sites,
    worse: null as number | null,
    proof: answer.proof,
    assigned: answer.rooms && answer.assignments,
  };
  return (
    <section aria-label="Other answers">
      <h4>Other answers</h4>
      <ul className="other-answers">
        {[best, ...answer.others].map(({title, sites, worse, proof, assigned}) => (
          <li key={title} data-chosen={shown === titleOnMap(title)}>
            {sites.length > 0 ? (
              <button
                type="button"
                className="link"
                aria-pressed={shown === titleOnMap(title)}
                onClick={() => lookAt(asked, {title: titleOnMap(title), sites, proof, assigned})}
              >
                {title}
              </button>
            ) : (
              <span>{title}</span>
            )}
            <span className="number small">
              {sites.length === 0 || worse === null
                ? ''
                : worse === 0
                  ? 'as good'
                  : `${(worse * 100).toPrecision(2)} % worse`}
            </span>
            <span className="quiet small">{sites.length === 0 ? proof : namesOf(sites)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** New sites first by name; where nothing is new, the sites that stay. */
function namesOf(sites: Found['sites']): string {
  const fresh = sites.filter(({isNew}) => isNew);
  return (fresh.length > 0 ? fresh : sites).map(({name}) => name).join(', ');
}
