import {Check, X} from 'lucide-react';
import {AS_NOW} from '../../src/domain/option.ts';
import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import type {AskedQuestion, CallResult} from '../contract.ts';
import {Button} from '../parts/button.tsx';
import {mirror} from '../state/plan.ts';
import {changeQuestion, colourBy, select} from '../state/view.ts';
import {askText} from '../state/work.ts';
import {count, decimal} from '../words/numbers.ts';

type Found = CallResult<'search.sites'>;

async function adopt(found: Found, question: AskedQuestion): Promise<void> {
  const fresh = found.sites.filter((site) => site.isNew).map((site) => site.name);
  const value = fresh.length > 0 ? fresh.join(' and ').slice(0, 70) : 'Consolidated';
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

/** What a search found: how good it is and how that is known, site by site, and what binds. */
export function SearchFound({answer, question}: {answer: Found; question: AskedQuestion}) {
  if (answer.objective === null) {
    return (
      <section className="search-found" aria-label="What the search found">
        <h3>No arrangement does all of that</h3>
        {answer.reasons.conflict.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {answer.reasons.conflict.length === 0 && <p>{answer.proof}</p>}
      </section>
    );
  }
  const reasons = new Map(answer.reasons.sites.map((each) => [each.site, each]));
  const ordered = [...answer.sites].sort((a, b) => Number(b.isNew) - Number(a.isNew) || a.name.localeCompare(b.name));
  return (
    <section className="search-found" aria-label="What the search found">
      <h3>{answer.proof}</h3>
      <p className="small number">
        {decimal(answer.objective)} {answer.unit}
        {answer.bound !== null && <>; no answer can do better than {decimal(answer.bound)}</>}.{' '}
        {answer.seconds.toFixed(1)} s.
      </p>
      <meter
        className="gap-line"
        aria-label="How much of the best possible is proven"
        min={0}
        max={1}
        value={answer.gap === null ? 0 : Math.max(0, 1 - answer.gap)}
      />
      <table className="figures number">
        <thead>
          <tr>
            <th scope="col">Site</th>
            <th scope="col">Residents closest</th>
            <th scope="col">Without it</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map(({id, name, isNew}) => (
            <tr key={id}>
              <th scope="row">
                <button type="button" className="link" onClick={() => select({kind: 'site', id})}>
                  {name}
                </button>
                <span className="quiet small">{isNew ? ' new' : ' stays'}</span>
              </th>
              <td>{count(reasons.get(id)?.people)}</td>
              <td>{decimal(reasons.get(id)?.objectiveWithout)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {answer.closes.length > 0 && (
        <p className="small">
          <strong>Closes</strong> {answer.closes.map((site) => site.name).join(', ')}.
        </p>
      )}
      {[...answer.stated, ...answer.reasons.limits].map((sentence) => (
        <p key={sentence} className="quiet small">
          {sentence}
        </p>
      ))}
      <p className={answer.check.ok ? 'checked small' : 'field-problem small'}>
        {answer.check.ok ? <Check size={13} aria-hidden /> : <X size={13} aria-hidden />}{' '}
        {answer.check.ok
          ? 'Checked: objective, demands and bound worked out again by a separate checker.'
          : `The checker disagrees: ${answer.check.faults.join(' ')}`}
      </p>
      <Button look="strong" onPress={() => void adopt(answer, question)}>
        Adopt as an option
      </Button>
    </section>
  );
}
