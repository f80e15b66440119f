import {siteName} from '../../src/domain/site-name.ts';
import type {CallResult} from '../contract.ts';
import {ScrollBox} from '../parts/scroll-box.tsx';
import {useMirror} from '../state/plan.ts';
import {select} from '../state/view.ts';
import {count, decimal, plural} from '../words/numbers.ts';

type Rooms = NonNullable<CallResult<'search.sites'>['rooms']>;

/** As many sites, the fullest. */
const MOST_SITES = 12;
/** As many areas by name; the rest are in the table below the map. */
const MOST_NAMED = 4;

/** How full each site is, and who is sent past the closest one because it is full. */
export function RoomsFound({rooms, unit}: {rooms: Rooms; unit: 'minutes' | 'kilometres'}) {
  const plan = useMirror((mirror) => mirror.plan);
  const {past, pastPeople, shared} = rooms;
  const fullest = [...rooms.sites].sort(
    (a, b) => b.people / b.room - a.people / a.room || a.name.localeCompare(b.name),
  );
  const further = past.reduce((sum, each) => sum + each.people * each.further, 0) / Math.max(1, pastPeople);
  const short = unit === 'minutes' ? 'min' : 'km';
  return (
    <section className="search-rooms" aria-label="Room">
      <h4>Where there is room</h4>
      <ScrollBox label="How full each site is, table">
        <table className="figures number">
          <thead>
            <tr>
              <th scope="col">Site</th>
              <th scope="col">Residents</th>
              <th scope="col">Room</th>
              <th scope="col">Used</th>
            </tr>
          </thead>
          <tbody>
            {fullest.slice(0, MOST_SITES).map(({site, name, people, room}) => (
              <tr key={site}>
                <th scope="row">
                  <button type="button" className="link" onClick={() => select({kind: 'site', id: site})}>
                    {name}
                  </button>
                </th>
                <td>{count(people)}</td>
                <td>{count(room)}</td>
                <td>{room > 0 ? `${Math.floor((people / room) * 100)}%` : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {fullest.length > MOST_SITES && (
        <p className="quiet small">and {plural(fullest.length - MOST_SITES, 'more site')}, less full.</p>
      )}
      {past.length === 0 ? (
        <p className="small">Everyone goes to the closest open site: none is too full.</p>
      ) : (
        <>
          <p className="small">
            {plural(past.length, 'area')} with {count(pastPeople)} residents {past.length === 1 ? 'goes' : 'go'} past
            the closest site, which is full: {decimal(further)} {unit} further on average.
          </p>
          <table className="figures number">
            <thead>
              <tr>
                <th scope="col">Sent past</th>
                <th scope="col">Residents</th>
                <th scope="col">Further, {short}</th>
              </tr>
            </thead>
            <tbody>
              {past.slice(0, MOST_NAMED).map(({code, name, people, site, closest, further: by}) => (
                <tr key={code}>
                  <th scope="row">
                    <button type="button" className="link" onClick={() => select({kind: 'area', id: code})}>
                      {name}
                    </button>
                    <span className="quiet small block">
                      {siteName(plan, closest)} → {siteName(plan, site)}
                    </span>
                  </th>
                  <td>{count(people)}</td>
                  <td>{decimal(by)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {past.length > MOST_NAMED && (
            <p className="quiet small">and {plural(past.length - MOST_NAMED, 'more area')}: see the table of areas.</p>
          )}
        </>
      )}
      {shared > 0 && (
        <p className="quiet small">
          {plural(shared, 'area')} {shared === 1 ? 'is' : 'are'} shared out among several sites, shown at the one that
          takes most. This is one way of many to share them.
        </p>
      )}
    </section>
  );
}
