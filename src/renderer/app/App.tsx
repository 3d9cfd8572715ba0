import { useEffect } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { call } from '../bridge/client';
import { useAppInfo } from '../bridge/queries';
import { UnlockRoom } from '../features/unlock/UnlockRoom';
import { useSession } from '../session/sessionStore';
import { Toast } from '../ui/Toast';
import { BrokenPage } from './BrokenPage';
import { Shell } from './Shell';

export function App() {
  const journal = useSession((session) => session.journal);
  const info = useAppInfo();
  const isLeftOpen = journal === null && info.data?.state === 'unlocked';

  // A page that was reloaded has lost its line to the keeper; it begins again at the door.
  useEffect(() => {
    if (isLeftOpen) void call('journal.lock', {});
  }, [isLeftOpen]);

  return (
    <ErrorBoundary FallbackComponent={BrokenPage}>
      {journal ? <Shell journal={journal} /> : info.data && <UnlockRoom latest={info.data.journal} />}
      <Toast />
    </ErrorBoundary>
  );
}
