import type {Service, Theme} from '../../src/domain/service.ts';
import {useAnswer} from '../answers.ts';
import {ChoiceField} from '../parts/choice-field.tsx';
import {LineField} from '../parts/line-field.tsx';
import type {ServiceSaid} from './service-rates.tsx';

const THEMES: readonly {name: Theme; title: string}[] = [
  {name: 'physical', title: 'Physical health'},
  {name: 'mental', title: 'Mental health'},
  {name: 'care', title: 'Care'},
  {name: 'council', title: 'Council'},
  {name: 'community', title: 'Community'},
  {name: 'determinant', title: 'A wider determinant of health'},
];

const CONFIDENCE: readonly {name: Service['confidence']; title: string}[] = [
  {name: 'published', title: 'Published'},
  {name: 'derived', title: 'Derived from published figures'},
  {name: 'assumed', title: 'Assumed'},
];

/** Where its rates come from and what sort of thing it is; a rate for each area may stand in place of one everywhere. */
export function ServiceDescription({
  service,
  onEdit,
  problemAt,
}: {
  service: Service;
  onEdit: (said: ServiceSaid) => Promise<void>;
  problemAt: (field: string) => string | null;
}) {
  const {id, demandColumn, unit, theme, alike, source, confidence} = service;
  const columns = (useAnswer('measures.lenses', {}).value?.columns ?? []).filter(({numbers}) => numbers > 0);
  return (
    <>
      {(columns.length > 0 || demandColumn !== '') && (
        <ChoiceField label="Users by area" value={demandColumn} onChoose={(next) => void onEdit({demandColumn: next})}>
          <option value="">One rate everywhere, as above</option>
          {columns.map(({column}) => (
            <option key={column} value={column}>
              “{column}”, per 1,000 residents
            </option>
          ))}
        </ChoiceField>
      )}
      <LineField
        key={`u ${id} ${unit}`}
        label="One visit is a"
        value={unit}
        error={problemAt('unit')}
        onTake={(next) => onEdit({unit: next})}
      />
      <ChoiceField label="Sort of service" value={theme} onChoose={(next) => void onEdit({theme: next as Theme})}>
        {THEMES.map(({name, title}) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </ChoiceField>
      <LineField
        key={`a ${id} ${alike}`}
        label="Like other services"
        hint="Services with the same word here are looked at as duplicates of each other. Empty: only of itself."
        value={alike}
        error={problemAt('alike')}
        onTake={(next) => onEdit({alike: next})}
      />
      <LineField
        key={`s ${id} ${source}`}
        label="Where these rates come from"
        long
        value={source}
        error={problemAt('source')}
        onTake={(next) => onEdit({source: next})}
      />
      <ChoiceField
        label="How sure they are"
        value={confidence}
        onChoose={(next) => void onEdit({confidence: next as Service['confidence']})}
      >
        {CONFIDENCE.map(({name, title}) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </ChoiceField>
    </>
  );
}
