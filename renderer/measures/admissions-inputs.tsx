import {useState} from 'react';
import {useAnswer} from '../answers.ts';
import {ChoiceField} from '../parts/choice-field.tsx';
import {Field, NumberBox} from '../parts/field.tsx';
import {measureBy, useView} from '../state/view.ts';

const BOUNDS = [
  {key: 'low', label: 'Low'},
  {key: 'central', label: 'Central'},
  {key: 'high', label: 'High'},
] as const;

/** Somebody’s evidence of how admissions answer to travel: a range and its source, without which there is no answer. */
export function AdmissionsInputs() {
  const wish = useView((view) => view.measure.admissions);
  const columns = (useAnswer('measures.lenses', {}).value?.columns ?? []).filter(({numbers}) => numbers > 0);
  const [source, setSource] = useState(wish.source);
  const put = (part: Partial<typeof wish>) => measureBy({admissions: {...wish, ...part}});
  return (
    <>
      {columns.length === 0 ? (
        <p className="inset small">
          Bring admissions a year by area first, as columns of your own. There is no figure to start from.
        </p>
      ) : (
        <ChoiceField label="Admissions a year by area" value={wish.baseline} onChoose={(baseline) => put({baseline})}>
          <option value="">Choose a column</option>
          {columns.map(({column}) => (
            <option key={column} value={column}>
              {column}
            </option>
          ))}
        </ChoiceField>
      )}
      <fieldset className="range-fields">
        <legend>Per cent fewer admissions for each per cent less travel</legend>
        {BOUNDS.map(({key, label}) => (
          <NumberBox
            key={key}
            label={label}
            value={wish[key] ?? Number.NaN}
            minValue={0}
            maxValue={100}
            onChange={(value) => put({[key]: value})}
          />
        ))}
      </fieldset>
      <Field
        label="Where that range comes from"
        hint="Without a source there is no answer."
        long
        value={source}
        onChange={setSource}
        onBlur={() => put({source})}
      />
    </>
  );
}
