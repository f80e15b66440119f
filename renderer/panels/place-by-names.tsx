import {useMemo, useState} from 'react';
import {GridList, GridListItem, Input, SearchField} from 'react-aria-components';
import {useAnswer} from '../answers.ts';
import {ChoiceField} from '../parts/choice-field.tsx';
import {choosePlace, type PlaceWish} from '../state/view.ts';
import {count, plural} from '../words/numbers.ts';

/** More than these are found by typing a part of the name. */
const SHOWN = 200;

/** Districts, wards, care boards or any other names that the evidence gives to groups of areas. */
export function PlaceByNames({wish}: {wish: PlaceWish}) {
  const {value: divisions} = useAnswer('place.divisions', {});
  const [filter, setFilter] = useState('');
  const division = divisions?.find(({level}) => level === wish.level) ?? divisions?.[0];
  const chosen = useMemo(() => new Set(wish.names), [wish.names]);
  const shown = useMemo(() => {
    const part = filter.trim().toLowerCase();
    const groups = division?.groups ?? [];
    const fit = groups.filter(({name, code}) => name.toLowerCase().includes(part) || code.toLowerCase() === part);
    return [...fit.filter(({name}) => chosen.has(name)), ...fit.filter(({name}) => !chosen.has(name)).slice(0, SHOWN)];
  }, [division, filter, chosen]);
  if (!divisions) return <p className="quiet small">Looking at the names…</p>;
  if (!division)
    return (
      <p className="quiet small">
        The areas here name no larger areas. Bring a lookup to wards and districts or to integrated care boards, or draw
        a boundary.
      </p>
    );
  return (
    <>
      {divisions.length > 1 && (
        <ChoiceField label="Names of" value={division.level} onChoose={(level) => choosePlace({level, names: []})}>
          {divisions.map(({level, groups}) => (
            <option key={level} value={level}>
              {level} ({count(groups.length)})
            </option>
          ))}
        </ChoiceField>
      )}
      <SearchField
        className="search"
        aria-label={`Find a ${division.level.toLowerCase()}`}
        value={filter}
        onChange={setFilter}
      >
        <Input placeholder={`Find among ${plural(division.groups.length, division.level.toLowerCase())}`} />
      </SearchField>
      <GridList
        className="list place-names"
        aria-label={division.level}
        selectionMode="multiple"
        selectionBehavior="toggle"
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          choosePlace({
            level: division.level,
            names: keys === 'all' ? shown.map(({name}) => name) : [...keys].map(String),
          })
        }
        renderEmptyState={() => <p className="quiet list-empty">None has this in its name.</p>}
      >
        {shown.map(({name, areas, residents}) => (
          <GridListItem key={name} id={name} textValue={name} className="list-row">
            <span className="check-box" aria-hidden="true" />
            <span className="list-name">{name}</span>
            <span className="quiet small number">{residents > 0 ? count(residents) : plural(areas, 'area')}</span>
          </GridListItem>
        ))}
      </GridList>
    </>
  );
}
