import {metresBetween} from '../core/graph/metres.ts';
import type {Kind} from '../core/search/problem.ts';
import {PlanError} from '../domain/errors.ts';
import {placementId} from '../domain/placement.ts';
import type {Plan} from '../domain/plan.ts';
import type {Service} from '../domain/service.ts';
import {found} from './found.ts';
import {siteNamed} from './question.ts';
import type {SearchInput} from './search-fields.ts';

function invalid(sentence: string, at: string): never {
  throw new PlanError('invalid', sentence, at);
}

/** What is told of the sites to choose from, to count how many of them open. */
export interface Choice {
  kind: Kind;
  sites: number;
  /** Those that offer the service now, and those that are fixed open. */
  offering: number;
  fixed: number;
}

/** How many sites are to be open, and the sentence that says how they were counted. */
export function countOf(
  asked: SearchInput,
  {kind, sites, offering, fixed}: Choice,
): {count: {least: number; most: number}; sentence: string} {
  if (asked.close !== undefined) {
    const left = offering - asked.close;
    if (left < 1) invalid(`${asked.close} of ${offering} sites would close, and none be left. Close fewer.`, 'close');
    return {
      count: {least: left, most: left},
      sentence: `${asked.close} of the ${offering} sites that offer it close; ${left} stay.`,
    };
  }
  if (asked.open !== undefined && !Number.isInteger(asked.open))
    invalid(`“open” is ${asked.open}; it must be a whole number.`, 'open');
  const kept = asked.keep ? offering : 0;
  if (kind === 'lscp' || kind === 'clscp' || kind === 'lscp-b') {
    const least = 1;
    if (asked.open === undefined) return {count: {least, most: sites}, sentence: 'As few sites as will do.'};
    const besides = asked.keep ? ` besides the ${offering} that offer it now` : '';
    return {
      count: {least, most: kept + asked.open},
      sentence: `As few sites as will do, at most ${asked.open}${besides}.`,
    };
  }
  if (asked.open === undefined && asked.worth !== undefined)
    return {count: {least: Math.max(1, kept), most: sites}, sentence: 'As many sites as are worth what they cost.'};
  const open = asked.open ?? invalid('How many sites are to be open? Say so with --open N.', 'open');
  if (asked.keep) {
    const all = offering + open;
    return {
      count: {least: all, most: all},
      sentence: `${open} new sites besides the ${offering} that offer it now: ${all} in all.`,
    };
  }
  const among = fixed > 0 ? `, the ${fixed} fixed open among them` : '';
  return {count: {least: open, most: open}, sentence: `${open} sites in all${among}.`};
}

/** What each site costs to open: as said, else its own, else nothing where it offers the service, else as said for the rest. */
export function costsOf(
  plan: Plan,
  asked: SearchInput,
  ids: readonly string[],
  offering: ReadonlySet<number>,
): Float64Array {
  const said = new Map(
    (asked.costs ?? []).map((each) => {
      const cut = each.lastIndexOf('=');
      const pounds = Number(each.slice(cut + 1));
      if (cut < 1 || each.slice(cut + 1).trim() === '' || !Number.isFinite(pounds) || pounds < 0)
        invalid(`A cost is written site=pounds; “${each}” is not.`, 'costs');
      return [siteNamed(plan, each.slice(0, cut).trim()).id, pounds] as const;
    }),
  );
  return Float64Array.from(ids, (id, site) => {
    const {name, openingCost} = found(plan, 'site', id);
    const pounds = said.get(id) ?? (offering.has(site) ? 0 : (openingCost ?? asked.siteCost));
    if (pounds === undefined)
      invalid(
        `A budget needs what each site costs, and ${name} has no cost. Give it, or one for all that have none.`,
        'siteCost',
      );
    return pounds;
  });
}

/** Residents each site has room for: its visits a year over the visits a resident makes. */
export function roomsOf(
  plan: Plan,
  asked: SearchInput,
  option: string,
  service: Service,
  ids: readonly string[],
): Float64Array {
  const visits = (service.usersPer1000 / 1000) * service.visitsPerYear;
  return Float64Array.from(ids, (id) => {
    const own = plan.placement.get(placementId(option, id, service.id));
    const now = plan.placement.get(placementId('as-now', id, service.id));
    const capacity = (own ?? now)?.capacity ?? null;
    if (capacity !== null && visits > 0) return capacity / visits;
    if (asked.room !== undefined) return asked.room;
    const name = found(plan, 'site', id).name;
    return invalid(
      `How much room ${name} has is not known. Give its capacity, or the room of sites not known.`,
      'room',
    );
  });
}

/** Metres from site to site as the crow flies. */
export function betweenOf(plan: Plan, ids: readonly string[]): Float64Array {
  const sites = ids.map((id) => found(plan, 'site', id));
  const between = new Float64Array(ids.length ** 2);
  sites.forEach((a, i) => {
    sites.forEach((b, j) => {
      if (j < i) between[i * ids.length + j] = between[j * ids.length + i] = metresBetween(a.lng, a.lat, b.lng, b.lat);
    });
  });
  return between;
}
