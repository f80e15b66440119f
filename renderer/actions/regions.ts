import type {Action} from './action.ts';
import {isOpen} from './project.ts';

/** The parts of the screen, in the order they are read; the map is entered by its canvas. */
const REGIONS = ['.sentence', '.panel-body', '.map canvas', '.drawer', '.answer'] as const;
const FOCUSABLE = 'button:not([disabled]), [href], input, select, textarea, [tabindex="0"]';

/** Goes to the next part of the screen without stopping at all that is in between. */
function goToRegion(by: 1 | -1): void {
  const regions = REGIONS.flatMap((selector) => {
    const region = document.querySelector<HTMLElement>(selector);
    return region && region.getClientRects().length > 0 ? [region] : [];
  });
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + by + regions.length) % regions.length];
  const first = next?.matches('canvas') ? next : next?.querySelector<HTMLElement>(FOCUSABLE);
  first?.focus();
}

export const regionActions: readonly Action[] = [
  {
    name: 'view.next-part',
    label: () => 'Go to the next part of the screen',
    group: 'Go to',
    keys: 'F6',
    when: isOpen,
    run: () => goToRegion(1),
  },
  {
    name: 'view.previous-part',
    label: () => 'Go to the part of the screen before',
    group: 'Go to',
    keys: 'Shift+F6',
    when: isOpen,
    run: () => goToRegion(-1),
  },
];
