import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $addUpdateTag,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_NORMAL,
  IS_APPLE,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  mergeRegister,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type BaseSelection,
  type LexicalEditor,
  type PointType,
} from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { OPEN_FIND } from '../editor/editorCommands';
import { FindBar } from './FindBar';
import { $selectedWords } from './pageMatches';

interface Before {
  readonly selection: BaseSelection | null;
  readonly scroller: Element | null;
  readonly scrollTop: number;
}

function scrollerOf(root: HTMLElement | null): Element | null {
  for (let box = root?.parentElement ?? null; box !== null; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY === 'auto') return box;
  }
  return null;
}

function noteWhere(editor: LexicalEditor): Before {
  const scroller = scrollerOf(editor.getRootElement());
  const selection = editor.getEditorState().read(() => $getSelection()?.clone() ?? null);
  return { selection, scroller, scrollTop: scroller?.scrollTop ?? 0 };
}

/** A text may be shorter than it was, after something in it was replaced. */
function $keepInside(point: PointType): void {
  const node = point.getNode();
  const size = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize();
  if (point.offset > size) point.set(point.key, size, point.type);
}

/** The caret and the page to where they were; where the text at the caret is gone, the caret stays at what took its place. */
function goBack(editor: LexicalEditor, { selection, scroller, scrollTop }: Before): void {
  editor.update(
    () => {
      $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
      if (!$isRangeSelection(selection)) return;
      const points = [selection.anchor, selection.focus];
      if (!points.every(({ key }) => $getNodeByKey(key)?.isAttached() === true)) return;
      const back = selection.clone();
      $keepInside(back.anchor);
      $keepInside(back.focus);
      $setSelection(back);
    },
    { discrete: true },
  );
  editor.getRootElement()?.focus({ preventScroll: true });
  if (scroller !== null) scroller.scrollTop = scrollTop;
}

const isFindKey = (event: KeyboardEvent): boolean =>
  event.code === 'KeyF' &&
  !event.shiftKey &&
  !event.altKey &&
  (IS_APPLE ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey);

/** Ctrl F while the text has the focus. From elsewhere the same key searches the journal. */
export function PageFind({ access }: { readonly access: 'writing' | 'reading' }) {
  const [editor] = useLexicalComposerContext();
  const [words, setWords] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const before = useRef<Before | null>(null);

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          OPEN_FIND,
          () => {
            before.current ??= noteWhere(editor);
            const selected = editor.getEditorState().read($selectedWords);
            setWords((now) => now ?? selected);
            field.current?.focus();
            field.current?.select();
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(
          KEY_DOWN_COMMAND,
          (event) => {
            if (!isFindKey(event) && event.key !== 'F3') return false;
            event.preventDefault();
            event.stopPropagation();
            return editor.dispatchCommand(OPEN_FIND, undefined);
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor],
  );

  const isOpen = words !== null;
  useEffect(() => {
    if (!isOpen) return undefined;
    // From the text Escape closes it too, and the caret stays where it has gone meanwhile.
    return editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) => {
        event.preventDefault();
        before.current = null;
        setWords(null);
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    );
  }, [editor, isOpen]);

  if (words === null) return null;
  return (
    <FindBar
      access={access}
      words={words}
      field={field}
      onClose={(where) => {
        setWords(null);
        if (where === 'before' && before.current !== null) goBack(editor, before.current);
        else editor.focus();
        before.current = null;
      }}
    />
  );
}
