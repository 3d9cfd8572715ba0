import type {
  AlikeEntries as Told,
  AlikeEntriesChoice,
  AlikeEntry,
} from '../../../../shared/domain/incoming';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { Label } from '../../../ui/Label';
import { SegmentedControl } from '../../../ui/SegmentedControl';
import styles from './BringIn.module.css';

/** Entries that are shown at once; there can be decades of them. */
const atOnce = 6;

interface AlikeEntriesProps {
  readonly entries: Told;
  readonly choice: AlikeEntriesChoice;
  readonly onChange: (choice: AlikeEntriesChoice) => void;
}

/** Entries that are here already in all but their ids: one choice for all of them, and out unless somebody says in. */
export function AlikeEntries({ entries: { inAll, told }, choice, onChange }: AlikeEntriesProps) {
  return (
    <section className={styles.part} aria-labelledby="alike-entries-heading">
      <Label id="alike-entries-heading">{message('transfer.alikeEntries.heading', { count: inAll })}</Label>
      <p className={styles.note}>{message('transfer.alikeEntries.text', { count: inAll })}</p>
      <div className={styles.acts}>
        <SegmentedControl
          label={message('transfer.alikeEntries.choice', { count: inAll })}
          value={choice}
          options={[
            { value: 'out', label: message('transfer.alikeEntries.out', { count: inAll }) },
            { value: 'in', label: message('transfer.alikeEntries.in', { count: inAll }) },
          ]}
          onChange={onChange}
        />
      </div>
      <Rows entries={told.slice(0, atOnce)} />
      {inAll > atOnce && (
        <details className={styles.moreEntries}>
          <summary>{message('transfer.alikeEntries.more', { count: inAll - atOnce })}</summary>
          <Rows entries={told.slice(atOnce)} />
          {inAll > told.length && (
            <p className={styles.note}>
              {message('transfer.in.refusedMore', { count: inAll - told.length })}
            </p>
          )}
        </details>
      )}
    </section>
  );
}

const Rows = ({ entries }: { readonly entries: readonly AlikeEntry[] }) => (
  <ul className={styles.pairs}>
    {entries.map(({ id, day, title, here }) => (
      <li key={id} className={styles.alikeEntry}>
        <span className={styles.alikeDay}>{formatDay(day, 'date')}</span>
        <span className={styles.alikeTitle}>{title}</span>
        {here === 'notes' && <span className={styles.note}>{message('transfer.alikeEntries.notes')}</span>}
      </li>
    ))}
  </ul>
);
