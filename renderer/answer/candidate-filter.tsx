import type {RankedSite} from '../contract.ts';
import {Button} from '../parts/button.tsx';
import {ChoiceField} from '../parts/choice-field.tsx';
import {Segments} from '../parts/segments.tsx';
import {useMirror} from '../state/plan.ts';
import {narrowCandidates, useView} from '../state/view.ts';
import {count} from '../words/numbers.ts';
import {capital} from '../words/sentences.ts';
import {ALL_CANDIDATES, type CandidateWish} from './candidate-wish.ts';

const STANDINGS: readonly {name: CandidateWish['standing']; title: string}[] = [
  {name: 'all', title: 'All'},
  {name: 'candidate', title: 'Candidates'},
  {name: 'existing', title: 'Existing'},
];

/** Which buildings the ranking lists: by standing, kind and vacant space. Their places stay those among all. */
export function CandidateFilter({sites, shown}: {sites: readonly RankedSite[]; shown: number}) {
  const wish = useView((view) => view.candidates);
  const plan = useMirror((mirror) => mirror.plan);
  const rows = sites.flatMap(({id}) => plan.site.get(id) ?? []);
  const kinds = [...new Set([...rows.map(({kind}) => kind), wish.kind])].filter((kind) => kind !== '').sort();
  const narrowed = shown < sites.length;
  return (
    <div className="candidate-filter">
      <Segments
        label="Which sites"
        choices={STANDINGS}
        chosen={wish.standing}
        onChoose={(standing) => narrowCandidates({standing})}
      />
      {kinds.length > 0 && (
        <ChoiceField label="Kind" value={wish.kind} onChoose={(kind) => narrowCandidates({kind})}>
          <option value="">Any</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {capital(kind.replaceAll('_', ' '))}
            </option>
          ))}
        </ChoiceField>
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={wish.vacant}
          onChange={(event) => narrowCandidates({vacant: event.target.checked})}
        />
        With vacant space
      </label>
      {narrowed && (
        <p className="small number candidate-count">
          {count(shown)} of {count(sites.length)} sites.{' '}
          <Button look="quiet" onPress={() => narrowCandidates(ALL_CANDIDATES)}>
            Show all
          </Button>
        </p>
      )}
    </div>
  );
}
