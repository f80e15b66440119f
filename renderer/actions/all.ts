import {work} from '../state/work.ts';
import type {Action} from './action.ts';
import {pressed} from './action.ts';
import {evidenceActions} from './evidence.ts';
import {historyActions} from './history.ts';
import {lookActions, stepBack} from './look.ts';
import {placeActions} from './place.ts';
import {projectActions} from './project.ts';
import {regionActions} from './regions.ts';
import {siteActions} from './sites.ts';
import {streetActions} from './streets.ts';

/** Everything a person can do, once. */
export const ACTIONS: readonly Action[] = [
  ...projectActions,
  ...placeActions,
  ...historyActions,
  ...siteActions,
  ...streetActions,
  ...evidenceActions,
  ...lookActions,
  ...regionActions,
];

const byName = new Map(ACTIONS.map((action) => [action.name, action]));

export function actionNamed(name: string): Action {
  const action = byName.get(name);
  if (!action) throw new RangeError(`There is no action “${name}”.`);
  return action;
}

export function runAction(name: string): void {
  const action = actionNamed(name);
  if (action.when()) void action.run();
}

/** Inputs that take no text: undo, delete and the rest mean there what they mean everywhere. */
const NO_TEXT = /^(button|checkbox|radio|range|submit|reset)$/;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && NO_TEXT.test(target.type)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Keys that mean something to a text field are left to it; dialogs keep all keys to themselves. */
function belongsToField(event: KeyboardEvent): boolean {
  if (!isTyping(event.target)) return false;
  return !(event.ctrlKey || event.metaKey) ? !/^F\d+$/.test(event.key) : /^[zyacvx]$/i.test(event.key);
}

export function listenToKeys(): () => void {
  const heard = (event: KeyboardEvent) => {
    if (event.defaultPrevented || belongsToField(event)) return;
    if (work().asking || document.querySelector('[role="dialog"], [role="menu"], [role="listbox"][data-popup]')) return;
    if (event.key === 'Escape') return stepBack();
    const action = ACTIONS.find(({keys}) => keys !== undefined && pressed(keys, event));
    if (!action) return;
    event.preventDefault();
    if (action.when()) void action.run();
  };
  window.addEventListener('keydown', heard);
  return () => window.removeEventListener('keydown', heard);
}
