import type {ReactNode} from 'react';

/** Something long in a box that scrolls by itself, and can be reached to scroll it by keyboard. */
export function ScrollBox({label, children}: {label: string; children: ReactNode}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section className="scroll-box" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
