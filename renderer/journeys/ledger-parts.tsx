import type {Ledger} from '../measures/answer.ts';
import {ScrollBox} from '../parts/scroll-box.tsx';
import {exact, signed} from '../words/numbers.ts';

const sparing = (value: number) => exact(value, Math.abs(value) >= 100 ? 0 : 1);

/** A ledger by parts of the place that add up to it: users, hours and kilometres, gained and lost apart. */
export function LedgerParts({
  title,
  parts,
  shut = false,
}: {
  title: string;
  parts: readonly {label: string; ledger: Ledger}[];
  shut?: boolean;
}) {
  return (
    <details className="answer-table" open={!shut}>
      <summary>{title}</summary>
      <ScrollBox label={title}>
        <table className="figures number">
          <thead>
            <tr>
              <td />
              <th scope="col">Users</th>
              <th scope="col">Hours gained</th>
              <th scope="col">lost</th>
              <th scope="col">Km saved</th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({label, ledger}) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{sparing(ledger.users)}</td>
                <td>{sparing(ledger.gains.hours)}</td>
                <td>{sparing(-ledger.losses.hours)}</td>
                <td>{signed(ledger.total.kilometres, sparing)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}
