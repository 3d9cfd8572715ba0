import type { EntrySummary } from '../../../shared/domain/entry';
import type { EntryId } from '../../../shared/id';
import { useIsReadOnly } from '../../bridge/careQueries';
import { call } from '../../bridge/client';
import { invalidateJournal } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { showToast } from '../../session/toastStore';
import { Button } from '../../ui/Button';
import { titleOf } from './EntryRow';

async function restore(id: EntryId): Promise<void> {
  const reply = await call('entries.restore', { id });
  invalidateJournal();
  showToast({ text: reply.ok ? message('journal.restored') : failureMessage(reply.error) });
}

async function moveToBin(id: EntryId): Promise<void> {
  const reply = await call('entries.moveToBin', { id });
  invalidateJournal();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  else
    showToast({
      text: message('journal.moved'),
      action: { label: message('ui.undo'), run: () => void restore(id) },
    });
}

interface BinActProps {
  readonly entry: EntrySummary;
  readonly where: 'journal' | 'bin';
}

/** Into the bin, or out of it. */
export function BinAct({ entry, where }: BinActProps) {
  const isReadOnly = useIsReadOnly();
  const naming = { title: titleOf(entry), day: formatDay(entry.day, 'date') };
  return (
    <Button
      look="quiet"
      hidden={isReadOnly}
      aria-label={message(where === 'journal' ? 'journal.moveToBinOf' : 'journal.restoreOf', naming)}
      onClick={() => void (where === 'journal' ? moveToBin(entry.id) : restore(entry.id))}
    >
      {message(where === 'journal' ? 'journal.moveToBin' : 'journal.restore')}
    </Button>
  );
}
