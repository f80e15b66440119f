import {useAnswer} from '../answers.ts';
import {NumberBox} from '../parts/field.tsx';
import {Segments} from '../parts/segments.tsx';
import {useMirror} from '../state/plan.ts';
import {measureBy, useView} from '../state/view.ts';
import type {MeasureListed} from './answer.ts';
import {ChoiceField} from './choice-field.tsx';

/** What a measure asks besides the question above: nothing that it has no use for. */
export function MeasureInputs({chosen, listed}: {chosen: MeasureListed; listed: readonly MeasureListed[]}) {
  const wish = useView((view) => view.measure);
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
      {chosen.key === 'bundle' && <BundleServices />}
      <Segments
        label="Who counts"
        choices={[
          {name: 'residents', title: 'All residents'},
          {name: 'users', title: 'Expected users'},
        ]}
        chosen={wish.people}
        onChoose={(people) => measureBy({people})}
      />
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

/** The services that some people use together. */
function BundleServices() {
  const services = useMirror((mirror) => mirror.plan.service);
  const placed = useMirror((mirror) => mirror.plan.placement);
  const chosen = useView((view) => view.measure.services);
  const offered = new Set([...placed.values()].map(({service}) => service));
  return (
    <fieldset className="bundle-services">
      <legend>Services of the bundle</legend>
      {[...services.values()]
        .filter(({id}) => offered.has(id))
        .map(({id, name}) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                measureBy({services: event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id)})
              }
            />
            {name}
          </label>
        ))}
    </fieldset>
  );
}
