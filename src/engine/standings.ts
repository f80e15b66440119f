import type {Closest} from '../core/access/closest.ts';
import {sitesOffering} from '../domain/placement.ts';
import {closestKnown} from './closest-known.ts';
import type {Context} from './context.ts';
import {opened} from './context.ts';
import type {People} from './people.ts';
import type {Asked, Question} from './question.ts';
import {questionOf} from './question.ts';
import type {MeasuredTimes} from './times.ts';
import {needsOf, timesKey} from './times.ts';
import type {TimesFrom, TimesUsed} from './times-used.ts';
import {timesUsed} from './times-used.ts';
import {type TravelIn, travelIn} from './travel-asked.ts';
import type {Workspace} from './workspace.ts';

/** Why there is no answer yet: travel times being measured, or evidence that has to be brought first. */
export type NotYet = {state: 'waiting'; missing: number} | {state: 'needs'; needs: string[]};

/** Everything an answer is made of, found once. */
export interface Standings {
  question: Question;
  /** The ids of the open sites that offer the service in the option. */
  offering: ReadonlySet<string>;
  people: People;
  measured: MeasuredTimes;
  /** The times in the option that it is held against: others only where one of the two changes streets. */
  measuredAgainst: MeasuredTimes;
  times: TimesUsed;
  now: Closest;
  before: Closest | null;
}

export function openMask(measured: MeasuredTimes, ids: readonly string[]): Uint8Array {
  const open = new Uint8Array(measured.times.sites);
  for (const id of ids) {
    const index = measured.indexOf.get(id);
    if (index !== undefined) open[index] = 1;
  }
  return open;
}

/** The closest sites in the option and in the other, or what is missing to say so. */
export function standings(context: Context, asked: Asked): Standings | NotYet {
  const from = asked.times ?? 'streets';
  const needs = needsOf(opened(context)).filter((need) => need !== 'streets' || from === 'streets');
  return standingsBy(context, asked, from, needs);
}

/** The same with times of that origin, and whatever the asker says is still needed. */
export function standingsBy(
  context: Context,
  asked: Asked,
  from: TimesFrom,
  needs: readonly string[],
): Standings | NotYet {
  const workspace = opened(context);
  const question = questionOf(workspace.plan, asked);
  if (needs.length > 0) return {state: 'needs', needs: [...needs]};
  const ids = [...workspace.plan.site.keys()].sort();
  const [there, before] = [travelIn(question, question.option), travelIn(question, question.against)];
  const both = timesOfBoth(context, workspace, there, before, ids, from);
  if ('state' in both) return both;
  const {measured, used, measuredAgainst} = both;
  const offering = sitesOffering(workspace.plan, question.option, question.service);
  const closestTo = (of: MeasuredTimes, sites: readonly string[]) => closestKnown(of.times, openMask(of, sites));
  return {
    question,
    offering: new Set(offering),
    people: workspace.people(),
    measured,
    measuredAgainst,
    times: used,
    now: closestTo(measured, offering),
    before:
      question.against === question.option
        ? null
        : closestTo(measuredAgainst, sitesOffering(workspace.plan, question.against, question.service)),
  };
}

/** The times in an option and in the one it is held against, or that some of them are being measured. */
export function timesOfBoth(
  context: Context,
  workspace: Workspace,
  there: TravelIn,
  before: TravelIn,
  ids: readonly string[],
  from: TimesFrom,
): {measured: MeasuredTimes; measuredAgainst: MeasuredTimes; used: TimesUsed} | Extract<NotYet, {state: 'waiting'}> {
  const {measured, used} = timesUsed(workspace, there, ids, from);
  const measuredAgainst = timesUsed(workspace, before, ids, from).measured;
  const wanting = waitingFor(context, workspace, [
    [there, measured],
    [before, measuredAgainst],
  ]);
  return wanting ?? {measured, measuredAgainst, used};
}

/** Has what is missing measured, and says how much that is; null where nothing is. Its own trouble is told instead. */
function waitingFor(
  context: Context,
  workspace: Workspace,
  wanted: readonly (readonly [TravelIn, MeasuredTimes])[],
): Extract<NotYet, {state: 'waiting'}> | null {
  const missing = new Set<string>();
  for (const [travel, measured] of wanted) {
    if (measured.missing.length === 0) continue;
    const trouble = workspace.takeTrouble(timesKey(workspace, travel));
    if (trouble) throw trouble;
    context.measureSoon(travel);
    for (const id of measured.missing) missing.add(measured.keys[measured.indexOf.get(id)!]!);
  }
  return missing.size > 0 ? {state: 'waiting', missing: missing.size} : null;
}
