import type {Together} from '../measures/answer.ts';
import {count, plural} from '../words/numbers.ts';
import {SiteLevels} from './site-levels.tsx';

type Saved = NonNullable<Together['bundle']>['option'];

/** As many sites as stand here; the list below has all of them. */
const SHOWN = 5;

/** Why people at one address combine no trips: their services are stated as separate there, which can be changed here. */
export function KeptSeparate({of, saved: {separate, services, usersSharing}}: {of: Together; saved: Saved}) {
  if (separate.length === 0)
    return usersSharing > 0 ? null : (
      <p className="inset">
        Nobody has two of these services at one closest site, so no trips are combined. Put them at one site in an
        option to see what that saves.
      </p>
    );
  const users = separate.reduce((sum, each) => sum + each.users, 0);
  const sites = separate.slice(0, SHOWN).flatMap((each) => {
    const there = of.now.sites.find(({site}) => site === each.site);
    return there ? [{...there, services: there.services.filter(({service}) => services.includes(service))}] : [];
  });
  return (
    <div className="inset stack">
      <p>
        For {plural(Math.round(users), 'person', 'people')} two or more of these services are at one site, but stated as
        separate there (level 0, as every service is until somebody says otherwise), so no trips of theirs are combined.
        State level 1 or above where visits can be made on one day:
      </p>
      {sites.map((site) => (
        <SiteLevels key={site.site} of={site} option={of.option} />
      ))}
      {separate.length > SHOWN && (
        <p className="quiet small">{count(separate.length - SHOWN)} more are listed below.</p>
      )}
    </div>
  );
}
