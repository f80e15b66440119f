import type {ReactNode} from 'react';

/**
 * Something long in a box that scrolls by itself, and can be reached to scroll it by keyboard. A group and no region:
 * it stands in a section that has a name already, often the same.
 */
export function ScrollBox({label, children}: {label: string; children: ReactNode}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <div role="group" className="scroll-box" tabIndex={0} aria-label={label}>
      {children}
    </div>
  );
}
