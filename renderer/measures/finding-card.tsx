import {LocateFixed} from 'lucide-react';
import {Button, IconButton} from '../parts/button.tsx';
import {lookAtSites, useView, withoutSite} from '../state/view.ts';
import {count, dayText, decimal, percent, plural, signed} from '../words/numbers.ts';
import {capital} from '../words/sentences.ts';
import type {Finding} from './answer.ts';
import {type Cluster, isOnePlace} from './clusters.ts';

const TONE: Partial<Record<Finding['verdict'], string>> = {
  'same-place merge': 'look',
  'possible duplication': 'look',
  'possible duplication, room not known': 'look',
  intended: 'meant',
};

/** One site beside another, or all sites at one place: the verdict and the numbers that it rests on. */
export function FindingCard({of, onIntend}: {of: Cluster; onIntend: () => void}) {
  const {sites, findings} = of;
  const [line] = findings;
  const {verdict, samePlace, intended} = line;
  const onePlace = isOnePlace(of);
  const ids = sites.map(({id}) => id);
  return (
    <li className="finding">
      <header className="section-head">
        <h3>
          {onePlace ? (
            `${plural(sites.length, 'site')} at one place`
          ) : (
            <>
              <SiteLink id={line.site} name={line.siteName} among={ids} /> beside{' '}
              <SiteLink id={line.beside} name={line.besideName} among={ids} />
            </>
          )}
        </h3>
        <IconButton name="Show them on the map" placement="left" onPress={() => lookAtSites(ids, line.site)}>
          <LocateFixed size={14} />
        </IconButton>
      </header>
      <p className="verdict small" data-tone={TONE[verdict] ?? 'keep'}>
        {capital(verdict)}
        {samePlace && <span className="quiet">, {samePlace}</span>}
      </p>
      {intended && (
        <p className="small">
          {intended.reason}{' '}
          <span className={intended.due ? 'figure-outside' : 'quiet'}>
            {intended.due ? 'Was to be looked at again on' : 'Look again on'} {dayText(intended.reviewOn)}.
          </span>
        </p>
      )}
      {onePlace ? <SitesThere of={of} /> : <Facts line={line} />}
      <div className="button-row">
        {!onePlace && <Without site={line.site} among={ids} />}
        {!intended && (
          <Button look="quiet" onPress={onIntend}>
            Intended…
          </Button>
        )}
      </div>
    </li>
  );
}

function Facts({line}: {line: Finding}) {
  const {share, both, loseCover, meanMinutesMore, spareElsewhere, demand} = line;
  const facts = [
    {label: 'People near both', value: `${count(both)} (${percent(share)} of its own)`},
    {label: 'Only served here', value: count(loseCover)},
    {
      label: 'Longer without it, on average',
      value: meanMinutesMore === null ? '–' : `${signed(meanMinutesMore, decimal)} min`,
    },
    {label: 'Spare elsewhere, visits a year', value: spareElsewhere === null ? 'not known' : count(spareElsewhere)},
    {label: 'Its own, visits a year', value: demand === null ? 'not known' : count(demand)},
  ];
  return (
    <dl className="facts facts-tight small number">
      {facts.map(({label, value}) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Each site at the place, with what it has of its own. */
function SitesThere({of: {sites, findings}}: {of: Cluster}) {
  const ids = sites.map(({id}) => id);
  return (
    <ul className="sites-there small">
      {sites.map(({id, name}) => {
        const own = findings.find(({site}) => site === id);
        return (
          <li key={id}>
            <SiteLink id={id} name={name} among={ids} />
            {own && (
              <span className="quiet number">
                {own.demand !== null && `${plural(Math.round(own.demand), 'visit')} a year, `}
                {count(own.loseCover)} only served here
              </span>
            )}
            <Without site={id} among={ids} />
          </li>
        );
      })}
    </ul>
  );
}

function Without({site, among}: {site: string; among: readonly string[]}) {
  const without = useView((view) => view.without);
  return (
    <Button
      aria-pressed={without === site}
      onPress={() => {
        lookAtSites(among, site);
        withoutSite(site);
      }}
    >
      Who loses without it
    </Button>
  );
}

function SiteLink({id, name, among}: {id: string; name: string; among: readonly string[]}) {
  return (
    <button type="button" className="link" onClick={() => lookAtSites(among, id)}>
      {name}
    </button>
  );
}
