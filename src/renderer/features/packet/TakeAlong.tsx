import { useEffect, useRef, useState, type RefObject } from 'react';
import { coverText, type Covering } from '../../../shared/packet/covering';
import type { Paper } from '../../../shared/packet/paper';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import styles from './CoverPanel.module.css';
import { printPages, savePages } from './makePages';
import { ZipDialog } from './ZipDialog';

interface TakeAlongProps {
  readonly title: string;
  readonly paper: Paper;
  readonly covering: Covering;
  readonly flow: RefObject<HTMLElement | null>;
  /** While pages are still being drawn nothing is made of them. */
  readonly state: 'ready' | 'drawing';
}

/** Three ways out: a file anybody reads, a locked one, and paper. */
export function TakeAlong({ title: typed, paper, covering, flow, state }: TakeAlongProps) {
  const title = coverText(typed, null, covering);
  const zip = useRef<HTMLDialogElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const words = useRef<HTMLOutputElement>(null);
  // It stands below the buttons, maybe below the window.
  useEffect(() => {
    if (said !== '') words.current?.scrollIntoView({ block: 'nearest' });
  }, [said]);
  const make = async (act: (sheet: HTMLElement) => Promise<string | null>): Promise<void> => {
    if (flow.current === null) return;
    setBusy(true);
    setSaid('');
    const outcome = await act(flow.current);
    setBusy(false);
    setSaid(outcome ?? '');
  };
  const isOff = isBusy || state === 'drawing';
  return (
    <section className={styles.panel} aria-label={message('packet.take')}>
      <h2 className={styles.heading}>{message('packet.take')}</h2>
      <p className={styles.note}>{message('packet.takeNote')}</p>
      <div className={styles.rows}>
        <Button
          look="primary"
          disabled={isOff}
          onClick={() => void make((sheet) => savePages('pdf', { title, paper, sheet }, new Uint8Array()))}
        >
          {message(isBusy ? 'packet.making' : 'packet.savePdf')}
        </Button>
        <Button look="outlined" disabled={isOff} onClick={() => zip.current?.showModal()}>
          {message('packet.saveZip')}
        </Button>
        <Button
          look="outlined"
          disabled={isOff}
          onClick={() => void make((sheet) => printPages({ title, paper, sheet }))}
        >
          {message('packet.print')}
        </Button>
      </div>
      <output ref={words} className={styles.said}>
        {said}
      </output>
      <p className={styles.note}>{message('packet.printNote')}</p>
      <ZipDialog
        dialog={zip}
        onPassphrase={(passphrase) =>
          void make((sheet) => savePages('zip', { title, paper, sheet }, passphrase))
        }
      />
    </section>
  );
}
