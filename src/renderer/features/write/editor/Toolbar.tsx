import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { Ellipsis } from 'lucide-react';
import { COMMAND_PRIORITY_EDITOR, mergeRegister } from 'lexical';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useWriting } from '../../../bridge/writingQueries';
import { message } from '../../../i18n/i18n';
import { FOCUS_TOOLBAR, OPEN_LINK_FIELD } from './editorCommands';
import { LinkField } from './LinkField';
import { ToolButton } from './ToolButton';
import styles from './Toolbar.module.css';
import { moveThroughTools } from './toolKeys';
import { ToolMenu } from './ToolMenu';
import { pageTools, shapingTools, useHistoryTools, type Tool } from './tools';
import { useActiveBlocks } from './useActiveBlocks';
import { useFittingTools } from './useFittingTools';

const placeIn = (tools: readonly Tool[], index: number): 'first' | 'further' =>
  index > 0 && tools[index - 1]?.group !== tools[index]?.group ? 'first' : 'further';

/**
 * At the foot of the page, one line whatever the width: what has no room is in the menu at its end. One stop for Tab, arrows
 * inside; Alt+F10 comes here from the text and Escape goes back.
 */
export function Toolbar() {
  const [editor] = useLexicalComposerContext();
  const writing = useWriting();
  const active = useActiveBlocks(editor);
  const bar = useRef<HTMLDivElement>(null);
  const row = useRef<HTMLDivElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const [stop, setStop] = useState('');
  const [field, setField] = useState<'open' | 'closed'>('closed');
  const [menu, setMenu] = useState<DOMRect | null>(null);
  const shaping = shapingTools(editor, active);
  const history = useHistoryTools(editor);
  const fitting = useFittingTools(row, shaping.length);
  const stops = [...shaping.slice(0, fitting), ...history].map(({ id }) => id);
  const current = stops.includes(stop) || stop === 'more' ? stop : stops[0];

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          OPEN_LINK_FIELD,
          () => {
            setField('open');
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(
          FOCUS_TOOLBAR,
          () => {
            bar.current?.querySelector<HTMLButtonElement>('[tabindex="0"]')?.focus();
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
      ),
    [editor],
  );

  const closeMenu = useCallback(
    (focus: 'opener' | 'text' | 'elsewhere') => {
      setMenu(null);
      if (focus === 'opener') more.current?.focus();
      // At once: what is chosen next may want the focus for itself.
      if (focus === 'text') editor.getRootElement()?.focus({ preventScroll: true });
    },
    [editor],
  );

  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      editor.focus();
    } else moveThroughTools(event, bar.current);
  };

  if (field === 'open') {
    return (
      <div className={styles.bar} data-open="field">
        <LinkField address={active.linkAddress} onClose={() => setField('closed')} />
      </div>
    );
  }

  const button = (tool: Tool, index: number, all: readonly Tool[]) => (
    <ToolButton
      key={tool.id}
      tool={tool}
      place={placeIn(all, index)}
      room={all === shaping && index >= fitting ? 'hidden' : 'shown'}
      tabIndex={tool.id === current ? 0 : -1}
      onFocus={() => setStop(tool.id)}
    />
  );
  return (
    <div
      ref={bar}
      className={styles.bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={message('write.tools')}
      data-open={menu === null ? undefined : 'menu'}
      onKeyDown={move}
    >
      <div ref={row} className={styles.row}>
        {shaping.map(button)}
      </div>
      <button
        ref={more}
        type="button"
        className={styles.tool}
        tabIndex={current === 'more' ? 0 : -1}
        aria-label={message('write.more')}
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        title={message('write.more')}
        onMouseDown={(event) => event.preventDefault()}
        onFocus={() => setStop('more')}
        onClick={() => setMenu(menu === null ? (more.current?.getBoundingClientRect() ?? null) : null)}
      >
        <Ellipsis aria-hidden size={17} strokeWidth={1.75} />
      </button>
      <div className={styles.end}>{history.map(button)}</div>
      {menu !== null && (
        <ToolMenu
          tools={[...shaping.slice(fitting), ...pageTools(editor, writing)]}
          anchor={menu}
          onClose={closeMenu}
        />
      )}
    </div>
  );
}
