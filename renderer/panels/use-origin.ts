import {useEffect, useRef} from 'react';
import {type Origin, useView} from '../state/view.ts';

/** The element of the row that somebody asked for from an answer: brought into sight, opened, and given the focus. */
export function useOrigin<E extends HTMLElement>(isIt: (origin: Origin) => boolean) {
  const origin = useView((view) => view.origin);
  const wanted = origin !== null && isIt(origin) ? origin : null;
  const element = useRef<E>(null);
  useEffect(() => {
    if (!wanted) return;
    // After the sheet that it was asked from has given the focus back.
    const timer = setTimeout(() => {
      const details = element.current?.querySelector('details');
      if (details) details.open = true;
      element.current?.scrollIntoView({block: 'center'});
      element.current?.focus({preventScroll: true});
    }, 80);
    return () => clearTimeout(timer);
  }, [wanted]);
  return {ref: element, tabIndex: -1, 'data-asked': wanted !== null};
}
