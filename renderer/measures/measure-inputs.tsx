import {useAnswer} from '../answers.ts';
import {ChoiceField} from '../parts/choice-field.tsx';
import {NumberBox} from '../parts/field.tsx';
import {Segments} from '../parts/segments.tsx';
import {measureBy, supposeAvoided, useView} from '../state/view.ts';
import {AdmissionsInputs} from './admissions-inputs.tsx';
import type {MeasureListed} from './answer.ts';
import {BundleInputs} from './bundle-inputs.tsx';
import {DecayInputs} from './decay-inputs.tsx';
import {GroupChoice} from './group-choice.tsx';
import {takesDecay} from './use-measure.ts';

/** What a measure asks besides the question above: nothing that it has no use for. */
export function MeasureInputs({chosen, listed}: {chosen: MeasureListed; listed: readonly MeasureListed[]}) {
  const wish = useView((view) => view.measure);
  const shareAvoided = useView((view) => view.shareAvoided);
  const within = useView((view) => view.question?.within ?? 15);
  const lenses = useAnswer('measures.lenses', {}).value?.lenses ?? [];
  const of = chosen.takesOf ? listed.find(({key}) => key === wish.of) : undefined;
  const subjects = listed.filter(({page, key}) => (page === 'access' || page === 'supply') && key !== 'hours');
  const takesChoice = chosen.key === 'kth-closest' || of?.key === 'kth-closest';
  const takesCapacity = [chosen, of].some((each) => each?.page === 'supply' || each?.key === 'opportunities');
  const overlap = lenses.find(({key}) => key === wish.lens)?.overlap;
  return (
    <div className="measure-inputs">
      {chosen.takesOf && (
        <ChoiceField label="Of what" value={wish.of} onChoose={(next) => measureBy({of: next})}>
          {subjects.map(({key, label}) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </ChoiceField>
      )}
      {takesChoice && (
        <NumberBox
          label="Which choice of site"
          hint="2 is the second closest"
          value={wish.choice}
          minValue={1}
          maxValue={50}
          onChange={(choice) => measureBy({choice: Math.round(choice)})}
        />
      )}
      {chosen.key === 'poverty' && (
        <NumberBox
          label="The line"
          value={wish.line ?? within}
          minValue={0}
          maxValue={1_000_000}
          unit={wish.of === 'closest' || wish.of === 'kth-closest' ? 'min' : undefined}
          onChange={(line) => measureBy({line})}
        />
      )}
      {takesCapacity && (
        <label className="check">
          <input
            type="checkbox"
            checked={wish.everySiteAlike}
            onChange={(event) => measureBy({everySiteAlike: event.target.checked})}
          />
          A site that states no capacity counts as one
        </label>
      )}
      {takesDecay(chosen, listed, wish.of) && <DecayInputs />}
      {chosen.key === 'bundle' && <BundleInputs />}
      {chosen.key === 'admissions' && <AdmissionsInputs />}
      {chosen.key === 'journeys' && (
        <NumberBox
          label="Legs that would no longer occur"
          hint="Such as care brought home"
          unit="%"
          value={shareAvoided * 100}
          minValue={0}
          maxValue={100}
          onChange={(percent) => supposeAvoided(percent / 100)}
        />
      )}
      <Segments
        label="Who counts"
        choices={[
          {name: 'residents', title: 'All residents'},
          {name: 'users', title: 'Expected users'},
        ]}
        chosen={wish.people}
        onChoose={(people) => measureBy({people})}
      />
      <GroupChoice none="Not added up" />
      {lenses.length > 1 && (
        <>
          <ChoiceField label="Deprivation by" value={wish.lens} onChoose={(lens) => measureBy({lens})}>
            {lenses.map(({key, label}) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </ChoiceField>
          {overlap && (
            <details className="small">
              <summary>Counts access twice in part</summary>
              <p className="quiet">{overlap}</p>
            </details>
          )}
        </>
      )}
    </div>
  );
}
