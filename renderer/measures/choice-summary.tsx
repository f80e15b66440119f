import {count, percent} from '../words/numbers.ts';
import type {Duplication} from './answer.ts';

/** The other side of duplication: how many people can choose between providers, and how many cannot. */
export function ChoiceSummary({of}: {of: Duplication}) {
  const {choice, within} = of;
  const share = choice.residents > 0 ? choice.twoOrMore / choice.residents : null;
  const parts = [
    {key: 'two', label: 'Two or more', people: choice.twoOrMore},
    {key: 'one', label: 'One', people: choice.one},
    {key: 'none', label: 'None', people: choice.none},
  ];
  const sum = choice.twoOrMore + choice.one + choice.none;
  const addsUp = Math.abs(sum - choice.residents) <= 1e-9 * Math.max(1, choice.residents);
  return (
    <section aria-label="Choice">
      <div className="measure-value number">
        <strong>{percent(share)}</strong>
        <span className="quiet">have two or more providers within {within} min</span>
      </div>
      <table className="figures number">
        <caption className="visually-hidden">People by providers within {within} minutes</caption>
        <tbody>
          {parts.map(({key, label, people}) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>{count(people)}</td>
              <td>{percent(choice.residents > 0 ? people / choice.residents : null)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr data-adds-up={addsUp}>
            <th scope="row">Residents {addsUp ? '✓' : '✗ does not add up'}</th>
            <td>{count(choice.residents)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
