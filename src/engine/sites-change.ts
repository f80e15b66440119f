import type {SitesReading} from '../core/read/reading.ts';
import type {Change} from '../domain/change.ts';
import {AS_NOW} from '../domain/option.ts';
import type {Placement} from '../domain/placement.ts';
import {newPlacement} from '../domain/placement.ts';
import type {Plan} from '../domain/plan.ts';
import {newService, type Service} from '../domain/service.ts';
import type {Site} from '../domain/site.ts';
import {newSite} from '../domain/site.ts';
import {freshId} from './found.ts';

/** As long as a service key may be in a call. */
const LONGEST_KEY = 60;

/**
 * A list of sites as one undoable change: each becomes a site, and offers as now the services of its kind.
 *
 * A site that was imported before is brought up to date under its own id, so that placements and closures stay with it.
 * It is known by its kind and its publisher’s code; without a code by its kind, name and spot, or by kind and name alone
 * if only one is called that and it came from this file before (`earlier` names the sources that did). What the list
 * doesn’t say of a site stays as a planner wrote it.
 */
export function sitesChange(
  plan: Plan,
  reading: SitesReading,
  {source, fileName, earlier}: {source: string; fileName: string; earlier: ReadonlySet<string>},
): Change {
  const idOf = identify(plan, reading, earlier);
  const sites = new Map<string, Site>();
  const placements = new Map<string, Placement>();
  const services = new Map<string, Service>();
  reading.names.forEach((name, index) => {
    const id = idOf(index);
    const old = plan.site.get(id) ?? newSite(id, name, [0, 0], 'existing');
    // A code listed twice is one site: the later row stands.
    sites.set(id, {
      ...old,
      name,
      lng: reading.lon[index]!,
      lat: reading.lat[index]!,
      standing: reading.standing[index]!,
      kind: reading.siteKinds[index]!,
      code: reading.codes[index]!,
      address: reading.addresses[index] || old.address,
      postcode: reading.postcodes[index] || old.postcode,
      tenure: reading.tenure[index] || old.tenure,
      condition: reading.condition[index] || old.condition,
      giaM2: known(reading.floorSpace[index]) ?? old.giaM2,
      vacantM2: known(reading.vacantSpace[index]) ?? old.vacantM2,
      openingCost: known(reading.openingCost[index]) ?? old.openingCost,
      source,
    });
    for (const written of reading.services[index]!) {
      const service = written.slice(0, LONGEST_KEY);
      if (!plan.service.has(service)) services.set(service, unnamed(service));
      const placement = newPlacement(AS_NOW, id, service);
      if (!plan.placement.has(placement.id)) placements.set(placement.id, placement);
    }
  });
  return {
    label: `Import ${sites.size.toLocaleString('en-GB')} ${sites.size === 1 ? 'site' : 'sites'} from ${fileName}`,
    put: {site: [...sites.values()], service: [...services.values()], placement: [...placements.values()]},
    remove: {},
  };
}

/** The id of each row’s site: that of a site imported before where it is the same one, else a fresh one. */
function identify(plan: Plan, reading: SitesReading, earlier: ReadonlySet<string>): (row: number) => string {
  const byCode = new Map<string, string>();
  const byName = new Map<string, Site[]>();
  for (const site of plan.site.values()) {
    if (site.code) byCode.set(keyOf(site.kind, site.code), site.id);
    else if (site.source) {
      const key = keyOf(site.kind, site.name);
      byName.set(key, [...(byName.get(key) ?? []), site]);
    }
  }
  const rowsOfName = new Map<string, number>();
  reading.names.forEach((name, row) => {
    const key = keyOf(reading.siteKinds[row]!, name);
    if (!reading.codes[row]) rowsOfName.set(key, (rowsOfName.get(key) ?? 0) + 1);
  });
  const taken = new Set(plan.site.keys());

  function fresh(name: string): string {
    const id = freshId(name, taken);
    taken.add(id);
    return id;
  }

  return (row) => {
    const [code, name, kind] = [reading.codes[row]!, reading.names[row]!, reading.siteKinds[row]!];
    if (code) {
      const id = byCode.get(keyOf(kind, code)) ?? fresh(code);
      byCode.set(keyOf(kind, code), id);
      return id;
    }
    const before = byName.get(keyOf(kind, name)) ?? [];
    const alone = before.length === 1 && rowsOfName.get(keyOf(kind, name)) === 1;
    const same = before.find(
      (site) => (site.lng === reading.lon[row] && site.lat === reading.lat[row]) || (alone && earlier.has(site.source)),
    );
    return same?.id ?? fresh(name);
  };
}

function keyOf(kind: string, codeOrName: string): string {
  return `${kind}\n${codeOrName}`;
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** A service that a file names and the catalogue doesn’t know: in, with rates that say they are assumed. */
function unnamed(key: string): Service {
  const words = key.replaceAll('-', ' ');
  return newService(key, words.charAt(0).toUpperCase() + words.slice(1), 'Named in an imported list; rates not known');
}
