import {
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
} from 'lexical';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Sought } from './findMatches';
import {
  $findInPage,
  $replaceAllMatches,
  $replaceMatch,
  $selectMatch,
  rangeOfMatch,
  type PageMatch,
} from './pageMatches';

export interface FindInPage {
  readonly matches: readonly PageMatch[];
  /** Index of the one that is shown; -1 while there is none. */
  readonly current: number;
  readonly go: (direction: 'next' | 'previous') => void;
  readonly replace: (text: string) => void;
  /** In one step to undo. */
  readonly replaceAll: (text: string) => void;
  /** Selects the current one in the text. */
  readonly select: () => void;
}

/** Every painted range costs a little at every key; of so many nobody looks at each. */
const mostPainted = 2000;
const restMs = 120;

function paint(editor: LexicalEditor, matches: readonly PageMatch[], current: number): void {
  const found = new Highlight();
  const shown = new Highlight();
  shown.priority = 1;
  const from = Math.max(0, Math.min(current - mostPainted / 2, matches.length - mostPainted));
  for (const [index, match] of matches.slice(from, from + mostPainted).entries()) {
    const range = rangeOfMatch(editor, match);
    if (range !== null) (from + index === current ? shown : found).add(range);
  }
  CSS.highlights.set('found', found);
  CSS.highlights.set('found-current', shown);
}

function unpaint(): void {
  CSS.highlights.delete('found');
  CSS.highlights.delete('found-current');
}

/**
 * What is sought on a page, kept true while the page changes. Nothing in the document is touched: the browser paints the
 * places from a list of ranges.
 */
export function useFindInPage(editor: LexicalEditor, sought: Sought): FindInPage {
  const [pageState, setPageState] = useState(() => editor.getEditorState());
  const [wanted, setWanted] = useState<{ readonly of: Sought; readonly index: number } | null>(null);
  const { words, letters, extent } = sought;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => setPageState(editorState), restMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor]);

  const { matches, first } = useMemo(
    () => pageState.read(() => $findInPage({ words, letters, extent })),
    [pageState, words, letters, extent],
  );
  // With other words the first place after the caret comes first.
  const index = wanted?.of === sought ? wanted.index : first;
  const current = matches.length === 0 ? -1 : Math.min(index, matches.length - 1);

  useEffect(() => paint(editor, matches, current), [editor, matches, current]);
  useEffect(() => unpaint, []);

  const shown = matches[current];
  useEffect(() => {
    const range = shown === undefined ? null : rangeOfMatch(editor, shown);
    const box = range?.getBoundingClientRect();
    const isSeen = box === undefined || (box.top > 140 && box.bottom < window.innerHeight - 100);
    if (!isSeen) range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  }, [editor, shown]);

  const go = useCallback(
    (direction: 'next' | 'previous') => {
      const step = direction === 'next' ? 1 : -1;
      const count = matches.length;
      if (count > 0) setWanted({ of: sought, index: (current + step + count) % count });
    },
    [matches, current, sought],
  );

  const change = (act: () => void): void => {
    setWanted({ of: sought, index: Math.max(0, current) });
    // The caret goes along in the document, and the focus stays in the bar.
    const tag = [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG];
    editor.update(act, { discrete: true, tag });
    setPageState(editor.getEditorState());
  };

  return {
    matches,
    current,
    go,
    replace: (text) => {
      if (shown === undefined) return;
      if (shown.block.access === 'reading') go('next');
      else change(() => $replaceMatch(shown, text));
    },
    replaceAll: (text) => change(() => $replaceAllMatches(matches, text)),
    select: () => {
      if (shown !== undefined) editor.update(() => void $selectMatch(shown));
    },
  };
}
