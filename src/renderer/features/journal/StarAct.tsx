import type { EntrySummary } from '../../../shared/domain/entry';
import { useIsReadOnly } from '../../bridge/careQueries';
import { call } from '../../bridge/client';
import { invalidateJournal } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { showToast } from '../../session/toastStore';
import { Button } from '../../ui/Button';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { titleOf } from './EntryRow';

async function setStar({ id, isStarred }: EntrySummary): Promise<void> {
  const reply = await call('entries.setStar', { id, star: isStarred ? 'off' : 'on' });
  invalidateJournal();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
}

/** Shows the star of an entry, gives it one and takes it away. */
export function StarAct({ entry }: { readonly entry: EntrySummary }) {
  const isReadOnly = useIsReadOnly();
  const { isStarred } = entry;
  if (isReadOnly)
    return isStarred ? (
      <span data-star="on">
        <VisuallyHidden>{message('journal.starred')}</VisuallyHidden>
        <span aria-hidden>★</span>
      </span>
    ) : null;
  return (
    <Button
      look="quiet"
      data-star={isStarred ? 'on' : 'off'}
      aria-pressed={isStarred}
      aria-label={message('journal.starOf', { title: titleOf(entry), day: formatDay(entry.day, 'date') })}
      onClick={() => void setStar(entry)}
    >
      <span aria-hidden>{isStarred ? '★' : '☆'}</span>
    </Button>
  );
}
