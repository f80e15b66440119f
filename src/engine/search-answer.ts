import {gapOf, type Proof} from '../core/search/answer.ts';
import type {Check} from '../core/search/check.ts';
import type {Explained, Other} from '../core/search/explained.ts';
import {isMaximised, isMedian} from '../core/search/problem.ts';
import type {Taken} from '../core/search/rooms.ts';
import {sitesOffering} from '../domain/placement.ts';
import {type Ease, easesOf} from './search-eases.ts';
import type {SearchInput} from './search-fields.ts';
import {type Outcome, outcomeOf} from './search-outcome.ts';
import type {SearchQuestion} from './search-question.ts';
import {type RoomsTold, roomsTold} from './search-rooms.ts';
import {conflictSentences, demandWords, poundsWords} from './search-sentences.ts';
import type {Workspace} from './workspace.ts';

export interface FoundSite {
  id: string;
  name: string;
  code: string;
  isNew: boolean;
}

/** Another answer that a board may want to see beside the best. */
export interface OtherAnswer {
  as: 'next' | 'different' | 'forced';
  /** What it is, in words: “Second best”, “Most different”, “With the Old Library open”. */
  title: string;
  /** The site that was forced open. */
  site: string | null;
  sites: FoundSite[];
  objective: number | null;
  /** How much worse than the best, as a share of it; null where it cannot be had at all. */
  worse: number | null;
  proof: string;
  outcome: Outcome | null;
  rooms: RoomsTold | null;
  /** By area code: its site’s id, where room decides who goes where. */
  assigned: Record<string, string | null> | null;
}

/** What a search answers: objective and bound in the unit told, not rounded. */
export interface SearchAnswer {
  problem: string;
  status: 'proven' | 'checked-all' | 'within' | 'stopped' | 'infeasible';
  /** The status as a sentence. */
  proof: string;
  objective: number | null;
  bound: number | null;
  gap: number | null;
  /** What the objective counts. */
  unit: string;
  combinations: number | null;
  services: string[];
  sites: FoundSite[];
  closes: {id: string; name: string}[];
  /** Pounds that the sites cost to open, where costs are part of the question. */
  cost: number | null;
  /** By area code: its site’s id, or null where no open site reaches it. */
  assignments: Record<string, string | null>;
  /** Residents whom no open site reaches, and of them those whom none could. */
  outOfReach: number;
  outOfEveryReach: number;
  /** What it means for residents, beside how things are, for each service. */
  outcomes: {service: string; name: string; before: Outcome; after: Outcome}[];
  reasons: {
    sites: {site: string; people: number; onlyCover: number; objectiveWithout: number | null; areas: string[]}[];
    others: {site: string; instead: string | null; objective: number | null}[];
    limits: string[];
    conflict: string[];
    /** What could give way, each by itself enough, as it can be asked again. */
    eases: Ease[];
  };
  /** How full sites are and who is sent past the closest one; null where room decides nothing. */
  rooms: RoomsTold | null;
  others: OtherAnswer[];
  stated: string[];
  /** Where the times come from, unless they are measured along streets. */
  travel: string[];
  check: {ok: boolean; faults: string[]; objective: number | null; bound: Check['bound'] | null};
  seed: number;
  seconds: number;
}

/** A number of the core in the unit told: weighted seconds to minutes, metres to kilometres, people as they are. */
export function told({kind, perUnit}: SearchQuestion, value: number): number {
  return isMedian(kind) || kind === 'p-centre' || kind === 'p-dispersion' ? value / perUnit : value;
}

export function unitOf({kind, unit, problem, services}: SearchQuestion): string {
  const who = services.length > 1 ? 'journey' : 'person';
  const weighted = problem.priority ? 'weighted ' : '';
  if (isMedian(kind)) return `${weighted}${who}-${unit}`;
  if (kind === 'p-centre' && problem.priority) return `weighted ${unit}`;
  if (kind === 'p-centre' || kind === 'p-dispersion') return unit;
  if (kind === 'lscp' || kind === 'clscp') return 'sites';
  if (kind === 'lscp-b') return 'areas covered twice';
  const people = services.length > 1 ? 'journeys' : 'people';
  if (kind === 'bacop2') return `${weighted}${people} covered, once and twice weighed`;
  return kind === 'bacop1' ? `${weighted}${people} covered twice` : `${weighted}${people} covered`;
}

export function proofWords(proof: Proof, combinations: number | null, gap: number | null): string {
  if (proof === 'checked-all' && combinations === 1) return 'It is the only combination.';
  if (proof === 'checked-all') return `Checked all ${combinations!.toLocaleString('en-GB')} combinations.`;
  if (proof === 'proven') return 'Proven best.';
  if (proof === 'within') return `Within ${((gap ?? 0) * 100).toPrecision(2)} % of the best possible.`;
  return 'How far it is from the best is not known.';
}

/** What the core found, told in a planner’s words and units. */
export function toldFrom(
  workspace: Workspace,
  question: SearchQuestion,
  explained: Explained,
  seed: number,
  asked: SearchInput,
): SearchAnswer {
  if (explained.state === 'found') return answered(workspace, question, explained, seed, asked.within ?? null);
  const nothing = nothingFound(question, seed, explained.seconds);
  if (explained.state === 'stopped') return {...nothing, proof: 'Stopped before any answer was found.'};
  const name = (site: number) => workspace.plan.site.get(question.ids[site]!)!.name;
  const conflict = conflictSentences(question, explained.conflict, name);
  const eases = easesOf(question, asked, explained.conflict, name);
  const reasons = {...nothing.reasons, conflict, eases};
  return {...nothing, status: 'infeasible', proof: conflict.join(' '), reasons};
}

function answered(
  workspace: Workspace,
  question: SearchQuestion,
  {found, check, reasons, assignment, taken, others, seconds}: Extract<Explained, {state: 'found'}>,
  seed: number,
  within: number | null,
): SearchAnswer {
  const {problem, ids, offering, kind, services, areas, costs} = question;
  const people = workspace.people();
  const site = (number: number) => workspace.plan.site.get(ids[number]!)!;
  const shown = sitesShown(workspace, question);
  const gap = Number.isFinite(found.bound) ? gapOf(found.objective, found.bound) : null;
  const several = services.length > 1;
  return {
    problem: kind,
    status: found.proof === 'unbounded' ? 'stopped' : found.proof,
    proof: proofWords(found.proof, found.combinations, gap),
    objective: told(question, found.objective),
    bound: Number.isFinite(found.bound) ? told(question, found.bound) : null,
    gap,
    unit: unitOf(question),
    combinations: found.combinations,
    services: services.map(({id}) => id),
    sites: found.sites.map(shown),
    closes: several
      ? []
      : [...offering]
          .filter((each) => !found.sites.includes(each))
          .map((each) => ({id: site(each).id, name: site(each).name})),
    cost: costs && found.sites.reduce((sum, each) => sum + costs[each]!, 0),
    assignments: assignedSites(workspace, question, assignment),
    ...reachOf(question, assignment),
    outcomes: outcomes(workspace, question, found.sites, within, taken),
    reasons: {
      sites: reasons.open.map((each) => ({
        site: site(each.site).id,
        people: taken ? taken.load[each.site]! : each.people,
        onlyCover: each.onlyCover,
        objectiveWithout: Number.isFinite(each.without) ? told(question, each.without) : null,
        areas: [...new Set(each.areas.map((row) => people.codes[row % areas]!))],
      })),
      others: reasons.closed.map(({site: each, instead, objective}) => ({
        site: site(each).id,
        instead: instead === null ? null : site(instead).id,
        objective: objective === null ? null : told(question, objective),
      })),
      limits: reasons.binding.map((each) => {
        const name = (number: number) => site(number).name;
        if (each.limit === 'budget')
          return `${poundsWords(each.used)} of a budget of ${poundsWords(each.most)} is spent.`;
        if (each.limit === 'group')
          return `${each.open} open: ${demandWords(question, {demand: 'group', group: each.group}, name)}.`;
        return `${(each.share * 100).toFixed(1)} % reached: ${demandWords(question, {demand: 'floor', floor: each.floor}, name)}.`;
      }),
      conflict: [],
      eases: [],
    },
    rooms: roomsTold(workspace, question, found.sites, taken),
    others: others.map((each) => other(workspace, question, found.objective, each, within)),
    stated: [
      ...question.stated,
      ...(isMedian(kind) && kind !== 'capacitated-p-median'
        ? [
            `Whoever no open site reaches counts as ${(problem.price / question.perUnit).toLocaleString('en-GB')} ${question.unit}; whoever no site could reach is left out of the sum.`,
          ]
        : []),
    ],
    travel: question.travel,
    check: {
      ok: check.faults.length === 0 && others.every(({faults}) => faults.length === 0),
      faults: [...check.faults, ...others.flatMap(({faults}) => faults)],
      objective: told(question, check.objective),
      bound: check.bound,
    },
    seed,
    seconds,
  };
}

export function sitesShown({plan}: Workspace, {ids, offering}: SearchQuestion): (site: number) => FoundSite {
  return (site) => {
    const {id, name, code} = plan.site.get(ids[site]!)!;
    return {id, name, code, isNew: !offering.has(site)};
  };
}

/** By area code: its site’s id, or null where no open site reaches it. */
function assignedSites(workspace: Workspace, {ids}: SearchQuestion, assignment: Int32Array) {
  return Object.fromEntries(
    workspace.people().codes.map((code, area) => [code, assignment[area]! < 0 ? null : ids[assignment[area]!]!]),
  );
}

/** Who reaches no open site, and of them who could reach none at all. Of a bundle: of the first service. */
function reachOf({problem, areas}: SearchQuestion, assignment: Int32Array) {
  const closed = new Set(problem.fixedClosed);
  let outOfReach = 0;
  let outOfEveryReach = 0;
  for (let area = 0; area < areas; area++) {
    if (assignment[area]! >= 0) continue;
    outOfReach += problem.people[area]!;
    let could = false;
    for (let site = 0; site < problem.sites && !could; site++)
      could = !closed.has(site) && problem.cost[site * problem.areas + area]! < problem.outOfReach;
    if (!could) outOfEveryReach += problem.people[area]!;
  }
  return {outOfReach, outOfEveryReach};
}

/** For each service of the question: as it is, and with these sites. */
export function outcomes(
  workspace: Workspace,
  {services, option, measured, ids, keeps}: SearchQuestion,
  sites: readonly number[],
  within: number | null,
  taken: Taken | null,
): SearchAnswer['outcomes'] {
  const people = workspace.people();
  const chosen = sites.map((site) => ids[site]!);
  const goes = taken?.assignment.map((site) => (site < 0 ? -1 : measured.indexOf.get(ids[site]!)!)) ?? null;
  return services.map(({id, name}) => {
    const offered = sitesOffering(workspace.plan, option.id, id);
    return {
      service: id,
      name,
      before: outcomeOf(people, measured, offered, within, null),
      after: outcomeOf(people, measured, keeps ? [...offered, ...chosen] : chosen, within, goes),
    };
  });
}

const PLACES = ['Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'];

function other(
  workspace: Workspace,
  question: SearchQuestion,
  best: number,
  each: Other,
  within: number | null,
): OtherAnswer {
  const {found} = each;
  const site = each.as === 'forced' ? workspace.plan.site.get(question.ids[each.site]!)! : null;
  const title =
    each.as === 'next'
      ? `${PLACES[each.place - 2]} best`
      : each.as === 'different'
        ? 'Most different'
        : `With ${site!.name} open`;
  const gap = found && Number.isFinite(found.bound) ? gapOf(found.objective, found.bound) : null;
  const sign = isMaximised(question.kind) ? -1 : 1;
  const worse = found && best !== 0 ? (sign * (found.objective - best)) / Math.abs(best) : null;
  return {
    as: each.as,
    title,
    site: site?.id ?? null,
    sites: found ? found.sites.map(sitesShown(workspace, question)) : [],
    objective: found && told(question, found.objective),
    worse,
    proof: found ? proofWords(found.proof, found.combinations, gap) : 'No other answer meets the demands.',
    outcome: found && outcomes(workspace, question, found.sites, within, each.taken)[0]!.after,
    rooms: found && roomsTold(workspace, question, found.sites, each.taken),
    assigned: each.taken && assignedSites(workspace, question, each.taken.assignment),
  };
}

function nothingFound(question: SearchQuestion, seed: number, seconds: number): SearchAnswer {
  return {
    problem: question.kind,
    status: 'stopped',
    proof: '',
    objective: null,
    bound: null,
    gap: null,
    unit: unitOf(question),
    combinations: null,
    services: question.services.map(({id}) => id),
    sites: [],
    closes: [],
    cost: null,
    assignments: {},
    outOfReach: 0,
    outOfEveryReach: 0,
    outcomes: [],
    reasons: {sites: [], others: [], limits: [], conflict: [], eases: []},
    rooms: null,
    others: [],
    stated: question.stated,
    travel: question.travel,
    check: {ok: true, faults: [], objective: null, bound: null},
    seed,
    seconds,
  };
}
