import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_LOW } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { message } from '../../../i18n/i18n';
import { FOCUS_TOOLBAR } from '../editor/editorCommands';
import { moveThroughTools } from '../editor/toolKeys';
import { $isInTable, tableActs } from './tableActs';
import styles from './TableTools.module.css';

/** Above the other tools while the caret is in a table. Alt+F10 comes here from the text, again to the foot, and Escape goes back. */
export function TableTools() {
  const [editor] = useLexicalComposerContext();
  const [isShown, setIsShown] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);

  useEffect(
    () => editor.registerUpdateListener(({ editorState }) => setIsShown(editorState.read($isInTable))),
    [editor],
  );

  useEffect(
    () =>
      editor.registerCommand(
        FOCUS_TOOLBAR,
        (where) => {
          const box = bar.current;
          if (box === null || where === 'foot') return false;
          box.querySelector<HTMLButtonElement>('[tabindex="0"]')?.focus();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor],
  );

  if (!isShown) return null;
  return (
    <div
      ref={bar}
      className={styles.bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={message('write.table.tools')}
      onKeyDown={(event) => {
        if (event.altKey && event.key === 'F10') {
          event.preventDefault();
          editor.dispatchCommand(FOCUS_TOOLBAR, 'foot');
        } else if (event.key === 'Escape') {
          event.preventDefault();
          editor.focus();
        } else moveThroughTools(event, bar.current);
      }}
    >
      {tableActs.map((act, index) => (
        <button
          key={act.id}
          type="button"
          className={styles.act}
          tabIndex={index === stop ? 0 : -1}
          aria-label={message(act.label)}
          title={message(act.label)}
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setStop(index)}
          onClick={() => editor.update(act.$run)}
        >
          <act.icon aria-hidden size={16} strokeWidth={1.75} />
        </button>
      ))}
    </div>
  );
}
