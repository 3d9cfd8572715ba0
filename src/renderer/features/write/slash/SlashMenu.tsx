import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { LexicalEditor } from 'lexical';
import { useCallback, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { message } from '../../../i18n/i18n';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import { keysInWords } from '../editor/keysInWords';
import { placeNear, roomBeside } from '../editor/placeNear';
import type { Slash } from './readSlash';
import styles from './SlashMenu.module.css';
import { useSlashMenu, type SlashMenuState } from './useSlashMenu';

const most = 368;
const least = 120;

interface SlashPlace {
  readonly rect: DOMRect;
  readonly direction: 'ltr' | 'rtl';
}

/** Of the slash on the screen, or null when it is not there, or scrolled out of the page. */
function placeOf(editor: LexicalEditor, { key, offset }: Slash): SlashPlace | null {
  const element = editor.getElementByKey(key);
  const text = element?.firstChild;
  if (!(text instanceof Text) || element === null || offset >= text.length) return null;
  const range = new Range();
  range.setStart(text, offset);
  range.setEnd(text, offset + 1);
  const rect = range.getBoundingClientRect();
  const isSeen = rect.bottom > 0 && rect.top < window.innerHeight;
  return isSeen ? { rect, direction: getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr' } : null;
}

/** The text keeps the focus; it says which row is meant. */
function useDescription(editor: LexicalEditor, listId: string, activeId: string): void {
  useEffect(() => {
    const root = editor.getRootElement();
    root?.setAttribute('aria-haspopup', 'listbox');
    root?.setAttribute('aria-controls', listId);
    return () => {
      for (const name of ['aria-haspopup', 'aria-controls', 'aria-activedescendant'])
        root?.removeAttribute(name);
    };
  }, [editor, listId]);
  useEffect(() => {
    editor.getRootElement()?.setAttribute('aria-activedescendant', activeId);
  }, [editor, activeId]);
}

function OpenSlashMenu({ slash, items, active, point, choose, close }: SlashMenuState) {
  const [editor] = useLexicalComposerContext();
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const optionId = (index: number): string => `${id}-${items[index]?.id ?? ''}`;
  const activeId = optionId(active);
  useDescription(editor, id, activeId);

  const place = useCallback((): void => {
    const at = placeOf(editor, slash);
    if (at === null || box.current === null) {
      close();
      return;
    }
    box.current.style.maxBlockSize = `${Math.max(least, Math.min(most, roomBeside(at.rect)))}px`;
    placeNear(box.current, at.rect, { side: 'below', align: 'lineStart', direction: at.direction });
  }, [editor, slash, close]);

  // With every row that comes or goes the menu has another height.
  useLayoutEffect(place);

  useEffect(() => {
    const scrolled = ({ target }: Event): void => {
      if (target !== box.current) place();
    };
    const pressed = ({ target }: Event): void => {
      if (!(target instanceof Node && box.current?.contains(target))) close();
    };
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    document.addEventListener('pointerdown', pressed, true);
    window.addEventListener('resize', place);
    return () => {
      document.removeEventListener('scroll', scrolled, { capture: true });
      document.removeEventListener('pointerdown', pressed, true);
      window.removeEventListener('resize', place);
    };
  }, [place, close]);

  useLayoutEffect(() => {
    document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  return (
    <>
      <div
        ref={box}
        id={id}
        role="listbox"
        tabIndex={-1}
        className={styles.menu}
        aria-label={message('write.insert')}
      >
        {items.map((item, index) => (
          <button
            key={item.id}
            type="button"
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.row}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => {
              if (index !== active) point(index);
            }}
            onClick={() => choose(item)}
          >
            <item.icon aria-hidden size={16} strokeWidth={1.75} className={styles.icon} />
            <span className={styles.name}>{message(item.label)}</span>
            {item.keys !== null && (
              <span className={styles.keys} aria-hidden>
                {keysInWords(item.keys)}
              </span>
            )}
          </button>
        ))}
      </div>
      <VisuallyHidden>
        <output>{message('write.insert.count', { rows: items.length })}</output>
      </VisuallyHidden>
    </>
  );
}

/** What can be put into the page, at the slash that asked for it. */
export function SlashMenu() {
  const [editor] = useLexicalComposerContext();
  const state = useSlashMenu(editor);
  return state === null ? null : createPortal(<OpenSlashMenu {...state} />, document.body);
}
