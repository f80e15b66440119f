import {Button} from '../parts/button.tsx';
import {select, useView, withoutSite} from '../state/view.ts';
import {count, dayText, decimal, percent, signed} from '../words/numbers.ts';
import {capital} from '../words/sentences.ts';
import type {Finding} from './answer.ts';

const TONE: Partial<Record<Finding['verdict'], string>> = {
  'same-place merge': 'look',
  'possible duplication': 'look',
  'possible duplication, room not known': 'look',
  intended: 'meant',
};

/** One site beside another: the verdict and the numbers that it rests on. */
export function FindingCard({line, onIntend}: {line: Finding; onIntend: () => void}) {
  const without = useView((view) => view.without);
  const {siteName, besideName, verdict, intended, share, both, loseCover, spareElsewhere, demand} = line;
  const facts = [
    {label: 'People near both', value: `${count(both)} (${percent(share)} of its own)`},
    {label: 'Only served here', value: count(loseCover)},
    {
      label: 'Longer without it, on average',
      value: line.meanMinutesMore === null ? '–' : `${signed(line.meanMinutesMore, decimal)} min`,
    },
    {label: 'Spare elsewhere, visits a year', value: spareElsewhere === null ? 'not known' : count(spareElsewhere)},
    {label: 'Its own, visits a year', value: demand === null ? 'not known' : count(demand)},
  ];
  return (
    <li className="finding">
      <h3>
        <SiteLink id={line.site} name={siteName} /> beside <SiteLink id={line.beside} name={besideName} />
      </h3>
      <p className="verdict small" data-tone={TONE[verdict] ?? 'keep'}>
        {capital(verdict)}
        {line.samePlace && <span className="quiet">, {line.samePlace}</span>}
      </p>
      {intended && (
        <p className="small">
          {intended.reason}{' '}
          <span className={intended.due ? 'figure-outside' : 'quiet'}>
            {intended.due ? 'Was to be looked at again on' : 'Look again on'} {dayText(intended.reviewOn)}.
          </span>
        </p>
      )}
      <dl className="facts facts-tight small number">
        {facts.map(({label, value}) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="button-row">
        <Button
          aria-pressed={without === line.site}
          onPress={() => {
            select({kind: 'site', id: line.site});
            withoutSite(line.site);
          }}
        >
          Who loses without it
        </Button>
        {!intended && (
          <Button look="quiet" onPress={onIntend}>
            Intended…
          </Button>
        )}
      </div>
    </li>
  );
}

function SiteLink({id, name}: {id: string; name: string}) {
  return (
    <button type="button" className="link" onClick={() => select({kind: 'site', id})}>
      {name}
    </button>
  );
}
