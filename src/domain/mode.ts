/** How people travel. */
export type Mode = 'drive' | 'walk' | 'cycle';

export const MODES: readonly Mode[] = ['drive', 'walk', 'cycle'];

/** As a sentence says it. */
export const MODE_PHRASE: Record<Mode, string> = {drive: 'by car', walk: 'on foot', cycle: 'by cycle'};

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

/** By what, when and for whom, as a sentence says it: `by car, morning peak`, `on foot, without steps`. */
export function travelPhrase(asked: Parameters<typeof travelOf>[0]): string {
  const {mode, time, stepFree} = travelOf(asked);
  const when = time === 'free-flow' ? '' : `, ${TIME_NAME[time]}`;
  return `${MODE_PHRASE[mode]}${when}${stepFree ? ', without steps' : ''}`;
}
