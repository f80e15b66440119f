import {CATALOGUE} from '../src/domain/catalogue.ts';
import {AS_NOW} from '../src/domain/option.ts';
import {closureId, newPlacement, placementId} from '../src/domain/placement.ts';
import {type Plan, type PlanRows, planOf} from '../src/domain/plan.ts';
import type {Service} from '../src/domain/service.ts';
import {newSite, type Site} from '../src/domain/site.ts';

/** A plan for a test, put together in words: `aPlan().withSite('Library').offering('pharmacy', 'library').plan()`. */
export interface PlanBuilder {
  withSite: (name: string, said?: Partial<Site>) => PlanBuilder;
  withService: (id: string, said?: Partial<Service>) => PlanBuilder;
  withOption: (name: string) => PlanBuilder;
  /** The site offers the service in the option; as now if none is named. */
  offering: (service: string, site: string, option?: string) => PlanBuilder;
  withdrawing: (service: string, site: string, option: string) => PlanBuilder;
  closing: (site: string, option?: string) => PlanBuilder;
  reopening: (site: string, option: string) => PlanBuilder;
  withAssumption: (key: string, value: number, reason?: string) => PlanBuilder;
  plan: () => Plan;
}

export function idOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

export function aService(id: string, said: Partial<Service> = {}): Service {
  const like = CATALOGUE.find((each) => each.id === id) ?? CATALOGUE[0]!;
  return {...like, id, name: id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' '), ...said};
}

/** As every project starts: a place, the option “As now”, and three services. */
export function aPlan(): PlanBuilder {
  const rows: PlanRows = {
    place: [{id: 'place', name: 'Testham', note: ''}],
    site: [],
    service: ['general-practice', 'pharmacy', 'dialysis'].map((id) => aService(id)),
    option: [{id: AS_NOW, name: 'As now', role: 'business-as-usual', note: ''}],
    placement: [],
    closure: [],
    assumption: [],
    verdict: [],
    neighbourhood: [],
    member: [],
    street_change: [],
  };

  function close(site: string, option: string, closed: 0 | 1): PlanBuilder {
    rows.closure.push({id: closureId(option, site), option, site, closed, reason: ''});
    return builder;
  }

  const builder: PlanBuilder = {
    withSite(name, said = {}) {
      rows.site.push({...newSite(idOf(name), name, [-0.7, 52.6], 'existing'), ...said});
      return builder;
    },
    withService(id, said) {
      rows.service.push(aService(id, said));
      return builder;
    },
    withOption(name) {
      rows.option.push({id: idOf(name), name, role: 'option', note: ''});
      return builder;
    },
    offering(service, site, option = AS_NOW) {
      rows.placement.push(newPlacement(option, site, service));
      return builder;
    },
    withdrawing(service, site, option) {
      rows.placement.push({
        ...newPlacement(option, site, service),
        id: placementId(option, site, service),
        state: 'withdrawn',
      });
      return builder;
    },
    closing: (site, option = AS_NOW) => close(site, option, 1),
    reopening: (site, option) => close(site, option, 0),
    withAssumption(id, value, reason = '') {
      rows.assumption.push({id, value, reason});
      return builder;
    },
    plan: () => planOf(structuredClone(rows)),
  };
  return builder;
}

/** A number from 0 up to 1 each time it is called; the same row of numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of them, by chance. */
export function oneOf<T>(random: () => number, choices: readonly T[]): T {
  return choices[Math.floor(random() * choices.length)]!;
}
