import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { LexicalEditor, NodeKey } from 'lexical';
import { useCallback, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { message } from '../../../i18n/i18n';
import { showToast } from '../../../session/toastStore';
import { Button } from '../../../ui/Button';
import { ASK_TO_OPEN_LINK, FOCUS_TOOLBAR, OPEN_LINK_FIELD } from '../editor/editorCommands';
import { moveThroughTools } from '../editor/toolKeys';
import { useFloating } from '../editor/useFloating';
import { copyText } from '../../../ui/copyText';
import { $linkAtCaret, type LinkAtCaret } from './linkAtCaret';
import styles from './LinkPopover.module.css';

const isSame = (one: LinkAtCaret, other: LinkAtCaret): boolean =>
  one.key === other.key && one.address === other.address;

/** Of the line of the link the caret is on, when the link has several. */
function linkRect(editor: LexicalEditor, key: NodeKey): DOMRect | null {
  const element = editor.getElementByKey(key);
  const [caret] = window.getSelection()?.getRangeAt(0).getClientRects() ?? [];
  const lines = [...(element?.getClientRects() ?? [])];
  const line = caret && lines.find(({ top, bottom }) => caret.top < bottom && caret.bottom > top);
  return line ?? element?.getBoundingClientRect() ?? null;
}

/** Where the link goes, under it while the caret is in it. Alt+F10 goes into it, Escape closes it. */
export function LinkPopover() {
  const [editor] = useLexicalComposerContext();
  const rect = useCallback(({ key }: LinkAtCaret) => linkRect(editor, key), [editor]);
  const { subject, box } = useFloating(editor, { $read: $linkAtCaret, isSame, rect, side: 'below' });
  if (subject === null) return null;

  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      editor.focus();
    } else if (event.key === 'F10' && event.altKey) {
      event.preventDefault();
      editor.dispatchCommand(FOCUS_TOOLBAR, 'foot');
    } else moveThroughTools(event, box.current);
  };

  return createPortal(
    <div
      ref={box}
      role="toolbar"
      tabIndex={-1}
      className={styles.popover}
      aria-label={message('write.linkAt')}
      onKeyDown={keys}
    >
      <span className={styles.address} title={subject.address}>
        {subject.address}
      </span>
      <Button
        look="quiet"
        className={styles.act}
        title={message('write.linkOpenKeys')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => editor.dispatchCommand(ASK_TO_OPEN_LINK, subject.address)}
      >
        {message('write.linkOpen')}
      </Button>
      <Button
        look="quiet"
        className={styles.act}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          copyText(subject.address);
          showToast({ text: message('write.linkCopied') });
        }}
      >
        {message('write.linkCopy')}
      </Button>
      <Button
        look="quiet"
        className={styles.act}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => editor.dispatchCommand(OPEN_LINK_FIELD, undefined)}
      >
        {message('write.linkEdit')}
      </Button>
    </div>,
    document.body,
  );
}
