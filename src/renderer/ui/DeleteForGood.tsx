import { useRef } from 'react';
import type { Reply } from '../../shared/ipc/contract';
import { failureMessage } from '../i18n/failureMessage';
import { message } from '../i18n/i18n';
import { showToast } from '../session/toastStore';
import { Button } from './Button';
import { Dialog } from './Dialog';
import styles from './DeleteForGood.module.css';

interface DeleteForGoodProps {
  /** Where there are several; it says which. */
  readonly label?: string;
  /** What is asked; it names what will be gone. */
  readonly question: string;
  readonly children: string;
  readonly className?: string | undefined;
  readonly run: () => Promise<Reply<'entries.remove' | 'entries.emptyBin'>>;
  /** After the answer, whatever it is. */
  readonly onDone: (reply: Reply<'entries.remove' | 'entries.emptyBin'>) => void;
}

/** Nothing is deleted but after this question, and its first button keeps. */
export function DeleteForGood({ label, question, children, className, run, onDone }: DeleteForGoodProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const remove = async (): Promise<void> => {
    dialog.current?.close();
    const reply = await run();
    showToast({ text: reply.ok ? message('journal.deleted') : failureMessage(reply.error) });
    onDone(reply);
  };
  return (
    <>
      <Button
        look="quiet"
        className={className}
        aria-label={label}
        onClick={() => dialog.current?.showModal()}
      >
        {children}
      </Button>
      <Dialog ref={dialog} className={styles.dialog} heading={question}>
        <p className={styles.note}>{message('journal.deleteNote')}</p>
        <div className={styles.acts}>
          <Button look="quiet" onClick={() => dialog.current?.close()}>
            {message('journal.deleteNot')}
          </Button>
          <Button look="outlined" onClick={() => void remove()}>
            {message('journal.delete')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
