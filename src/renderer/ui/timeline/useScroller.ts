import { useCallback, useState } from 'react';

/** The box that scrolls an element, and how far below the top of what is scrolled the element begins. */
export interface Scroller {
  readonly box: HTMLElement;
  readonly margin: number;
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  let box = element.parentElement;
  while (box !== null && getComputedStyle(box).overflowY !== 'auto') box = box.parentElement;
  return box;
}

/** Answers with what to attach to the element. What stands above it may grow and shrink. */
export function useScroller(): readonly [
  Scroller | null,
  (element: HTMLElement | null) => (() => void) | undefined,
] {
  const [scroller, setScroller] = useState<Scroller | null>(null);
  const attach = useCallback((element: HTMLElement | null) => {
    const box = element && scrollerOf(element);
    const above = element?.parentElement;
    if (!element || !box || !above) return undefined;
    const measure = (): void => {
      const top = element.getBoundingClientRect().top - box.getBoundingClientRect().top;
      const margin = Math.round(top + box.scrollTop);
      setScroller((known) => (known?.box === box && known.margin === margin ? known : { box, margin }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const sibling of above.children) if (sibling !== element) observer.observe(sibling);
    // What grows further up moves it as well.
    for (let outer: HTMLElement | null = above; outer !== null && outer !== box; outer = outer.parentElement)
      observer.observe(outer);
    return () => observer.disconnect();
  }, []);
  return [scroller, attach];
}
