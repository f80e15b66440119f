import {Undo2} from 'lucide-react';
import {IconButton} from '../parts/button.tsx';
import {useMirror} from '../state/plan.ts';
import {dayText} from '../words/numbers.ts';
import {takeBack} from './take-back.ts';

/** Whatever was called intended, all of it: the findings below may be only the strongest. */
export function IntendedList({alike}: {alike: readonly string[]}) {
  const plan = useMirror((mirror) => mirror.plan);
  const said = [...plan.verdict.values()].filter(({service}) => alike.includes(service));
  if (said.length === 0) return null;
  const today = new Date().toISOString().slice(0, 10);
  const name = (site: string) => plan.site.get(site)?.name ?? site;
  return (
    <section aria-label="Intended">
      <h3>Intended</h3>
      <ul className="intended">
        {said.map(({id, service, site, beside, reason, reviewOn}) => (
          <li key={id}>
            <p className="small">
              <strong>
                {name(site)} beside {name(beside)}.
              </strong>{' '}
              {reason}{' '}
              <span className={reviewOn <= today ? 'figure-outside' : 'quiet'}>
                {reviewOn <= today ? 'Was to be looked at again on' : 'Look again on'} {dayText(reviewOn)}.
              </span>
            </p>
            <IconButton
              name={`Not intended: ${name(site)} beside ${name(beside)}`}
              placement="left"
              onPress={() => void takeBack(service, site, beside)}
            >
              <Undo2 size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
