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

/** The width of the panel, as in `tokens.css`. */
export const PANEL_WIDTH = 308;
