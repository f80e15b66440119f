import type {SitesReading} from '../core/read/reading.ts';
import type {Change} from '../domain/change.ts';
import {AS_NOW} from '../domain/option.ts';
import type {Placement} from '../domain/placement.ts';
import {newPlacement} from '../domain/placement.ts';
import type {Plan} from '../domain/plan.ts';
import type {Service} from '../domain/service.ts';
import type {Site} from '../domain/site.ts';
import {newSite} from '../domain/site.ts';
import {freshId} from './found.ts';

/**
 * A list of sites as one undoable change: each becomes a site, and offers as now the services of its kind.
 *
 * A site with a publisher’s code that is in the plan already is brought up to date under its own id, so that placements
 * and closures stay with it.
 */
export function sitesChange(plan: Plan, reading: SitesReading, source: string, label: string): Change {
  const byCode = new Map(
    [...plan.site.values()].filter((site) => site.code).map((site) => [`${site.kind} ${site.code}`, site.id]),
  );
  const taken = new Set(plan.site.keys());
  const sites: Site[] = [];
  const placements = new Map<string, Placement>();
  const services = new Map<string, Service>();
  reading.names.forEach((name, index) => {
    const [code, kind] = [reading.codes[index]!, reading.siteKinds[index]!];
    const key = `${kind} ${code}`;
    const id = (code && byCode.get(key)) || freshId(code || name, taken);
    if (code) byCode.set(key, id);
    taken.add(id);
    sites.push({
      ...(plan.site.get(id) ?? newSite(id, name, [0, 0], 'existing')),
      name,
      lng: reading.lon[index]!,
      lat: reading.lat[index]!,
      standing: reading.standing[index]!,
      kind,
      code,
      address: reading.addresses[index]!,
      postcode: reading.postcodes[index]!,
      source,
    });
    for (const service of reading.services[index]!) {
      if (!plan.service.has(service)) services.set(service, unnamed(service));
      const placement = newPlacement(AS_NOW, id, service);
      if (!plan.placement.has(placement.id)) placements.set(placement.id, placement);
    }
  });
  // A code listed twice is one site: the later row stands.
  const last = new Map(sites.map((site) => [site.id, site]));
  return {
    label,
    put: {site: [...last.values()], service: [...services.values()], placement: [...placements.values()]},
    remove: {},
  };
}

/** A service that a file names and the catalogue doesn’t know: in, with rates that say they are assumed. */
function unnamed(key: string): Service {
  const words = key.replaceAll('-', ' ');
  return {
    id: key,
    name: words.charAt(0).toUpperCase() + words.slice(1),
    visitsPerYear: 1,
    usersPer1000: 1000,
    fromAge: 0,
    toAge: 120,
    minutesPerVisit: 20,
    shareCar: 0.7,
    shareNepts: 0,
    shareUsingNearest: 1,
    source: 'Named in an imported list; rates not known',
    confidence: 'assumed',
  };
}
