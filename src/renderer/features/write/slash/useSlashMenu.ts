import {
  COLLABORATION_TAG,
  COMMAND_PRIORITY_CRITICAL,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  KEY_DOWN_COMMAND,
  mergeRegister,
  PASTE_TAG,
  type LexicalEditor,
} from 'lexical';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { findInsertItems } from '../editor/findInsertItems';
import { insertItems, type InsertItem } from '../editor/insertItems';
import { $readQuery, $removeQuery, readTypedSlash, type Slash } from './readSlash';

interface OpenSlash {
  readonly slash: Slash;
  readonly query: string;
}

export interface SlashMenuState {
  readonly slash: Slash;
  readonly items: readonly InsertItem[];
  /** Index into `items`. */
  readonly active: number;
  readonly point: (index: number) => void;
  readonly choose: (item: InsertItem) => void;
  readonly close: () => void;
}

const notTyped = [HISTORIC_TAG, COLLABORATION_TAG, PASTE_TAG] as const;

/** Follows the typing. Null while there is no menu, which is also while an input method is composing: its keys are its own. */
export function useSlashMenu(editor: LexicalEditor): SlashMenuState | null {
  const [open, setOpen] = useState<OpenSlash | null>(null);
  const [active, setActive] = useState(0);
  const [composing, setComposing] = useState(false);
  const current = useRef<Slash | null>(null);

  const close = useCallback(() => {
    current.current = null;
    setOpen(null);
  }, []);

  useEffect(() => {
    const follow = (slash: Slash, query: string | null): void => {
      // What fits nothing was never meant for the menu. It does not come back for the same slash.
      if (query === null || findInsertItems(insertItems, query).length === 0) close();
      else {
        current.current = slash;
        setOpen({ slash, query });
        setActive(0);
      }
    };
    const begin = (): void => setComposing(true);
    const end = (): void => setComposing(false);
    return mergeRegister(
      editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves, tags }) => {
        if (editor.isComposing()) return;
        const there = current.current;
        if (there !== null) {
          const query = editorState.read(() => $readQuery(there));
          if (query === null || dirtyLeaves.size > 0) follow(there, query);
        } else if (dirtyLeaves.size > 0 && !notTyped.some((tag) => tags.has(tag))) {
          const slash = readTypedSlash(editorState, prevEditorState);
          if (slash !== null) follow(slash, '');
        }
      }),
      editor.registerRootListener((root, previous) => {
        for (const [name, listener] of [
          ['blur', close],
          ['compositionstart', begin],
          ['compositionend', end],
        ] as const) {
          previous?.removeEventListener(name, listener);
          root?.addEventListener(name, listener);
        }
      }),
    );
  }, [editor, close]);

  const items = useMemo(() => (open === null ? [] : findInsertItems(insertItems, open.query)), [open]);
  const slash = open?.slash ?? null;

  const choose = useCallback(
    (item: InsertItem) => {
      if (slash === null) return;
      close();
      editor.update(
        () => {
          $removeQuery(slash);
          item.run(editor);
        },
        { tag: HISTORY_PUSH_TAG },
      );
    },
    [editor, slash, close],
  );

  useEffect(() => {
    if (slash === null) return undefined;
    const byKey = (key: string): (() => void) | undefined => {
      const chosen = items[active];
      if (key === 'ArrowDown') return () => setActive((active + 1) % items.length);
      if (key === 'ArrowUp') return () => setActive((active + items.length - 1) % items.length);
      if (key === 'Escape') return close;
      if ((key === 'Enter' || key === 'Tab') && chosen !== undefined) return () => choose(chosen);
      return undefined;
    };
    return editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing)
          return false;
        const act = byKey(event.key);
        if (act === undefined) return false;
        event.preventDefault();
        event.stopPropagation();
        act();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    );
  }, [editor, slash, items, active, choose, close]);

  if (slash === null || composing || items.length === 0) return null;
  return { slash, items, active, point: setActive, choose, close };
}
