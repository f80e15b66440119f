import {NumberBox} from '../parts/field.tsx';
import type {SearchWish} from '../state/search-view.ts';
import {wishFor} from '../state/view.ts';
import {count} from '../words/numbers.ts';
import {isWorth, looksAtRoom} from './asked.ts';
import type {Choices} from './demands.tsx';

/** A budget, what sites cost, and what a minute is worth where costs are to be weighed against travel. */
export function MoneyDemand({wish, choices}: {wish: SearchWish; choices: Choices | undefined}) {
  const asked = wish.budget !== null || isWorth(wish);
  const missing = choices ? choices.sites - choices.withCost : 0;
  return (
    <>
      <NumberBox
        label="Budget for opening"
        unit="£"
        value={wish.budget ?? Number.NaN}
        minValue={0}
        onChange={(budget) => wishFor({budget})}
        onClear={() => wishFor({budget: null})}
      />
      <NumberBox
        label="A site without a cost of its own costs"
        unit="£"
        value={wish.siteCost ?? Number.NaN}
        minValue={0}
        onChange={(siteCost) => wishFor({siteCost})}
        onClear={() => wishFor({siteCost: null})}
      />
      {choices && missing > 0 && (
        <p className={asked && wish.siteCost === null ? 'field-problem small' : 'quiet small'}>
          {count(missing)} of {count(choices.sites)} sites have no cost of opening.{' '}
          {wish.siteCost === null ? 'Give one here, or on a site’s card.' : 'They cost this.'}
        </p>
      )}
      <p className="quiet small">Sites that offer the service now cost nothing to open.</p>
      {wish.goal === 'shortest' && !looksAtRoom(wish) && (
        <>
          <NumberBox
            label="A minute of one person is worth"
            unit="£"
            value={wish.worth ?? Number.NaN}
            minValue={0.000001}
            format={{maximumFractionDigits: 6}}
            onChange={(worth) => wishFor({worth})}
            onClear={() => wishFor({worth: null})}
          />
          {wish.worth === null ? (
            <p className="quiet small">Then what sites cost counts in what is best.</p>
          ) : (
            <label className="check">
              <input
                type="checkbox"
                checked={wish.asManyAsWorth}
                onChange={(event) => wishFor({asManyAsWorth: event.target.checked})}
              />
              As many sites as are worth what they cost
            </label>
          )}
        </>
      )}
    </>
  );
}
