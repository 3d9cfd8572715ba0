import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_EDITOR } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../../bridge/client';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { showToast } from '../../../session/toastStore';
import { Button } from '../../../ui/Button';
import { ASK_TO_OPEN_LINK } from '../editor/editorCommands';
import { copyText } from './copyText';
import styles from './LinkDialog.module.css';

async function openOutside(address: string): Promise<void> {
  const reply = await call('link.open', { address });
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
}

/** Whom an address really reaches: what stands before an "@" or looks like another alphabet fools nobody here. */
function addressee(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, host, pathname } = new URL(address);
  return protocol === 'mailto:' ? decodeURIComponent(pathname) : host;
}

/** Nothing in an entry leads out by itself: this shows the whole address first, and Enter alone opens nothing. */
export function LinkDialog() {
  const [editor] = useLexicalComposerContext();
  const [address, setAddress] = useState<string | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(
    () =>
      editor.registerCommand(
        ASK_TO_OPEN_LINK,
        (asked) => {
          setAddress(asked);
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  );

  useEffect(() => {
    if (address !== null) dialog.current?.showModal();
  }, [address]);

  if (address === null) return null;
  const isMail = address.toLowerCase().startsWith('mailto:');
  const close = (): void => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="link-title"
      onClose={() => {
        setAddress(null);
        editor.focus();
      }}
    >
      <h2 id="link-title" className={styles.title}>
        {message(isMail ? 'write.linkAskMail' : 'write.linkAsk', { addressee: addressee(address) })}
      </h2>
      <p className={styles.address} dir="ltr">
        {address}
      </p>
      <p className={styles.note}>{message(isMail ? 'write.linkNoteMail' : 'write.linkNote')}</p>
      <div className={styles.acts}>
        <Button
          look="quiet"
          onClick={() => {
            copyText(address);
            close();
            showToast({ text: message('write.linkCopied') });
          }}
        >
          {message('write.linkCopy')}
        </Button>
        <span className={styles.space} />
        <Button look="quiet" onClick={close}>
          {message('ui.close')}
        </Button>
        <Button
          look="outlined"
          onClick={() => {
            close();
            void openOutside(address);
          }}
        >
          {message(isMail ? 'write.linkOpenMail' : 'write.linkOpenOutside')}
        </Button>
      </div>
    </dialog>
  );
}
