import type {SpeedSettings} from '../core/graph/speeds.ts';
import {defaultSpeedSettings, defaultSpeeds, STEP_FREE_KMH} from '../core/graph/speeds.ts';
import type {TurnCosts} from '../core/graph/turn-costs.ts';
import {defaultTurnCosts, TURN_SOURCE} from '../core/graph/turn-costs.ts';
import type {Figure} from '../domain/figures.ts';
import type {Mode, TimeOfDay, Travel} from '../domain/mode.ts';
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

/** The figure that says how much longer a drive takes at each time of day. */
const TIME_FACTOR: Record<TimeOfDay, string> = {
  'free-flow': 'speed-drive-time-factor',
  'morning-peak': 'speed-drive-factor-morning-peak',
  interpeak: 'speed-drive-factor-interpeak',
  evening: 'speed-drive-factor-evening',
};

const QUEUES =
  'Closer’s judgement, to be replaced by local counts. For comparison: all day, driving on A roads kept by councils took 1.44 times free flow (Department for Transport, year to June 2019: 25.4 miles an hour with 43.2 seconds of delay a mile)';

const STEP_FREE_KEY = 'speed-walk-step-free';

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
      TIME_FACTOR['free-flow'],
      'Driving time in free flow, as a multiple of the speeds along the streets',
      1,
      '× free flow',
      'None measured: 1 leaves the speeds as they are',
    ),
    figure(TIME_FACTOR['morning-peak'], 'Driving time in the morning peak, 7 to 10', 1.3, '× free flow', QUEUES),
    figure(TIME_FACTOR.interpeak, 'Driving time between the peaks, 10 to 16', 1.15, '× free flow', QUEUES),
    figure(TIME_FACTOR.evening, 'Driving time in the evening peak, 16 to 19', 1.3, '× free flow', QUEUES),
    ...turns,
    figure(
      STEP_FREE_KEY,
      'Walking without steps: speed of those who cannot climb',
      STEP_FREE_KMH,
      'km/h',
      `${OURS}: what many who need a step-free way manage`,
    ),
  ];
}

/** Does a graph of this travel depend on the figure? Cycles are pushed at walking speed where they may not be ridden. */
export function isSpeedOf(key: string, {mode, stepFree}: Travel): boolean {
  if (isTimeFactor(key)) return false;
  if (key === STEP_FREE_KEY) return stepFree;
  return key.startsWith(`speed-${mode}-`) || (mode === 'cycle' && key.startsWith('speed-walk-'));
}

function isTimeFactor(key: string): boolean {
  return Object.values(TIME_FACTOR).includes(key);
}

/** The key of the figure that multiplies the time on the streets; none where nobody queues. */
export function timeFactorKey({mode, time}: Travel): string | null {
  return mode === 'drive' ? TIME_FACTOR[time] : null;
}

/** The speeds as the graph wants them, from the figures in force. */
export function speedSettings(valueOfKey: (key: string) => number, {stepFree}: Travel): SpeedSettings {
  const settings = defaultSpeedSettings();
  for (const row of defaultSpeeds) {
    for (const mode of MODES)
      if (row[mode] > 0) settings.kmh[row.class][mode] = valueOfKey(`speed-${mode}-${row.class}`);
  }
  for (const key of Object.keys(TURN_LABEL) as TurnKey[]) settings.turns[key] = valueOfKey(`speed-drive-turn-${key}`);
  settings.stepFreeKmh = stepFree ? valueOfKey(STEP_FREE_KEY) : 0;
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
