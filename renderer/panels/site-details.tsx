import {useState} from 'react';
import type {Site} from '../../src/domain/site.ts';
import {errorOf} from '../attempt.ts';
import {ask} from '../bridge.ts';
import type {CallAsked} from '../contract.ts';
import {NumberBox} from '../parts/field.tsx';
import {LineField} from '../parts/line-field.tsx';
import {Segments} from '../parts/segments.tsx';
import {count} from '../words/numbers.ts';

type Said = Omit<CallAsked<'sites.describe'>, 'site'>;
type Condition = NonNullable<Said['condition']>;

const CONDITIONS: readonly {name: Condition; title: string}[] = [
  {name: '', title: 'Not known'},
  {name: 'A', title: 'A'},
  {name: 'B', title: 'B'},
  {name: 'C', title: 'C'},
  {name: 'D', title: 'D'},
];

/** What is known of the building. Each line is taken when it is left. */
export function SiteDetails({site}: {site: Site}) {
  const [problem, setProblem] = useState<{at: string; message: string} | null>(null);

  async function describe(said: Said): Promise<void> {
    setProblem(null);
    try {
      await ask('sites.describe', {site: site.id, ...said});
    } catch (thrown) {
      const error = errorOf(thrown);
      setProblem({at: error.at ?? '', message: error.message});
    }
  }

  const problemAt = (field: string) => (problem?.at === field ? problem.message : null);
  return (
    <details className="site-details">
      <summary>
        Building <span className="quiet">{inShort(site)}</span>
      </summary>
      {problem && problem.at === '' && <p className="field-problem">{problem.message}</p>}
      <LineField
        key={`t ${site.tenure}`}
        label="Tenure"
        value={site.tenure}
        error={problemAt('tenure')}
        onTake={(tenure) => describe({tenure})}
      />
      <Segments
        label="Condition"
        choices={CONDITIONS}
        chosen={(CONDITIONS.find(({name}) => name === site.condition)?.name ?? '') as Condition}
        onChoose={(condition) => void describe({condition})}
      />
      <NumberBox
        label="Floor space"
        unit="m²"
        value={site.giaM2 ?? Number.NaN}
        minValue={0}
        error={problemAt('giaM2')}
        onChange={(giaM2) => void describe({giaM2})}
      />
      <NumberBox
        label="of it vacant"
        unit="m²"
        value={site.vacantM2 ?? Number.NaN}
        minValue={0}
        error={problemAt('vacantM2')}
        onChange={(vacantM2) => void describe({vacantM2})}
      />
      <NumberBox
        label="Cost of opening"
        hint="For a search within a budget"
        unit="£"
        value={site.openingCost ?? Number.NaN}
        minValue={0}
        error={problemAt('openingCost')}
        onChange={(openingCost) => void describe({openingCost})}
      />
      <LineField
        key={`p ${site.postcode}`}
        label="Postcode"
        value={site.postcode}
        error={problemAt('postcode')}
        onTake={(postcode) => describe({postcode})}
      />
      <LineField
        key={`a ${site.address}`}
        label="Address"
        value={site.address}
        error={problemAt('address')}
        onTake={(address) => describe({address})}
      />
      <LineField
        key={`n ${site.note}`}
        label="Note"
        long
        value={site.note}
        error={problemAt('note')}
        onTake={(note) => describe({note})}
      />
    </details>
  );
}

function inShort({tenure, condition, giaM2, vacantM2}: Site): string {
  const parts = [
    tenure,
    condition && `condition ${condition}`,
    giaM2 !== null && `${count(giaM2)} m²`,
    vacantM2 !== null && vacantM2 > 0 && `${count(vacantM2)} m² vacant`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'nothing known yet';
}
