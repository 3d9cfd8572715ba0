import {
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  FOCUS_COMMAND,
  KEY_ESCAPE_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { FOCUS_TOOLBAR } from './editorCommands';
import { placeNear } from './placeNear';

/** What a floating box is beside, and what it says. Inside a read; null for nothing. */
type ReadAnchor<Subject> = () => Subject | null;

interface Floating<Subject> {
  readonly subject: Subject | null;
  readonly box: RefObject<HTMLDivElement | null>;
}

interface Wish<Subject> {
  readonly $read: ReadAnchor<Subject>;
  readonly isSame: (one: Subject, other: Subject) => boolean;
  /** Where it is on the screen now. */
  readonly rect: (subject: Subject) => DOMRect | null;
  readonly side: 'above' | 'below';
}

/**
 * A box beside the selection while the text has the focus, or the box itself. It waits while the mouse selects and while an
 * input method composes, goes away with Escape until the selection is another one, and comes back into place on scrolling. Where neither side
 * of the selection has room for it, it is not there.
 */
export function useFloating<Subject>(editor: LexicalEditor, wish: Wish<Subject>): Floating<Subject> {
  const box = useRef<HTMLDivElement>(null);
  const [subject, setSubject] = useState<Subject | null>(null);
  const dismissed = useRef<Subject | null>(null);
  const isPressed = useRef(false);
  const { $read, isSame, rect, side } = wish;

  const look = useCallback((): void => {
    const root = editor.getRootElement();
    const focused = document.activeElement;
    const hasFocus = focused !== null && (focused === root || box.current?.contains(focused) === true);
    const next =
      !hasFocus || isPressed.current || editor.isComposing() ? null : editor.getEditorState().read($read);
    if (next === null || (dismissed.current !== null && !isSame(dismissed.current, next)))
      dismissed.current = null;
    const shown = dismissed.current === null ? next : null;
    setSubject((before) => (before !== null && shown !== null && isSame(before, shown) ? before : shown));
  }, [editor, $read, isSame]);

  const place = useCallback((): void => {
    const at = subject === null ? null : rect(subject);
    if (box.current === null || at === null) return;
    const isSeen = at.bottom > 0 && at.top < window.innerHeight;
    const fits = placeNear(box.current, at, {
      side,
      align: 'middle',
      direction: 'ltr',
      within: editor.getRootElement()?.getBoundingClientRect(),
    });
    box.current.style.visibility = isSeen && fits ? 'visible' : 'hidden';
  }, [editor, subject, rect, side]);

  useLayoutEffect(place);

  useEffect(() => {
    const press = (): void => {
      isPressed.current = true;
    };
    const release = (): void => {
      if (!isPressed.current) return;
      isPressed.current = false;
      // The page hears of the selection a moment after the button is up.
      requestAnimationFrame(look);
    };
    const focusMoved = (): void => queueMicrotask(look);
    document.addEventListener('pointerup', release);
    document.addEventListener('pointercancel', release);
    document.addEventListener('focusin', focusMoved);
    document.addEventListener('focusout', focusMoved);
    const stop = mergeRegister(
      editor.registerUpdateListener(look),
      editor.registerRootListener((root, previous) => {
        for (const [name, listener] of [
          ['pointerdown', press],
          ['compositionstart', look],
          ['compositionend', focusMoved],
        ] as const) {
          previous?.removeEventListener(name, listener);
          root?.addEventListener(name, listener);
        }
      }),
      editor.registerCommand(
        FOCUS_COMMAND,
        () => {
          focusMoved();
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
    );
    return () => {
      stop();
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', release);
      document.removeEventListener('focusin', focusMoved);
      document.removeEventListener('focusout', focusMoved);
    };
  }, [editor, look]);

  useEffect(() => {
    if (subject === null) return undefined;
    const scrolled = (): void => place();
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    window.addEventListener('resize', scrolled);
    const isShown = (): boolean => box.current?.checkVisibility({ visibilityProperty: true }) === true;
    const stop = mergeRegister(
      editor.registerCommand(
        FOCUS_TOOLBAR,
        (which) => {
          if (which !== 'nearest' || !isShown()) return false;
          box.current?.querySelector<HTMLElement>('button')?.focus();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        (event) => {
          if (!isShown()) return false;
          event.preventDefault();
          dismissed.current = subject;
          setSubject(null);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    );
    return () => {
      stop();
      document.removeEventListener('scroll', scrolled, { capture: true });
      window.removeEventListener('resize', scrolled);
    };
  }, [editor, subject, place]);

  return { subject, box };
}
