import type {Answer} from '../contract.ts';
import {count, decimal, signed} from '../words/numbers.ts';

type Minutes = Answer['minutes'];

/** Mean, median, nine in ten and longest, each with its change. */
export function MinutesTable({minutes, against}: {minutes: Minutes; against: Minutes | null}) {
  const figures = [
    {label: 'Mean', value: minutes.mean, before: against?.mean},
    {label: 'Median', value: minutes.median, before: against?.median},
    {label: '9 in 10 within', value: minutes.ninetieth, before: against?.ninetieth},
    {label: 'Longest', value: minutes.worst, before: against?.worst, note: minutes.worstArea},
  ];
  return (
    <>
      <dl className="minutes number">
        {figures.map(({label, value, before, note}) => (
          <div key={label} title={note ? `In ${note}` : undefined}>
            <dt>{label}</dt>
            <dd>
              {decimal(value)}
              <span className="unit"> min</span>
            </dd>
            {before != null && value != null && <dd className="minutes-change">{signed(value - before, decimal)}</dd>}
          </div>
        ))}
      </dl>
      <p className="quiet small number">
        {minutes.worstArea && `Longest in ${minutes.worstArea}. `}
        {minutes.unreachable > 0
          ? `${count(minutes.unreachable)} residents reach no site and are in no average.`
          : `All ${count(minutes.reached)} residents reach a site.`}
      </p>
    </>
  );
}
