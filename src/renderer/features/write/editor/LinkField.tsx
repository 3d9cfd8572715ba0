import { $isLinkNode, TOGGLE_LINK_COMMAND, $createLinkNode } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $createTextNode, $findMatchingParent, $getSelection, $isRangeSelection } from 'lexical';
import { useEffect, useId, useRef, useState } from 'react';
import { parseLinkAddress } from '../../../../shared/document/linkAddress';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import styles from './Toolbar.module.css';

/** With nothing selected the address itself becomes the text. */
function $setLink(address: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (selection.isCollapsed()) {
    const link = $findMatchingParent(selection.anchor.getNode(), $isLinkNode);
    if (link !== null) link.setURL(address);
    else selection.insertNodes([$createLinkNode(address).append($createTextNode(address))]);
  }
}

interface LinkFieldProps {
  /** Of the link the caret is in, or null. */
  readonly address: string | null;
  readonly onClose: () => void;
}

/** Takes the place of the tools while an address is typed. */
export function LinkField({ address, onClose }: LinkFieldProps) {
  const [editor] = useLexicalComposerContext();
  const [text, setText] = useState(address ?? '');
  const [isRefused, setIsRefused] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const hintId = useId();

  useEffect(() => field.current?.select(), []);

  const close = (): void => {
    onClose();
    editor.focus();
  };

  const set = (): void => {
    const parsed = parseLinkAddress(text);
    if (parsed === null) {
      setIsRefused(true);
      field.current?.focus();
      return;
    }
    const isRange = editor.read(() => {
      const selection = $getSelection();
      return $isRangeSelection(selection) && !selection.isCollapsed();
    });
    if (isRange) editor.dispatchCommand(TOGGLE_LINK_COMMAND, parsed);
    else editor.update(() => $setLink(parsed));
    close();
  };

  return (
    <form
      className={styles.linkForm}
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
    >
      <div className={styles.linkRow}>
        <input
          ref={field}
          className={styles.address}
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          aria-label={message('write.linkAddress')}
          placeholder="https://"
          aria-invalid={isRefused}
          aria-describedby={hintId}
          value={text}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
          onChange={(event) => {
            setText(event.target.value);
            setIsRefused(false);
          }}
        />
        <Button look="outlined" type="submit">
          {message('write.linkSet')}
        </Button>
        {address !== null && (
          <Button
            look="quiet"
            onClick={() => {
              editor.dispatchCommand(TOGGLE_LINK_COMMAND, null);
              close();
            }}
          >
            {message('write.linkRemove')}
          </Button>
        )}
        <Button look="quiet" onClick={close}>
          {message('write.linkCancel')}
        </Button>
      </div>
      <output id={hintId} className={styles.hint}>
        {message(isRefused ? 'write.linkInvalid' : 'write.linkHint')}
      </output>
    </form>
  );
}
