import {ArrowUp} from 'lucide-react';
import {useMemo} from 'react';
import {sitesOffering} from '../../src/domain/placement.ts';
import {useMirror} from '../state/plan.ts';
import {select, useView} from '../state/view.ts';
import {count} from '../words/numbers.ts';
import {bearing, compass, kilometresBetween} from './directions.ts';
import {boundsOf} from './picture.ts';

const SHOWN = 3;
/** The box runs through the centres of the outermost areas, which reach this share of it further. */
const REACH = 0.1;

/** Sites that offer the service but lie off the edge of the place: which way, and how far from its middle. */
export function Beyond() {
  const plan = useMirror((mirror) => mirror.plan);
  const areas = useMirror((mirror) => mirror.areas);
  const question = useView((view) => view.question);
  const off = useMemo(() => {
    const bounds = boundsOf(areas);
    if (!bounds || !question) return [];
    const [west, south, east, north] = bounds;
    const [across, up] = [(east - west) * REACH, (north - south) * REACH];
    const middle: [number, number] = [(west + east) / 2, (south + north) / 2];
    return sitesOffering(plan, question.option ?? 'as-now', question.service)
      .flatMap((id) => plan.site.get(id) ?? [])
      .filter(({lng, lat}) => lng < west - across || lng > east + across || lat < south - up || lat > north + up)
      .map(({id, name, lng, lat}) => ({
        id,
        name,
        turn: bearing(middle, [lng, lat]),
        km: kilometresBetween(middle, [lng, lat]),
      }))
      .sort((a, b) => a.km - b.km);
  }, [plan, areas, question]);
  if (off.length === 0) return null;
  return (
    <ul className="beyond number" aria-label="Beyond the edge of the place">
      {off.slice(0, SHOWN).map(({id, name, turn, km}) => (
        <li key={id}>
          <button type="button" onClick={() => select({kind: 'site', id})}>
            <ArrowUp size={14} style={{transform: `rotate(${turn}deg)`}} aria-hidden="true" />
            <span>
              {name}{' '}
              <span className="quiet">
                {count(km)} km {compass(turn)}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
