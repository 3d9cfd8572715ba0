import { message } from '../../../i18n/i18n';
import { PassphraseForm } from '../PassphraseForm';
import styles from './RepairPage.module.css';
import type { Repair } from './useRepair';

interface SalvagePartProps {
  readonly repair: Repair;
  readonly part: 'vault' | 'database';
}

const hasBackup = ({ list }: Repair): boolean =>
  list !== null && list !== 'looking' && list.backups.length > 0;

/** Reading what is left of the damaged file, page by page. */
export function SalvagePart({ repair, part }: SalvagePartProps) {
  return (
    <section className={styles.part} aria-labelledby="repair-salvage">
      <h2 id="repair-salvage" className={styles.partHeading}>
        {message('unlock.salvage.heading')}
      </h2>
      <div className={styles.body}>
        <p className={styles.explain}>
          {message(`unlock.salvage.why.${hasBackup(repair) ? part : 'alone'}`)}
        </p>
        <p className={styles.note}>{message('unlock.salvage.altered')}</p>
        <PassphraseForm
          ask="once"
          focus="later"
          submitLabel={message('unlock.salvage.start')}
          workLabel={message('unlock.salvage.working')}
          workWhy={message('unlock.salvage.workingWhy')}
          progress={repair.work === 'salvage' ? 'opening' : 'waiting'}
          canSubmit={repair.work === null}
          onProblem={repair.saySalvage}
          onPassphrase={(passphrase) => void repair.salvage(passphrase)}
        />
        <p className={styles.problem} role="alert">
          {repair.salvageProblem}
        </p>
      </div>
    </section>
  );
}
