import { useRef, type KeyboardEvent } from 'react';

/** How many entries Page Up and Page Down go over. */
const page = 10;
/** Frames to wait for an entry that has yet to be read. */
const patience = 60;

function placeAfter(key: string, place: number, total: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(total, place + 1);
    case 'ArrowUp':
      return Math.max(1, place - 1);
    case 'PageDown':
      return Math.min(total, place + page);
    case 'PageUp':
      return Math.max(1, place - page);
    case 'Home':
      return 1;
    case 'End':
      return total;
    default:
      return null;
  }
}

/** Arrows, Page Up and Down, Home and End go from entry to entry, also to those that are not on the page yet. */
export function useEntryKeys(
  total: number,
  /** `place` counts from 0. */
  bringIntoSight: (place: number) => void,
): (event: KeyboardEvent) => void {
  const wanted = useRef(0);

  const focusWhenThere = (list: Element, place: number, frames: number): void => {
    const entry = list.querySelector<HTMLElement>(`[data-entry="${place}"]`);
    if (entry) {
      entry.focus({ preventScroll: true });
      entry.scrollIntoView({ block: 'nearest' });
    } else if (frames > 0 && wanted.current === place) {
      requestAnimationFrame(() => focusWhenThere(list, place, frames - 1));
    }
  };

  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (!(event.target instanceof HTMLElement)) return;
    const at = Number(event.target.dataset['entry'] ?? Number.NaN);
    if (Number.isNaN(at)) return;
    const next = placeAfter(event.key, at, total);
    if (next === null) return;
    event.preventDefault();
    wanted.current = next;
    bringIntoSight(next - 1);
    focusWhenThere(event.currentTarget, next, patience);
  };
}
