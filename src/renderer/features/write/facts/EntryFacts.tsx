import type { Moment } from '../../../../shared/time';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import type { PageKeeping } from '../useAutosave';
import styles from './EntryFacts.module.css';
import { MomentDialog } from './MomentDialog';
import { TagField } from './TagField';

interface EntryFactsProps {
  readonly keeping: Pick<PageKeeping, 'said' | 'say' | 'noteDraftTag'>;
  readonly moment: Moment;
}

/** What is said of an entry beside its text, from before its first word. */
export function EntryFacts({ keeping: { said, say, noteDraftTag }, moment }: EntryFactsProps) {
  const isStarred = said.star === 'on';
  return (
    <div className={styles.facts}>
      <div className={styles.acts}>
        <Button look="quiet" aria-pressed={isStarred} onClick={() => say({ star: isStarred ? 'off' : 'on' })}>
          <span aria-hidden>{isStarred ? '★' : '☆'}</span> {message('write.facts.star')}
        </Button>
        <MomentDialog moment={moment} onChange={(changed) => say({ moment: changed })} />
      </div>
      <TagField tags={said.tags} onChange={(tags) => say({ tags })} onDraft={noteDraftTag} />
    </div>
  );
}

/** The same where nothing of it can be changed. */
export function ReadFacts({ said: { star, tags } }: Pick<PageKeeping, 'said'>) {
  if (star === 'off' && tags.length === 0) return null;
  return (
    <div className={styles.facts}>
      {star === 'on' && (
        <p className={styles.said}>
          <span aria-hidden>★</span> {message('write.facts.starred')}
        </p>
      )}
      {tags.length > 0 && (
        <ul className={styles.tags} aria-label={message('write.facts.tags')}>
          {tags.map((name) => (
            <li key={name} className={styles.tag}>
              {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
