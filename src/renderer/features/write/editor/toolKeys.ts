import type { KeyboardEvent } from 'react';

const step: Readonly<Record<string, 'next' | 'previous' | 'first' | 'last'>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};

/** Arrows, Home and End go through the buttons of `box` that can be seen, round the ends. True when the key was one of them. */
export function moveThroughTools(event: KeyboardEvent, box: HTMLElement | null): boolean {
  const where = step[event.key];
  if (where === undefined || box === null || event.altKey || event.ctrlKey || event.metaKey) return false;
  const buttons = [...box.querySelectorAll<HTMLElement>('button')].filter((button) =>
    button.checkVisibility({ visibilityProperty: true }),
  );
  const here = buttons.findIndex((button) => button === document.activeElement);
  const places = {
    next: (here + 1) % buttons.length,
    previous: (here + buttons.length - 1) % buttons.length,
    first: 0,
    last: buttons.length - 1,
  };
  event.preventDefault();
  buttons[places[where]]?.focus();
  return true;
}
