const textless = new Set(['radio', 'checkbox', 'button', 'submit', 'reset', 'range']);

/** True when a key pressed there is meant as text. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !textless.has(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

/** True while a modal dialog stands before the page; the keys of the page wait. */
export const isDialogOpen = (): boolean => document.querySelector('dialog[open]') !== null;
