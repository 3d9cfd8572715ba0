import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { message } from '../../../i18n/i18n';
import styles from './SpellingMenu.module.css';

interface SpellingMenuProps {
  readonly word: string;
  /** Of the word in the window. */
  readonly place: DOMRect;
  readonly suggestions: readonly string[];
  readonly onChoose: (suggestion: string) => void;
  readonly onAdd: () => void;
  readonly onIgnore: () => void;
  /** `text` puts the caret back where it was. */
  readonly onClose: (focus: 'text' | 'elsewhere') => void;
}

const gap = 6;

/** What can be done about one word. Arrow keys and first letters move, Escape goes back to the text. */
export function SpellingMenu(props: SpellingMenuProps) {
  const { word, place, suggestions, onChoose, onAdd, onIgnore, onClose } = props;
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const box = menu.current;
    if (box === null) return;
    const { width, height } = box.getBoundingClientRect();
    const below = place.bottom + gap;
    const fits = below + height + gap <= window.innerHeight;
    box.style.insetBlockStart = `${fits ? below : Math.max(gap, place.top - gap - height)}px`;
    box.style.insetInlineStart = `${Math.max(gap, Math.min(place.left, window.innerWidth - width - gap))}px`;
    box.querySelector<HTMLElement>('[role="menuitem"]:not([aria-disabled="true"])')?.focus();
  }, [place]);

  useEffect(() => {
    const leave = (event: Event): void => {
      if (event.target instanceof Node && menu.current?.contains(event.target)) return;
      onClose('elsewhere');
    };
    const close = (): void => onClose('elsewhere');
    document.addEventListener('pointerdown', leave, true);
    document.addEventListener('scroll', close, { capture: true, passive: true });
    window.addEventListener('resize', close);
    window.addEventListener('blur', close);
    return () => {
      document.removeEventListener('pointerdown', leave, true);
      document.removeEventListener('scroll', close, { capture: true });
      window.removeEventListener('resize', close);
      window.removeEventListener('blur', close);
    };
  }, [onClose]);

  const move = (event: KeyboardEvent): void => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const here = items.findIndex((item) => item === document.activeElement);
    const places: Readonly<Record<string, number>> = {
      ArrowDown: (here + 1) % items.length,
      ArrowUp: (here + items.length - 1) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const next = places[event.key];
    if (next !== undefined) items[next]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose('text');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return createPortal(
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      className={styles.menu}
      aria-label={message('write.spelling.menu', { word })}
      onKeyDown={move}
      onContextMenu={(event) => event.preventDefault()}
    >
      {suggestions.length === 0 ? (
        <p className={styles.nothing}>{message('write.spelling.noSuggestion')}</p>
      ) : (
        suggestions.map((suggestion) => (
          <button
            key={suggestion}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={styles.suggestion}
            onClick={() => onChoose(suggestion)}
          >
            {suggestion}
          </button>
        ))
      )}
      <hr className={styles.line} />
      <button type="button" role="menuitem" tabIndex={-1} className={styles.action} onClick={onAdd}>
        {message('write.spelling.add')}
      </button>
      <button type="button" role="menuitem" tabIndex={-1} className={styles.action} onClick={onIgnore}>
        {message('write.spelling.ignore')}
      </button>
    </div>,
    document.body,
  );
}
