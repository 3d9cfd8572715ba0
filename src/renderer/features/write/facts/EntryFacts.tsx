import type { EntryId } from '../../../../shared/id';
import { call } from '../../../bridge/client';
import { useEntryFacts } from '../../../bridge/factQueries';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import { changeFacts } from './changeFacts';
import styles from './EntryFacts.module.css';
import { MomentDialog } from './MomentDialog';
import { TagField } from './TagField';
import { TitleField } from './TitleField';

/** What is said of an entry beside its text. Shown once it is in the journal. */
export function EntryFacts({ id }: { readonly id: EntryId }) {
  const facts = useEntryFacts(id).data;
  if (!facts) return null;
  const star = facts.isStarred ? 'off' : 'on';
  return (
    <div className={styles.facts}>
      <div className={styles.acts}>
        <Button
          look="quiet"
          aria-pressed={facts.isStarred}
          onClick={() => void changeFacts(call('entries.setStar', { id, star }))}
        >
          <span aria-hidden>{facts.isStarred ? '★' : '☆'}</span> {message('write.facts.star')}
        </Button>
        <MomentDialog id={id} moment={facts} />
      </div>
      <TitleField key={`title ${id}`} id={id} given={facts.givenTitle} />
      <TagField key={`tags ${id}`} id={id} tags={facts.tags} />
    </div>
  );
}
