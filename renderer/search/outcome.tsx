import type {CallResult} from '../contract.ts';
import {count, decimal, signed} from '../words/numbers.ts';

type Outcomes = CallResult<'search.sites'>['outcomes'][number];

const DEPRIVED_WITHIN = 'of them most deprived';

/** As now and with what was found, side by side: what it means for people, whatever was made best. */
export function SearchOutcome({outcome, within}: {outcome: Outcomes; within: number}) {
  const {before, after, name} = outcome;
  const rows = [
    {label: 'Mean minutes', was: before.minutes, is: after.minutes, text: minutesText},
    {label: 'Most deprived fifth', was: before.deprivedMinutes, is: after.deprivedMinutes, text: minutesText},
    {label: 'Longest', was: before.longest, is: after.longest, text: minutesText},
    {label: `Residents within ${within}`, was: before.within, is: after.within, text: (each: number) => count(each)},
    {
      label: DEPRIVED_WITHIN,
      was: before.deprivedWithin,
      is: after.deprivedWithin,
      text: (each: number) => count(each),
    },
  ].filter(({is, label}) => is !== null && (after.deprived > 0 || label !== DEPRIVED_WITHIN));
  if (rows.length === 0) return null;
  return (
    <table className="figures number">
      <caption className="visually-hidden">{name}: as now and with what was found</caption>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">Now</th>
          <th scope="col">Then</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({label, was, is, text: plain}) => {
          // A change that one decimal would hide is worth a second one.
          const fine = plain === minutesText && was !== null && is !== was && Math.abs(is! - was) < 0.05;
          const text = fine ? (value: number) => value.toFixed(2) : plain;
          return (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{was === null ? '–' : text(was)}</td>
              <td>{text(is!)}</td>
              <td>{was === null ? '–' : signed(is! - was, text)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function minutesText(value: number): string {
  return decimal(value);
}
