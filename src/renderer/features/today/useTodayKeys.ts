import { useEffect } from 'react';
import { isDialogOpen, isTyping } from '../../ui/isTyping';
import type { MessageKey } from '../../i18n/i18n';

/** One letter for each thing Today offers, so that nothing there is more than two keys away. */
export const todayKeys = {
  write: 'W',
  another: 'N',
  earlier: 'E',
  about: 'A',
  step: 'S',
  span: 'D',
  happened: 'T',
  onThisDay: 'O',
  kept: 'K',
} as const;
type TodayAct = keyof typeof todayKeys;
/** In the order they are listed. */
export const todayActs = [
  'write',
  'another',
  'earlier',
  'about',
  'step',
  'span',
  'happened',
  'onThisDay',
  'kept',
] as const satisfies readonly TodayAct[];

export const todayKeyLabels: Readonly<Record<TodayAct, MessageKey>> = {
  write: 'today.keys.write',
  another: 'today.keys.another',
  earlier: 'today.keys.earlier',
  about: 'today.keys.about',
  step: 'today.keys.step',
  span: 'today.keys.span',
  happened: 'today.keys.happened',
  onThisDay: 'today.keys.onThisDay',
  kept: 'today.keys.kept',
};

/** Letters press what says `aria-keyshortcuts` of itself; while something is typed, or a dialog is open, they are letters. */
export function useTodayKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { key, altKey, ctrlKey, metaKey, shiftKey, repeat, defaultPrevented, target } = event;
      if (altKey || ctrlKey || metaKey || shiftKey || repeat || defaultPrevented) return;
      if (isDialogOpen() || isTyping(target)) return;
      const letter = key.toUpperCase();
      if (!Object.values(todayKeys).some((known) => known === letter)) return;
      const wanted = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${letter}"]`);
      if (wanted === null) return;
      event.preventDefault();
      // The day so far is a list: its letter goes to the first line, and Enter opens that.
      if (wanted.tagName === 'OL') wanted.querySelector('button')?.focus();
      else {
        wanted.focus();
        wanted.click();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
