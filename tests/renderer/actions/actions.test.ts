// @vitest-environment jsdom
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {MENUS} from '../../../electron/menu.ts';
import {keysText, pressed} from '../../../renderer/actions/action.ts';
import {aDesk, type Desk} from '../desk.ts';

let desk: Desk;
let all: typeof import('../../../renderer/actions/all.ts');
beforeAll(async () => {
  desk = aDesk();
  all = await import('../../../renderer/actions/all.ts');
});
afterAll(() => desk.leaves());

function press(key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) {
  return {key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held};
}

describe('actions', () => {
  it('have names and keys of their own', () => {
    const names = all.ACTIONS.map(({name}) => name);
    const keys = all.ACTIONS.flatMap(({keys: each}) => each ?? []);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(keys).size).toBe(keys.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
  });

  it('include everything that Electron’s menu names', () => {
    const wanted = MENUS.flatMap(({entries}) =>
      entries.flatMap((entry) => (entry && 'action' in entry ? entry.action : [])),
    );
    expect(wanted.length).toBeGreaterThan(5);
    for (const name of wanted) expect(all.actionNamed(name).name).toBe(name);
  });

  it('say what they do before a project is open, and offer only what can be done then', () => {
    for (const {label} of all.ACTIONS) expect(label()).not.toBe('');
    const offered = all.ACTIONS.filter(({when}) => when()).map(({name}) => name);
    expect(offered).toContain('project.sample');
    expect(offered).not.toContain('project.save');
    expect(offered).not.toContain('sites.remove');
  });

  it('are refused by a name nobody has', () => {
    expect(() => all.actionNamed('sites.fly')).toThrow(/sites\.fly/);
  });
});

describe('keys', () => {
  it('mean what is held, no more and no less', () => {
    expect(pressed('Mod+Z', press('z', {ctrlKey: true}), false)).toBe(true);
    expect(pressed('Mod+Z', press('Z', {ctrlKey: true, shiftKey: true}), false)).toBe(false);
    expect(pressed('Mod+Z', press('z', {metaKey: true}), true)).toBe(true);
    expect(pressed('Mod+Z', press('z', {ctrlKey: true}), true)).toBe(false);
    expect(pressed('F2', press('F2'), false)).toBe(true);
    expect(pressed('Delete', press('Delete', {ctrlKey: true}), false)).toBe(false);
  });

  it('are written as on the keyboard in front of a person', () => {
    expect(keysText('Mod+Shift+Z', false)).toBe('Ctrl Shift Z');
    expect(keysText('Mod+Shift+Z', true)).toBe('⌘⇧Z');
    expect(keysText('Alt+ArrowLeft', false)).toBe('Alt ←');
  });
});
