import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { message } from '../../../i18n/i18n';
import { placeNear } from './placeNear';
import type { Tool } from './tools';
import { moveThroughTools } from './toolKeys';
import styles from './ToolMenu.module.css';

interface ToolMenuProps {
  readonly tools: readonly Tool[];
  /** Of the button that opened it. */
  readonly anchor: DOMRect;
  /** `opener`: the focus goes back to the button. `text`: to the text. */
  readonly onClose: (focus: 'opener' | 'text' | 'elsewhere') => void;
}

const roles = { on: 'menuitemcheckbox', off: 'menuitemcheckbox', plain: 'menuitem', unavailable: 'menuitem' };

/** The tools there is no room for, and those of the page, by name. */
export function ToolMenu({ tools, anchor, onClose }: ToolMenuProps) {
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (menu.current === null) return;
    placeNear(menu.current, anchor, { side: 'above', align: 'lineStart', direction: 'rtl' });
    menu.current.querySelector('button')?.focus();
  }, [anchor]);

  useEffect(() => {
    const leave = ({ target }: Event): void => {
      // Its own button closes it by itself.
      const isOurs =
        target instanceof Element &&
        (menu.current?.contains(target) === true || target.closest('[aria-haspopup="menu"]') !== null);
      if (!isOurs) onClose('elsewhere');
    };
    const close = (): void => onClose('elsewhere');
    document.addEventListener('pointerdown', leave, true);
    window.addEventListener('resize', close);
    window.addEventListener('blur', close);
    return () => {
      document.removeEventListener('pointerdown', leave, true);
      window.removeEventListener('resize', close);
      window.removeEventListener('blur', close);
    };
  }, [onClose]);

  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose('opener');
    } else if (!moveThroughTools(event, menu.current)) return;
    event.stopPropagation();
  };

  return createPortal(
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      className={styles.menu}
      aria-label={message('write.more')}
      onKeyDown={move}
    >
      {tools.map((tool, index) => (
        <button
          key={tool.id}
          type="button"
          role={roles[tool.state]}
          aria-checked={tool.state === 'on' || tool.state === 'off' ? tool.state === 'on' : undefined}
          aria-disabled={tool.state === 'unavailable'}
          tabIndex={-1}
          className={styles.row}
          data-first={index > 0 && tools[index - 1]?.group !== tool.group}
          onClick={() => {
            onClose('text');
            if (tool.state !== 'unavailable') tool.run();
          }}
        >
          <tool.icon aria-hidden size={16} strokeWidth={1.75} className={styles.icon} />
          <span className={styles.name}>{tool.label}</span>
          <span className={styles.keys} aria-hidden>
            {tool.keys}
          </span>
        </button>
      ))}
    </div>,
    document.body,
  );
}
