import {Check, X} from 'lucide-react';
import type {CallResult} from '../contract.ts';
import {Button} from '../parts/button.tsx';
import type {Searched} from '../state/search-view.ts';
import {select, useView} from '../state/view.ts';
import {count, decimal, percent, plural, pounds} from '../words/numbers.ts';
import {Eases} from './eases.tsx';
import {GapLine} from './gap.tsx';
import {SearchOthers} from './others.tsx';
import {SearchOutcome} from './outcome.tsx';
import {RoomsFound} from './rooms.tsx';
import {lookAt, titleOnMap} from './shown.ts';
import {SearchWhyNot} from './why-not.tsx';

type Found = CallResult<'search.sites'>;

/** As many sites by name; of more, how many there are. */
const MOST_NAMED = 12;

/** What a search found: how good it is and how that is known, what it means for people, site by site, and what binds. */
export function SearchFound({
  answer,
  asked,
  onTake,
}: {
  answer: Found;
  asked: Searched;
  onTake: (next: Searched) => void;
}) {
  const {question} = asked;
  const shown = useView((view) => view.search.shown);
  if (answer.objective === null) {
    return (
      <section className="search-found" aria-label="What the search found">
        <h3>{answer.status === 'stopped' ? 'Stopped' : 'No arrangement does all of that'}</h3>
        {(answer.reasons.conflict.length > 0 ? answer.reasons.conflict : [answer.proof]).map((sentence, index) => (
          <p key={sentence} className={index === 0 ? '' : 'inset small'}>
            {sentence}
          </p>
        ))}
        <Eases eases={answer.reasons.eases} asked={asked} onTake={onTake} />
      </section>
    );
  }
  const reasons = new Map(answer.reasons.sites.map((each) => [each.site, each]));
  const fresh = answer.sites.filter(({isNew}) => isNew);
  const listed = fresh.length > 0 ? fresh : answer.sites.length <= MOST_NAMED ? answer.sites : [];
  const stay = answer.sites.length - listed.length;
  const whole = /person|people|journey|sites|areas/.test(answer.unit);
  const figure = (value: number | null | undefined) => (whole ? count(value) : decimal(value));
  return (
    <section className="search-found" aria-label="What the search found">
      <h3>{answer.proof}</h3>
      <GapLine gap={answer.gap} />
      {answer.travel.length > 0 && <p className="inset small">{answer.travel.join(' ')}</p>}
      <p className="small number">
        {figure(answer.objective)} {answer.unit}
        {answer.bound !== null && answer.gap !== 0 && <>; none can be better than {figure(answer.bound)}</>},{' '}
        {answer.seconds.toFixed(1)} s.
        {answer.cost !== null && <> Costs {pounds(answer.cost)} to open.</>}
      </p>
      {answer.outcomes.map((outcome) => (
        <SearchOutcome key={outcome.service} outcome={outcome} within={question.within} />
      ))}
      {listed.length > 0 && !answer.rooms && (
        <table className="figures number">
          <thead>
            <tr>
              <th scope="col">{fresh.length > 0 ? 'New site' : 'Site'}</th>
              <th scope="col">{answer.services.length > 1 ? 'Journeys to it' : 'Residents closest'}</th>
              <th scope="col">Worse without it</th>
            </tr>
          </thead>
          <tbody>
            {listed.map(({id, name}) => (
              <tr key={id}>
                <th scope="row">
                  <button type="button" className="link" onClick={() => select({kind: 'site', id})}>
                    {name}
                  </button>
                </th>
                <td>{count(reasons.get(id)?.people)}</td>
                <td>{worseWithout(answer, reasons.get(id)?.objectiveWithout)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {stay > 0 && !answer.rooms && <p className="quiet small">{plural(stay, 'site')} that offer it now stay.</p>}
      {answer.closes.length > 0 && (
        <p className="small">
          <strong>Closes</strong>{' '}
          {answer.closes
            .slice(0, MOST_NAMED)
            .map((site) => site.name)
            .join(', ')}
          {answer.closes.length > MOST_NAMED && <> and {count(answer.closes.length - MOST_NAMED)} more</>}.
        </p>
      )}
      {answer.outOfReach > 0 && (
        <p className="small">
          {count(answer.outOfReach)} residents reach no open site; {count(answer.outOfEveryReach)} of them reach no site
          at all.
        </p>
      )}
      {answer.reasons.limits.map((sentence) => (
        <p key={sentence} className="inset small">
          {sentence}
        </p>
      ))}
      <p className={answer.check.ok ? 'checked small' : 'field-problem small'}>
        {answer.check.ok ? <Check size={13} aria-hidden /> : <X size={13} aria-hidden />}{' '}
        {answer.check.ok
          ? `Checked apart: sum and demands hold; the bound: ${answer.check.bound}.`
          : `The checker disagrees: ${answer.check.faults.join(' ')}`}
      </p>
      {answer.rooms && (
        <RoomsFound rooms={answer.rooms} unit={answer.unit.includes('kilometre') ? 'kilometres' : 'minutes'} />
      )}
      {shown === null && (
        <div className="row">
          <Button onPress={() => lookAt(asked, bestOf(answer))}>On the map</Button>
        </div>
      )}
      {answer.others.length > 0 && <SearchOthers answer={answer} asked={asked} />}
      <SearchWhyNot answer={answer} asked={asked} />
      <details className="search-more">
        <summary>How it was counted</summary>
        {answer.stated.map((sentence) => (
          <p key={sentence} className="quiet small">
            {sentence}
          </p>
        ))}
      </details>
    </section>
  );
}

/** By how much the objective would be worse without a site, nobody taking its place. */
function worseWithout({objective}: Found, without: number | null | undefined): string {
  if (without == null || objective === null || objective === 0) return '–';
  const share = Math.abs(without - objective) / Math.abs(objective);
  return share === 0 ? 'nothing' : percent(share);
}

/** The best answer, as the map shows it. */
export function bestOf({sites, proof, rooms, assignments}: Found) {
  return {title: titleOnMap('Best'), sites, proof, assigned: rooms && assignments};
}
