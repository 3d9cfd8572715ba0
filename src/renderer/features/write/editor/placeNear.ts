const gap = 6;

interface Wish {
  /** Tried first; the other side is taken where it has more room. */
  readonly side: 'above' | 'below';
  /** Which edges of the two come together: the one a line begins with, or the middles. */
  readonly align: 'lineStart' | 'middle';
  /** Left and right edges it keeps to where it can: those of the page. */
  readonly within?: DOMRect | undefined;
  /** Of the line that `anchor` stands in. */
  readonly direction: 'ltr' | 'rtl';
}

const between = (least: number, wanted: number, most: number): number =>
  Math.max(least, Math.min(wanted, most));

/** Puts a fixed box beside `anchor`, inside the window and never over it. False when neither side has the room. */
export function placeNear(
  box: HTMLElement,
  anchor: DOMRect,
  { side, align, direction, within }: Wish,
): boolean {
  const { width, height } = box.getBoundingClientRect();
  const room = { above: anchor.top - 2 * gap, below: window.innerHeight - anchor.bottom - 2 * gap };
  const other = side === 'above' ? 'below' : 'above';
  const chosen = room[side] >= height || room[side] >= room[other] ? side : other;
  const top = chosen === 'below' ? anchor.bottom + gap : anchor.top - gap - height;
  const atStart = direction === 'ltr' ? anchor.left : anchor.right - width;
  const left = align === 'middle' ? anchor.left + (anchor.width - width) / 2 : atStart;
  const inPage = within === undefined ? left : between(within.left - gap, left, within.right + gap - width);
  box.style.left = `${between(gap, inPage, window.innerWidth - width - gap)}px`;
  box.style.top = `${top}px`;
  return room[chosen] >= height;
}

/** The room above or below `anchor`, whichever is larger: how high a box beside it may be. */
export const roomBeside = (anchor: DOMRect): number =>
  Math.max(anchor.top, window.innerHeight - anchor.bottom) - 2 * gap;
