import {UNREACHED} from '../../core/graph/travel-times.ts';
import type {Floor} from '../../core/search/problem.ts';
import {sitesOffering} from '../../domain/placement.ts';
import type {Service} from '../../domain/service.ts';
import {usersIn} from '../measures/users.ts';
import type {MeasuredTimes} from '../times.ts';
import type {Workspace} from '../workspace.ts';
import type {SearchInput} from './fields.ts';

/** Whom the core serves, row by row: an area of one service, or each area once for every service of a bundle. */
export interface Rows {
  rows: number;
  /** Site-major over the rows. */
  cost: Uint16Array | Float64Array;
  people: Float64Array;
  priority: Float64Array | null;
  floors: Floor[];
  stated: string[];
}

interface Given {
  one: Rows;
  services: readonly Service[];
  option: string;
  measured: MeasuredTimes;
  ids: readonly string[];
  unit: 'minutes' | 'kilometres';
  asked: SearchInput;
}

/**
 * A bundle of services that every chosen site holds together, as one question: a row for each service and area, with the
 * journeys that its users make in a year (users × visits). With *keep*, whoever has a site of a service closer than a
 * chosen one goes on using it: no cost of a row is more than that to its closest site as it is. Each floor is asked of
 * every service by itself. What it does not count: that one journey may serve two needs, which the ledger of journeys does.
 */
export function bundleOf(workspace: Workspace, {one, services, option, measured, ids, unit, asked}: Given): Rows {
  const areas = one.rows;
  const rows = areas * services.length;
  const sites = ids.length;
  const cost = one.cost instanceof Uint16Array ? new Uint16Array(rows * sites) : new Float64Array(rows * sites);
  const people = new Float64Array(rows);
  const priority = one.priority && new Float64Array(rows);
  const floors: Floor[] = [];
  services.forEach((service, index) => {
    const from = index * areas;
    const users = usersIn(workspace, service);
    for (let area = 0; area < areas; area++) people[from + area] = (users[area]! || 0) * service.visitsPerYear;
    priority?.set(one.priority!, from);
    const kept = asked.keep ? closestKept(workspace, service, option, measured, unit) : null;
    for (let site = 0; site < sites; site++)
      for (let area = 0; area < areas; area++) {
        const own = one.cost[site * areas + area]!;
        cost[site * rows + from + area] = kept ? Math.min(own, kept[area]!) : own;
      }
    for (const floor of one.floors) {
      const of = new Float64Array(rows);
      of.set(floor.people, from);
      floors.push({...floor, name: `${floor.name} for ${service.name.toLowerCase()}`, people: of});
    }
  });
  const names = services.map(({name}) => name.toLowerCase()).join(', ');
  const stated = [
    `A chosen site holds ${names}; what counts is journeys a year, users × visits of each.`,
    ...(asked.keep ? ['Sites that offer one of them now stay, and serve whoever they are closest to.'] : []),
  ];
  return {rows, cost, people, priority, floors, stated};
}

/** What it costs each area to the closest site that offers a service as it is. */
function closestKept(
  {plan}: Workspace,
  service: Service,
  option: string,
  {times, indexOf}: MeasuredTimes,
  unit: 'minutes' | 'kilometres',
): Float64Array {
  const {areas, seconds, metres} = times;
  const closest = new Float64Array(areas).fill(Infinity);
  for (const id of sitesOffering(plan, option, service.id)) {
    const at = indexOf.get(id);
    if (at === undefined) continue;
    for (let area = 0; area < areas; area++) {
      if (seconds[at * areas + area]! >= UNREACHED) continue;
      const each = (unit === 'minutes' ? seconds : metres)[at * areas + area]!;
      if (each < closest[area]!) closest[area] = each;
    }
  }
  return closest;
}
