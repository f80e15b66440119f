import {type BundleSaving, bundleSaving, LINKED_CARE} from '../../core/journeys/co-location.ts';
import {togetherness, usersOfBoth} from '../../core/journeys/pairings.ts';
import {AS_NOW} from '../../domain/option.ts';
import {isOffered, placementIn, sitesOffering} from '../../domain/placement.ts';
import type {Plan} from '../../domain/plan.ts';
import type {Theme} from '../../domain/service.ts';
import {siteName} from '../../domain/site-name.ts';
import {closestKnown} from '../closest-known.ts';
import {found} from '../found.ts';
import {openMask} from '../standings.ts';
import type {Ground} from './ground.ts';
import {usersIn} from './users.ts';

/** β where nobody has said otherwise, and the share who use all of a bundle: assumptions, to be replaced. */
export const SAME_DAY_SHARE = 0.25;
export const SHARE_OF_BOTH = 0.25;

/** A service as it stands at a site in an option. */
export interface ServiceThere {
  service: string;
  name: string;
  theme: Theme;
  level: 0 | 1 | 2 | 3;
  levelLabel: string;
  provider: string;
  sector: string;
}

export interface SiteTogether {
  site: string;
  name: string;
  services: ServiceThere[];
  /** A service of physical health and one of mental health under one roof: an address, not yet care together. */
  physicalAndMental: boolean;
}

export interface Together {
  placements: number;
  /** Placements at a site of their own: services in isolation. */
  alone: number;
  /** Placements at level 0 although they share a site. */
  separate: number;
  byLevel: {level: number; label: string; placements: number}[];
  sitesByServices: {services: number; sites: number}[];
  sites: SiteTogether[];
  /** Sites with physical and mental health, and those of them where both are linked at level 2 or above. */
  physicalAndMental: {sites: number; linked: number};
  /** Services that are alone at each of their sites. */
  isolated: {service: string; name: string; sites: number}[];
}

/** How far the services of an option stand together, by what planners state of each. */
export function togetherIn(plan: Plan, option: string): Together {
  const bySite = new Map<string, ServiceThere[]>();
  const pairs = new Set<string>();
  for (const row of plan.placement.values()) {
    if (row.option !== option && row.option !== AS_NOW) continue;
    if (!isOffered(plan, option, row.site, row.service)) continue;
    const key = `${row.site}\n${row.service}`;
    if (pairs.has(key)) continue;
    pairs.add(key);
    const service = found(plan, 'service', row.service);
    const said = placementIn(plan, option, row.site, row.service)!;
    const there: ServiceThere = {
      service: service.id,
      name: service.name,
      theme: service.theme,
      level: said.linkedCare,
      levelLabel: LINKED_CARE[said.linkedCare],
      provider: said.provider,
      sector: said.sector,
    };
    bySite.set(row.site, [...(bySite.get(row.site) ?? []), there]);
  }
  const siteIds = [...bySite.keys()].sort();
  const serviceIds = [...new Set([...bySite.values()].flat().map((each) => each.service))].sort();
  const of = togetherness(
    siteIds.flatMap((id, site) =>
      bySite.get(id)!.map((each) => ({site, service: serviceIds.indexOf(each.service), level: each.level})),
    ),
  );
  const sites = siteIds.map((id) => {
    const services = bySite.get(id)!.sort((a, b) => (a.service < b.service ? -1 : 1));
    const has = (theme: Theme) => services.some((each) => each.theme === theme);
    return {site: id, name: siteName(plan, id), services, physicalAndMental: has('physical') && has('mental')};
  });
  const linked = (site: SiteTogether) =>
    (['physical', 'mental'] as const).every((theme) =>
      site.services.some((each) => each.theme === theme && each.level >= 2),
    );
  const both = sites.filter((site) => site.physicalAndMental);
  return {
    placements: of.placements,
    alone: of.alone,
    separate: of.byLevel[0],
    byLevel: of.byLevel.map((count, level) => ({level, label: LINKED_CARE[level]!, placements: count})),
    sitesByServices: of.sitesByServices.flatMap((count, services) => (count > 0 ? [{services, sites: count}] : [])),
    sites,
    physicalAndMental: {sites: both.length, linked: both.filter(linked).length},
    isolated: serviceIds
      .map((service) => ({service, at: sites.filter((site) => site.services.some((each) => each.service === service))}))
      .filter(({at}) => at.every((site) => site.services.length === 1))
      .map(({service, at}) => ({service, name: plan.service.get(service)!.name, sites: at.length})),
  };
}

export interface BundleAnswer extends Omit<BundleSaving, 'separate'> {
  services: string[];
  option: string;
  sameDayShare: number;
  shareOfBoth: number;
  /** Sites where people find two or more of the services, stated as separate: nothing is combined for so many users. */
  separate: {site: string; name: string; users: number}[];
}

/**
 * What people who use all of these services save by those that share a site in the option. Who uses them all: the users of
 * each service in turn × the share stated, and never more than the next has.
 */
export function bundle(
  ground: Ground,
  option: string,
  services: readonly string[],
  sameDayShare: number,
  shareOfBoth: number,
): BundleAnswer {
  const {workspace, ids, standing} = ground;
  const measured = option === standing.question.against ? standing.measuredAgainst : standing.measured;
  const {plan} = workspace;
  const rows = services.map((key) => found(plan, 'service', key));
  const users = rows.map((service) => usersIn(workspace, service));
  const smallest = users
    .map((each, at) => ({at, sum: each.reduce((sum, here) => sum + (here || 0), 0)}))
    .sort((a, b) => a.sum - b.sum || a.at - b.at)[0]!.at;
  // The share is of the smallest service's users; the others can only lack people, never add them.
  const all = users.reduce(
    (both, each, at) => (at === smallest ? both : usersOfBoth(both, each, 1)),
    usersOfBoth(users[smallest]!, users[smallest]!, rows.length > 1 ? shareOfBoth : 1),
  );
  const closestTo = rows.map(({id}) =>
    closestKnown(measured.times, openMask(measured, sitesOffering(plan, option, id))),
  );
  const level = rows.map(({id}) => ids.map((site) => placementIn(plan, option, site, id)?.linkedCare ?? 0));
  const visits = rows.map((service) => service.visitsPerYear * (1 - service.shareDigital));
  const {separate, ...of} = bundleSaving({visits, users: all}, closestTo, level, sameDayShare);
  return {
    services: [...services],
    option,
    sameDayShare,
    shareOfBoth,
    ...of,
    separate: separate.map((each) => {
      const id = ids[each.site]!;
      return {site: id, name: siteName(plan, id), users: each.users};
    }),
  };
}
