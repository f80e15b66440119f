import type {MenuItemConstructorOptions} from 'electron';

/** A menu as data: what it says, its keys, and the name of the screen's action that it runs. `null` is a line. */
export interface MenuEntry {
  label: string;
  keys?: string;
  action: string;
}

type Role = NonNullable<MenuItemConstructorOptions['role']>;

export const MENUS: readonly {label: string; entries: readonly (MenuEntry | {role: Role} | null)[]}[] = [
  {
    label: 'File',
    entries: [
      {label: 'New project…', keys: 'CmdOrCtrl+N', action: 'project.new'},
      {label: 'Open a project…', keys: 'CmdOrCtrl+O', action: 'project.open'},
      {label: 'Open the sample town', action: 'project.sample'},
      null,
      {label: 'Save', keys: 'CmdOrCtrl+S', action: 'project.save'},
      {label: 'Save as…', keys: 'CmdOrCtrl+Shift+S', action: 'project.save-as'},
      null,
      {label: 'Bring evidence…', keys: 'CmdOrCtrl+I', action: 'evidence.import'},
      {label: 'Export the answer as CSV…', keys: 'CmdOrCtrl+E', action: 'answer.export'},
      null,
      {label: 'Close project', action: 'project.close'},
      {role: 'quit'},
    ],
  },
  {
    label: 'Edit',
    entries: [
      {label: 'Undo', keys: 'CmdOrCtrl+Z', action: 'history.undo'},
      {label: 'Redo', keys: 'CmdOrCtrl+Y', action: 'history.redo'},
      null,
      {role: 'cut'},
      {role: 'copy'},
      {role: 'paste'},
      {role: 'selectAll'},
    ],
  },
  {
    label: 'View',
    entries: [
      {label: 'Find a command…', keys: 'CmdOrCtrl+K', action: 'view.palette'},
      {label: 'Light or dark', action: 'view.theme'},
      null,
      {role: 'resetZoom'},
      {role: 'zoomIn'},
      {role: 'zoomOut'},
      {role: 'togglefullscreen'},
    ],
  },
];

/** The menu as Electron wants it. */
export function menuTemplate(choose: (action: string) => void, mac: boolean): MenuItemConstructorOptions[] {
  const menus = MENUS.map(({label, entries}): MenuItemConstructorOptions => ({label, submenu: entries.map(item)}));
  return mac ? [{role: 'appMenu'}, ...menus, {role: 'windowMenu'}] : menus;

  function item(entry: MenuEntry | {role: Role} | null): MenuItemConstructorOptions {
    if (entry === null) return {type: 'separator'};
    if ('role' in entry) return entry;
    const {label, keys, action} = entry;
    // The page hears its keys itself, also where there is no menu; here they are only shown.
    return {label, click: () => choose(action), ...(keys && {accelerator: keys, registerAccelerator: false})};
  }
}
