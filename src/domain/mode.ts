/** How people travel. */
export type Mode = 'drive' | 'walk' | 'cycle';

export const MODES: readonly Mode[] = ['drive', 'walk', 'cycle'];

export const MODE_NAME: Record<Mode, string> = {drive: 'car', walk: 'foot', cycle: 'cycle'};

/** When people drive. The hours are those by which traffic is usually modelled: 7 to 10, 10 to 16 and 16 to 19. */
export type TimeOfDay = 'free-flow' | 'morning-peak' | 'interpeak' | 'evening';

export const TIMES_OF_DAY: readonly TimeOfDay[] = ['free-flow', 'morning-peak', 'interpeak', 'evening'];

export const TIME_NAME: Record<TimeOfDay, string> = {
  'free-flow': 'free flow',
  'morning-peak': 'morning peak',
  interpeak: 'interpeak',
  evening: 'evening',
};

/** By what, when, and for whom: the time of day counts by car alone, and only walking has a way without steps. */
export interface Travel {
  mode: Mode;
  time: TimeOfDay;
  stepFree: boolean;
}

/** What was asked, with everything that a mode knows nothing of left out, so that equal journeys are asked for alike. */
export function travelOf(asked: {mode: Mode; time?: TimeOfDay | undefined; stepFree?: boolean | undefined}): Travel {
  return {
    mode: asked.mode,
    time: asked.mode === 'drive' ? (asked.time ?? 'free-flow') : 'free-flow',
    stepFree: asked.mode === 'walk' && asked.stepFree === true,
  };
}

/** As a question says it after “by” or “on”: `car, morning peak`, `foot, without steps`. */
export function travelName({mode, time, stepFree}: Travel): string {
  const when = time === 'free-flow' ? '' : `, ${TIME_NAME[time]}`;
  return `${MODE_NAME[mode]}${when}${stepFree ? ', without steps' : ''}`;
}
