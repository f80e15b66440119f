import {UNREACHED} from '../../core/graph/travel-times.ts';
import {hasRooms, type Kind, problemOf, type SiteProblem} from '../../core/search/problem.ts';
import {PlanError} from '../../domain/errors.ts';
import {sitesOffering} from '../../domain/placement.ts';
import type {Plan} from '../../domain/plan.ts';
import type {Service} from '../../domain/service.ts';
import {siteName} from '../../domain/site-name.ts';
import {found} from '../found.ts';
import {optionNamed, siteNamed} from '../question.ts';
import type {MeasuredTimes} from '../times.ts';
import type {TimesUsed} from '../times-used.ts';
import type {Workspace} from '../workspace.ts';
import {bundleOf, type Rows} from './bundle.ts';
import type {SearchInput} from './fields.ts';
import {sitesNamed} from './groups.ts';
import {countedIn, floorsIn} from './people.ts';
import {betweenOf, choosable, costsOf, countOf, roomsOf} from './sites.ts';

/** The question for the core, and what its numbers stand for. */
export interface SearchQuestion {
  problem: SiteProblem;
  kind: Kind;
  option: {id: string; name: string};
  /** The service asked about, and those that a chosen site holds with it. */
  services: Service[];
  /** Areas of the project; a problem with several services has a row for each service and area. */
  areas: number;
  measured: MeasuredTimes;
  /** Site ids by the core’s numbers. */
  ids: string[];
  /** Sites that offer the (first) service now, by number. */
  offering: ReadonlySet<number>;
  /** Whether sites that offer a service stay besides those chosen, though they are not among the choices: a bundle’s. */
  keeps: boolean;
  /** Pounds of each site, where a budget or a worth asks for them. */
  costs: Float64Array | null;
  /** How a cost becomes the unit told: seconds to minutes, metres to kilometres. */
  perUnit: number;
  unit: 'minutes' | 'kilometres';
  /** In words: how N was counted and who counts how much. */
  stated: string[];
  /** Where the times come from and what that means; empty where they are measured along streets. */
  travel: string[];
}

function invalid(sentence: string, at: string): never {
  throw new PlanError('invalid', sentence, at);
}

/** The services that a chosen site is to hold, the one asked about first. */
export function servicesIn(plan: Plan, asked: SearchInput): Service[] {
  return [...new Set([asked.service, ...(asked.alongside ?? [])])].map((key) => found(plan, 'service', key));
}

/** Turns the planner’s words into the core’s arrays, or says what is not there. */
export function searchQuestion(
  workspace: Workspace,
  {measured, used}: {measured: MeasuredTimes; used: TimesUsed},
  asked: SearchInput,
): SearchQuestion {
  const {plan} = workspace;
  const people = workspace.people();
  const option = optionNamed(plan, asked.option ?? 'as-now');
  const services = servicesIn(plan, asked);
  const kind = asked.problem;
  const unit = asked.measure ?? 'minutes';
  refuseWhatDoesNotGo(asked, services.length > 1);

  const offeringIds = new Set(sitesOffering(plan, option.id, services[0]!.id));
  const among = asked.among ?? (asked.close !== undefined ? 'offering' : 'all');
  const named = (sites: readonly string[] | undefined) => (sites ?? []).map((site) => siteNamed(plan, site).id);
  const several = services.length > 1;
  const openIds = new Set([...named(asked.fixOpen), ...(asked.keep && !several ? offeringIds : [])]);
  const closedIds = new Set(named(asked.fixClosed));
  const both = [...closedIds].find((id) => openIds.has(id));
  if (both !== undefined) invalid(`${siteName(plan, both)} is to be open and to be closed. Choose one.`, 'fixClosed');
  const ids = measured.ids.filter(
    (id) => openIds.has(id) || closedIds.has(id) || choosable(plan, option.id, among, offeringIds, id),
  );
  const numberOf = new Map(ids.map((id, index) => [id, index]));
  const numbers = (each: Iterable<string>) => [...each].flatMap((id) => numberOf.get(id) ?? []);
  const offering = new Set(numbers(offeringIds));

  const {cost, step} = costsFrom(measured, ids, unit, several);
  const perUnit = (unit === 'minutes' ? 60 : 1000) / step;
  const counted = countedIn(workspace, asked, hasRooms(kind));
  const areas = people.codes.length;
  const one: Rows = {
    rows: areas,
    cost,
    people: counted.people,
    priority: counted.priority,
    floors: floorsIn(people, asked, counted, perUnit),
    stated: [],
  };
  const rows = several ? bundleOf(workspace, {one, services, option: option.id, measured, ids, unit, asked}) : one;
  const choice = {kind, sites: ids.length, offering: several ? 0 : offering.size, fixed: openIds.size};
  const {count, sentence} = countOf(asked, choice);
  const priced = asked.budget !== undefined || asked.worth !== undefined;
  const costs = priced ? costsOf(plan, asked, ids, offering) : null;
  const problem = problemOf({
    kind,
    areas: rows.rows,
    sites: ids.length,
    cost: rows.cost,
    people: rows.people,
    priority: rows.priority,
    count,
    ...(asked.within !== undefined && {cutoff: asked.within * perUnit}),
    theta: asked.theta ?? 0.5,
    capacity: hasRooms(kind) ? roomsOf(plan, asked, option.id, services[0]!, ids) : null,
    opening: asked.worth === undefined ? null : costs!.map((pounds) => (pounds / asked.worth!) * perUnit),
    between: kind === 'p-dispersion' ? betweenOf(plan, ids) : null,
    fixedOpen: numbers(openIds),
    fixedClosed: numbers(closedIds),
    groups: (asked.groups ?? []).map(({name, sites, least, most}) => {
      // A member that is not among the choices is not open, and none that counts.
      const members = numbers(new Set(sites.flatMap((word) => sitesNamed(workspace, word))));
      return {name, sites: members, least: least ?? 0, most: most ?? members.length};
    }),
    budget: asked.budget === undefined ? null : {costs: costs!, most: asked.budget},
    floors: rows.floors,
    leaveOut: asked.leaveOut ?? false,
  });
  const shownUnit = kind === 'p-dispersion' ? {unit: 'kilometres' as const, perUnit: 1000} : {unit, perUnit};
  const stated = [
    ...counted.stated,
    ...rows.stated,
    sentence,
    ...(asked.worth === undefined ? [] : [worthWords(asked)]),
  ];
  const travel = used.from === 'streets' ? [] : [`${used.label}.`, ...used.notes];
  const keeps = several && asked.keep === true;
  return {problem, kind, option, services, areas, measured, ids, offering, keeps, costs, ...shownUnit, stated, travel};
}

function worthWords({worth, measure}: SearchInput): string {
  const unit = measure === 'kilometres' ? 'kilometre' : 'minute';
  return `What sites cost is part of it: a ${unit} of one person is worth £${worth!.toLocaleString('en-GB', {maximumFractionDigits: 6})}.`;
}

/**
 * Site-major costs, in the largest step of which all are multiples: whole minutes stay minutes, else seconds or metres. So
 * the core knows by how much two answers differ at least. Costs of several services are compared, and stay as they are.
 */
function costsFrom(
  {times, indexOf}: MeasuredTimes,
  ids: readonly string[],
  unit: 'minutes' | 'kilometres',
  several: boolean,
): {cost: Uint16Array | Float64Array; step: number} {
  const {areas, seconds, metres} = times;
  const inMinutes = unit === 'minutes';
  const cost = inMinutes ? new Uint16Array(areas * ids.length) : new Float64Array(areas * ids.length);
  const none = inMinutes ? UNREACHED : Infinity;
  let step = several ? 1 : 0;
  ids.forEach((id, site) => {
    const from = indexOf.get(id)! * areas;
    for (let area = 0; area < areas; area++) {
      const reached = seconds[from + area]! < UNREACHED;
      const each = reached ? (inMinutes ? seconds : metres)[from + area]! : none;
      cost[site * areas + area] = each;
      if (reached && step !== 1) step = commonStep(step, each);
    }
  });
  if (step > 1) for (let pair = 0; pair < cost.length; pair++) if (cost[pair] !== none) cost[pair]! /= step;
  return {cost, step: Math.max(1, step)};
}

/** The largest whole number that both are multiples of. */
function commonStep(one: number, other: number): number {
  return other === 0 ? one : commonStep(other, one % other);
}

const NEEDS_MINUTES = ['mclp', 'lscp', 'lscp-b', 'bacop1', 'bacop2', 'clscp'];

function refuseWhatDoesNotGo(asked: SearchInput, several: boolean): void {
  const kind = asked.problem;
  if (NEEDS_MINUTES.includes(kind) && asked.within === undefined)
    invalid('This question needs a time: within how many minutes is somebody covered?', 'within');
  if (asked.open !== undefined && asked.close !== undefined)
    invalid('Sites are to be opened and to be closed. Say how many of one, not of both.', 'close');
  if (hasRooms(kind) && asked.capacity === false) invalid('This question always looks at room.', 'capacity');
  if (asked.capacity && !hasRooms(kind))
    invalid(
      'Room is looked at by capacitated-p-median and clscp. Ask for one of them, or leave capacity out.',
      'capacity',
    );
  if (asked.worth !== undefined && kind !== 'p-median' && kind !== 'kn-p-median')
    invalid('What travel is worth in pounds goes with a p-median. Leave worth out, or ask for one.', 'worth');
  const priced = asked.budget !== undefined || asked.worth !== undefined;
  if (!priced && (asked.costs !== undefined || asked.siteCost !== undefined))
    invalid('What sites cost matters with a budget, or with what travel is worth. Say one of the two.', 'budget');
  if (!several) return;
  if (asked.close !== undefined) invalid('Sites close for one service at a time. Leave the others out.', 'close');
  if (hasRooms(kind)) invalid('Room is known for one service at a time. Leave the others out.', 'alongside');
  if (asked.keep && ['lscp-b', 'bacop1', 'bacop2'].includes(kind))
    invalid('Covering twice is asked for one service at a time where sites are kept.', 'alongside');
}
