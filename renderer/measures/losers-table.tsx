import {ScrollBox} from '../parts/scroll-box.tsx';
import {select} from '../state/view.ts';
import {count, decimal, plural, signed} from '../words/numbers.ts';
import type {LosingArea} from './answer.ts';

/** Every area that is worse off, always shown in full: who loses is part of the answer. */
export function LosersTable({losers}: {losers: readonly LosingArea[]}) {
  if (losers.length === 0) return <p className="small">Nobody travels longer.</p>;
  const people = losers.reduce((sum, each) => sum + each.people, 0);
  return (
    <>
      <p className="small">
        {count(people)} people in {plural(losers.length, 'area')} travel longer or reach no site any more.
      </p>
      <ScrollBox label="Who loses">
        <table className="figures number">
          <thead>
            <tr>
              <th scope="col">Area</th>
              <th scope="col">People</th>
              <th scope="col">Minutes</th>
              <th scope="col">More</th>
            </tr>
          </thead>
          <tbody>
            {losers.map(({code, name, fifth, people: here, minutesBefore, minutesAfter, minutesMore}) => (
              <tr key={code} title={fifth}>
                <th scope="row">
                  <button type="button" className="link" onClick={() => select({kind: 'area', id: code})}>
                    {name}
                  </button>
                </th>
                <td>{count(here)}</td>
                <td>
                  {decimal(minutesBefore)} → {minutesAfter === null ? 'none' : decimal(minutesAfter)}
                </td>
                <td>{signed(minutesMore, decimal)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
