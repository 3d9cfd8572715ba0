import { $getSelection, $isRangeSelection, defineExtension, SKIP_SCROLL_INTO_VIEW_TAG } from 'lexical';

function caretRect(): DOMRect | null {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const [rect] = range.getClientRects();
  if (rect !== undefined) return rect;
  // An empty line has no text to measure.
  const { startContainer, startOffset } = range;
  const node = startContainer.childNodes[startOffset] ?? startContainer;
  return node instanceof Element ? node.getBoundingClientRect() : null;
}

function scrollerOf(element: Element): Element | null {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    if (['auto', 'scroll'].includes(getComputedStyle(parent).overflowY)) return parent;
  }
  return null;
}

const pixels = (length: string): number => Number.parseFloat(length) || 0;

/** Where the line one writes stays, from the top of the page. A little above the middle, where the eye rests. */
const typewriterHeight = 0.42;

/** Scrolls just so far that the caret is not under what stays at the top and the foot of the page. */
function bringCaretIntoSight(root: HTMLElement): void {
  const scroller = scrollerOf(root);
  const caret = caretRect();
  if (scroller === null || caret === null || !root.contains(document.activeElement)) return;
  const covered = getComputedStyle(root);
  const box = scroller.getBoundingClientRect();
  if (root.dataset.typewriter === 'on') {
    scroller.scrollTop += Math.round(
      (caret.top + caret.bottom) / 2 - box.top - box.height * typewriterHeight,
    );
    return;
  }
  const below = caret.bottom - (box.bottom - pixels(covered.scrollPaddingBlockEnd));
  const above = box.top + pixels(covered.scrollPaddingBlockStart) - caret.top;
  if (below > 0) scroller.scrollTop += below;
  else if (above > 0) scroller.scrollTop -= above;
}

/** The editor scrolls to the caret, but does not know of bars that stay in place; `scroll-padding` tells how high they are. */
export const caretInSightExtension = defineExtension({
  name: 'footnote/caret-in-sight',
  register: (editor) => {
    let frame = 0;
    let isPointed = false;
    const point = (): void => {
      isPointed = true;
    };
    const type = (): void => {
      isPointed = false;
    };
    const stopListening = editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('pointerdown', point);
      previous?.removeEventListener('keydown', type);
      root?.addEventListener('pointerdown', point);
      root?.addEventListener('keydown', type);
    });
    const stop = editor.registerUpdateListener(({ editorState, prevEditorState, tags }) => {
      if (tags.has(SKIP_SCROLL_INTO_VIEW_TAG)) return;
      const moved = editorState.read(() => {
        const selection = $getSelection();
        return $isRangeSelection(selection) && selection.isCollapsed() && editorState !== prevEditorState;
      });
      if (!moved) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const root = editor.getRootElement();
        // What one has just clicked on stays under the pointer.
        if (root !== null && !(isPointed && root.dataset.typewriter === 'on')) bringCaretIntoSight(root);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      stopListening();
      stop();
    };
  },
});
