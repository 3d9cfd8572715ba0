import { useEffect, useRef, useState } from 'react';
import { message } from '../../../i18n/i18n';
import { usePaper } from '../../../session/paperStore';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Tick } from '../../../ui/Tick';
import styles from './PrintDialog.module.css';
import { printPaper } from './printPaper';

interface PrintDialogProps {
  /** Whether the page has tables to print along. */
  readonly tables: 'offered' | 'none';
}

/** Shown when printing is wanted: says first that a print leaves the journal's protection behind. */
export function PrintDialog({ tables }: PrintDialogProps) {
  const wanted = usePaper((state) => state.wanted);
  return wanted === null ? null : <Question card={wanted.card} tables={tables} />;
}

function Question({ card, tables }: PrintDialogProps & { readonly card: string | null }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [hasTables, setHasTables] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  // Left with the room, it is not asked again in the next.
  useEffect(() => () => usePaper.setState({ wanted: null }), []);
  return (
    <Dialog
      ref={dialog}
      className={styles.dialog}
      heading={message(card === null ? 'saving.printPage' : 'saving.printCard')}
      onClose={() => usePaper.setState({ wanted: null })}
    >
      <p className={styles.note}>{message('saving.plainPaper')}</p>
      {tables === 'offered' && (
        <Tick label={message('saving.withTables')} checked={hasTables} onChange={setHasTables} />
      )}
      <div className={styles.acts}>
        <Button look="quiet" onClick={() => dialog.current?.close()}>
          {message('saving.printNot')}
        </Button>
        <Button
          look="outlined"
          onClick={() => {
            dialog.current?.close();
            void printPaper({ card, tables: hasTables ? 'with' : 'without' });
          }}
        >
          {message('saving.print')}
        </Button>
      </div>
    </Dialog>
  );
}
