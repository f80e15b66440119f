import {attempt} from '../attempt.ts';
import {ask, pickFile, saveFile} from '../bridge.ts';
import {mirror} from '../state/plan.ts';
import {showPanel} from '../state/view.ts';
import {askText, askUnsaved, notify} from '../state/work.ts';
import type {Action} from './action.ts';

const FILE = 'gpkg';

/** Asks what is to become of unsaved changes; null if the person would rather stay. */
export async function leave(): Promise<{discard: boolean} | null> {
  const open = mirror().state?.open;
  if (!open?.unsaved) return {discard: false};
  const choice = await askUnsaved(open.name);
  if (choice === 'cancel') return null;
  if (choice === 'discard') return {discard: true};
  return (await saveProject()) ? {discard: false} : null;
}

export async function newProject(): Promise<void> {
  const leaving = await leave();
  if (!leaving) return;
  const name = await askText({
    title: 'New project',
    label: 'What place is it about?',
    hint: 'A town, a neighbourhood, a district or an integrated care board. You can change it later.',
    verb: 'Start',
    empty: 'Type the name of the place, such as Rutland.',
  });
  if (name !== null)
    await attempt('Starting a project', (listening) => ask('project.create', {name, ...leaving}, listening));
}

/** Starts from the evidence of a pack, or of another project, which is only read. */
export async function newFromPack(): Promise<void> {
  const leaving = await leave();
  if (!leaving) return;
  const [picked] = await pickFile({title: 'Start from an evidence pack', many: false, extensions: [FILE]});
  if (!picked) return;
  const stem = picked.name.replace(/\.gpkg$/i, '');
  const name = await askText({
    title: `Start from ${picked.name}`,
    label: 'What place is it about?',
    hint: 'You can choose a part of the pack next: a district, wards, or a boundary that you draw.',
    verb: 'Start',
    value: stem,
    empty: 'Type the name of the place, such as Rutland.',
  });
  if (name === null) return;
  const started = await attempt(`Starting from ${picked.name}`, (listening) =>
    ask('project.create', {name, from: picked.grant, ...leaving}, listening),
  );
  if (started) showPanel('place');
}

/** Writes the evidence, sites and services of the project to a file that a team can begin from. */
export async function packProject(): Promise<void> {
  const open = mirror().state?.open;
  if (!open || ((open.unsaved || open.fileName === null) && !(await saveProject()))) return;
  const picked = await saveFile({title: 'Save as an evidence pack', name: `${fileStem(open.name)} pack.${FILE}`});
  if (!picked) return;
  const packed = await attempt('Packing', (listening) => ask('project.pack', {to: picked.grant}, listening));
  if (packed)
    notify('done', `Packed as ${packed.fileName}: evidence, sites and services, and nothing that was planned.`);
}

export async function openSample(): Promise<void> {
  const leaving = await leave();
  if (leaving) await attempt('Building the sample town', (listening) => ask('project.sample', leaving, listening));
}

export async function openProject(): Promise<void> {
  const leaving = await leave();
  if (!leaving) return;
  const [picked] = await pickFile({title: 'Open a project', many: false, extensions: [FILE]});
  if (picked)
    await attempt(`Opening ${picked.name}`, (listening) =>
      ask('project.open', {file: picked.grant, ...leaving}, listening),
    );
}

export async function reopenProject(token: string, name: string): Promise<void> {
  const leaving = await leave();
  if (leaving) await attempt(`Opening ${name}`, (listening) => ask('project.reopen', {token, ...leaving}, listening));
}

export async function saveProject(): Promise<boolean> {
  const open = mirror().state?.open;
  if (!open) return false;
  if (open.fileName === null) return saveProjectAs();
  const saved = await attempt('Saving', (listening) => ask('project.save', {}, listening));
  return saved !== undefined;
}

export async function saveProjectAs(): Promise<boolean> {
  const open = mirror().state?.open;
  if (!open) return false;
  const picked = await saveFile({title: 'Save the project as', name: `${fileStem(open.name)}.${FILE}`});
  if (!picked) return false;
  const saved = await attempt('Saving', (listening) => ask('project.save', {to: picked.grant}, listening));
  if (saved) notify('done', `Saved as ${saved.fileName}.`);
  return saved !== undefined;
}

/** A name as a file can have it on every system. */
export function fileStem(name: string): string {
  return (
    name
      .replace(/[\\/:*?"<>|]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || 'Project'
  );
}

export async function closeProject(): Promise<void> {
  const leaving = await leave();
  if (leaving) await attempt('Closing', (listening) => ask('project.close', leaving, listening));
}

export async function renamePlace(): Promise<void> {
  const open = mirror().state?.open;
  if (!open) return;
  const name = await askText({title: 'Rename the place', label: 'Name', verb: 'Rename', value: open.name});
  if (name !== null) await attempt('Renaming', (listening) => ask('project.rename', {name}, listening));
}

const always = () => true;
export const isOpen = () => mirror().state?.open != null;

export const projectActions: readonly Action[] = [
  {name: 'project.new', label: () => 'New project…', group: 'Project', keys: 'Mod+N', when: always, run: newProject},
  {
    name: 'project.open',
    label: () => 'Open a project…',
    group: 'Project',
    keys: 'Mod+O',
    when: always,
    run: openProject,
  },
  {
    name: 'project.from-pack',
    label: () => 'Start from an evidence pack…',
    group: 'Project',
    when: always,
    run: newFromPack,
  },
  {
    name: 'project.pack',
    label: () => 'Save as an evidence pack…',
    group: 'Project',
    when: isOpen,
    run: packProject,
  },
  {name: 'project.sample', label: () => 'Open the sample town', group: 'Project', when: always, run: openSample},
  {
    name: 'project.save',
    label: () => 'Save',
    group: 'Project',
    keys: 'Mod+S',
    when: isOpen,
    run: async () => void (await saveProject()),
  },
  {
    name: 'project.save-as',
    label: () => 'Save as…',
    group: 'Project',
    keys: 'Mod+Shift+S',
    when: isOpen,
    run: async () => void (await saveProjectAs()),
  },
  {name: 'project.rename', label: () => 'Rename the place…', group: 'Project', when: isOpen, run: renamePlace},
  {name: 'project.close', label: () => 'Close the project', group: 'Project', when: isOpen, run: closeProject},
];
