import type {ReactNode} from 'react';
import {type Origin, showOrigin} from '../state/view.ts';

/** Leads to where a figure stands, and shuts whatever sheet it is in. */
export function OriginLink({to, onLeave, children}: {to: Origin; onLeave: () => void; children: ReactNode}) {
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        onLeave();
        showOrigin(to);
      }}
    >
      {children}
    </button>
  );
}
