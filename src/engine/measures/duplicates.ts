import {type Choice, choice, providersWithin} from '../../core/access/choice.ts';
import {type Catchments, catchmentsWithin, overlaps} from '../../core/access/overlap.ts';
import {type Loss, lossesWithout} from '../../core/access/without-site.ts';
import {UNREACHED} from '../../core/graph/travel-times.ts';
import type {Job} from '../../core/job.ts';
import {DUPLICATION_RULES, duplicationTotals, type Finding, findings} from '../../core/score/duplication.ts';
import {type SamePlace, samePlace} from '../../core/score/same-place.ts';
import {isOffered, placementIn, sitesOffering} from '../../domain/placement.ts';
import type {Service} from '../../domain/service.ts';
import {siteName} from '../../domain/site-name.ts';
import type {Verdict} from '../../domain/verdict.ts';
import {verdictId} from '../../domain/verdict.ts';
import {figureValue} from '../assumptions.ts';
import {closestKnown} from '../closest-known.ts';
import {FIFTH_LABEL} from '../fifth-label.ts';
import {openMask} from '../standings.ts';
import type {Ground} from './ground.ts';
import {type LosingArea, losingAreas} from './losers.ts';
import {usersIn} from './users.ts';

/** One site beside another, as the detector sees it. */
export interface DuplicateLine {
  site: string;
  siteName: string;
  beside: string;
  besideName: string;
  verdict: Finding['verdict'];
  /** Of an intended pair: why, when to look again, and whether that day has come. */
  intended: {reason: string; reviewOn: string; due: boolean} | null;
  samePlace: SamePlace;
  /** Share of the site's people who are also within the other's catchment, and people shared over people of both. */
  share: number;
  jaccard: number;
  both: number;
  either: number;
  /** If the site closed: people without any site within the cutoff, and how much longer everyone travels on average. */
  loseCover: number;
  loseCoverMostDeprivedShare: number | null;
  mostDeprivedShare: number | null;
  meanMinutesMore: number | null;
  worstMinutesMore: number | null;
  demand: number | null;
  spareElsewhere: number | null;
}

/** What closing one site would do: the two sides of duplication, and who pays. */
export interface WithoutSite {
  site: string;
  name: string;
  choiceNow: Choice;
  choiceThen: Choice;
  pairsNow: number;
  pairsThen: number;
  noLongerServed: number;
  noLongerServedByFifth: {label: string; people: number}[];
  personMinutes: number;
  losers: LosingArea[];
}

export interface Duplicates {
  service: string;
  /** Services taken for the same sort of thing. */
  alike: string[];
  sites: number;
  pairs: number;
  byVerdict: {verdict: Finding['verdict']; findings: number}[];
  lines: DuplicateLine[];
  /** How many findings there are in all; `lines` holds the strongest. */
  found: number;
  totals: {
    sites: {site: string; name: string}[];
    people: number;
    personMinutes: number;
    squareMetres: number;
    poundsAYear: number;
    sitesWithoutSpace: number;
    sitesWithoutCost: number;
  };
  choice: Choice;
  without: WithoutSite | null;
  rules: {overlap: number; choiceIsGoal: boolean};
  notes: string[];
}

/** The services that count as the same sort of thing. */
export function servicesAlike(ground: Ground): Service[] {
  const {service, workspace} = ground;
  const all = [...workspace.plan.service.values()];
  return all.filter((each) => each.id === service.id || (service.alike !== '' && each.alike === service.alike));
}

const ORDER: Finding['verdict'][] = [
  'same-place merge',
  'possible duplication',
  'possible duplication, room not known',
  'no room elsewhere',
  'needed for the most deprived',
  'needed backup or choice',
  'intended',
  'not a duplicate',
];

/** The detector over all pairs of sites of a service, with choice and losers beside it. */
export function* duplicates(ground: Ground, most: number, without: string | null): Job<Duplicates> {
  const {workspace, standing, times, ids, counted, cutoff, lens, asked, context} = ground;
  const {plan} = workspace;
  const {option} = standing.question;
  const alike = servicesAlike(ground);
  const open = openMask(
    standing.measured,
    alike.flatMap((each) => sitesOffering(plan, option, each.id)),
  );
  const mostDeprived = Uint8Array.from(lens.fifth, (fifth) => (fifth === 1 ? 1 : 0));
  const catchments = catchmentsWithin(times, open, counted, mostDeprived, cutoff);
  const pairs = yield* overlaps(catchments, counted);
  const loads = {capacity: capacityOf(ground, alike), demand: demandOf(ground, alike, open)};
  const provider = providerOf(ground, alike);
  const rules = {
    overlap: asked.overlap ?? DUPLICATION_RULES.overlap,
    choiceIsGoal: asked.choiceIsGoal ?? DUPLICATION_RULES.choiceIsGoal,
  };
  const intended = (a: number, b: number): Verdict | undefined =>
    alike.map((each) => plan.verdict.get(verdictId(each.id, ids[a]!, ids[b]!))).find((each) => each !== undefined);
  const place = (site: number) => {
    const {postcode, lng, lat} = plan.site.get(ids[site]!)!;
    return {uprn: '', postcode, lngLat: [lng, lat] as const};
  };
  const found = findings(
    catchments,
    pairs,
    loads,
    rules,
    (a, b) => provider[a] !== -1 && provider[a] === provider[b],
    (a, b) => samePlace(place(a), place(b)),
    (a, b) => intended(a, b) !== undefined,
  );
  const losses = new Map(lossesWithout(times, open, counted, lens.fifth, cutoff).map((loss) => [loss.site, loss]));
  const name = (site: number) => siteName(plan, ids[site]!);
  const today = context.now().slice(0, 10);
  const line = (of: Finding): DuplicateLine => {
    const said = intended(of.site, of.beside);
    const loss = losses.get(of.site)!;
    return {
      site: ids[of.site]!,
      siteName: name(of.site),
      beside: ids[of.beside]!,
      besideName: name(of.beside),
      verdict: of.verdict,
      intended: said ? {reason: said.reason, reviewOn: said.reviewOn, due: said.reviewOn <= today} : null,
      samePlace: of.samePlace,
      share: of.share,
      jaccard: of.overlap.jaccard,
      both: of.overlap.both,
      either: of.overlap.either,
      loseCover: of.loseCover,
      loseCoverMostDeprivedShare: of.loseCoverMostDeprivedShare,
      mostDeprivedShare: of.mostDeprivedShare,
      meanMinutesMore: loss.meanSecondsMore === null ? null : loss.meanSecondsMore / 60,
      worstMinutesMore: loss.worstSecondsMore === null ? null : loss.worstSecondsMore / 60,
      demand: of.demand,
      spareElsewhere: of.spareElsewhere,
    };
  };
  const sorted = [...found].sort(
    (x, y) =>
      ORDER.indexOf(x.verdict) - ORDER.indexOf(y.verdict) ||
      y.share - x.share ||
      y.overlap.both - x.overlap.both ||
      y.overlap.jaccard - x.overlap.jaccard ||
      x.site - y.site ||
      x.beside - y.beside,
  );
  const going = totals(ground, found, losses, catchments);
  return {
    service: ground.service.id,
    alike: alike.map((each) => each.id),
    sites: catchments.sites.length,
    pairs: pairs.length,
    byVerdict: ORDER.map((verdict) => ({verdict, findings: found.filter((each) => each.verdict === verdict).length})),
    lines: sorted.slice(0, most).map(line),
    found: found.length,
    totals: going,
    choice: choice(providersWithin(times, open, provider, cutoff), counted),
    without: without === null ? null : withoutSite(ground, open, provider, losses, pairs.length, without),
    rules,
    notes: notesOf(ground, open, loads, provider),
  };
}

function totals(
  ground: Ground,
  found: readonly Finding[],
  losses: ReadonlyMap<number, Loss>,
  catchments: Catchments,
): Duplicates['totals'] {
  const {workspace, ids} = ground;
  const {plan} = workspace;
  const cost = figureValue(plan, 'running-cost');
  const space = Float64Array.from(ids, (id) => plan.site.get(id)!.giaM2 ?? Number.NaN);
  const pounds = space.map((m2) => (cost > 0 ? m2 * cost : Number.NaN));
  const {sites, ...of} = duplicationTotals(found, space, pounds);
  const people = servedTwice(ground, sites, catchments);
  const personSeconds = sites.reduce((sum, site) => sum + losses.get(site)!.personSeconds, 0);
  return {
    ...of,
    people,
    sites: sites.map((site) => ({site: ids[site]!, name: siteName(plan, ids[site]!)})),
    personMinutes: personSeconds / 60,
  };
}

/** People within the cutoff of a site that might go and of one that stays: each person once, however many sites share them. */
function servedTwice({counted}: Ground, going: readonly number[], {sites, areas, start}: Catchments): number {
  const leaving = new Set(going);
  const by = new Uint8Array(counted.length);
  sites.forEach((site, n) => {
    const bit = leaving.has(site) ? 1 : 2;
    for (let at = start[n]!; at < start[n + 1]!; at++) by[areas[at]!]! |= bit;
  });
  return by.reduce((sum, bits, area) => sum + (bits === 3 ? counted[area]! || 0 : 0), 0);
}

function withoutSite(
  ground: Ground,
  open: Uint8Array,
  provider: Int32Array,
  losses: ReadonlyMap<number, Loss>,
  pairsNow: number,
  id: string,
): WithoutSite | null {
  const {times, ids, counted, cutoff, lens, people, workspace} = ground;
  const site = ids.indexOf(id);
  const loss = losses.get(site);
  if (!loss) return null;
  const fewer = open.map((is, at) => (at === site ? 0 : is));
  const choiceOf = (mask: Uint8Array) => choice(providersWithin(times, mask, provider, cutoff), counted);
  const before = closestKnown(times, open);
  const after = closestKnown(times, fewer);
  const mostDeprived = Uint8Array.from(lens.fifth, (fifth) => (fifth === 1 ? 1 : 0));
  const catchments = catchmentsWithin(times, fewer, counted, mostDeprived, cutoff);
  const steps = overlaps(catchments, counted);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return {
    site: id,
    name: siteName(workspace.plan, id),
    choiceNow: choiceOf(open),
    choiceThen: choiceOf(fewer),
    pairsNow,
    pairsThen: step.value.length,
    noLongerServed: loss.noLongerServed,
    noLongerServedByFifth: [1, 2, 3, 4, 5, 0].map((fifth) => ({
      label: FIFTH_LABEL[fifth]!,
      people: loss.noLongerServedByFifth[fifth]!,
    })),
    personMinutes: loss.personSeconds / 60,
    losers: losingAreas(before.seconds, after.seconds, people, counted, lens.fifth),
  };
}

/** Visits a year a site has room for, all services of the sort together; `NaN` if any of them does not say. */
function capacityOf(ground: Ground, alike: readonly Service[]): Float64Array {
  const {ids, workspace, standing} = ground;
  const {option} = standing.question;
  return Float64Array.from(ids, (id) => {
    const here = alike.filter((each) => isOffered(workspace.plan, option, id, each.id));
    if (here.length === 0) return Number.NaN;
    return here.reduce(
      (sum, each) => sum + (placementIn(workspace.plan, option, id, each.id)?.capacity ?? Number.NaN),
      0,
    );
  });
}

/** Visits a year that a site would have if every user of each service went to the closest site that offers it. */
function demandOf(ground: Ground, alike: readonly Service[], open: Uint8Array): Float64Array {
  const {workspace, standing, times, ids} = ground;
  const demand = Float64Array.from(open, (is) => (is ? 0 : Number.NaN));
  for (const service of alike) {
    const users = usersIn(workspace, service);
    const sites = sitesOffering(workspace.plan, standing.question.option, service.id).map((id) => ids.indexOf(id));
    const visits = service.visitsPerYear * (1 - service.shareDigital);
    const {seconds} = closestKnown(
      times,
      openMask(
        standing.measured,
        sites.map((site) => ids[site]!),
      ),
    );
    // Practices under one roof are equally close: they share, where a tie would give all to the first.
    for (let area = 0; area < seconds.length; area++) {
      if (seconds[area] === UNREACHED || !(users[area]! > 0)) continue;
      const equal = sites.filter((site) => times.seconds[site * times.areas + area] === seconds[area]);
      for (const site of equal) demand[site]! += (users[area]! * visits) / equal.length;
    }
  }
  return demand;
}

function providerOf(ground: Ground, alike: readonly Service[]): Int32Array {
  const {ids, workspace, standing} = ground;
  const number = new Map<string, number>();
  return Int32Array.from(ids, (id) => {
    const said = alike
      .map((each) => placementIn(workspace.plan, standing.question.option, id, each.id)?.provider.trim().toLowerCase())
      .find((each) => each);
    if (!said) return -1;
    if (!number.has(said)) number.set(said, number.size);
    return number.get(said)!;
  });
}

function notesOf(ground: Ground, open: Uint8Array, loads: {capacity: Float64Array}, provider: Int32Array): string[] {
  const sites = [...open.keys()].filter((site) => open[site]);
  const unknown = (is: (site: number) => boolean) => sites.filter(is).length;
  const room = unknown((site) => Number.isNaN(loads.capacity[site]!));
  const who = unknown((site) => provider[site] === -1);
  const notes = ['Overlap is nearness of people, not sameness of service; a verdict is where to look, not a decision.'];
  if (room > 0)
    notes.push(`${room} of ${sites.length} sites state no capacity, so whether others have room is not known.`);
  if (who > 0)
    notes.push(`${who} of ${sites.length} sites do not say who provides: each counts as a provider of its own.`);
  if (figureValue(ground.workspace.plan, 'running-cost') === 0)
    notes.push('No running cost a square metre has been set, so no pounds are claimed.');
  return notes;
}
