import {shareOfBand, usersOf} from '../../core/journeys/users.ts';
import type {Service} from '../../domain/service.ts';
import {columnNamed} from '../own-columns.ts';
import type {Workspace} from '../workspace.ts';

/** Expected users by area: from the rate of the service, or from the planner's own column of rates by area. */
export function usersIn(workspace: Workspace, service: Service): Float64Array {
  const {byBand, bands, codes} = workspace.people();
  const {fromAge, toAge, usersPer1000, demandColumn} = service;
  if (demandColumn === '') return usersOf(byBand, bands, codes.length, fromAge, toAge, usersPer1000);
  const rates = columnNamed(workspace, demandColumn, 'demandColumn').values;
  return usersOf(byBand, bands, codes.length, fromAge, toAge, 1000).map(
    (people, area) => (people * rates[area]!) / 1000,
  );
}

/** The same for everyone at once, band by band: summed on its own, so that an area dropped on the way is missed. */
export function usersInAll(workspace: Workspace, service: Service): number {
  const {byBand, bands, codes} = workspace.people();
  const {fromAge, toAge, usersPer1000, demandColumn} = service;
  const rates = demandColumn ? columnNamed(workspace, demandColumn, 'demandColumn').values : null;
  let total = 0;
  bands.forEach((band, index) => {
    const share = shareOfBand(band, fromAge, toAge);
    for (let area = 0; area < codes.length; area++) {
      const users = byBand[index * codes.length + area]! * share * ((rates ? rates[area]! : usersPer1000) / 1000);
      if (!Number.isNaN(users)) total += users;
    }
  });
  return total;
}
