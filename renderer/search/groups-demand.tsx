import {useId} from 'react';
import {useAnswer} from '../answers.ts';
import type {CallResult} from '../contract.ts';
import {NumberBox} from '../parts/field.tsx';
import type {GroupLimit} from '../state/search-view.ts';
import {wishFor} from '../state/view.ts';
import {capital} from '../words/sentences.ts';
import {ChosenList} from './chosen-list.tsx';

const TITLE: Record<CallResult<'search.groups'>[number]['by'], string> = {
  kind: 'Kinds of site',
  tenure: 'Held as',
  neighbourhood: 'Neighbourhoods',
  ward: 'Wards',
  district: 'Districts',
};

const keyOf = ({by, name}: {by: string; name: string}) => `${by}=${name}`;
const nameOf = ({name}: {name: string}) => capital(name.replaceAll('_', ' '));

/** At most, at least so many sites of a kind, of a holder, or in one place. */
export function GroupsDemand({groups}: {groups: readonly GroupLimit[]}) {
  const id = useId();
  const {value: known} = useAnswer('search.groups', {});
  const set = (wanted: GroupLimit, part: Partial<GroupLimit>) =>
    wishFor({groups: groups.map((each) => (each === wanted ? {...each, ...part} : each))});
  const add = (key: string) => {
    const found = known?.find((each) => keyOf(each) === key);
    if (found) wishFor({groups: [...groups, {by: found.by, name: found.name, least: null, most: 1}]});
  };
  const taken = new Set(groups.map(keyOf));
  const titles = Object.entries(TITLE).filter(([by]) => known?.some((each) => each.by === by));
  return (
    <>
      <div className="field">
        <label htmlFor={id}>Limit how many open of</label>
        <select id={id} value="" onChange={(event) => add(event.target.value)}>
          <option value="">Choose a kind, holder or place…</option>
          {titles.map(([by, title]) => (
            <optgroup key={by} label={title}>
              {known!
                .filter((each) => each.by === by && !taken.has(keyOf(each)))
                .map((each) => (
                  <option key={keyOf(each)} value={keyOf(each)}>
                    {nameOf(each)} ({each.sites})
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      {groups.map((group) => (
        <div key={keyOf(group)} className="group-limit">
          <ChosenList
            what="Limit"
            chosen={[keyOf(group)]}
            nameOf={() => nameOf(group)}
            onChoose={() => wishFor({groups: groups.filter((each) => each !== group)})}
          />
          <div className="pair">
            <NumberBox
              label="At least"
              value={group.least ?? Number.NaN}
              minValue={0}
              onChange={(least) => set(group, {least})}
              onClear={() => set(group, {least: null})}
            />
            <NumberBox
              label="At most"
              value={group.most ?? Number.NaN}
              minValue={0}
              onChange={(most) => set(group, {most})}
              onClear={() => set(group, {most: null})}
            />
          </div>
        </div>
      ))}
      {groups.length > 0 && (
        <p className="quiet small">Of all that would be open, those that offer it now among them.</p>
      )}
    </>
  );
}
