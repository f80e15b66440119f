import {useState} from 'react';
import type {Placement} from '../../src/domain/placement.ts';
import {errorOf} from '../attempt.ts';
import {ask} from '../bridge.ts';
import type {CallAsked} from '../contract.ts';
import {ChoiceField} from '../parts/choice-field.tsx';
import {NumberBox} from '../parts/field.tsx';
import {LineField} from '../parts/line-field.tsx';
import {LinkedCareField} from '../together/linked-care-field.tsx';
import {count, dayText} from '../words/numbers.ts';

type Said = Omit<CallAsked<'placements.describe'>, 'service' | 'site' | 'option'>;

const SECTORS: readonly {name: Placement['sector']; title: string}[] = [
  {name: '', title: 'Not known'},
  {name: 'nhs', title: 'NHS'},
  {name: 'council', title: 'Council'},
  {name: 'voluntary', title: 'Voluntary'},
  {name: 'private', title: 'Private'},
];

/** What is said of one service at this site, in the option in view: who runs it, when, how much, and how closely with others. */
export function PlacementDetails({name, of, option}: {name: string; of: Placement; option: string}) {
  const [problem, setProblem] = useState<{at: string; message: string} | null>(null);

  async function describe(said: Said): Promise<void> {
    setProblem(null);
    try {
      await ask('placements.describe', {service: of.service, site: of.site, option, ...said});
    } catch (thrown) {
      const error = errorOf(thrown);
      setProblem({at: error.at ?? '', message: error.message});
    }
  }

  const problemAt = (field: string) => (problem?.at === field ? problem.message : null);
  return (
    <details className="site-details placement">
      <summary>
        {name} <span className="quiet">{inShort(of)}</span>
      </summary>
      {problem && problem.at === '' && <p className="field-problem">{problem.message}</p>}
      <LineField
        key={`p ${of.provider}`}
        label="Provider"
        value={of.provider}
        error={problemAt('provider')}
        onTake={(provider) => describe({provider})}
      />
      <ChoiceField
        label="Sector"
        value={of.sector}
        onChoose={(sector) => void describe({sector: sector as Placement['sector']})}
      >
        {SECTORS.map(({name: key, title}) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </ChoiceField>
      <NumberBox
        label="Room for"
        unit="visits a year"
        value={of.capacity ?? Number.NaN}
        minValue={0}
        error={problemAt('capacity')}
        onChange={(capacity) => void describe({capacity})}
      />
      <LineField
        key={`h ${of.hours}`}
        label="Open"
        hint="Such as Mo-Fr 08:00-18:30; Sa 09:00-12:00"
        value={of.hours}
        error={problemAt('hours')}
        onTake={(hours) => describe({hours})}
      />
      <LineField
        key={`c ${of.contractEnd}`}
        label="Contract ends on"
        type="date"
        value={of.contractEnd}
        error={problemAt('contractEnd')}
        onTake={(contractEnd) => describe({contractEnd})}
      />
      <LinkedCareField
        label="Works with the other services here"
        of={{service: of.service, site: of.site, option, level: of.linkedCare}}
      />
    </details>
  );
}

function inShort({provider, sector, capacity, hours, contractEnd, linkedCare}: Placement): string {
  const parts = [
    provider || SECTORS.find(({name}) => name !== '' && name === sector)?.title,
    capacity !== null && `${count(capacity)} visits a year`,
    hours,
    contractEnd && `until ${dayText(contractEnd)}`,
    linkedCare > 0 && `level ${linkedCare}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'nothing known yet';
}
