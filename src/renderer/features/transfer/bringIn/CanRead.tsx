import { message } from '../../../i18n/i18n';
import { Label } from '../../../ui/Label';
import styles from './BringIn.module.css';

/** Each with what to choose of it, as its program gives it away. Several names are one row where the answer is one. */
const groups = [
  [
    'journals',
    ['footnote', 'day-one', 'journey', 'daylio', 'diarium', 'jrnl', 'mini-diary', 'rednotebook', 'markdown'],
  ],
  ['movement', ['strava', 'garmin', 'apple-health', 'google', 'health-connect', 'files']],
] as const;

/** What can be brought in, and which file or folder it is. */
export function CanRead() {
  return groups.map(([group, rows]) => (
    <section key={group} className={styles.canRead} aria-labelledby={`can-read-${group}`}>
      <Label id={`can-read-${group}`}>{message(`transfer.in.canRead.${group}`)}</Label>
      <dl className={styles.sources}>
        {rows.map((row) => (
          <div key={row} className={styles.sourceRow}>
            <dt>{message(`transfer.from.${row}`)}</dt>
            <dd>{message(`transfer.choose.${row}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
