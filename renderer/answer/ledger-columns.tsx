import {Check, X} from 'lucide-react';
import type {ReactNode} from 'react';
import {milesOf} from '../../src/domain/units.ts';
import type {LedgerAnswer} from '../contract.ts';
import {count, exact, pounds, signed} from '../words/numbers.ts';

type Ledger = LedgerAnswer['ledger'];
type Column = Ledger['total'];

interface Line {
  term: string;
  label: string;
  unit: string;
  of: (column: Column) => string;
}

/** Short enough for five columns: millions by the million from ten of them on. */
function sparing(value: number): string {
  if (Math.abs(value) >= 1e7) return `${exact(value / 1e6, 1)} M`;
  return Math.abs(value) >= 100 || value === 0 ? count(value) : exact(value, 1);
}

const LINES: readonly Line[] = [
  {term: 'users', label: 'Users', unit: '', of: ({people}) => sparing(people)},
  {term: 'legs', label: 'Legs', unit: 'one way', of: ({legs}) => sparing(legs)},
  {term: 'legsAvoided', label: 'no longer occur', unit: '', of: ({legsAvoided}) => sparing(legsAvoided)},
  {term: 'minutes', label: 'Minutes', unit: '', of: ({minutes}) => signed(minutes, sparing)},
  {term: 'hours', label: 'Hours', unit: '', of: ({hours}) => signed(hours, sparing)},
  {term: 'kilometres', label: 'Kilometres', unit: '', of: ({kilometres}) => signed(kilometres, sparing)},
  {term: 'miles', label: 'Miles', unit: '', of: ({kilometres}) => signed(milesOf(kilometres), sparing)},
  {term: 'kgCO2e', label: 'Carbon', unit: 'kgCO₂e', of: ({kgCO2e}) => signed(kgCO2e, sparing)},
  {term: 'timePounds', label: 'Time', unit: '£ welfare', of: ({timePounds}) => signed(timePounds, pounds)},
  {
    term: 'patientTransportPounds',
    label: 'Transport',
    unit: '£ cash',
    of: ({patientTransportPounds}) => signed(patientTransportPounds, pounds),
  },
];

/** Gains, losses and unchanged, which add up to the total in every line; each line opens to its formula and sources. */
export function LedgerColumns({of, heading = ({label}) => label}: {of: Ledger; heading?: (line: Line) => ReactNode}) {
  const {gains, losses, unchanged, total, addsUp, newlyReachable, noLongerReachable, neverReachable} = of;
  const apart = [
    {label: 'newly reachable', value: newlyReachable},
    {label: 'no longer reachable', value: noLongerReachable},
    {label: 'never reachable', value: neverReachable},
  ].filter(({value}) => value.people > 0);
  return (
    <>
      <table className="figures ledger number">
        <thead>
          <tr>
            <td className="quiet">Saved a year</td>
            <th scope="col" className="ledger-gain">
              ▲ Gains
            </th>
            <th scope="col" className="ledger-loss">
              ▼ Losses
            </th>
            <th scope="col">Unchanged</th>
            <th scope="col">Total</th>
          </tr>
        </thead>
        <tbody>
          {LINES.map((line) => (
            <tr key={line.term}>
              <th scope="row">
                {heading(line)}
                {line.unit && <span className="unit"> {line.unit}</span>}
              </th>
              <td>{line.of(gains)}</td>
              <td>{line.of(losses)}</td>
              <td>{line.of(unchanged)}</td>
              <td className="ledger-total">{line.of(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={addsUp ? 'ledger-check' : 'ledger-check ledger-wrong'} role={addsUp ? undefined : 'alert'}>
        {addsUp ? <Check size={14} aria-hidden="true" /> : <X size={14} aria-hidden="true" />}
        {addsUp
          ? 'Gains, losses and unchanged add up to the total in every line'
          : 'The columns do not add up: do not use this ledger, and tell us'}
        {apart.length > 0 &&
          `; ${apart.map(({label, value}) => `${exact(value.people, 1)} users ${label}`).join(', ')} are counted apart`}
        .
      </p>
      <p className="quiet small">
        The value of time is a welfare value, patient transport is cash: they are never added.
      </p>
    </>
  );
}
