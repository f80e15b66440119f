import {useId, useMemo} from 'react';
import {useMirror} from '../state/plan.ts';
import {ChosenList} from './chosen-list.tsx';

/** Wards, districts and neighbourhoods whose residents count twice. */
export function PriorityChooser({
  chosen,
  onChoose,
}: {
  chosen: readonly string[];
  onChoose: (names: readonly string[]) => void;
}) {
  const id = useId();
  const areas = useMirror((mirror) => mirror.areas);
  const own = useMirror((mirror) => mirror.plan.neighbourhood);
  const groups = useMemo(() => {
    const names = (of: (area: (typeof areas)[number]) => string) =>
      [...new Set(areas.map(of))].filter((name) => name !== '').sort((a, b) => a.localeCompare(b));
    const neighbourhoods = [...own.values()].map(({name}) => name).sort((a, b) => a.localeCompare(b));
    return [
      {title: 'Neighbourhoods', names: neighbourhoods},
      {title: 'Wards', names: names(({ward}) => ward)},
      {title: 'Districts', names: names(({district}) => district)},
    ].filter(({names}) => names.length > 0);
  }, [areas, own]);
  if (groups.length === 0) return null;
  return (
    <div className="field">
      <label htmlFor={id}>Priority areas: residents count twice</label>
      <select id={id} value="" onChange={(event) => event.target.value && onChoose([...chosen, event.target.value])}>
        <option value="">Choose a ward or neighbourhood…</option>
        {groups.map(({title, names}) => (
          <optgroup key={title} label={title}>
            {names
              .filter((name) => !chosen.includes(name))
              .map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <ChosenList what="Priority" chosen={chosen} nameOf={(name) => name} onChoose={onChoose} />
    </div>
  );
}
