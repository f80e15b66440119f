import {isClosed, isOffered, servicesAt} from '../../src/domain/placement.ts';
import type {Plan} from '../../src/domain/plan.ts';
import type {Site} from '../../src/domain/site.ts';
import type {Selection} from '../state/view.ts';

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

export function siteMarks(
  plan: Plan,
  option: string,
  service: string | null,
  selection: Selection,
  drag: {site: string; at: [number, number]} | null,
): SiteMark[] {
  return [...plan.site.values()].map((site) => ({
    id: site.id,
    name: site.name,
    shape: shapeOf(plan, option, site),
    offers: service !== null && isOffered(plan, option, site.id, service),
    chosen: selection?.kind === 'site' && selection.id === site.id,
    services: servicesAt(plan, option, site.id).length,
    at: drag?.site === site.id ? drag.at : [site.lng, site.lat],
  }));
}

export function shapeOf(plan: Plan, option: string, site: Site): SiteMark['shape'] {
  return isClosed(plan, option, site.id) ? 'closed' : site.standing;
}

/** Lower is drawn last, on top, and keeps its name when room is short. */
export function importance({chosen, offers, shape}: SiteMark): number {
  return chosen ? 0 : offers ? 1 : shape === 'candidate' ? 2 : shape === 'existing' ? 3 : 4;
}
