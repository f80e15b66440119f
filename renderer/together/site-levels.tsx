import type {Together} from '../measures/answer.ts';
import {select} from '../state/view.ts';
import {LinkedCareField} from './linked-care-field.tsx';

type SiteTogether = Together['now']['sites'][number];

const CARE_WORDS = ['separate', 'same site', 'shared', 'joint'];

/** A site and its services, with how closely each works with the others: opened, each can be stated, and the map shows where. */
export function SiteLevels({of: {site, name, services}, option}: {of: SiteTogether; option: string}) {
  return (
    <details className="site-levels" onToggle={(event) => event.currentTarget.open && select({kind: 'site', id: site})}>
      <summary>
        <strong>{name}</strong>{' '}
        <span className="quiet small">
          {services.map((each) => `${each.name} (${CARE_WORDS[each.level]})`).join(', ')}
        </span>
      </summary>
      <div className="stack">
        {services.map((each) => (
          <LinkedCareField
            key={each.service}
            label={each.name}
            of={{service: each.service, site, option, level: each.level}}
          />
        ))}
      </div>
    </details>
  );
}
