import {useAnswer} from '../answers.ts';
import {GroupChoice} from '../measures/group-choice.tsx';
import {ChoiceField} from '../parts/choice-field.tsx';
import {NumberBox} from '../parts/field.tsx';
import {measureBy, supposeAvoided, useView} from '../state/view.ts';

/** What the ledgers are asked with besides the question above. */
export function JourneysInputs({openings, onOpenings}: {openings: boolean; onOpenings: (wanted: boolean) => void}) {
  const car = useView((view) => view.measure.car);
  const mode = useView((view) => view.question?.mode);
  const shareAvoided = useView((view) => view.shareAvoided);
  const columns = (useAnswer('measures.lenses', {}).value?.columns ?? []).filter(({numbers}) => numbers > 0);
  return (
    <div className="measure-inputs">
      <GroupChoice none={null} />
      {mode === 'drive' && columns.length > 0 && (
        <ChoiceField label="Who has a car" value={car} onChoose={(next) => measureBy({car: next})}>
          <option value="">Everyone goes by car</option>
          {columns.map(({column}) => (
            <option key={column} value={column}>
              By “{column}”: the others walk
            </option>
          ))}
        </ChoiceField>
      )}
      <NumberBox
        label="Legs that would no longer occur"
        hint="Such as care brought home: only these are avoided, the others get shorter or longer."
        unit="%"
        value={shareAvoided * 100}
        minValue={0}
        maxValue={100}
        onChange={(percent) => supposeAvoided(percent / 100)}
      />
      <label className="check">
        <input type="checkbox" checked={openings} onChange={(event) => onOpenings(event.target.checked)} />
        What each service would save at each further site
      </label>
    </div>
  );
}
