import {metresBetween} from '../../core/graph/metres.ts';
import type {Kind} from '../../core/search/problem.ts';
import {PlanError} from '../../domain/errors.ts';
import {isClosed, placementIn} from '../../domain/placement.ts';
import type {Plan} from '../../domain/plan.ts';
import type {Service} from '../../domain/service.ts';
import {siteName} from '../../domain/site-name.ts';
import {found} from '../found.ts';
import {siteNamed} from '../question.ts';
import type {SearchInput} from './fields.ts';

function invalid(sentence: string, at: string): never {
  throw new PlanError('invalid', sentence, at);
}

/** Whether a site is among the choices: open, and offering the service, or not, as is asked. */
export function choosable(
  plan: Plan,
  option: string,
  among: 'all' | 'offering' | 'candidates',
  offering: ReadonlySet<string>,
  site: string,
): boolean {
  if (isClosed(plan, option, site)) return false;
  return among === 'all' || (among === 'offering') === offering.has(site);
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
  const said = amountsIn(plan, asked.costs, 'costs', 'A cost is written site=pounds');
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

/** Numbers by site id, each written site=number. */
function amountsIn(
  plan: Plan,
  words: readonly string[] | undefined,
  at: string,
  written: string,
): ReadonlyMap<string, number> {
  return new Map(
    (words ?? []).map((each) => {
      const cut = each.lastIndexOf('=');
      const amount = Number(each.slice(cut + 1));
      if (cut < 1 || each.slice(cut + 1).trim() === '' || !Number.isFinite(amount) || amount < 0)
        invalid(`${written}; “${each}” is not.`, at);
      return [siteNamed(plan, each.slice(0, cut).trim()).id, amount] as const;
    }),
  );
}

/** Residents a site has room for, as far as its capacity tells: its visits a year over the visits a resident makes. */
export function roomKnown(plan: Plan, option: string, service: Service, site: string): number | null {
  const visits = (service.usersPer1000 / 1000) * service.visitsPerYear;
  const capacity = placementIn(plan, option, site, service.id)?.capacity ?? null;
  return capacity !== null && visits > 0 ? capacity / visits : null;
}

/** Residents each site has room for: as said, else as its capacity tells, else as said for the rest. */
export function roomsOf(
  plan: Plan,
  asked: SearchInput,
  option: string,
  service: Service,
  ids: readonly string[],
): Float64Array {
  const said = amountsIn(plan, asked.rooms, 'rooms', 'The room of a site is written site=residents');
  return Float64Array.from(ids, (id) => {
    const room = said.get(id) ?? roomKnown(plan, option, service, id) ?? asked.room;
    if (room !== undefined) return room * (asked.roomTimes ?? 1);
    const name = siteName(plan, id);
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
