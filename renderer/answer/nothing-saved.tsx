import type {LedgerAnswer} from '../contract.ts';
import {exact} from '../words/numbers.ts';

/** In place of a ledger that is all nought: why it is, what to do, and whom the option nevertheless reaches. */
export function NothingSaved({why, of}: {why: string; of: LedgerAnswer['ledger']}) {
  const counted = [
    {label: 'come within reach', people: of.newlyReachable.people},
    {label: 'are no longer within reach', people: of.noLongerReachable.people},
    {label: 'cannot reach it', people: of.neverReachable.people},
  ].filter(({people}) => people > 0);
  return (
    <div className="inset stack">
      <p>{why}</p>
      {counted.length > 0 && (
        <p className="quiet small">
          Of {exact(of.users, 0)} users a year,{' '}
          {counted.map(({label, people}) => `${exact(people, 0)} ${label}`).join(' and ')}.
        </p>
      )}
    </div>
  );
}
