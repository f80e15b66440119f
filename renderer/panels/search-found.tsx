import {Check, X} from 'lucide-react';
import {AS_NOW} from '../../src/domain/option.ts';
import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import type {AskedQuestion, CallResult} from '../contract.ts';
import {Button} from '../parts/button.tsx';
import {mirror} from '../state/plan.ts';
import type {SearchWish} from '../state/search-view.ts';
import {changeQuestion, colourBy, select} from '../state/view.ts';
import {askText} from '../state/work.ts';
import {count, decimal, percent, plural, pounds} from '../words/numbers.ts';
import {GapLine} from './search-gap.tsx';
import {SearchOthers, titleOnMap} from './search-others.tsx';
import {SearchOutcome} from './search-outcome.tsx';
import {lookAt} from './search-shown.ts';
import {SearchWhyNot} from './search-why-not.tsx';

type Found = CallResult<'search.sites'>;

/** As many sites by name; of more, how many there are. */
const MOST_NAMED = 12;

async function adopt(found: Found, question: AskedQuestion): Promise<void> {
  const fresh = found.sites.filter((site) => site.isNew).map((site) => site.name);
  const closing = `Without ${found.closes.length <= 2 ? found.closes.map((site) => site.name).join(' and ') : plural(found.closes.length, 'site')}`;
  const opening = fresh.length <= 2 ? fresh.join(' and ') : plural(fresh.length, 'new site');
  const value = (fresh.length > 0 ? opening : closing).slice(0, 70);
  const name = await askText({title: 'Adopt as an option', label: 'Name', verb: 'Adopt', value});
  if (name === null) return;
  const before = new Set(mirror().plan.option.keys());
  const {service, option} = question;
  const sites = found.sites.map((site) => site.id);
  const done = await attempt('Adopting', () =>
    ask('search.adopt', {name, service, sites, ...(option === undefined ? {} : {from: option})}),
  );
  const id = done && [...mirror().plan.option.keys()].find((each) => !before.has(each));
  if (id) {
    changeQuestion({option: id, against: option ?? AS_NOW});
    colourBy('change');
  }
}

/** What a search found: how good it is and how that is known, what it means for people, site by site, and what binds. */
export function SearchFound({answer, question, wish}: {answer: Found; question: AskedQuestion; wish: SearchWish}) {
  if (answer.objective === null) {
    return (
      <section className="search-found" aria-label="What the search found">
        <h3>{answer.status === 'stopped' ? 'Stopped' : 'No arrangement does all of that'}</h3>
        {(answer.reasons.conflict.length > 0 ? answer.reasons.conflict : [answer.proof]).map((sentence, index) => (
          <p key={sentence} className={index === 0 ? '' : 'inset small'}>
            {sentence}
          </p>
        ))}
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
      <p className="small number">
        {figure(answer.objective)} {answer.unit}
        {answer.bound !== null && answer.gap !== 0 && <>; none can be better than {figure(answer.bound)}</>},{' '}
        {answer.seconds.toFixed(1)} s.
        {answer.cost !== null && <> Costs {pounds(answer.cost)} to open.</>}
      </p>
      {answer.outcomes.map((outcome) => (
        <SearchOutcome key={outcome.service} outcome={outcome} within={question.within} />
      ))}
      {listed.length > 0 && (
        <table className="figures number">
          <thead>
            <tr>
              <th scope="col">{fresh.length > 0 ? 'New site' : 'Site'}</th>
              <th scope="col">Residents closest</th>
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
      {stay > 0 && <p className="quiet small">{plural(stay, 'site')} that offer it now stay.</p>}
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
      <div className="row">
        <Button look="strong" onPress={() => void adopt(answer, question)}>
          Adopt as an option
        </Button>
        <Button onPress={() => lookAt(titleOnMap('Best'), question, answer.sites)}>On the map</Button>
      </div>
      {answer.others.length > 0 && <SearchOthers answer={answer} question={question} />}
      <SearchWhyNot answer={answer} question={question} wish={wish} />
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
