import {metresBetween} from '../core/graph/metres.ts';
import {UNREACHED} from '../core/graph/travel-times.ts';
import {hasRooms, KINDS, type Kind, problemOf, type SiteProblem} from '../core/search/problem.ts';
import {PlanError} from '../domain/errors.ts';
import {isClosed, placementId, sitesOffering} from '../domain/placement.ts';
import type {Plan} from '../domain/plan.ts';
import {flag, type Input, list, maybe, number, oneOf, text} from './fields.ts';
import {found} from './found.ts';
import type {People} from './people.ts';
import {optionNamed, siteNamed} from './question.ts';
import type {MeasuredTimes} from './times.ts';

/** How many times a person of the most deprived fifth counts with the weights “most-deprived”, unless said otherwise. */
const MOST_DEPRIVED_COUNT = 2.5;

const sitesField = maybe(list(text(80), 5000));

/** A planner’s sentence: open so many, of these, for those, within this, keeping and never using those. */
export const searchFields = {
  problem: oneOf(...KINDS),
  service: text(80),
  option: maybe(text(80)),
  mode: oneOf('drive', 'walk', 'cycle'),
  /** Sites open in all; with `keep`, new ones besides those that offer the service now. */
  open: maybe(number(0, 5000)),
  /** Every site that offers the service in the option stays. */
  keep: maybe(flag()),
  /** Instead of `open`: close so many of the sites that offer the service, with least harm. */
  close: maybe(number(1, 5000)),
  /** What may be chosen: every site, those that offer the service, or those that could. */
  among: maybe(oneOf('all', 'offering', 'candidates')),
  measure: maybe(oneOf('minutes', 'kilometres')),
  within: maybe(number(0, 1080)),
  /** residents, most-deprived, or ages such as 65+ or 0-4. */
  weights: maybe(text(80)),
  deprivedCount: maybe(number(1, 1000)),
  /** Areas that matter more, by code, each person counting so many times. */
  priority: maybe(list(text(20), 50_000)),
  priorityCount: maybe(number(1, 1000)),
  fixOpen: sitesField,
  fixClosed: sitesField,
  groups: maybe(list(groupField(), 100)),
  budget: maybe(number(0, 1e12)),
  /** What opening each site would cost, as “site=pounds”; sites that offer the service now cost nothing. */
  costs: maybe(list(text(120), 5000)),
  /** What a site costs that `costs` does not name. */
  siteCost: maybe(number(0, 1e12)),
  capacity: maybe(flag()),
  /** Residents a site has room for where its capacity is not known. */
  room: maybe(number(0, 1e9)),
  floor: maybe(number(0, 1)),
  floorFor: maybe(oneOf('residents', 'most-deprived')),
  theta: maybe(number(0, 1)),
  leaveOut: maybe(flag()),
  seconds: maybe(number(0.1, 3600)),
  /** Good enough: stop once the answer is this close to the best possible, as a share. */
  gap: maybe(number(0, 1)),
  seed: maybe(number(0, 2 ** 31)),
};

function groupField() {
  return {
    parse(value: unknown, at: string) {
      const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
      return {
        name: text(80).parse(given.name, `${at}.name`),
        sites: list(text(80), 5000).parse(given.sites, `${at}.sites`),
        least: maybe(number(0, 5000)).parse(given.least, `${at}.least`),
        most: maybe(number(0, 5000)).parse(given.most, `${at}.most`),
      };
    },
  };
}

export type SearchInput = Input<typeof searchFields>;

/** The question for the core, and what its numbers stand for. */
export interface SearchQuestion {
  problem: SiteProblem;
  kind: Kind;
  option: {id: string; name: string};
  service: {id: string; name: string};
  /** Site ids by the core’s numbers. */
  ids: string[];
  /** Sites that offer the service now, by number. */
  offering: ReadonlySet<number>;
  /** How a cost becomes the unit told: seconds to minutes, metres to kilometres. */
  perUnit: number;
  unit: 'minutes' | 'kilometres';
  /** In words: how N was counted and who counts how much. */
  stated: string[];
}

function invalid(sentence: string, at: string): never {
  throw new PlanError('invalid', sentence, at);
}

/** Turns the planner’s words into the core’s arrays, or says what is not there. */
export function searchQuestion(
  plan: Plan,
  people: People,
  measured: MeasuredTimes,
  asked: SearchInput,
): SearchQuestion {
  const option = optionNamed(plan, asked.option ?? 'as-now');
  const service = found(plan, 'service', asked.service);
  const kind = asked.problem;
  const unit = asked.measure ?? 'minutes';
  const perUnit = unit === 'minutes' ? 60 : 1000;
  const offeringIds = new Set(sitesOffering(plan, option.id, service.id));
  const among = asked.among ?? (asked.close !== undefined ? 'offering' : 'all');
  const named = (sites: readonly string[] | undefined) => (sites ?? []).map((site) => siteNamed(plan, site).id);
  const openIds = new Set([...named(asked.fixOpen), ...(asked.keep ? offeringIds : [])]);
  const closedIds = new Set(named(asked.fixClosed));
  const ids = measured.ids.filter((id) => {
    if (openIds.has(id) || closedIds.has(id)) return true;
    if (isClosed(plan, option.id, id)) return false;
    return among === 'all' || (among === 'offering') === offeringIds.has(id);
  });
  const numberOf = new Map(ids.map((id, index) => [id, index]));
  const areas = people.codes.length;
  const cost = unit === 'minutes' ? new Uint16Array(areas * ids.length) : new Float64Array(areas * ids.length);
  ids.forEach((id, site) => {
    const from = measured.indexOf.get(id)! * areas;
    const {seconds, metres} = measured.times;
    for (let area = 0; area < areas; area++) {
      const reached = seconds[from + area]! < UNREACHED;
      const far = unit === 'minutes' ? UNREACHED : Infinity;
      cost[site * areas + area] = reached ? (unit === 'minutes' ? seconds : metres)[from + area]! : far;
    }
  });

  const stated: string[] = [];
  const weights = weightsOf(people, asked, stated);
  const numbers = (each: Iterable<string>) => [...each].map((id) => numberOf.get(id)!);
  const offering = new Set(numbers([...offeringIds].filter((id) => numberOf.has(id))));
  const {count, sentence} = countOf(asked, kind, ids.length, offering, openIds.size);
  stated.push(sentence);
  const floors =
    asked.floor === undefined
      ? []
      : [
          {
            name: asked.floorFor === 'most-deprived' ? 'the most deprived fifth' : 'residents',
            people: weights.people.map((each, area) =>
              asked.floorFor === 'most-deprived' && people.fifth[area] !== 1 ? 0 : each,
            ),
            share: asked.floor,
            cutoff: needed(asked.within, 'within', 'A floor needs --within: the minutes it is about.') * perUnit,
          },
        ];
  const needsCutoff = ['mclp', 'lscp', 'lscp-b', 'bacop1', 'bacop2', 'clscp'].includes(kind);
  if (needsCutoff && asked.within === undefined)
    invalid('This question needs a time: within how many minutes is somebody covered?', 'within');
  if (hasRooms(kind) && asked.capacity === false) invalid('This question always looks at room.', 'capacity');
  if (asked.capacity && !hasRooms(kind))
    invalid(
      'Room is looked at by capacitated-p-median and clscp. Ask for one of them, or leave capacity out.',
      'capacity',
    );
  const problem = problemOf({
    kind,
    areas,
    sites: ids.length,
    cost,
    people: weights.people,
    priority: weights.priority,
    count,
    ...(asked.within !== undefined && {cutoff: asked.within * perUnit}),
    theta: asked.theta ?? 0.5,
    capacity: hasRooms(kind) ? roomsOf(plan, asked, option.id, service, ids) : null,
    between: kind === 'p-dispersion' ? betweenOf(plan, ids) : null,
    fixedOpen: numbers(openIds),
    fixedClosed: numbers(closedIds),
    groups: (asked.groups ?? []).map(({name, sites, least, most}) => ({
      name,
      sites: named(sites).flatMap((id) => numberOf.get(id) ?? []),
      least: least ?? 0,
      most: most ?? sites.length,
    })),
    budget: asked.budget === undefined ? null : {costs: costsOf(plan, asked, ids, offering), most: asked.budget},
    floors,
    leaveOut: asked.leaveOut ?? false,
  });
  const shownUnit = kind === 'p-dispersion' ? {unit: 'kilometres' as const, perUnit: 1000} : {unit, perUnit};
  return {problem, kind, option, service, ids, offering, ...shownUnit, stated};
}

function needed<T>(value: T | undefined, at: string, sentence: string): T {
  return value ?? invalid(sentence, at);
}

/** Who counts, and how often. */
function weightsOf(people: People, asked: SearchInput, stated: string[]) {
  const weights = asked.weights ?? 'residents';
  let counted: Float64Array = people.residents.map((each) => (Number.isNaN(each) ? 0 : each));
  let priority: Float64Array | null = null;
  if (weights === 'most-deprived') {
    const times = asked.deprivedCount ?? MOST_DEPRIVED_COUNT;
    priority = Float64Array.from(people.fifth, (fifth) => (fifth === 1 ? times : 1));
    stated.push(`Each resident of the most deprived fifth counts ${times} times.`);
  } else if (weights !== 'residents') {
    counted = ofAge(people, weights);
    stated.push(`Residents aged ${weights} are counted.`);
  } else stated.push('Each resident counts once.');
  if (asked.priority) {
    const times = asked.priorityCount ?? 2;
    priority ??= new Float64Array(people.codes.length).fill(1);
    for (const code of asked.priority) {
      const area = people.indexOf.get(code);
      if (area === undefined) invalid(`There is no area ${code} in this project.`, 'priority');
      priority[area]! *= times;
    }
    stated.push(`Each resident of ${asked.priority.length} areas named counts ${times} times besides.`);
  }
  return {people: counted, priority};
}

function ofAge(people: People, weights: string): Float64Array {
  const [, from, to] = /^(\d+)(?:\+|-(\d+))$/.exec(weights) ?? [];
  const bands = people.bands.map(({fromAge, toAge}) => `${fromAge}-${toAge}`).join(', ');
  if (from === undefined)
    invalid(`Weights are residents, most-deprived, or ages such as 65+; “${weights}” is none of them.`, 'weights');
  const chosen = people.bands.flatMap(({fromAge, toAge}, band) =>
    fromAge >= Number(from) && (to === undefined || toAge <= Number(to)) ? [band] : [],
  );
  if (chosen.length === 0)
    invalid(`No ages of this project’s residents lie in ${weights}. It has: ${bands || 'no ages'}.`, 'weights');
  const counted = new Float64Array(people.codes.length);
  for (const band of chosen)
    for (let area = 0; area < counted.length; area++)
      counted[area]! += people.byBand[band * counted.length + area]! || 0;
  return counted;
}

/** How many sites are to be open, and the sentence that says how they were counted. */
function countOf(
  asked: SearchInput,
  kind: Kind,
  sites: number,
  offering: ReadonlySet<number>,
  fixed: number,
): {count: {least: number; most: number}; sentence: string} {
  if (asked.close !== undefined) {
    const left = offering.size - asked.close;
    if (left < 1)
      invalid(`${asked.close} of ${offering.size} sites would close, and none be left. Close fewer.`, 'close');
    return {
      count: {least: left, most: left},
      sentence: `${asked.close} of the ${offering.size} sites that offer it close; ${left} stay.`,
    };
  }
  if (kind === 'lscp' || kind === 'clscp' || kind === 'lscp-b') {
    const most = asked.open ?? sites;
    return {
      count: {least: 1, most: asked.open === undefined ? sites : asked.keep ? offering.size + most : most},
      sentence: asked.open === undefined ? 'As few sites as will do.' : `As few sites as will do, at most ${most}.`,
    };
  }
  const open = needed(asked.open, 'open', 'How many sites are to be open? Say so with --open N.');
  if (!Number.isInteger(open)) invalid(`“open” is ${open}; it must be a whole number.`, 'open');
  if (asked.keep) {
    const all = offering.size + open;
    return {
      count: {least: all, most: all},
      sentence: `${open} new sites besides the ${offering.size} that offer it now: ${all} in all.`,
    };
  }
  const among = fixed > 0 ? `, the ${fixed} fixed open among them` : '';
  return {count: {least: open, most: open}, sentence: `${open} sites in all${among}.`};
}

function costsOf(plan: Plan, asked: SearchInput, ids: readonly string[], offering: ReadonlySet<number>): Float64Array {
  const said = new Map(
    (asked.costs ?? []).map((each) => {
      const cut = each.lastIndexOf('=');
      const pounds = Number(each.slice(cut + 1));
      if (cut < 1 || !Number.isFinite(pounds) || pounds < 0)
        invalid(`A cost is written site=pounds; “${each}” is not.`, 'costs');
      return [siteNamed(plan, each.slice(0, cut).trim()).id, pounds] as const;
    }),
  );
  return Float64Array.from(ids, (id, site) => {
    const pounds = said.get(id) ?? (offering.has(site) ? 0 : asked.siteCost);
    if (pounds === undefined) {
      const name = found(plan, 'site', id).name;
      invalid(
        `A budget needs what each site costs, and ${name} has no cost. Give it, or one for all that have none.`,
        'siteCost',
      );
    }
    return pounds;
  });
}

/** Residents each site has room for: its visits a year over the visits a resident makes. */
function roomsOf(
  plan: Plan,
  asked: SearchInput,
  option: string,
  service: {id: string; name: string; usersPer1000: number; visitsPerYear: number},
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
function betweenOf(plan: Plan, ids: readonly string[]): Float64Array {
  const sites = ids.map((id) => found(plan, 'site', id));
  const between = new Float64Array(ids.length ** 2);
  sites.forEach((a, i) => {
    sites.forEach((b, j) => {
      if (j < i) between[i * ids.length + j] = between[j * ids.length + i] = metresBetween(a.lng, a.lat, b.lng, b.lat);
    });
  });
  return between;
}
