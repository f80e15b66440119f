import {useId, useState} from 'react';
import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import type {CallResult} from '../contract.ts';
import {useMirror} from '../state/plan.ts';
import type {Searched} from '../state/search-view.ts';
import {searchAsked} from './asked.ts';
import {lookAt, titleOnMap} from './shown.ts';

type Found = CallResult<'search.sites'>;

/** Why not that one? The best answer with it forced open, and how much worse that is. */
export function SearchWhyNot({answer, asked}: {answer: Found; asked: Searched}) {
  const id = useId();
  const [told, setTold] = useState<Found['others'][number] | null>(null);
  const sites = useMirror((mirror) => mirror.plan.site);
  const found = new Set(answer.sites.map((site) => site.id));
  const others = [...sites.values()].filter((site) => !found.has(site.id)).sort((a, b) => a.name.localeCompare(b.name));

  async function whyNot(site: string): Promise<void> {
    const {next: _next, different: _different, ...said} = searchAsked(asked.question, asked.wish);
    const forced = await attempt('Forcing a site open', (listening) =>
      ask('search.sites', {...said, whyNot: [site]}, listening),
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
              <button
                type="button"
                className="link"
                onClick={() => lookAt(asked, {...told, title: titleOnMap(told.title)})}
              >
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
