import { useEffect, useState, type RefObject } from 'react';
import { paperSizes, type Paper } from '../../../shared/packet/paper';

/** Millimetres in pixels of CSS. */
const mm = 96 / 25.4;
/** Between two pages, as in Pages.module.css. */
export const between = 8 * mm;
const pageSide = 20 * mm;

export interface Leaf {
  readonly width: number;
  readonly height: number;
  /** From one page to the next. */
  readonly step: number;
}

const leafOf = ({ width, height }: { readonly width: number; readonly height: number }): Leaf => ({
  width: width * mm,
  height: height * mm,
  step: width * mm + between,
});

export const leaves: Readonly<Record<Paper, Leaf>> = {
  a4: leafOf(paperSizes.a4),
  letter: leafOf(paperSizes.letter),
};

/** Beside what the desk shows of the pages, in pixels. */
export const deskEdge = 16;
const narrowDesk = 560;
const mostCropped = 13 * mm;

export const countPages = ({ step }: Pick<Leaf, 'step'>, flow: HTMLElement): number =>
  Math.max(1, Math.round((flow.scrollWidth + 2 * pageSide + between) / step));

interface Look {
  /** How large a page is shown. */
  readonly scale: number;
  readonly count: number;
  /** How much of each side of a page is not shown, in its own pixels. */
  readonly cropped: number;
}

function measure(
  { width, step }: Leaf,
  flow: HTMLElement | null,
  desk: HTMLElement | null,
  before: Look,
): Look {
  if (flow === null || desk === null) return before;
  // Not larger than paper; where there is little room, it goes to the words rather than to their margins.
  const cropped = desk.clientWidth < narrowDesk ? mostCropped : 0;
  const scale = Math.min(1, (desk.clientWidth - deskEdge) / (width - 2 * cropped));
  const count = countPages({ step }, flow);
  return before.scale === scale && before.count === count && before.cropped === cropped
    ? before
    : { scale, count, cropped };
}

export function usePages(
  leaf: Leaf,
  flow: RefObject<HTMLElement | null>,
  desk: RefObject<HTMLElement | null>,
): Look {
  const [look, setLook] = useState<Look>({ scale: 0.7, count: 1, cropped: 0 });
  // After each drawing: whatever changed on the pages may have changed how many there are.
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      setLook((before) => measure(leaf, flow.current, desk.current, before)),
    );
    return () => cancelAnimationFrame(frame);
  });
  useEffect(() => {
    const again = (): void => setLook((before) => measure(leaf, flow.current, desk.current, before));
    const observer = new ResizeObserver(again);
    if (desk.current) observer.observe(desk.current);
    const sheet = flow.current;
    // A picture takes its room when it is there.
    sheet?.addEventListener('load', again, { capture: true });
    void document.fonts.ready.then(again);
    return () => {
      observer.disconnect();
      sheet?.removeEventListener('load', again, { capture: true });
    };
  }, [leaf, flow, desk]);
  return look;
}
