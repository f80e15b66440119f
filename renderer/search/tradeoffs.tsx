import {useEffect, useRef} from 'react';
import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import type {CallResult} from '../contract.ts';
import {Button} from '../parts/button.tsx';
import type {Searched} from '../state/search-view.ts';
import {select, showTradeoff, useView} from '../state/view.ts';
import {plural} from '../words/numbers.ts';
import {isCounted, searchAsked} from './asked.ts';
import {enough} from './gap.tsx';
import {lookAt} from './shown.ts';
import {TradeoffChart} from './tradeoff-chart.tsx';

export const COMPARING = 'Comparing arrangements';

/** As many further sites as a curve looks at beyond those asked for. */
const FURTHER = 4;

type What = 'curve' | 'fair' | 'stability';

async function compare(what: What, {question, wish}: Searched): Promise<void> {
  const {next: _next, different: _different, ...asked} = searchAsked(question, wish);
  await attempt(
    COMPARING,
    async (listening) => {
      if (what === 'curve') {
        const {open, ...rest} = asked;
        const curve = await ask('search.curve', {...rest, from: 1, to: (open ?? 1) + FURTHER}, listening);
        showTradeoff({what, curve});
      } else if (what === 'fair') showTradeoff({what, curve: await ask('search.fair', asked, listening)});
      else showTradeoff({what, stability: await ask('search.stability', asked, listening)});
    },
    {keep: enough},
  );
}

/** What would change if more opened, if fairness counted more, or if the question were put a little differently. */
export function SearchTradeoffs({asked, busy}: {asked: Searched; busy: boolean}) {
  const {question, wish} = asked;
  const tradeoff = useView((view) => view.search.tradeoff);
  const shown = useView((view) => view.search.shown?.title ?? null);
  const counted = wish.goal !== 'close' && isCounted(wish);
  const choices: {what: What; title: string}[] = [
    ...(counted ? [{what: 'curve' as const, title: 'More or fewer'}] : []),
    {what: 'fair', title: 'Efficient to fair'},
    {what: 'stability', title: 'How sure'},
  ];
  const {within} = question;
  const place = useRef<HTMLElement>(null);
  // What was worked out stands at the foot of a long panel: it comes into sight.
  useEffect(() => {
    if (tradeoff) place.current?.scrollIntoView({block: 'nearest'});
  }, [tradeoff]);
  return (
    <section className="search-tradeoffs" aria-label="Trade-offs" ref={place}>
      <h4>Trade-offs</h4>
      <div className="row">
        {choices.map(({what, title}) => (
          <Button key={what} isDisabled={busy} onPress={() => void compare(what, asked)}>
            {title}
          </Button>
        ))}
      </div>
      {tradeoff?.what === 'stability' && <StabilityTable of={tradeoff.stability} />}
      {tradeoff && tradeoff.what !== 'stability' && (
        <TradeoffChart
          title={tradeoff.what === 'curve' ? 'What each further site buys' : 'From efficient to fair'}
          along={tradeoff.what === 'curve' ? (wish.keep ? 'new sites' : 'sites') : 'times the most deprived count'}
          curve={tradeoff.curve}
          price={tradeoff.what === 'fair' ? tradeoff.curve.price : null}
          within={within}
          shown={shown}
          onChoose={(tried) => lookAt(triedAs(asked, tradeoff.what, tried), tried)}
        />
      )}
    </section>
  );
}

/** An arrangement of a curve as it would be asked by itself. */
function triedAs({question, wish}: Searched, what: 'curve' | 'fair', {at}: {at: number | null}): Searched {
  if (what === 'curve') return {question, wish: {...wish, howMany: at ?? wish.howMany}};
  if (at === null) return {question, wish: {...wish, goal: 'fairest', weights: 'residents'}};
  return {question, wish: {...wish, weights: at === 1 ? 'residents' : 'most-deprived', deprivedCount: at}};
}

/** In how many of the ways to put the question each site is in. */
function StabilityTable({of}: {of: CallResult<'search.stability'>}) {
  const fresh = of.sites.filter(({isNew}) => isNew);
  const rows = fresh.length > 0 ? fresh : of.sites;
  return (
    <section aria-label="How sure each site is">
      <table className="figures number">
        <thead>
          <tr>
            <th scope="col">{fresh.length > 0 ? 'New site' : 'Site'}</th>
            <th scope="col">In</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((site) => (
            <tr key={site.id}>
              <th scope="row">
                <button type="button" className="link" onClick={() => select({kind: 'site', id: site.id})}>
                  {site.name}
                </button>
                {site.missing.length > 0 && (
                  <span className="quiet small block">not with {site.missing.join('; ')}</span>
                )}
              </th>
              <td>
                {site.in} of {site.of}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">A site in all of them does not hang on these choices.</p>
      <details className="search-more">
        <summary>{plural(of.tried.length, 'way')} to put the question</summary>
        <ul className="small">
          {of.tried.map(({title, sites, proof}) => (
            <li key={title}>
              {title}
              {sites.length === 0 && <span className="quiet">: {proof}</span>}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
