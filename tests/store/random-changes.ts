import type {Change} from '../../src/domain/change.ts';
import {AS_NOW} from '../../src/domain/option.ts';
import {closureId, newPlacement} from '../../src/domain/placement.ts';
import type {Plan} from '../../src/domain/plan.ts';
import type {Service} from '../../src/domain/service.ts';
import {newSite} from '../../src/domain/site.ts';

/** A seeded generator (mulberry32): the same seed gives the same town, changes and kills on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value = (value + Math.imul(value ^ (value >>> 7), value | 61)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** A change that a planner could make of this plan: rows added, replaced and removed, with whatever depends on them. */
export function randomChange(plan: Plan, random: () => number, label: string): Change {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const number = (most: number) => Math.round(random() * most * 1000) / 1000;
  const sites = [...plan.site.keys()];
  const services = [...plan.service.keys()];
  const options = [...plan.option.keys()];
  const change: Change = {label, put: {}, remove: {}};

  switch (Math.floor(random() * 9)) {
    case 0:
    case 1: {
      const rows = Array.from({length: 1 + Math.floor(random() * 4)}, () =>
        randomSite(random, `s${Math.floor(random() * 40)}`),
      );
      change.put.site = [...new Map(rows.map((row) => [row.id, row])).values()];
      return change;
    }
    case 2:
      change.put.service = [randomService(random, `service-${Math.floor(random() * 12)}`)];
      return change;
    case 3:
      change.put.option = [
        {id: `o${Math.floor(random() * 6)}`, name: `Option ${number(9)}`, role: 'option', note: "it's\n“so”"},
      ];
      return change;
    case 4: {
      if (sites.length === 0) return change;
      const gone = pick(sites);
      change.remove.site = [gone];
      change.remove.placement = [...plan.placement.values()].filter((row) => row.site === gone).map((row) => row.id);
      change.remove.closure = [...plan.closure.values()].filter((row) => row.site === gone).map((row) => row.id);
      return change;
    }
    case 5: {
      if (sites.length === 0 || services.length === 0) return change;
      const row = newPlacement(pick(options), pick(sites), pick(services));
      const linkedCare = pick([0, 1, 2, 3] as const);
      change.put.placement = [
        {...row, state: pick(['offered', 'withdrawn']), capacity: random() < 0.5 ? null : number(1e6), linkedCare},
      ];
      return change;
    }
    case 6: {
      if (sites.length === 0) return change;
      const [option, site] = [pick(options), pick(sites)];
      change.put.closure = [{id: closureId(option, site), option, site, closed: pick([0, 1] as const), reason: '…'}];
      return change;
    }
    case 7: {
      const others = options.filter((option) => option !== AS_NOW);
      if (others.length === 0) return change;
      const gone = pick(others);
      change.remove.option = [gone];
      change.remove.placement = [...plan.placement.values()].filter((row) => row.option === gone).map((row) => row.id);
      change.remove.closure = [...plan.closure.values()].filter((row) => row.option === gone).map((row) => row.id);
      return change;
    }
    default: {
      // The loop closed in one change: option, site, service and the placement that needs all three, the placement first.
      const option = {id: `o${Math.floor(random() * 6)}`, name: 'New', role: 'do-minimum' as const, note: ''};
      const site = randomSite(random, `s${Math.floor(random() * 40)}`);
      const service = randomService(random, `service-${Math.floor(random() * 12)}`);
      change.put = {
        placement: [newPlacement(option.id, site.id, service.id)],
        option: [option],
        site: [site],
        service: [service],
      };
      change.put.assumption = [{id: `figure.${Math.floor(random() * 5)}`, value: number(100), reason: 'because'}];
      change.put.place = [{id: 'place', name: `Place ${number(5)}`, note: ''}];
      return change;
    }
  }
}

export function randomSite(random: () => number, id: string) {
  const standing = random() < 0.5 ? ('existing' as const) : ('candidate' as const);
  return {
    ...newSite(id, `Site “${Math.floor(random() * 1000)}” — Tŷ'r 🏥`, [random() * 8 - 6, 50 + random() * 5], standing),
    kind: random() < 0.5 ? 'library' : '',
    giaM2: random() < 0.5 ? null : random() * 5000,
    vacantM2: random() < 0.5 ? null : Math.floor(random() * 500),
    openingCost: random() < 0.5 ? null : Math.floor(random() * 1e6),
  };
}

export function randomService(random: () => number, id: string): Service {
  return {
    id,
    name: `Service ${Math.floor(random() * 100)}`,
    visitsPerYear: random() * 160,
    usersPer1000: Math.floor(random() * 1000),
    fromAge: Math.floor(random() * 50),
    toAge: 120,
    minutesPerVisit: 20,
    unit: 'visit',
    theme: 'community',
    alike: '',
    demandColumn: '',
    shareCar: random(),
    shareNepts: 0,
    shareUsingNearest: 1,
    shareDigital: 0,
    source: 'invented',
    confidence: 'assumed',
  };
}
