import {ChoiceField} from '../parts/choice-field.tsx';
import {measureBy, useView} from '../state/view.ts';
import type {MeasureListed} from './answer.ts';

const PAGES: Record<MeasureListed['page'], string> = {
  access: 'Getting there',
  supply: 'Capacity to go round',
  equity: 'The deprived against the rest',
  inequality: 'How unequal, whoever it is',
  journeys: 'Journeys',
  together: 'Services together',
  duplication: 'Duplication',
};

/** The plain words, and what the literature says for it where that is another name. */
function named({label, literature}: MeasureListed): string {
  return literature === '' || literature.toLowerCase() === label.toLowerCase() ? label : `${label} (${literature})`;
}

/** All measures, the plain words first and the literature’s name behind them. */
export function MeasureChooser({listed}: {listed: readonly MeasureListed[]}) {
  const key = useView((view) => view.measure.measure);
  const pages = [...new Set(listed.map(({page}) => page))];
  const chosen = listed.find((each) => each.key === key);
  return (
    <div className="measure-chooser">
      <ChoiceField label="Measure" value={key} onChoose={(measure) => measureBy({measure})}>
        {pages.map((page) => (
          <optgroup key={page} label={PAGES[page]}>
            {listed
              .filter((each) => each.page === page)
              .map((each) => (
                <option key={each.key} value={each.key}>
                  {named(each)}
                </option>
              ))}
          </optgroup>
        ))}
      </ChoiceField>
      {chosen && <p className="quiet small">{chosen.oneLine}</p>}
    </div>
  );
}
