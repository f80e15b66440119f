import {AS_NOW} from '../src/domain/option.ts';
import {isOffered} from '../src/domain/placement.ts';
import type {Plan} from '../src/domain/plan.ts';

/** The keys of the services offered at each site in the option: all sites in one pass over the placements. */
export function servicesBySite(plan: Plan, option: string): ReadonlyMap<string, ReadonlySet<string>> {
  const bySite = new Map<string, Set<string>>();
  for (const row of plan.placement.values()) {
    if (row.option !== option && row.option !== AS_NOW) continue;
    if (!isOffered(plan, option, row.site, row.service)) continue;
    const services = bySite.get(row.site);
    if (services) services.add(row.service);
    else bySite.set(row.site, new Set([row.service]));
  }
  return bySite;
}

export const NO_SERVICES: ReadonlySet<string> = new Set();
