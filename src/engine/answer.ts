import {audit} from '../core/access/audit.ts';
import type {Closest} from '../core/access/closest.ts';
import {NO_SITE} from '../core/access/closest.ts';
import type {Spread} from '../core/access/spread.ts';
import {spread} from '../core/access/spread.ts';
import {peopleWithin, peopleWithinByBand} from '../core/access/within.ts';
import {byFifth} from '../core/equity/by-fifth.ts';
import type {Gap} from '../core/equity/gap.ts';
import {gap} from '../core/equity/gap.ts';
import {UNREACHED} from '../core/graph/travel-times.ts';
import {drain} from '../core/job.ts';
import {asNow, openingEffects} from '../core/score/opening-effect.ts';
import type {RankedCandidate} from '../core/score/rank-candidates.ts';
import {rankByPeopleServed} from '../core/score/rank-candidates.ts';
import {isClosed} from '../domain/placement.ts';
import {siteName} from '../domain/site-name.ts';
import {ageLabel} from './age-label.ts';
import type {Answer, Difference, GapAnswer, Minutes, OpenSite, RankedSite} from './answer-shape.ts';
import {assumptionsUsed} from './assumptions.ts';
import type {Context} from './context.ts';
import {opened} from './context.ts';
import {FIFTH_LABEL} from './fifth-label.ts';
import {losingAreas} from './measures/losers.ts';
import type {People} from './people.ts';
import {sourcesUsed} from './sources.ts';
import type {Standings} from './standings.ts';
import {coverSentences} from './street-cover.ts';
import type {MeasuredTimes} from './times.ts';
import type {Workspace} from './workspace.ts';

const minutesOf = (seconds: number | null) => (seconds === null ? null : seconds / 60);

function minutesIn(of: Spread, people: People): Minutes {
  return {
    mean: minutesOf(of.meanSeconds),
    median: minutesOf(of.medianSeconds),
    ninetieth: minutesOf(of.ninetiethSeconds),
    worst: minutesOf(of.worstSeconds),
    worstArea: of.worstArea === null ? null : people.names[of.worstArea]!,
    reached: of.reached,
    unreachable: of.unreachable,
  };
}

function gapAnswer(of: Gap): GapAnswer {
  const side = ({residents, served, shareServed, meanSeconds}: Gap['rest']) => ({
    residents,
    served,
    share: shareServed,
    meanMinutes: minutesOf(meanSeconds),
  });
  return {
    sharePoints: of.sharePoints,
    minutes: minutesOf(of.meanSeconds),
    mostDeprived: side(of.mostDeprived),
    rest: side(of.rest),
  };
}

function ranked(workspace: Workspace, {effect, place, shareOfBest}: RankedCandidate, id: string): RankedSite {
  const site = workspace.plan.site.get(id)!;
  return {
    id,
    name: siteName(workspace.plan, id),
    standing: site.standing,
    place,
    newlyServed: effect.newlyServed,
    newlyServedMostDeprived: effect.newlyServedMostDeprived,
    newlyReachable: effect.newlyReachable,
    personMinutesSaved: effect.personSecondsSaved / 60,
    personMinutesSavedMostDeprived: effect.personSecondsSavedMostDeprived / 60,
    quicker: effect.quicker,
    unchanged: effect.unchanged,
    meanMinutesAfter: minutesOf(effect.meanSecondsAfter),
    gapAfter: gapAnswer(effect.gapAfter),
    auditAfter: effect.auditAfter,
    shareOfBest,
  };
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/** The open sites with the residents of their catchments: the areas whose closest open site each is. */
function openSites({now, people, measured, offering}: Standings, workspace: Workspace): OpenSite[] {
  const residents = new Float64Array(measured.times.sites);
  now.site.forEach((site, area) => {
    if (site !== NO_SITE) residents[site]! += people.residents[area]! || 0;
  });
  return measured.ids.flatMap((id, index) =>
    offering.has(id) ? [{id, name: siteName(workspace.plan, id), residents: residents[index]!}] : [],
  );
}

function differenceOf(now: Closest, before: Closest, people: People): Difference {
  const sums = {quicker: 0, slower: 0, unchanged: 0, newlyReachable: 0, noLongerReachable: 0};
  now.seconds.forEach((seconds, area) => {
    const was = before.seconds[area]!;
    const here = people.residents[area]! || 0;
    if (seconds === was) sums.unchanged += here;
    else if (was === UNREACHED) sums.newlyReachable += here;
    else if (seconds === UNREACHED) sums.noLongerReachable += here;
    else if (seconds < was) sums.quicker += here;
    else sums.slower += here;
  });
  const all = sums.quicker + sums.slower + sums.unchanged + sums.newlyReachable + sums.noLongerReachable;
  return {...sums, addsUp: Math.abs(all - people.total) < 0.5};
}

export function answer(context: Context, standing: Standings): Answer {
  const workspace = opened(context);
  const {question, people, measured, now, before} = standing;
  const cutoff = question.within * 60;
  const {residents, fifth, total} = people;
  const base = asNow(now, residents, total, fifth, cutoff);
  const candidates = measured.ids.flatMap((id, index) => {
    return standing.offering.has(id) || isClosed(workspace.plan, question.option, id) ? [] : [index];
  });
  const effects = drain(openingEffects(base, measured.times, candidates));
  const ranking = rankByPeopleServed(effects, question.weight);
  return {
    question,
    audit: base.audit,
    share: share(base.audit.served, base.audit.residents),
    byFifth: byFifth(now.seconds, residents, fifth, cutoff).map((line) => ({
      fifth: line.fifth,
      label: FIFTH_LABEL[line.fifth ?? 0],
      areas: line.areas,
      residents: line.residents,
      served: line.served,
      beyond: line.beyond,
      unreachable: line.unreachable,
      share: line.shareServed,
      minutes: minutesIn(line.spread, people),
    })),
    byAge: peopleWithinByBand(now.seconds, people.byBand, people.bands.length, cutoff).map((line, index) => ({
      ...people.bands[index]!,
      label: ageLabel(people.bands[index]!),
      residents: line.residents,
      served: line.served,
      beyond: line.beyond,
      unreachable: line.unreachable,
      share: share(line.served, line.residents),
    })),
    minutes: minutesIn(spread(now.seconds, residents), people),
    gap: gapAnswer(base.gap),
    against: before && {
      audit: audit(total, peopleWithin(before.seconds, residents, cutoff)),
      share: share(peopleWithin(before.seconds, residents, cutoff).served, total),
      minutes: minutesIn(spread(before.seconds, residents), people),
      gap: gapAnswer(gap(before.seconds, residents, fifth, cutoff)),
      difference: differenceOf(now, before, people),
      losers: losingAreas(before.seconds, now.seconds, people, residents, fifth),
    },
    open: openSites(standing, workspace),
    ranking: {decidedBy: ranking.decidedBy, timesAsMuch: ranking.timesAsMuch},
    sites: ranking.candidates.map((each) => ranked(workspace, each, measured.ids[each.effect.site]!)),
    times: standing.times,
    cautions: cautionsOf(people, measured),
    sources: sourcesUsed(workspace),
    assumptions: [...standing.times.figures, ...assumptionsUsed(workspace.plan, question)],
    version: context.version,
  };
}

function cautionsOf(people: People, measured: MeasuredTimes): string[] {
  return [...fromInside(people), ...coverSentences(people, measured.snapCodes())];
}

/** Without centroids people set out from a point inside their area, which in the country may lie in a field far from any street. */
function fromInside(people: People): string[] {
  const without = people.weighted.reduce((sum, each) => sum + (each ? 0 : 1), 0);
  if (without === 0) return [];
  const which = without === people.codes.length ? 'All areas set' : `${without} of ${people.codes.length} areas set`;
  return [
    `${which} out from a point inside them, not from where people live, so times in the country may be several minutes too long. Bring population-weighted centroids.`,
  ];
}
