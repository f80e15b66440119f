import {ChoiceField} from '../parts/choice-field.tsx';
import {NumberBox} from '../parts/field.tsx';
import type {SearchWish} from '../state/search-view.ts';
import {wishFor} from '../state/view.ts';
import type {Choices} from './demands.tsx';

/** Whose journeys count, and how much: everyone alike, the most deprived more, some ages, or a column of the planner’s own. */
export function WhoCounts({wish, choices}: {wish: SearchWish; choices: Choices | undefined}) {
  const {weights, deprivedCount} = wish;
  return (
    <>
      <ChoiceField label="Who counts" value={weights} onChoose={(next) => wishFor({weights: next})}>
        <option value="residents">Everyone alike</option>
        <option value="most-deprived">The most deprived fifth more</option>
        {choices && choices.ages.length > 0 && (
          <optgroup label="Only those aged">
            {choices.ages.map((each) => (
              <option key={each} value={each}>
                {each.replace('-', ' to ').replace('+', ' and over')}
              </option>
            ))}
          </optgroup>
        )}
        {choices && choices.columns.length > 0 && (
          <optgroup label="As much as a column says">
            {choices.columns.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </optgroup>
        )}
      </ChoiceField>
      {weights === 'most-deprived' && (
        <NumberBox
          label="One of them counts"
          unit="times"
          value={deprivedCount}
          minValue={1}
          maxValue={1000}
          onChange={(next) => wishFor({deprivedCount: next})}
        />
      )}
    </>
  );
}
