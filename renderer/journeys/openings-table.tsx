import type {JourneysAll, ServiceLedger} from '../measures/answer.ts';
import {ScrollBox} from '../parts/scroll-box.tsx';
import {changeQuestion, select, showAnswerTab} from '../state/view.ts';
import {exact, signed} from '../words/numbers.ts';

const MOST = 12;
const sparing = (value: number) => signed(value, (each) => exact(each, Math.abs(each) >= 100 ? 0 : 1));

/** What opening a service at one more site would save, the most hours first; a line leads to the whole ledger of it. */
export function OpeningsTable({
  openings,
  services,
}: {
  openings: NonNullable<JourneysAll['openings']>;
  services: readonly ServiceLedger[];
}) {
  const nameOf = new Map(services.map(({service, name}) => [service, name]));
  const best = [...openings].sort((a, b) => b.ledger.total.hours - a.ledger.total.hours).slice(0, MOST);
  return (
    <section className="stack" aria-label="One more site">
      <h3>At one more site</h3>
      <p className="quiet small">
        The {Math.min(MOST, openings.length)} that save most hours of {openings.length} pairs of a service and a site
        without it. Each alone: two together save less than their sum.
      </p>
      <ScrollBox label="Services and further sites">
        <table className="figures number">
          <thead>
            <tr>
              <th scope="col">Service and site</th>
              <th scope="col">Hours</th>
              <th scope="col">Km</th>
            </tr>
          </thead>
          <tbody>
            {best.map(({service, site, siteName, ledger}) => (
              <tr key={`${service} ${site}`}>
                <th scope="row">
                  <button
                    type="button"
                    className="link"
                    onClick={() => {
                      changeQuestion({service});
                      select({kind: 'site', id: site});
                      showAnswerTab('journeys');
                    }}
                  >
                    {nameOf.get(service) ?? service}, {siteName}
                  </button>
                </th>
                <td>{sparing(ledger.total.hours)}</td>
                <td>{sparing(ledger.total.kilometres)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
