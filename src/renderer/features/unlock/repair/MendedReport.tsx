import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import styles from './RepairPage.module.css';

interface MendedReportProps {
  readonly sentences: readonly string[];
  readonly onOpen: () => void;
}

/** What was done, sentence by sentence, and the way to the journal. */
export function MendedReport({ sentences, onOpen }: MendedReportProps) {
  return (
    <>
      <div className={styles.report} role="status">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div className={styles.actions}>
        <Button look="primary" onClick={onOpen}>
          {message('unlock.mended.open')}
        </Button>
      </div>
    </>
  );
}
