import {count, plural, pounds} from '../words/numbers.ts';
import type {Duplication} from './answer.ts';

/** What the possible duplicates add up to; what is not known is said, never counted as nothing. */
export function DuplicationTotals({of}: {of: Duplication}) {
  const {totals, sites, pairs} = of;
  const going = totals.sites.length;
  const rows = [
    {key: 'people', label: 'People who are near another too', value: count(totals.people), of: ''},
    {
      key: 'space',
      label: 'Floor space, m²',
      value: totals.sitesWithoutSpace === going ? 'not known' : count(totals.squareMetres),
      of: partly(totals.sitesWithoutSpace, going),
    },
    {
      key: 'pounds',
      label: 'Running cost a year',
      value: totals.sitesWithoutCost === going ? 'not known' : pounds(totals.poundsAYear),
      of: partly(totals.sitesWithoutCost, going),
    },
  ];
  return (
    <section aria-label="What the duplicates add up to">
      <p className="small">
        {plural(sites, 'site')}, {plural(pairs, 'pair')} with people in common.{' '}
        {going === 0 ? 'None of them looks as if it could go.' : `${plural(going, 'site')} might go:`}
      </p>
      {going > 0 && (
        <table className="figures number">
          <tbody>
            {rows.map(({key, label, value, of: note}) => (
              <tr key={key}>
                <th scope="row">
                  {label}
                  {note && <span className="quiet"> {note}</span>}
                </th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function partly(unknown: number, all: number): string {
  return unknown > 0 && unknown < all ? `(${count(all - unknown)} of ${count(all)} known)` : '';
}
