import {CircleHelp} from 'lucide-react';
import {useState} from 'react';
import {LedgerColumns} from '../answer/ledger-columns.tsx';
import {NothingSaved} from '../answer/nothing-saved.tsx';
import type {JourneysAll, ServiceLedger} from '../measures/answer.ts';
import {LosersTable} from '../measures/losers-table.tsx';
import {IconButton} from '../parts/button.tsx';
import {exact, percent, signed} from '../words/numbers.ts';
import {LedgerParts} from './ledger-parts.tsx';
import {LedgerWhy} from './ledger-why.tsx';
import {ModeMix} from './mode-mix.tsx';

const hoursText = (hours: number) => `${signed(hours, (value) => exact(value, Math.abs(value) >= 100 ? 0 : 1))} h`;

/** One service: its hours in a line, and the whole ledger once it is opened. */
export function ServiceLedgerLine({of, all}: {of: ServiceLedger; all: JourneysAll}) {
  const [why, setWhy] = useState(false);
  const {name, ledger, byFifth, byGroup, modes, losers, nobodyOffers} = of;
  return (
    <details className="answer-table service-ledger">
      <summary>
        <span>{name}</span>{' '}
        <span className="number quiet">{nobodyOffers ? 'no ledger' : hoursText(ledger.total.hours)}</span>
      </summary>
      {nobodyOffers ? (
        <NothingSaved why={nobodyOffers} of={ledger} />
      ) : (
        <div className="measures">
          <LedgerColumns of={ledger} />
          <section aria-label={`Legs, ${name}`}>
            <header className="section-head">
              <h3>Legs a year, one way</h3>
              <IconButton name={`Why these numbers? ${name}`} placement="left" onPress={() => setWhy(true)}>
                <CircleHelp size={14} />
              </IconButton>
            </header>
            <LegsTable of={of} />
          </section>
          <p className="quiet small">
            {percent(of.shareUsingNearest)} of users go to the closest site, {percent(of.shareDigital)} of visits are by
            telephone or online.
          </p>
          <LedgerParts
            title="By fifth of deprivation"
            parts={byFifth.map(({label, ledger: each}) => ({label, ledger: each}))}
          />
          {modes && <ModeMix of={modes} />}
          <LedgerParts
            title={`By ${all.by}`}
            shut
            parts={byGroup.map(({name: label, ledger: each}) => ({label, ledger: each}))}
          />
          <section aria-label={`Who loses, ${name}`}>
            <h3>Who loses</h3>
            <LosersTable losers={losers} />
          </section>
        </div>
      )}
      {why && <LedgerWhy of={of} all={all} onClose={() => setWhy(false)} />}
    </details>
  );
}

/** A leg that is shorter is not a leg avoided: each is counted in its own line. */
function LegsTable({of: {ledger, name}}: {of: ServiceLedger}) {
  const {avoided, shortened, lengthened, same} = ledger.legs;
  const lines = [
    {label: 'Avoided: no longer occur', legs: avoided},
    {label: 'Shortened', legs: shortened},
    {label: 'Lengthened', legs: lengthened},
    {label: 'The same', legs: same},
  ];
  return (
    <table className="figures number">
      <caption className="visually-hidden">Legs a year, {name}</caption>
      <tbody>
        {lines.map(({label, legs}) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{exact(legs, legs < 100 ? 1 : 0)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">of the total by patient transport (NEPTS)</th>
          <td>{exact(ledger.total.patientTransportLegs, ledger.total.patientTransportLegs < 100 ? 1 : 0)}</td>
        </tr>
      </tbody>
    </table>
  );
}
