import { useEffect, useRef, useState, type RefObject } from 'react';
import { coverText, type Covering } from '../../../shared/packet/covering';
import type { PacketFormat } from '../../../shared/packet/packetFile';
import type { Paper } from '../../../shared/packet/paper';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { Progress } from '../../ui/Progress';
import styles from './CoverPanel.module.css';
import { printPages, savePages } from './makePages';
import { countPages, leaves } from './usePages';
import { ZipDialog } from './ZipDialog';

interface Making {
  readonly pages: number;
  readonly stop: AbortController;
}

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
  const [making, setMaking] = useState<Making | null>(null);
  const [said, setSaid] = useState('');
  const words = useRef<HTMLOutputElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  // It stands below the buttons, maybe below the window.
  useEffect(() => {
    if (said === '') return;
    words.current?.scrollIntoView({ block: 'nearest' });
    // Whatever had the focus while pages were made may be gone with that.
    if (document.activeElement === document.body) first.current?.focus({ preventScroll: true });
  }, [said]);
  const make = async (act: (sheet: HTMLElement) => Promise<string | null>): Promise<void> => {
    if (flow.current === null) return;
    setBusy(true);
    setSaid('');
    const outcome = await act(flow.current);
    setMaking(null);
    setBusy(false);
    setSaid(outcome ?? '');
  };
  const makeFile = async (format: PacketFormat, passphrase: Uint8Array<ArrayBuffer>): Promise<void> =>
    make((sheet) =>
      savePages(format, { title, paper, sheet }, passphrase, () => {
        const stop = new AbortController();
        setMaking({ pages: countPages(leaves[paper], sheet), stop });
        return stop.signal;
      }),
    );
  const isOff = isBusy || state === 'drawing';
  return (
    <section className={styles.panel} aria-label={message('packet.take')}>
      <h2 className={styles.heading}>{message('packet.take')}</h2>
      <p className={styles.note}>{message('packet.takeNote')}</p>
      {making === null ? (
        <div className={styles.rows}>
          <Button
            ref={first}
            look="primary"
            disabled={isOff}
            onClick={() => void makeFile('pdf', new Uint8Array())}
          >
            {message('packet.savePdf')}
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
      ) : (
        <Progress
          label={message('packet.making', { pages: making.pages })}
          known={null}
          onStop={() => making.stop.abort()}
        />
      )}
      <output ref={words} className={styles.said}>
        {said}
      </output>
      <p className={styles.note}>{message('packet.printNote')}</p>
      <ZipDialog dialog={zip} onPassphrase={(passphrase) => void makeFile('zip', passphrase)} />
    </section>
  );
}
