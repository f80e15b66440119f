import type {SpeedSettings} from '../core/graph/speeds.ts';
import {defaultSpeedSettings, defaultSpeeds, STEP_FREE_KMH} from '../core/graph/speeds.ts';
import type {TurnCosts} from '../core/graph/turn-costs.ts';
import {defaultTurnCosts, TURN_SOURCE} from '../core/graph/turn-costs.ts';
import type {Figure} from '../domain/figures.ts';
import type {Mode} from '../domain/mode.ts';
import {MODES} from '../domain/mode.ts';

const defaults = defaultSpeedSettings();
const OURS = 'Closer’s judgement, to be checked locally';

function figure(key: string, label: string, value: number, unit: string, source: string): Figure {
  const none = {low: null, high: null, year: '', priceBase: '', licence: ''};
  return {key, label, value, unit, source, ...none, confidence: 'assumed'};
}

type TurnKey = Exclude<keyof TurnCosts, 'drivesOnLeft'>;

const TURN_LABEL: Record<TurnKey, string> = {
  near: 'Turning left at a junction',
  across: 'Turning right at a junction',
  giveWay: 'Giving way onto or over a greater street',
  roundabout: 'Entering a roundabout',
  miniRoundabout: 'Passing a mini-roundabout',
  signals: 'A set of signals',
  crossing: 'A signalled crossing',
  turnRound: 'Turning round',
};

const VERB: Record<Mode, string> = {drive: 'Driving', walk: 'Walking', cycle: 'Cycling'};

/** Every speed that a planner may edit, as figures: by mode and class of street, and what limits driving. */
export function speedFigures(): Figure[] {
  const byClass = MODES.flatMap((mode) =>
    defaultSpeeds
      .filter((row) => row[mode] > 0)
      .map((row) => {
        const source = mode === 'drive' ? row.source : OURS;
        return figure(
          `speed-${mode}-${row.class}`,
          `${VERB[mode]} on ${row.class.replaceAll('_', ' ')}`,
          row[mode],
          'km/h',
          source,
        );
      }),
  );
  const turns = (Object.keys(TURN_LABEL) as TurnKey[]).map((key) =>
    figure(`speed-drive-turn-${key}`, TURN_LABEL[key], defaultTurnCosts[key], 'seconds', TURN_SOURCE),
  );
  return [
    ...byClass,
    figure('speed-drive-limit-factor', 'Share of the speed limit that is driven', defaults.limitFactor, 'share', OURS),
    figure(
      'speed-drive-built-up',
      'Limit where none is signed and houses stand along the street',
      defaults.builtUpKmh,
      'km/h',
      'Highway Code: 30 miles an hour with street lights unless signed otherwise',
    ),
    figure(
      'speed-drive-time-factor',
      'Driving time as a multiple of empty roads',
      1,
      '× free flow',
      'None measured: 1 is free flow. Put your own area’s factor for the time of day you plan for.',
    ),
    ...turns,
    figure(
      'speed-walk-step-free',
      'Walking without steps: speed of those who cannot climb, 0 for everyone’s walking',
      0,
      'km/h',
      `${OURS}; ${STEP_FREE_KMH} km/h is what many who need a step-free way manage`,
    ),
  ];
}

export function isSpeedOf(key: string, mode: Mode): boolean {
  return key.startsWith(`speed-${mode}-`);
}

/** The speeds as the graph wants them, from the figures in force. */
export function speedSettings(valueOfKey: (key: string) => number): SpeedSettings {
  const settings = defaultSpeedSettings();
  for (const row of defaultSpeeds) {
    for (const mode of MODES)
      if (row[mode] > 0) settings.kmh[row.class][mode] = valueOfKey(`speed-${mode}-${row.class}`);
  }
  settings.bandFactor['free-flow'] = valueOfKey('speed-drive-time-factor');
  for (const key of Object.keys(TURN_LABEL) as TurnKey[]) settings.turns[key] = valueOfKey(`speed-drive-turn-${key}`);
  settings.stepFreeKmh = valueOfKey('speed-walk-step-free');
  settings.limitFactor = valueOfKey('speed-drive-limit-factor');
  settings.builtUpKmh = valueOfKey('speed-drive-built-up');
  settings.accessKmh = valueOfKey('walk-access-speed');
  settings.furthestAccessMetres = valueOfKey('snap-limit');
  return settings;
}

/** Why a place has no way to the streets, by the code that snapping gives it. */
export const SNAP_REASON: readonly string[] = [
  '',
  'Too far from any street that can be used',
  'The streets do not reach here',
];
