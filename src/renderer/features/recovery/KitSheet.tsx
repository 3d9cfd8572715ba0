import { message } from '../../i18n/i18n';
import { formatInstantDate } from '../../i18n/formats';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { WordMark } from '../../ui/WordMark';
import { codeToGroups } from './codeGroups';
import styles from './KitSheet.module.css';

interface KitSheetProps {
  /** Name of the journal. */
  readonly name: string;
  /** Null covers the code: what is to be typed back comes from paper. */
  readonly code: string | null;
  /** Groups to look up on the paper, counted from 0. */
  readonly asked: readonly number[];
  /** When it was made, in milliseconds since 1970-01-01T00:00Z. */
  readonly madeAt: number;
  readonly groupCount: number;
}

/** The kit itself, set like a page of a book: on the screen and, through `PrintedKit`, on paper. */
export function KitSheet({ name, code, asked, madeAt, groupCount }: KitSheetProps) {
  const groups = code === null ? Array.from({ length: groupCount }, () => null) : codeToGroups(code);
  return (
    <article className={styles.sheet} aria-label={message('recovery.sheet')}>
      <header className={styles.head}>
        <span className={styles.mark}>
          <WordMark />
        </span>
        <span>{message('recovery.sheetKind')}</span>
      </header>
      <p className={styles.name}>{name}</p>
      <p className={styles.date}>{message('recovery.madeOn', { date: formatInstantDate(madeAt) })}</p>
      <ol className={styles.groups} aria-label={message('recovery.code')}>
        {groups.map((group, index) => (
          <li
            // oxlint-disable-next-line react/no-array-index-key -- the place is what a group is known by
            key={index}
            className={styles.group}
            data-asked={code === null && asked.includes(index) ? 'yes' : 'no'}
          >
            <span className={styles.number} aria-hidden>
              {index + 1}
            </span>
            {group === null ? (
              <span className={styles.covered}>
                <VisuallyHidden>{message('recovery.covered')}</VisuallyHidden>
              </span>
            ) : (
              <span className={styles.letters}>{group}</span>
            )}
          </li>
        ))}
      </ol>
      <p className={styles.use}>{message('recovery.use')}</p>
    </article>
  );
}
