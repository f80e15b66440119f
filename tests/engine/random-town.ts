import type {Compute} from '../../src/engine/compute.ts';
import {oneOf, seeded} from '../builders.ts';
import {codeOf, grid, type InventedTown, lngLatOf, type Place} from './invented-town.ts';
import type {Planner} from './planner.ts';

/** What a random town offers where, told apart from the engine: by option, then `site/service`. */
export interface RandomTown {
  town: InventedTown;
  /** Is the service offered at the site in the option? */
  offered: (option: string, site: number, service: string) => boolean;
  closed: (option: string, site: number) => boolean;
  /** Seconds from an area to a site; Infinity where no path is. */
  seconds: (area: number, site: number) => number;
  metres: (area: number, site: number) => number;
  /** Makes the option “hub” and everything in it, through the engine. */
  plan: (at: Planner) => Promise<void>;
  compute: Compute;
  random: () => number;
}

export const SERVICES = ['general-practice', 'pharmacy'] as const;
export const siteId = (site: number) => `site-${site + 1}`;

/** Times made up from the two places, few and round so that ties are common; some pairs have no path. */
function timesBetween(salt: number, from: readonly number[], to: readonly number[]): {seconds: number; metres: number} {
  let hash = salt;
  for (const each of [...from, ...to]) hash = Math.imul(hash ^ Math.round(each * 1e5), 0x9e3779b1) ^ (hash >>> 13);
  const random = seeded(hash);
  const [cutOff, minutes, metres] = [random(), random(), random()];
  return cutOff < 0.15
    ? {seconds: Infinity, metres: 0}
    : {seconds: 60 * Math.floor(minutes * 40), metres: Math.floor(metres * 30_000)};
}

/** A town of up to fourteen areas and seven sites with everything that goes wrong in a real one. */
export function randomTown(seed: number): RandomTown {
  const random = seeded(seed * 7919);
  const whole = (below: number) => Math.floor(random() * below);
  const place = (): Place => [whole(5), whole(4)];
  const people = () => [whole(30), random() < 0.2 ? 0 : whole(90), whole(20)] as const;
  const town: InventedTown = {
    areas: Array.from({length: 1 + whole(14)}, (_, index) => ({
      code: codeOf(index + 1),
      name: `Testham ${index + 1}A`,
      at: [index % 5, Math.floor(index / 5)],
      people: random() < 0.1 ? null : random() < 0.1 ? [0, 0, 0] : people(),
      decile: random() < 0.15 ? null : 1 + whole(10),
    })),
    sites: Array.from({length: 1 + whole(7)}, (_, index) => ({
      name: `Site ${index + 1}`,
      at: place(),
      standing: random() < 0.4 ? 'candidate' : 'existing',
      services: SERVICES.filter(() => random() < 0.4),
    })),
    streets: grid(2, 2),
  };
  // At least one row of each table, or there would be no table to recognise.
  town.areas[0]!.people ??= people();
  town.areas[0]!.decile ??= 5;

  const own = new Map<string, boolean>();
  const shut = new Map<string, boolean>();
  const steps: (readonly [
    name: 'services.place' | 'services.withdraw' | 'sites.close' | 'sites.reopen',
    site: number,
    service: string,
    option: string,
  ])[] = [];
  town.sites.forEach(({services}, site) => {
    for (const service of services!) own.set(`as-now/${site}/${service}`, true);
  });
  const isPlaced = (option: string, site: number, service: string): boolean =>
    own.get(`${option}/${site}/${service}`) ?? own.get(`as-now/${site}/${service}`) ?? false;
  const closed = (option: string, site: number): boolean =>
    shut.get(`${option}/${site}`) ?? shut.get(`as-now/${site}`) ?? false;

  for (let step = whole(10); step > 0; step--) {
    const [option, site, service] = [
      oneOf(random, ['as-now', 'hub']),
      whole(town.sites.length),
      oneOf(random, SERVICES),
    ];
    if (random() < 0.3) {
      const close = !closed(option, site);
      steps.push([close ? 'sites.close' : 'sites.reopen', site, service, option]);
      shut.set(`${option}/${site}`, close);
    } else {
      const wanted = !isPlaced(option, site, service);
      steps.push([wanted ? 'services.place' : 'services.withdraw', site, service, option]);
      own.set(`${option}/${site}/${service}`, wanted);
      // What an option takes back that it alone had placed, it says nothing of any more.
      if (!wanted && (option === 'as-now' || !own.get(`as-now/${site}/${service}`)))
        own.delete(`${option}/${site}/${service}`);
    }
  }

  const between = (area: number, site: number) =>
    timesBetween(seed, lngLatOf(town.areas[area]!.at), lngLatOf(town.sites[site]!.at));
  return {
    town,
    random,
    offered: (option, site, service) => isPlaced(option, site, service) && !closed(option, site),
    closed,
    seconds: (area, site) => between(area, site).seconds,
    metres: (area, site) => between(area, site).metres,
    async plan(at) {
      await at.ask('options.add', {name: 'Hub'});
      for (const [name, site, service, option] of steps) {
        if (name === 'sites.close' || name === 'sites.reopen') await at.ask(name, {site: siteId(site), option});
        else await at.ask(name, {site: siteId(site), service, option});
      }
    },
    compute: {
      async times({areas, places}, _signal, onProgress) {
        const times = Array.from(places.lng, (lng, index) => {
          const to = [lng, places.lat[index]!];
          const all = Array.from(areas.lng, (from, area) => timesBetween(seed, [from, areas.lat[area]!], to));
          return {
            seconds: Uint16Array.from(all, (each) => (each.seconds === Infinity ? 65535 : each.seconds)),
            metres: Uint32Array.from(all, (each) => each.metres),
          };
        });
        onProgress({done: times.length, of: times.length, doing: 'Measuring travel times'});
        return {times, snapped: {areas: new Uint8Array(areas.lng.length), places: new Uint8Array(places.lng.length)}};
      },
      close() {},
    },
  };
}
