import { useEffect, useRef, useState, type RefObject } from 'react';
import { cardFormatSchema, type CardFormat } from '../../../../shared/domain/savedCard';
import { message } from '../../../i18n/i18n';
import { wantPaper } from '../../../session/paperStore';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import type { CardWords } from './cardToPage';
import styles from './SaveDialog.module.css';
import { writeCard } from './writeCard';

interface SaveDialogProps {
  readonly words: CardWords;
  readonly card: RefObject<HTMLElement | null>;
  /** By which it is printed alone. */
  readonly questionId: string;
  /** After it has closed. */
  readonly onClose: () => void;
}

/** One answer to take along: for somebody one trusts, or for oneself. */
export function SaveDialog({ words, card, questionId, onClose }: SaveDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [running, setRunning] = useState<CardFormat | null>(null);
  const [said, setSaid] = useState<{ readonly format: CardFormat; readonly text: string } | null>(null);
  useEffect(() => dialog.current?.showModal(), []);

  const save = async (format: CardFormat): Promise<void> => {
    if (card.current === null) return;
    setRunning(format);
    setSaid(null);
    const text = await writeCard(format, words, card.current);
    setRunning(null);
    setSaid(text === null ? null : { format, text });
  };
  return (
    <Dialog
      ref={dialog}
      className={styles.dialog}
      heading={message('saving.heading')}
      onClose={onClose}
      beside={
        <Button look="quiet" onClick={() => dialog.current?.close()}>
          {message('saving.close')}
        </Button>
      }
    >
      <p className={styles.lead}>{message('saving.plain')}</p>
      <ul className={styles.rows}>
        {cardFormatSchema.options.toReversed().map((format) => (
          <li key={format} className={styles.row}>
            <div>
              <p>{message(`saving.${format}`)}</p>
              <p className={styles.note}>{message(`saving.${format}Text`)}</p>
              <output className={styles.said}>{said?.format === format && said.text}</output>
            </div>
            <Button
              look="outlined"
              disabled={running !== null}
              aria-label={message('saving.saveAs', { as: message(`saving.${format}`) })}
              onClick={() => void save(format)}
            >
              {message('saving.save')}
            </Button>
          </li>
        ))}
        <li className={styles.row}>
          <div>
            <p>{message('saving.paper')}</p>
            <p className={styles.note}>{message('saving.spooler')}</p>
          </div>
          <Button
            look="outlined"
            onClick={() => {
              dialog.current?.close();
              wantPaper(questionId);
            }}
          >
            {message('saving.print')}
          </Button>
        </li>
      </ul>
    </Dialog>
  );
}
