import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import {mirror} from '../state/plan.ts';
import {speak} from '../state/view.ts';
import type {Action} from './action.ts';

export async function undo(): Promise<void> {
  const label = mirror().history.undo;
  if (label === null) return;
  if (await attempt('Undoing', () => ask('history.undo', {}))) speak(`Undone: ${label}`);
}

export async function redo(): Promise<void> {
  const label = mirror().history.redo;
  if (label === null) return;
  if (await attempt('Redoing', () => ask('history.redo', {}))) speak(`Done again: ${label}`);
}

const inLower = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

export const historyActions: readonly Action[] = [
  {
    name: 'history.undo',
    label: () => (mirror().history.undo ? `Undo ${inLower(mirror().history.undo ?? '')}` : 'Undo'),
    group: 'Edit',
    keys: 'Mod+Z',
    when: () => mirror().history.undo !== null,
    run: undo,
  },
  {
    name: 'history.redo',
    label: () => (mirror().history.redo ? `Redo ${inLower(mirror().history.redo ?? '')}` : 'Redo'),
    group: 'Edit',
    keys: 'Mod+Y',
    when: () => mirror().history.redo !== null,
    run: redo,
  },
  {
    name: 'history.redo-again',
    label: () => (mirror().history.redo ? `Redo ${inLower(mirror().history.redo ?? '')}` : 'Redo'),
    group: 'Edit',
    keys: 'Mod+Shift+Z',
    when: () => mirror().history.redo !== null,
    run: redo,
  },
];
