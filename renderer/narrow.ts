import {useSyncExternalStore} from 'react';

const narrow = globalThis.matchMedia?.('(max-width: 1180px)');

function subscribe(changed: () => void): () => void {
  narrow?.addEventListener('change', changed);
  return () => narrow?.removeEventListener('change', changed);
}

export function isNarrow(): boolean {
  return narrow?.matches ?? false;
}

/** Too narrow for panel, map and answer side by side: the panel lies over the map, the answer in the drawer below. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, isNarrow);
}

/** Panels of tables with five columns. */
export const WIDE_PANELS: ReadonlySet<string> = new Set(['measures', 'journeys', 'together']);

/** The width of a panel, as in `tokens.css` and `workspace.css`. */
export function panelWidth(panel: string): number {
  return WIDE_PANELS.has(panel) ? 440 : 308;
}
