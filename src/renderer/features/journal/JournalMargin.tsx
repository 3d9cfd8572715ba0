import { useEntryList } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { Label } from '../../ui/Label';
import styles from './JournalRoom.module.css';

interface JournalMarginProps {
  readonly where: 'journal' | 'bin';
  readonly onGo: (where: 'journal' | 'bin') => void;
}

/** How much there is, and the way to the bin and back. */
export function JournalMargin({ where, onGo }: JournalMarginProps) {
  const total = useEntryList(where).data?.pages[0]?.total;
  return (
    <section className={styles.margin}>
      {total !== undefined && total > 0 && (
        <>
          <Label>{message('journal.inAll')}</Label>
          <p>{message('journal.total', { total })}</p>
        </>
      )}
      {where === 'bin' && <p className={styles.quiet}>{message('journal.binText')}</p>}
      <Button
        look="quiet"
        className={styles.way}
        onClick={() => onGo(where === 'journal' ? 'bin' : 'journal')}
      >
        {message(where === 'journal' ? 'journal.toBin' : 'journal.toJournal')}
      </Button>
    </section>
  );
}
