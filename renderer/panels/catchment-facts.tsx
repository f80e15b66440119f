import {useAnswer} from '../answers.ts';
import type {CallResult} from '../contract.ts';
import {bandsQuestion, catchmentQuestion} from '../map/use-picture.ts';
import {useView} from '../state/view.ts';
import {count, decimal, plural} from '../words/numbers.ts';
import {travelPhrase} from '../words/sentences.ts';

/** What is drawn around the site, in words and people. */
export function CatchmentFacts({what, site}: {what: 'catchment' | 'bands'; site: string}) {
  const question = useView((view) => view.question);
  if (!question) return null;
  return what === 'catchment' ? <Catchment site={site} /> : <Bands site={site} />;
}

function Catchment({site}: {site: string}) {
  const question = useView((view) => view.question);
  const {value, error} = useAnswer('travel.catchment', question && catchmentQuestion(question, site));
  if (error) return <p className="field-problem">{error.message}</p>;
  if (value?.state !== 'ready') return <p className="quiet small">Working out the catchment…</p>;
  return (
    <p className="drawn-facts number">
      <strong>{count(value.residents)}</strong> residents in {plural(value.areas, 'area')},{' '}
      {decimal(value.squareKilometres)} km²: the areas whose closest open site this is,{' '}
      {question && travelPhrase(question)}.
    </p>
  );
}

function Bands({site}: {site: string}) {
  const question = useView((view) => view.question);
  const {value, error} = useAnswer('travel.bands', question && bandsQuestion(question, site));
  if (error) return <p className="field-problem">{error.message}</p>;
  if (!value) return <p className="quiet small">Working out how far people get…</p>;
  const bands = bandRows(value);
  return (
    <table className="figures number">
      <caption className="quiet small">To this site {question && travelPhrase(question)}</caption>
      <thead>
        <tr>
          <th scope="col">Within</th>
          <th scope="col">Residents</th>
        </tr>
      </thead>
      <tbody>
        {bands.map(({minutes, people}) => (
          <tr key={minutes}>
            <th scope="row">{minutes} min</th>
            <td>{count(people)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function bandRows({features}: CallResult<'travel.bands'>): {minutes: number; people: number}[] {
  return features
    .map(({properties}) => ({minutes: Number(properties.minutes), people: Number(properties.people)}))
    .sort((a, b) => a.minutes - b.minutes);
}
