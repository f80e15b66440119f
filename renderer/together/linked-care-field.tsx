import type {Placement} from '../../src/domain/placement.ts';
import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import {ChoiceField} from '../parts/choice-field.tsx';

const LEVELS: readonly {name: '0' | '1' | '2' | '3'; title: string}[] = [
  {name: '0', title: '0 Separate'},
  {name: '1', title: '1 Same site'},
  {name: '2', title: '2 Shared desk, records or booking'},
  {name: '3', title: '3 Joint clinic or team'},
];

/** How closely a service works with the others at its site, as it is stated in an option. */
export function LinkedCareField({
  label,
  of: {service, site, option, level},
}: {
  label: string;
  of: {service: string; site: string; option: string; level: Placement['linkedCare']};
}) {
  return (
    <ChoiceField
      label={label}
      value={String(level)}
      onChoose={(next) =>
        void attempt('Changing', () =>
          ask('placements.describe', {service, site, option, linkedCare: next as '0' | '1' | '2' | '3'}),
        )
      }
    >
      {LEVELS.map(({name, title}) => (
        <option key={name} value={name}>
          {title}
        </option>
      ))}
    </ChoiceField>
  );
}
