import { recordKinds, type PacketRecords } from '../../../shared/packet/packetRecords';
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

function Parts({ records, answers }: { readonly records: PacketRecords; readonly answers: number }) {
  const parts = [
    ...recordKinds.map((kind) => [kind, records[kind].length] as const),
    ['answers', answers] as const,
  ].filter(([, count]) => count > 0);
  return parts.length === 0 ? (
    message('packet.nothingYet')
  ) : (
    <ul>
      {parts.map(([part, count]) => (
        <li key={part}>{message(`packet.count.${part}`, { count })}</li>
      ))}
    </ul>
  );
}

/** What has been chosen so far, and the way on. */
export function Summary({ records, answers, onPages }: SummaryProps) {
  return (
    <section className={styles.panel} aria-label={message('packet.soFar')}>
      <h2 className={styles.heading}>{message('packet.soFar')}</h2>
      <div className={styles.note} role="status">
        {records !== undefined && <Parts records={records} answers={answers} />}
      </div>
      <p className={styles.note}>{message('packet.nothingKept')}</p>
      <div className={styles.rows}>
        <Button look="primary" disabled={onPages === null} onClick={() => onPages?.()}>
          {message('packet.toPages')}
        </Button>
      </div>
    </section>
  );
}
