import type { EntrySummary } from '../../../shared/domain/entry';
import { useIsReadOnly } from '../../bridge/careQueries';
import { call } from '../../bridge/client';
import { invalidateJournal, useEntryList } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { DayList } from '../../ui/DayList';
import { EmptyState } from '../../ui/EmptyState';
import { MoreBelow } from '../../ui/MoreBelow';
import { BinAct } from './BinAct';
import { DeleteForGood } from '../../ui/DeleteForGood';
import { EntryRow, titleOf } from './EntryRow';

const naming = (entry: EntrySummary) => ({ title: titleOf(entry), day: formatDay(entry.day, 'date') });

/** What is in the bin, a page at a time; earlier entries come as one scrolls. */
export function BinList() {
  const openView = useSession((session) => session.openView);
  const list = useEntryList('bin');
  const isReadOnly = useIsReadOnly();
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  if (list.error) return <EmptyState title={failureMessage(list.error.failure)} />;
  if (list.data && entries.length === 0) return <EmptyState title={message('journal.binEmptyTitle')} />;
  return (
    <>
      <DayList
        items={entries}
        renderItem={(entry) => (
          <EntryRow
            entry={entry}
            onOpen={() => openView({ room: 'write', entryId: entry.id, promptId: null })}
            acts={
              <>
                <BinAct entry={entry} where="bin" />
                {!isReadOnly && (
                  <DeleteForGood
                    label={message('journal.deleteOf', naming(entry))}
                    question={message('journal.deleteAsk', naming(entry))}
                    run={() => call('entries.remove', { id: entry.id })}
                    onDone={invalidateJournal}
                  >
                    {message('journal.delete')}
                  </DeleteForGood>
                )}
              </>
            }
          />
        )}
      />
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
