/** Of the caret; null where an empty line gives no measure. */
function caretRect(): DOMRect | null {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  return selection.getRangeAt(0).getClientRects()[0] ?? null;
}

/** Whether the caret, which is in `block`, stands on the first or the last line it takes on the screen. */
export function isOnEdgeLine(block: HTMLElement, towards: 'up' | 'down'): boolean {
  const caret = caretRect();
  if (caret === null) return block.textContent === '';
  const { top, bottom } = block.getBoundingClientRect();
  const distance = towards === 'up' ? caret.top - top : bottom - caret.bottom;
  return distance < caret.height * 0.6;
}
