import {type Change, put, together} from '../../domain/change.ts';
import {PlanError} from '../../domain/errors.ts';
import {AS_NOW} from '../../domain/option.ts';
import {closureId, isClosed, newPlacement, placementId, sitesOffering} from '../../domain/placement.ts';
import {type Plan, row} from '../../domain/plan.ts';
import {found, freshId} from '../found.ts';
import {optionNamed} from '../question.ts';
import {streetsFor} from '../street-changes.ts';

export interface Adopted {
  name: string;
  services: readonly string[];
  from: string | undefined;
  sites: readonly string[];
  /** Whether sites that offer a service and are not named go on offering it. */
  keep: boolean;
  /** What was asked and how good the answer is. */
  note: string;
}

/**
 * An answer taken up as a new option: what it opens is placed, what it closes is withdrawn, a closed building that it uses
 * is reopened; whatever else the option it began from changes comes with it.
 */
export function adoption(plan: Plan, {name, services, from, sites, keep, note}: Adopted): Change {
  const taken = [...plan.option.values()].some((each) => each.name.toLowerCase() === name.toLowerCase());
  if (taken)
    throw new PlanError('invalid', `There is an option called “${name}” already. Choose another name.`, 'name');
  const base = optionNamed(plan, from ?? AS_NOW).id;
  const id = freshId(name, plan.option);
  const label = `Adopt ${name}`;
  const wanted = new Set(sites.map((site) => found(plan, 'site', site).id));
  const copied = base === AS_NOW ? [] : [...plan.placement.values()].filter((each) => each.option === base);
  const placements = new Map(
    copied.map((each) => {
      const copy = {...each, option: id, id: placementId(id, each.site, each.service)};
      return [copy.id, copy] as const;
    }),
  );
  for (const service of services) {
    const {id: key} = found(plan, 'service', service);
    const offered = sitesOffering(plan, base, key);
    const now = new Set(sitesOffering(plan, AS_NOW, key));
    const open = keep ? new Set([...wanted, ...offered]) : wanted;
    for (const site of new Set([...offered, ...now, ...open])) {
      const rowId = placementId(id, site, key);
      const was = placements.get(rowId) ?? row(plan, 'placement', placementId(AS_NOW, site, key));
      const state = open.has(site) ? ('offered' as const) : ('withdrawn' as const);
      if (!placements.has(rowId) && now.has(site) === open.has(site)) continue;
      placements.set(rowId, {...(was ?? newPlacement(id, site, key)), id: rowId, option: id, state});
    }
  }
  const closures = new Map(
    [...plan.closure.values()]
      .filter((each) => base !== AS_NOW && each.option === base && !wanted.has(each.site))
      .map((each) => [each.site, {...each, option: id, id: closureId(id, each.site)}]),
  );
  for (const site of wanted)
    if (isClosed(plan, AS_NOW, site))
      closures.set(site, {id: closureId(id, site), option: id, site, closed: 0, reason: label});
  return together(
    label,
    put(label, 'option', {id, name, role: 'option', note}),
    put(label, 'placement', ...placements.values()),
    put(label, 'closure', ...closures.values()),
    put(label, 'street_change', ...streetsFor(plan, base, id)),
  );
}
