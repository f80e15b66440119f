import {useId} from 'react';
import {useMirror} from '../state/plan.ts';
import {ChosenList} from './chosen-list.tsx';

/** Sites named one by one, and taken off again. */
export function SiteChooser({
  label,
  chosen,
  onChoose,
}: {
  label: string;
  chosen: readonly string[];
  onChoose: (sites: readonly string[]) => void;
}) {
  const id = useId();
  const sites = useMirror((mirror) => mirror.plan.site);
  const others = [...sites.values()]
    .filter((site) => !chosen.includes(site.id))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value="" onChange={(event) => event.target.value && onChoose([...chosen, event.target.value])}>
        <option value="">Choose a site…</option>
        {others.map((site) => (
          <option key={site.id} value={site.id}>
            {site.name}
          </option>
        ))}
      </select>
      <ChosenList what={label} chosen={chosen} nameOf={(site) => sites.get(site)?.name ?? site} onChoose={onChoose} />
    </div>
  );
}
