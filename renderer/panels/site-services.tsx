import {useMemo} from 'react';
import {ListBox, ListBoxItem} from 'react-aria-components';
import {isPlaced, placementIn} from '../../src/domain/placement.ts';
import type {Site} from '../../src/domain/site.ts';
import {placeService} from '../actions/sites.ts';
import {useMirror} from '../state/plan.ts';
import {plural} from '../words/numbers.ts';
import {PlacementDetails} from './placement-details.tsx';

/** Which services stand at the site in the option in view: any number of them. */
export function SiteServices({
  site,
  option,
  optionName,
  asked,
}: {
  site: Site;
  option: string;
  optionName: string;
  asked: string | null;
}) {
  const plan = useMirror((mirror) => mirror.plan);
  const services = useMemo(() => {
    const rows = [...plan.service.values()].map(({id, name}) => ({
      id,
      name,
      placed: isPlaced(plan, option, site.id, id),
    }));
    // The order is settled when the site is opened, so that a box does not jump away from the pointer that ticked it.
    return rows.sort((a, b) => Number(b.id === asked) - Number(a.id === asked) || a.name.localeCompare(b.name));
  }, [plan, option, site.id, asked]);
  const placed = services.filter((each) => each.placed).length;
  return (
    <details className="site-services" open>
      <summary>
        {plural(placed, 'service')} <span className="quiet">in “{optionName}”</span>
      </summary>
      <ListBox
        className="ticks"
        aria-label={`Services at ${site.name}`}
        items={services}
        selectionMode="multiple"
        selectedKeys={services.flatMap(({id, placed: on}) => (on ? [id] : []))}
        onSelectionChange={(keys) => {
          for (const {id, placed: on} of services) {
            const wanted = keys === 'all' || keys.has(id);
            if (wanted !== on) void placeService(id, site.id, wanted);
          }
        }}
      >
        {({name}) => (
          <ListBoxItem className="check" textValue={name}>
            <span className="check-box" aria-hidden="true" />
            {name}
          </ListBoxItem>
        )}
      </ListBox>
      {services
        .filter((each) => each.placed)
        .map(({id, name}) => (
          <PlacementDetails key={id} name={name} of={placementIn(plan, option, site.id, id)!} option={option} />
        ))}
    </details>
  );
}
