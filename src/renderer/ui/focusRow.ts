import { flushSync } from 'react-dom';

/**
 * Changes a list in a way that takes the button away it was asked with, and gives the focus to the control of the row that now stands in place `at`, or of
 * the last one. False where there is none.
 */
export function changeAndFocusRow(list: Element | null, at: number, change: () => void): boolean {
  flushSync(change);
  if (list === null || !list.isConnected) return false;
  const row = list.children[Math.min(at, list.children.length - 1)];
  const control = row?.querySelector<HTMLElement>('input:checked, input:not([type="radio"]), button');
  control?.focus();
  return control !== null && control !== undefined;
}
