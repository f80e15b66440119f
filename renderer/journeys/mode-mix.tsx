import type {ServiceLedger} from '../measures/answer.ts';
import {exact, signed} from '../words/numbers.ts';

const sparing = (value: number) => signed(value, (each) => exact(each, Math.abs(each) >= 100 ? 0 : 1));

/** Everyone by car, everyone on foot, and each by what they have. */
export function ModeMix({of}: {of: NonNullable<ServiceLedger['modes']>}) {
  const columns = [
    {title: 'All by car', ledger: of.byCar},
    {title: 'All on foot', ledger: of.onFoot},
    {title: 'Mix', ledger: of.mix},
  ];
  const lines = [
    {label: 'Hours saved', value: ({ledger}: (typeof columns)[number]) => ledger.total.hours},
    {label: 'Kilometres saved', value: ({ledger}: (typeof columns)[number]) => ledger.total.kilometres},
    {label: 'kgCO₂e saved', value: ({ledger}: (typeof columns)[number]) => ledger.total.kgCO2e},
  ];
  return (
    <section aria-label="By mode">
      <h3>By mode, by “{of.column}”</h3>
      <table className="figures number">
        <thead>
          <tr>
            <td />
            {columns.map(({title}) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({label, value}) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {columns.map((column) => (
                <td key={column.title}>{sparing(value(column))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">A household’s car may be away on a weekday: the mix overstates who can drive.</p>
    </section>
  );
}
