import {useSyncExternalStore} from 'react';
import type {ThemeName} from './map/colours.ts';
import {useView, view} from './state/view.ts';

const dark = globalThis.matchMedia?.('(prefers-color-scheme: dark)');

/** The theme on the screen: the one chosen, or the system's. */
export function shownTheme(): ThemeName {
  const {theme} = view();
  return theme === 'system' ? (dark?.matches ? 'dark' : 'light') : theme;
}

function subscribe(changed: () => void): () => void {
  dark?.addEventListener('change', changed);
  return () => dark?.removeEventListener('change', changed);
}

export function useShownTheme(): ThemeName {
  const systemDark = useSyncExternalStore(subscribe, () => dark?.matches ?? false);
  const theme = useView((view) => view.theme);
  return theme === 'system' ? (systemDark ? 'dark' : 'light') : theme;
}

/** Whether motion is unwelcome. */
export function wantsStill(): boolean {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true;
}
