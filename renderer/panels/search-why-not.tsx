import {useId, useState} from 'react';
import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import type {AskedQuestion, CallResult} from '../contract.ts';
import {useMirror} from '../state/plan.ts';
import type {SearchWish} from '../state/search-view.ts';
import {searchAsked} from './search-asked.ts';
import {lookAt} from './search-shown.ts';

type Found = CallResult<'search.sites'>;

/** Why not that one? The best answer with it forced open, and how much worse that is. */
export function SearchWhyNot({answer, question, wish}: {answer: Found; question: AskedQuestion; wish: SearchWish}) {
  const id = useId();
  const [told, setTold] = useState<Found['others'][number] | null>(null);
  const sites = useMirror((mirror) => mirror.plan.site);
  const found = new Set(answer.sites.map((site) => site.id));
  const others = [...sites.values()].filter((site) => !found.has(site.id)).sort((a, b) => a.name.localeCompare(b.name));

  async function whyNot(site: string): Promise<void> {
    const {next: _next, different: _different, ...asked} = searchAsked(question, wish);
    const forced = await attempt('Forcing a site open', (listening) =>
      ask('search.sites', {...asked, whyNot: [site]}, listening),
    );
    setTold(forced?.others.find(({as}) => as === 'forced') ?? null);
  }

  return (
    <div className="field">
      <label htmlFor={id}>Why not another?</label>
      <select id={id} value="" onChange={(event) => event.target.value && void whyNot(event.target.value)}>
        <option value="">Choose a site…</option>
        {others.map((site) => (
          <option key={site.id} value={site.id}>
            {site.name}
          </option>
        ))}
      </select>
      {told && (
        <p className="small" role="status">
          {told.sites.length === 0 ? (
            <>
              {told.title}: {told.proof}
            </>
          ) : (
            <>
              <button type="button" className="link" onClick={() => lookAt(lower(told.title), question, told.sites)}>
                {told.title}
              </button>{' '}
              the best is {told.worse === null ? 'other' : `${(told.worse * 100).toPrecision(2)} % worse`}: with{' '}
              {told.sites
                .filter(({isNew}) => isNew)
                .map(({name}) => name)
                .join(', ')}
              .
            </>
          )}
        </p>
      )}
    </div>
  );
}

function lower(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
