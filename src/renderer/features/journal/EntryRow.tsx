import type { ReactNode } from 'react';
import type { EntrySummary } from '../../../shared/domain/entry';
import { imageAddress } from '../../../shared/domain/image';
import { formatClock } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import styles from './EntryRow.module.css';

interface EntryRowProps {
  readonly entry: EntrySummary;
  readonly onOpen: () => void;
  /** What can be done with it; seen when the pointer or the focus is on it. */
  readonly acts?: ReactNode;
  /** Its place among all, from 1, where only some of them are on the page. */
  readonly place?: { readonly at: number; readonly of: number };
}

export const titleOf = ({ title }: Pick<EntrySummary, 'title'>): string =>
  title === '' ? message('journal.untitled') : title;

/** One entry as a list shows it: its first line, what follows, when, and its first picture. */
export function EntryRow({ entry, onOpen, acts, place }: EntryRowProps) {
  return (
    <article className={styles.row} aria-posinset={place?.at} aria-setsize={place?.of}>
      <button type="button" className={styles.entry} data-entry={place?.at} onClick={onOpen}>
        <span className={styles.text}>
          <span className={styles.title} data-empty={entry.title === ''}>
            {titleOf(entry)}
          </span>
          {entry.excerpt !== '' && <span className={styles.excerpt}>{entry.excerpt}</span>}
          {entry.tags.length > 0 && (
            <span className={styles.tags}>
              <VisuallyHidden>{message('journal.tags', { tags: entry.tags.join(', ') })}</VisuallyHidden>
              <span aria-hidden>{entry.tags.join(' · ')}</span>
            </span>
          )}
        </span>
        {entry.firstImageId !== null && (
          <img
            className={styles.picture}
            src={imageAddress(entry.firstImageId, 'small')}
            alt={message('journal.pictures', { images: entry.imageCount })}
            loading="lazy"
          />
        )}
      </button>
      <div className={styles.facts}>
        <span className={styles.line}>
          {acts !== undefined && <span className={styles.acts}>{acts}</span>}
          <time>{formatClock(entry)}</time>
        </span>
      </div>
    </article>
  );
}
