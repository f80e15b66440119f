import {useAnswer} from '../answers.ts';
import {ChoiceField} from '../parts/choice-field.tsx';
import {useMirror} from '../state/plan.ts';
import {measureBy, useView} from '../state/view.ts';

/** Larger areas that every answer can be added up by: each small area stands in exactly one of them. */
export function GroupChoice({none}: {none: string | null}) {
  const by = useView((view) => view.measure.by);
  const hasOwn = useMirror(({plan}) => plan.neighbourhood.size > 0);
  const columns = useAnswer('measures.lenses', {}).value?.columns ?? [];
  return (
    <ChoiceField label="Added up by" value={by} onChoose={(next) => measureBy({by: next})}>
      {none !== null && <option value="">{none}</option>}
      <option value="ward">Ward</option>
      <option value="district">District</option>
      {hasOwn && <option value="neighbourhood">Neighbourhood</option>}
      {hasOwn && <option value="priority">Priority areas and everywhere else</option>}
      {columns.length > 0 && (
        <optgroup label="Columns of your own">
          {columns.map(({column}) => (
            <option key={column} value={column}>
              {column}
            </option>
          ))}
        </optgroup>
      )}
    </ChoiceField>
  );
}
