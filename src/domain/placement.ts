import {AS_NOW} from './option.ts';
import type {Plan} from './plan.ts';

/** A service at a site in an option: offered there, or (outside `as-now`) withdrawn from it. */
export interface Placement {
  /** `option/site/service`: one row for each. */
  id: string;
  option: string;
  site: string;
  service: string;
  state: 'offered' | 'withdrawn';
  provider: string;
  sector: '' | 'nhs' | 'council' | 'voluntary' | 'private';
  /** Visits a year it has room for; null is "not known". */
  capacity: number | null;
  /** 0 separate · 1 same site · 2 shared reception, records or booking · 3 joint clinic or team. */
  linkedCare: 0 | 1 | 2 | 3;
  /** When it is open, as `Mo-Fr 08:00-18:30; Sa 09:00-12:00`; empty is "not known". */
  hours: string;
  /** The last day of the contract, as `2029-03-31`; empty is "not known". */
  contractEnd: string;
}

/** A site closed, or in an option reopened, as a whole. */
export interface Closure {
  /** `option/site`: one row for each. */
  id: string;
  option: string;
  site: string;
  closed: 0 | 1;
  reason: string;
}

export function placementId(option: string, site: string, service: string): string {
  return `${option}/${site}/${service}`;
}

export function closureId(option: string, site: string): string {
  return `${option}/${site}`;
}

export function newPlacement(option: string, site: string, service: string): Placement {
  const id = placementId(option, site, service);
  return {
    id,
    option,
    site,
    service,
    state: 'offered',
    provider: '',
    sector: '',
    capacity: null,
    linkedCare: 0,
    hours: '',
    contractEnd: '',
  };
}

/** What is said of a service at a site in an option: the option's own row, else what is so now. */
export function placementIn(plan: Plan, option: string, site: string, service: string): Placement | undefined {
  return (
    plan.placement.get(placementId(option, site, service)) ?? plan.placement.get(placementId(AS_NOW, site, service))
  );
}

/** Is this site closed as a whole in this option? An option's own word beats what is so now. */
export function isClosed(plan: Plan, option: string, site: string): boolean {
  const row = plan.closure.get(closureId(option, site)) ?? plan.closure.get(closureId(AS_NOW, site));
  return row?.closed === 1;
}

/** Is the service offered at the site in the option: placed there and not withdrawn, and the site not closed? */
export function isOffered(plan: Plan, option: string, site: string, service: string): boolean {
  if (isClosed(plan, option, site)) return false;
  return isPlaced(plan, option, site, service);
}

/** Is the service placed at the site in the option, whether or not the site is closed? */
export function isPlaced(plan: Plan, option: string, site: string, service: string): boolean {
  const own = plan.placement.get(placementId(option, site, service));
  const now = plan.placement.get(placementId(AS_NOW, site, service));
  return (own ?? now)?.state === 'offered';
}

/** The ids of the sites that offer the service in the option, in id order. */
export function sitesOffering(plan: Plan, option: string, service: string): string[] {
  const sites = new Set<string>();
  for (const row of plan.placement.values()) {
    if (row.service === service && (row.option === option || row.option === AS_NOW)) sites.add(row.site);
  }
  return [...sites].filter((site) => isOffered(plan, option, site, service)).sort();
}

/** The keys of the services offered at the site in the option, in key order. */
export function servicesAt(plan: Plan, option: string, site: string): string[] {
  const services = new Set<string>();
  for (const row of plan.placement.values()) {
    if (row.site === site && (row.option === option || row.option === AS_NOW)) services.add(row.service);
  }
  return [...services].filter((service) => isOffered(plan, option, site, service)).sort();
}
