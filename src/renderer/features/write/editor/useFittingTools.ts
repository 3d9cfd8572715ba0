import { useLayoutEffect, useState, type RefObject } from 'react';

/**
 * How many buttons of a row are on its first line; the row hides the lines below it. The browser has done the measuring
 * when it broke the line, so there are no widths here to go wrong with another size of text.
 */
export function useFittingTools(row: RefObject<HTMLElement | null>, count: number): number {
  const [fitting, setFitting] = useState(count);
  useLayoutEffect(() => {
    const box = row.current;
    if (box === null) return undefined;
    const measure = (): void => {
      const buttons = [...box.querySelectorAll<HTMLElement>('button')];
      const top = buttons[0]?.offsetTop;
      const second = buttons.findIndex((button) => button.offsetTop !== top);
      setFitting(second === -1 ? buttons.length : second);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    measure();
    return () => observer.disconnect();
  }, [row]);
  return fitting;
}
