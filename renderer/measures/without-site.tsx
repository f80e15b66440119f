import {X} from 'lucide-react';
import {useEffect, useRef} from 'react';
import {IconButton} from '../parts/button.tsx';
import {withoutSite} from '../state/view.ts';
import {count, signed} from '../words/numbers.ts';
import type {WithoutSite} from './answer.ts';
import {LosersTable} from './losers-table.tsx';

/** What closing one site would do to duplication and to choice, and who pays for it. */
export function WithoutSiteSummary({of}: {of: WithoutSite}) {
  const {name, choiceNow, choiceThen, pairsNow, pairsThen, noLongerServed, noLongerServedByFifth, personMinutes} = of;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // Asked for further down the list: it is brought into sight, and read first.
    if (of.site) box.current?.focus();
  }, [of.site]);
  const rows = [
    {label: 'Pairs with people in common', now: pairsNow, after: pairsThen},
    {label: 'People with two or more providers', now: choiceNow.twoOrMore, after: choiceThen.twoOrMore},
    {label: 'with one', now: choiceNow.one, after: choiceThen.one},
    {label: 'with none', now: choiceNow.none, after: choiceThen.none},
  ];
  return (
    <section ref={box} tabIndex={-1} className="without-site" aria-label={`Without ${name}`}>
      <header className="section-head">
        <h3>Without {name}</h3>
        <IconButton name="Leave it as it is" placement="left" onPress={() => withoutSite(null)}>
          <X size={14} />
        </IconButton>
      </header>
      <table className="figures number">
        <thead>
          <tr>
            <td />
            <th scope="col">Now</th>
            <th scope="col">Then</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({label, now, after}) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{count(now)}</td>
              <td>{count(after)}</td>
              <td>{signed(after - now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>Who loses</h3>
      <p className="small">
        {noLongerServed > 0
          ? `${count(noLongerServed)} people are no longer served in time. `
          : 'Everybody served now still is. '}
        {count(personMinutes)} person-minutes more, one way.
      </p>
      {noLongerServed > 0 && (
        <table className="figures number">
          <caption className="visually-hidden">No longer served in time, by fifth</caption>
          <tbody>
            {noLongerServedByFifth
              .filter(({people}) => people > 0)
              .map(({label, people}) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{count(people)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
      <LosersTable losers={of.losers} />
    </section>
  );
}
