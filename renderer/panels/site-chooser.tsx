import {X} from 'lucide-react';
import {useId} from 'react';
import {IconButton} from '../parts/button.tsx';
import {useMirror} from '../state/plan.ts';

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
      {chosen.length > 0 && (
        <ul className="chosen-sites">
          {chosen.map((site) => {
            const name = sites.get(site)?.name ?? site;
            return (
              <li key={site}>
                {name}
                <IconButton
                  name={`${label}: take ${name} off`}
                  onPress={() => onChoose(chosen.filter((each) => each !== site))}
                >
                  <X size={12} />
                </IconButton>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
