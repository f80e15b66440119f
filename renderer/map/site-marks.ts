import {isClosed} from '../../src/domain/placement.ts';
import type {Plan} from '../../src/domain/plan.ts';
import type {Site} from '../../src/domain/site.ts';
import {NO_SERVICES, servicesBySite} from '../services-by-site.ts';

/** How a site is drawn: what it is, whether it offers the service asked about, and whether it is chosen. */
export interface SiteMark {
  id: string;
  name: string;
  /** Filled circle, hollow diamond, or crossed. */
  shape: 'existing' | 'candidate' | 'closed';
  offers: boolean;
  chosen: boolean;
  /** How many services are there: several are shown by a ring. */
  services: number;
  at: [number, number];
}

/** The marks of all sites, whichever is chosen. */
export function siteMarks(plan: Plan, option: string, service: string | null): SiteMark[] {
  const bySite = servicesBySite(plan, option);
  return [...plan.site.values()].map((site) => {
    const services = bySite.get(site.id) ?? NO_SERVICES;
    return {
      id: site.id,
      name: site.name,
      shape: shapeOf(plan, option, site),
      offers: service !== null && services.has(service),
      chosen: false,
      services: services.size,
      at: [site.lng, site.lat],
    };
  });
}

/** The mark of the chosen site, where a drag has brought it; drawn apart, so that choosing one redraws no other. */
export function chosenMark(
  marks: readonly SiteMark[],
  site: string | null,
  drag: {site: string; at: [number, number]} | null,
): SiteMark | null {
  const id = drag?.site ?? site;
  const mark = marks.find((each) => each.id === id);
  return mark ? {...mark, chosen: true, at: drag?.at ?? mark.at} : null;
}

export function shapeOf(plan: Plan, option: string, site: Site): SiteMark['shape'] {
  return isClosed(plan, option, site.id) ? 'closed' : site.standing;
}

/** Lower keeps its name when room is short, and is drawn on top. */
export function importance({chosen, offers, shape}: SiteMark): number {
  return chosen ? 0 : offers ? 1 : shape === 'candidate' ? 2 : shape === 'existing' ? 3 : 4;
}
