import {useId} from 'react';
import type {Service} from '../../src/domain/service.ts';
import {ChosenList} from './chosen-list.tsx';

/** Services that each chosen site holds as well. */
export function ServicesDemand({
  services,
  first,
  chosen,
  onChoose,
}: {
  services: ReadonlyMap<string, Service>;
  first: string;
  chosen: readonly string[];
  onChoose: (services: readonly string[]) => void;
}) {
  const id = useId();
  const others = [...services.values()]
    .filter((service) => service.id !== first && !chosen.includes(service.id))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <div className="field">
      <label htmlFor={id}>Each chosen site also holds</label>
      <select id={id} value="" onChange={(event) => event.target.value && onChoose([...chosen, event.target.value])}>
        <option value="">Choose a service…</option>
        {others.map((service) => (
          <option key={service.id} value={service.id}>
            {service.name}
          </option>
        ))}
      </select>
      <ChosenList
        what="Also holds"
        chosen={chosen}
        nameOf={(service) => services.get(service)?.name ?? service}
        onChoose={onChoose}
      />
      {chosen.length > 0 && (
        <p className="quiet small">What counts is journeys a year: users × visits of each service.</p>
      )}
    </div>
  );
}
