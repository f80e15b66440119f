/** How people travel. */
export type Mode = 'drive' | 'walk' | 'cycle';

export const MODES: readonly Mode[] = ['drive', 'walk', 'cycle'];

export const MODE_NAME: Record<Mode, string> = {drive: 'car', walk: 'foot', cycle: 'cycle'};
