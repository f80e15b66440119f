import {type Audit, audit} from '../../core/access/audit.ts';
import type {Closest} from '../../core/access/closest.ts';
import {standings as reasonsOf, STANDINGS} from '../../core/access/reasons.ts';
import {peopleWithin} from '../../core/access/within.ts';
import type {TravelTimes} from '../../core/graph/travel-times.ts';
import {isOffered, placementIn} from '../../domain/placement.ts';
import type {Service} from '../../domain/service.ts';
import type {Context} from '../context.ts';
import {opened} from '../context.ts';
import {found} from '../found.ts';
import type {Lens} from '../lens.ts';
import {lensOf} from '../lens.ts';
import type {People} from '../people.ts';
import type {NotYet, Standings} from '../standings.ts';
import {openMask, standingsBy} from '../standings.ts';
import {needsWith, timesFrom} from '../times-used.ts';
import type {Workspace} from '../workspace.ts';
import type {MeasureSaid} from './question.ts';
import {usersIn, usersInAll} from './users.ts';

/** What every measure starts from, found once: people, times, open sites, capacities, deprivation. */
export interface Ground {
  context: Context;
  workspace: Workspace;
  asked: MeasureSaid;
  service: Service;
  standing: Standings;
  people: People;
  /** Residents or users, by area; `NaN` is not known. */
  counted: Float64Array;
  /** All of them, added up apart from the areas: what the parts are audited against. */
  total: number;
  who: 'residents' | 'users';
  times: TravelTimes;
  /** Site ids, in the order of the times. */
  ids: readonly string[];
  open: Uint8Array;
  now: Closest;
  cutoff: number;
  lens: Lens;
}

export function groundOf(context: Context, asked: MeasureSaid): Ground | NotYet {
  const workspace = opened(context);
  const {plan} = workspace;
  const service = found(plan, 'service', asked.service);
  const from = timesFrom(workspace, asked.times);
  const {service: key, mode, time, stepFree, within, option, against} = asked;
  const question = {service: key, option, against: against ?? option, mode, time, stepFree, within, weight: 0};
  const standing = standingsBy(context, question, from, needsWith(workspace, from));
  if ('state' in standing) return standing;
  const {people, measured, now} = standing;
  const who = asked.people ?? 'residents';
  const counted = who === 'users' ? usersIn(workspace, service) : people.residents;
  return {
    context,
    workspace,
    asked,
    service,
    standing,
    people,
    counted,
    total: who === 'users' ? usersInAll(workspace, service) : people.total,
    who,
    times: measured.times,
    ids: measured.ids,
    open: openMask(measured, [...standing.offering]),
    now,
    cutoff: within * 60,
    lens: lensOf(workspace, asked.lens ?? 'imd', counted),
  };
}

/** The capacity of every site for the service, by site; `NaN` is not known. */
export function capacities(ground: Ground): Float64Array {
  const {standing, ids, service, asked, workspace} = ground;
  const unknown = asked.capacity === 'one-each' ? 1 : Number.NaN;
  return Float64Array.from(ids, (id) => {
    if (!isOffered(workspace.plan, standing.question.option, id, service.id)) return Number.NaN;
    return placementIn(workspace.plan, standing.question.option, id, service.id)?.capacity ?? unknown;
  });
}

/** Do served, beyond and unreachable add up to everyone? Asked of whatever was counted. */
export function peopleAudit(total: number, seconds: Uint16Array, counted: Float64Array, cutoff: number): Audit {
  return audit(total, peopleWithin(seconds, counted, cutoff));
}

export interface Reason {
  standing: string;
  sentence: string;
  areas: number;
  people: number;
}

/** Why each area is or is not served, and how many people that is true of. */
export function reasons(ground: Ground): {byArea: string[]; counts: Reason[]} {
  const {times, open, counted, cutoff} = ground;
  const standing = reasonsOf(times, open, new Uint8Array(open.length), counted, cutoff);
  const sentenceOf = new Map(STANDINGS.map((each) => [each.standing, each.sentence]));
  const counts = STANDINGS.map(({standing: key, sentence}) => {
    const areas = [...standing.keys()].filter((area) => standing[area] === key);
    const people = areas.reduce((sum, area) => sum + (counted[area]! || 0), 0);
    return {standing: key, sentence, areas: areas.length, people};
  }).filter(({areas}) => areas > 0);
  return {byArea: standing.map((key) => (key === 'served' ? '' : sentenceOf.get(key)!)), counts};
}
