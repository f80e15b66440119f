/** Something a person can do: one list of these feeds buttons, menu, keys and the command palette. */
export interface Action {
  /** What the menu and tests call it: `noun.verb`. */
  name: string;
  label: () => string;
  group: 'Project' | 'Edit' | 'Sites' | 'Streets' | 'Evidence' | 'Look' | 'Go to';
  /** Such as `Mod+Shift+Z`; `Mod` is Ctrl, or Cmd on a Mac. */
  keys?: string;
  when: () => boolean;
  run: () => void | Promise<void>;
}

export const IS_MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** Whether the keys pressed are those written. */
export function pressed(keys: string, press: KeyPress, mac = IS_MAC): boolean {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const wants = (part: string) => parts.includes(part);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    mod === wants('Mod') &&
    !other &&
    press.shiftKey === wants('Shift') &&
    press.altKey === wants('Alt')
  );
}

/** The keys as a person reads them: `Ctrl Shift Z`, or `⌘⇧Z`. */
export function keysText(keys: string, mac = IS_MAC): string {
  if (!mac) return arrows(keys).replace('Mod', 'Ctrl').replace('Delete', 'Del').replaceAll('+', ' ');
  return arrows(keys)
    .replace('Mod', '⌘')
    .replace('Shift', '⇧')
    .replace('Alt', '⌥')
    .replace('Delete', '⌫')
    .replaceAll('+', '');
}

const ARROWS: Record<string, string> = {ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓'};

function arrows(keys: string): string {
  return keys.replace(/Arrow\w+/, (key) => ARROWS[key] ?? key);
}
