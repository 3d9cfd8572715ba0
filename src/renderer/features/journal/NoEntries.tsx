import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';

/** A journal nobody has written in. */
export function NoEntries() {
  const openView = useSession((session) => session.openView);
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
