import type {LedgerAnswer} from '../contract.ts';
import {select} from '../state/view.ts';
import {count, decimal, exact, signed} from '../words/numbers.ts';

const SHOWN = 8;

/** Who the savings go to: by fifth, and the areas that gain most. */
export function JourneysByArea({of}: {of: LedgerAnswer}) {
  return (
    <>
      <section aria-label="By deprivation">
        <header className="section-head">
          <h3>By deprivation</h3>
        </header>
        <table className="figures number">
          <thead>
            <tr>
              <td />
              <th scope="col">Users</th>
              <th scope="col">Hours saved</th>
              <th scope="col">km saved</th>
            </tr>
          </thead>
          <tbody>
            {of.byFifth.map(({label, ledger}) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{exact(ledger.users, 1)}</td>
                <td>{signed(ledger.total.hours, count)}</td>
                <td>{signed(ledger.total.kilometres, count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {of.areas.length > 0 && (
        <section aria-label="Areas whose journeys change">
          <header className="section-head">
            <h3>{count(of.areas.length)} areas whose journeys change</h3>
          </header>
          <table className="figures number">
            <thead>
              <tr>
                <td />
                <th scope="col">Users</th>
                <th scope="col">Minutes now</th>
                <th scope="col">then</th>
              </tr>
            </thead>
            <tbody>
              {of.areas.slice(0, SHOWN).map((area) => (
                <tr key={area.code}>
                  <th scope="row">
                    <button type="button" className="term-link" onClick={() => select({kind: 'area', id: area.code})}>
                      {area.name}
                    </button>
                  </th>
                  <td>{exact(area.users, 1)}</td>
                  <td>{decimal(area.minutesBase)}</td>
                  <td>{decimal(area.minutesOption)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {of.areas.length > SHOWN && (
            <p className="quiet small">The {SHOWN} that gain most. Colour the map by change to see all.</p>
          )}
        </section>
      )}
    </>
  );
}
