import {
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $isTextNode,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  HISTORY_PUSH_TAG,
  KEY_DOWN_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Spelling } from '../../../../shared/domain/settings';
import { call } from '../../../bridge/client';
import { invalidateOwnWords, useOwnWords, useSpelling } from '../../../bridge/spellingQueries';
import { failureMessage } from '../../../i18n/failureMessage';
import { showToast } from '../../../session/toastStore';
import { PageSpelling, type SpellingMark } from './pageSpelling';
import { createSpeller, type Speller } from './speller';
import { SpellingMenu } from './SpellingMenu';

interface Checking {
  readonly speller: Speller;
  readonly page: PageSpelling;
}

interface Asked {
  readonly mark: SpellingMark;
  readonly place: DOMRect;
  readonly suggestions: readonly string[];
}

/** The marked word under the pointer; a place beside the line belongs to its last word, but is not on it. */
function markUnder(page: PageSpelling, { clientX, clientY }: MouseEvent): SpellingMark | null {
  const place = document.caretPositionFromPoint(clientX, clientY);
  const mark = place === null ? null : page.markAt(place.offsetNode, place.offset);
  const isOn = [...(mark?.range.getClientRects() ?? [])].some(
    ({ left, right, top, bottom }) =>
      clientX >= left && clientX <= right && clientY >= top && clientY <= bottom,
  );
  return isOn ? mark : null;
}

/** Puts `text` in the place of a marked word, keeping its marks such as bold. Does nothing when the word is gone. */
function replace(editor: LexicalEditor, { word, range }: SpellingMark, text: string): void {
  editor.update(
    () => {
      if (range.toString() !== word) return;
      const start = $getNearestNodeFromDOMNode(range.startContainer);
      const end = $getNearestNodeFromDOMNode(range.endContainer);
      if (!$isTextNode(start) || !$isTextNode(end)) return;
      const selection = $createRangeSelection();
      selection.anchor.set(start.getKey(), range.startOffset, 'text');
      selection.focus.set(end.getKey(), range.endOffset, 'text');
      $setSelection(selection);
      selection.insertText(text);
    },
    { tag: HISTORY_PUSH_TAG },
  );
}

/** The caret to the end of the word, as if one had clicked there. */
function putCaretAfter(editor: LexicalEditor, { range }: SpellingMark): void {
  editor.update(() => {
    const end = $getNearestNodeFromDOMNode(range.endContainer);
    if ($isTextNode(end)) end.select(range.endOffset, range.endOffset);
  });
}

const isMenuKey = ({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  key === 'ContextMenu' || (key === 'F10' && shiftKey && !ctrlKey && !altKey && !metaKey);

const isNextKey = ({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  key === 'F7' && !shiftKey && !ctrlKey && !altKey && !metaKey;

/**
 * The dictionary is fetched when somebody is about to write on the page, not when it is only read, and is gone with it.
 * Null until then, and while the spelling is not checked.
 */
function useChecking(editor: LexicalEditor, language: Spelling | undefined): Checking | null {
  const [checking, setChecking] = useState<Checking | null>(null);
  useEffect(() => {
    if (language === undefined || language === 'off') return undefined;
    let stop: (() => void) | undefined;
    const begin = (): void => {
      if (stop !== undefined) return;
      const speller = createSpeller(language);
      const page = new PageSpelling(editor, speller);
      const stopPage = page.start();
      stop = () => {
        stopPage();
        speller.stop();
        setChecking(null);
      };
      setChecking({ speller, page });
    };
    const stopWaiting = editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('focus', begin);
      root?.addEventListener('focus', begin);
      if (root !== null && root === document.activeElement) begin();
    });
    return () => {
      stopWaiting();
      editor.getRootElement()?.removeEventListener('focus', begin);
      stop?.();
    };
  }, [editor, language]);
  return checking;
}

/** Marks misspelled words while the page is written on. Returns the menu to be shown with it, if one is open. */
export function usePageSpelling(editor: LexicalEditor, access: 'writing' | 'reading'): ReactNode {
  const setting = useSpelling();
  const checking = useChecking(editor, access === 'reading' ? 'off' : setting);
  const ownWords = useOwnWords().data?.words;
  const [asked, setAsked] = useState<Asked | null>(null);
  const question = useRef(0);

  useEffect(() => {
    if (checking === null || ownWords === undefined) return;
    checking.speller.setOwnWords(ownWords);
    checking.page.checkEverything();
  }, [checking, ownWords]);

  const ask = useCallback(
    async (mark: SpellingMark) => {
      if (checking === null) return;
      question.current += 1;
      const asked = question.current;
      const suggestions = await checking.speller.suggest(mark.word);
      if (asked !== question.current || mark.range.toString() !== mark.word) return;
      setAsked({ mark, place: mark.range.getBoundingClientRect(), suggestions });
    },
    [checking],
  );

  useEffect(() => {
    if (checking === null) return undefined;
    const { page } = checking;
    const openMenu = (event: MouseEvent): void => {
      const mark = markUnder(page, event);
      if (mark === null) return;
      event.preventDefault();
      void ask(mark);
    };
    return mergeRegister(
      editor.registerRootListener((root, previous) => {
        previous?.removeEventListener('contextmenu', openMenu);
        root?.addEventListener('contextmenu', openMenu);
      }),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          const mark = isMenuKey(event) ? page.markAtCaret() : isNextKey(event) ? page.nextMark() : null;
          if (mark === null) return false;
          event.preventDefault();
          if (isNextKey(event)) {
            putCaretAfter(editor, mark);
            mark.range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
          }
          void ask(mark);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    );
  }, [editor, checking, ask]);

  const close = useCallback(
    (focus: 'text' | 'elsewhere') => {
      question.current += 1;
      setAsked(null);
      if (focus === 'text') editor.focus();
    },
    [editor],
  );

  if (checking === null || asked === null) return null;
  const { mark } = asked;
  const add = async (): Promise<void> => {
    close('text');
    const reply = await call('spelling.add', { word: mark.word.replace(/[’ʼ]/g, "'") });
    if (!reply.ok) {
      showToast({ text: failureMessage(reply.error) });
      return;
    }
    checking.page.forget(mark.word);
    invalidateOwnWords();
  };
  return (
    <SpellingMenu
      word={mark.word}
      place={asked.place}
      suggestions={asked.suggestions}
      onClose={close}
      onChoose={(suggestion) => {
        replace(editor, mark, suggestion);
        close('text');
      }}
      onAdd={() => void add()}
      onIgnore={() => {
        checking.page.ignore(mark.word);
        close('text');
      }}
    />
  );
}
