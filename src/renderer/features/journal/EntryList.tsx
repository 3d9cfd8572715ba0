import type { EntrySummary } from '../../../shared/domain/entry';
import type { EntryId } from '../../../shared/id';
import { call } from '../../bridge/client';
import { useIsReadOnly } from '../../bridge/careQueries';
import { invalidateJournal, useEntryList } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { formatClock, formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import { DayList } from '../../ui/DayList';
import { EmptyState } from '../../ui/EmptyState';
import { MoreBelow } from '../../ui/MoreBelow';
import { showToast } from '../../session/toastStore';
import styles from './JournalRoom.module.css';

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

interface EntryRowProps {
  readonly entry: EntrySummary;
  readonly where: 'journal' | 'bin';
}

function EntryRow({ entry, where }: EntryRowProps) {
  const openView = useSession((session) => session.openView);
  const isReadOnly = useIsReadOnly();
  const title = entry.title === '' ? message('journal.untitled') : entry.title;
  const naming = { title, day: formatDay(entry.day, 'date') };
  return (
    <article className={styles.row}>
      <button
        type="button"
        className={styles.entry}
        disabled={where === 'bin'}
        onClick={() => openView({ room: 'write', entryId: entry.id, promptId: null })}
      >
        <span className={styles.title} data-empty={entry.title === ''}>
          {title}
        </span>
        {entry.excerpt !== '' && <span className={styles.excerpt}>{entry.excerpt}</span>}
      </button>
      <div className={styles.facts}>
        <time>{formatClock(entry)}</time>
        <Button
          look="quiet"
          hidden={isReadOnly}
          className={styles.act}
          aria-label={message(where === 'journal' ? 'journal.moveToBinOf' : 'journal.restoreOf', naming)}
          onClick={() => void (where === 'journal' ? moveToBin(entry.id) : restore(entry.id))}
        >
          {message(where === 'journal' ? 'journal.moveToBin' : 'journal.restore')}
        </Button>
      </div>
    </article>
  );
}

function NoEntries({ where }: { readonly where: 'journal' | 'bin' }) {
  const openView = useSession((session) => session.openView);
  if (where === 'bin') return <EmptyState title={message('journal.binEmptyTitle')} />;
  return (
    <EmptyState
      picture="hills"
      title={message('journal.emptyTitle')}
      action={
        <Button look="primary" onClick={() => openView({ room: 'write', entryId: null, promptId: null })}>
          {message('journal.emptyAction')}
        </Button>
      }
    >
      {message('journal.emptyText')}
    </EmptyState>
  );
}

/** Entries a page at a time; earlier ones come as one scrolls. */
export function EntryList({ where }: { readonly where: 'journal' | 'bin' }) {
  const list = useEntryList(where);
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  if (list.error) return <EmptyState title={failureMessage(list.error.failure)} />;
  if (list.data && entries.length === 0) return <NoEntries where={where} />;
  return (
    <>
      <DayList items={entries} renderItem={(entry) => <EntryRow entry={entry} where={where} />} />
      {list.hasNextPage && (
        <MoreBelow
          key={entries.length}
          label={message('journal.earlier')}
          onMore={() => {
            if (!list.isFetchingNextPage) void list.fetchNextPage();
          }}
        />
      )}
    </>
  );
}
