import {put, remove} from '../domain/change.ts';
import {PlanError} from '../domain/errors.ts';
import type {Figure} from '../domain/figures.ts';
import {FIGURES} from '../domain/figures.ts';
import type {Travel} from '../domain/mode.ts';
import type {Plan} from '../domain/plan.ts';
import {opened} from './context.ts';
import {number, text, words} from './fields.ts';
import {change, query} from './kinds.ts';
import {isSpeedOf, speedFigures, timeFactorKey} from './speeds.ts';

/** A figure as it stands in the plan: the value in force beside the one that shipped. */
export interface FigureRow extends Figure {
  original: number;
  changed: boolean;
  /** Why a planner changed it; empty if nobody has. */
  reason: string;
}

const ALL: ReadonlyMap<string, Figure> = new Map([...FIGURES, ...speedFigures()].map((each) => [each.key, each]));

function rowOf(plan: Plan, figure: Figure): FigureRow {
  const own = plan.assumption.get(figure.key);
  return {
    ...figure,
    value: own?.value ?? figure.value,
    original: figure.value,
    changed: own !== undefined,
    reason: own?.reason ?? '',
  };
}

/** The value in force of a figure. One that was put into the file by another program may be impossible, and is said to be. */
export function figureValue(plan: Plan, key: string): number {
  const figure = ALL.get(key);
  if (!figure) throw new RangeError(`There is no figure “${key}”.`);
  const {value, changed} = rowOf(plan, figure);
  const problem = changed ? problemOf(figure, value) : null;
  if (problem) throw new PlanError('invalid', `${problem} Change it under Assumptions.`, key);
  return value;
}

const TRAVEL_KEYS: ReadonlySet<string> = new Set(['walk-access-speed', 'snap-limit', 'travel-limit']);

/** Does the graph of this travel, or the search of it, depend on the figure? The time of day is no matter of either. */
function isGraphKey(key: string, travel: Travel): boolean {
  return TRAVEL_KEYS.has(key) || isSpeedOf(key, travel);
}

/** The figures that the graph of some travel depends on, and no others: changing a price keeps it. */
export function travelSettings(plan: Plan, travel: Travel): Record<string, number> {
  const keys = [...ALL.keys()].filter((key) => isGraphKey(key, travel));
  return Object.fromEntries(keys.map((key) => [key, figureValue(plan, key)]));
}

/** How many times as long as in free flow the streets take. */
export function timeFactor(plan: Plan, travel: Travel): number {
  const key = timeFactorKey(travel);
  return key === null ? 1 : figureValue(plan, key);
}

/** What an answer rests on: the travel settings of its mode, and everything else a planner has changed. */
export function assumptionsUsed(plan: Plan, travel: Travel): FigureRow[] {
  return [...ALL.values()]
    .filter(({key}) => isGraphKey(key, travel) || key === timeFactorKey(travel) || plan.assumption.has(key))
    .map((figure) => rowOf(plan, figure));
}

/** Figures by key, as they stand, for a list of terms. */
export function figureRows(plan: Plan, keys: readonly string[]): FigureRow[] {
  return keys.map((key) => rowOf(plan, ALL.get(key)!));
}

/**
 * What a figure can be at all, by its key or its unit; beyond it nothing could be worked out. Wider than the range in
 * which a planner should hold it.
 */
const BOUNDS: Record<string, readonly [least: number, most: number]> = {
  'speed-walk-step-free': [0.5, 10],
  'km/h': [0.5, 200],
  seconds: [0, 600],
  share: [0.05, 2],
  '× free flow': [0.1, 20],
  '× straight line': [1, 5],
  'travel-limit': [1, 1080],
  'snap-limit': [1, 20_000],
};

/** Why a figure can't have this value, as a sentence; null if it can. */
function problemOf({key, unit, label}: Figure, value: number): string | null {
  const [least, most] = BOUNDS[key] ?? BOUNDS[unit] ?? [0, 1_000_000];
  if (value >= least && value <= most) return null;
  return `${label} can’t be ${value} ${unit}; it must be from ${least} to ${most}.`;
}

function known(key: string): Figure {
  const figure = ALL.get(key);
  if (!figure) throw new PlanError('missing', `There is no figure “${key}”.`, 'key');
  return figure;
}

export const assumptions = {
  'assumptions.list': query({}, (context): FigureRow[] => {
    const {plan} = opened(context);
    return [...ALL.values()].map((figure) => rowOf(plan, figure));
  }),
  'assumptions.set': change(
    {key: text(80), value: number(0, 1_000_000), reason: words(500)},
    (_plan, {key, value, reason}) => {
      const figure = known(key);
      const problem = problemOf(figure, value);
      if (problem) throw new PlanError('invalid', problem, 'value');
      return put(`Set ${figure.label} to ${value} ${figure.unit}`, 'assumption', {id: key, value, reason});
    },
  ),
  'assumptions.reset': change({key: text(80)}, (plan, {key}) => {
    const figure = known(key);
    if (!plan.assumption.has(key)) throw new PlanError('invalid', `${figure.label} has not been changed.`, 'key');
    return remove(`Put ${figure.label} back to ${figure.value} ${figure.unit}`, 'assumption', key);
  }),
};
