import {type RefObject, useEffect, useState} from 'react';

function useSize(
  element: RefObject<HTMLElement | null>,
  of: (size: {width: number; height: number}) => number,
): number {
  const [size, setSize] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which side is measured never changes
  useEffect(() => {
    if (!element.current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => entry && setSize(Math.floor(of(entry.contentRect))));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** How wide an element is at the moment; 0 before it is on the screen. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  return useSize(element, ({width}) => width);
}

export function useHeight(element: RefObject<HTMLElement | null>): number {
  return useSize(element, ({height}) => height);
}
