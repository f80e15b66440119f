import {NO_METRES} from '../core/access/closest.ts';
import {PlanError} from '../domain/errors.ts';
import {streetChangesIn} from '../domain/street-change.ts';
import type {FigureRow} from './assumptions.ts';
import {figureRows} from './assumptions.ts';
import {importedTimes, joinedTimes} from './imported-times.ts';
import {straightFigures, straightLines} from './straight-lines.ts';
import type {MeasuredTimes} from './times.ts';
import {NO_CODES, needsOf, timesFor} from './times.ts';
import type {TravelIn} from './travel-asked.ts';
import type {Workspace} from './workspace.ts';

/** Where travel times come from: our own search along streets, a matrix from elsewhere, or straight lines. */
export type TimesFrom = 'streets' | 'imported' | 'straight-line';

/** What every answer says of its times. */
export interface TimesUsed {
  from: TimesFrom;
  label: string;
  notes: string[];
  /** The figures they rest on, where they are not searched along streets. */
  figures: FigureRow[];
}

/** What was asked for; else streets where there are any, then times from elsewhere, then straight lines. */
export function timesFrom(workspace: Workspace, wanted: TimesFrom | undefined): TimesFrom {
  if (wanted === 'imported' && !importedTimes(workspace)) {
    throw new PlanError(
      'missing',
      'No travel times from elsewhere were imported. Bring them with “closer import … --as travel-times”, or ask by streets or straight line.',
      'times',
    );
  }
  if (wanted) return wanted;
  if (workspace.streetsKey() !== null) return 'streets';
  return importedTimes(workspace) ? 'imported' : 'straight-line';
}

/** What is wanting before a question with these times can be answered. Deprivation is wanting only where it is asked about. */
export function needsWith(workspace: Workspace, from: TimesFrom): string[] {
  return needsOf(workspace).filter((need) => need !== 'deprivation' && (need !== 'streets' || from === 'streets'));
}

/** The times to these sites, or (by streets only) the ids of those not measured yet. */
export function timesUsed(
  workspace: Workspace,
  travel: TravelIn,
  ids: readonly string[],
  from: TimesFrom,
): {measured: MeasuredTimes; used: TimesUsed} {
  if (timesFrom(workspace, from) === 'streets') {
    return {
      measured: timesFor(workspace, travel, ids),
      used: {from, label: 'Travel times searched along streets', notes: [], figures: []},
    };
  }
  const {plan} = workspace;
  const people = workspace.people();
  const lines = () => straightLines(workspace, travel, ids);
  const known = {
    ids,
    keys: [],
    indexOf: new Map(ids.map((id, index) => [id, index])),
    missing: [],
    snapCodes: () => NO_CODES,
  };
  if (from === 'straight-line') {
    const figures = figureRows(plan, straightFigures(travel.mode));
    const [detour, speed] = figures as [FigureRow, FigureRow];
    const label = `Straight lines × ${detour.value} at ${speed.value} km/h: a first look, not journeys along streets`;
    const reasonOf = () => 'No open site within the longest journey measured, by straight line';
    return {
      measured: {...known, times: lines(), reasonOf},
      used: {from, label, notes: notSearched(workspace, travel), figures},
    };
  }
  const joined = joinedTimes(importedTimes(workspace)!, plan, people.codes, ids);
  const notes = [
    ...notSearched(workspace, travel),
    `${joined.areasFound} of ${people.codes.length} areas and ${joined.sitesFound} of ${ids.length} sites have times from elsewhere; a pair without one counts as out of reach.`,
  ];
  let figures: FigureRow[] = [];
  if (joined.times.metres.includes(NO_METRES)) {
    figures = figureRows(plan, ['detour-factor']);
    if (!joined.hasMetres) notes.push(`The file has no kilometres: they are straight lines × ${figures[0]!.value}.`);
    const {metres} = lines();
    joined.times.metres.forEach((each, pair, own) => {
      if (each === NO_METRES) own[pair] = metres[pair]!;
    });
  }
  const reasonOf = () => 'The times from elsewhere have none from here to an open site';
  return {
    measured: {...known, times: joined.times, reasonOf},
    used: {from, label: 'Travel times from elsewhere, as imported', notes, figures},
  };
}

/** What a question asks that only a search along streets could answer. */
function notSearched(workspace: Workspace, {time, stepFree, option}: TravelIn): string[] {
  return [
    ...(streetChangesIn(workspace.plan, option).length === 0
      ? []
      : ['Streets that this option changes make no difference to these times: they are not searched along streets.']),
    ...(time === 'free-flow'
      ? []
      : ['The time of day makes no difference to these times: they are not searched along streets.']),
    ...(stepFree ? ['Steps make no difference to these times: they are not searched along streets.'] : []),
  ];
}
