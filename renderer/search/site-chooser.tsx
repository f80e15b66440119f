import {useId} from 'react';
import {siteName} from '../../src/domain/site-name.ts';
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
  const plan = useMirror((mirror) => mirror.plan);
  const nameOf = (site: string) => siteName(plan, site);
  const others = [...plan.site.keys()]
    .filter((site) => !chosen.includes(site))
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value="" onChange={(event) => event.target.value && onChoose([...chosen, event.target.value])}>
        <option value="">Choose a site…</option>
        {others.map((site) => (
          <option key={site} value={site}>
            {nameOf(site)}
          </option>
        ))}
      </select>
      <ChosenList what={label} chosen={chosen} nameOf={nameOf} onChoose={onChoose} />
    </div>
  );
}
