// @vitest-environment jsdom
import {describe, expect, it, vi} from 'vitest';
import {MENUS, type MenuEntry, menuTemplate} from '../../electron/menu.ts';

// The actions’ own module reaches the map, which needs a real browser; nothing of it is used here.
vi.mock('maplibre-gl', () => ({}));
vi.stubGlobal('EventSource', class {});

const {ACTIONS} = await import('../../renderer/actions/all.ts');
const entries = MENUS.flatMap((menu) => menu.entries).filter(
  (entry): entry is MenuEntry => entry !== null && 'action' in entry,
);

describe('the menu', () => {
  it.each(entries.map(({label, action}) => [label, action]))('“%s” runs an action of the screen: %s', (_, action) => {
    expect(ACTIONS.map(({name}) => name)).toContain(action);
  });

  it('shows the keys that the screen listens to', () => {
    const keysOf = (name: string): string | undefined => ACTIONS.find((action) => action.name === name)?.keys;
    for (const {keys, action} of entries)
      expect([action, keys?.replace('CmdOrCtrl', 'Mod')]).toEqual([action, keysOf(action)]);
  });

  it('has every action and every key once', () => {
    const actions = entries.map(({action}) => action);
    const keys = entries.flatMap(({keys}) => keys ?? []);
    expect(new Set(actions).size).toBe(actions.length);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('does not take keys away from the page', () => {
    const items = menuTemplate(() => undefined, false).flatMap(
      ({submenu}) => submenu as {accelerator?: string; registerAccelerator?: boolean}[],
    );
    const shown = items.filter(({accelerator}) => accelerator !== undefined);
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.every(({registerAccelerator}) => registerAccelerator === false)).toBe(true);
  });
});
