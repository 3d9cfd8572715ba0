import type { PacketRecords } from '../../../shared/packet/packetRecords';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import styles from './CoverPanel.module.css';

interface SummaryProps {
  readonly records: PacketRecords | undefined;
  /** How many are wanted. */
  readonly answers: number;
  /** Null while there is nothing to show. */
  readonly onPages: (() => void) | null;
}

/** What has been chosen so far, and the way on. */
export function Summary({ records, answers, onPages }: SummaryProps) {
  return (
    <section className={styles.panel} aria-label={message('packet.soFar')}>
      <h2 className={styles.heading}>{message('packet.soFar')}</h2>
      {records !== undefined && (
        <p className={styles.note} role="status">
          {message('packet.sum', {
            entries: records.entries.length,
            checkIns: records.checkIns.length,
            sessions: records.sessions.length,
            spans: records.spans.length,
            answers,
          })}
        </p>
      )}
      <p className={styles.note}>{message('packet.nothingKept')}</p>
      <div className={styles.rows}>
        <Button look="primary" disabled={onPages === null} onClick={() => onPages?.()}>
          {message('packet.toPages')}
        </Button>
      </div>
    </section>
  );
}
