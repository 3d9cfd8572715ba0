import { useEffect } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { call, onShellEvent } from '../bridge/client';
import { useAppInfo } from '../bridge/queries';
import { KitPage } from '../features/recovery/KitPage';
import { UnlockRoom } from '../features/unlock/UnlockRoom';
import { wantPlainPaste } from '../session/plainPaste';
import { useSession } from '../session/sessionStore';
import { Toast } from '../ui/Toast';
import { BrokenPage } from './BrokenPage';
import { Curtain } from './Curtain';
import { QuickEntry } from './QuickEntry';
import { DoorEffects } from './DoorEffects';
import { Shell } from './Shell';

export function App() {
  const journal = useSession((session) => session.journal);
  const shownKit = useSession((session) => session.shownKit);
  const info = useAppInfo();
  const isOpen = journal !== null || shownKit !== null;
  const isLeftOpen = !isOpen && info.data?.state === 'unlocked';

  // A page that was reloaded has lost its line to the keeper; it begins again at the door.
  useEffect(() => {
    if (isLeftOpen) void call('journal.lock', {});
  }, [isLeftOpen]);

  // Wherever one can type, at the door too.
  useEffect(
    () =>
      onShellEvent('commandChosen', ({ command }) => {
        if (command !== 'paste-plain') return;
        wantPlainPaste('yes');
        void call('app.pastePlain', {});
      }),
    [],
  );

  return (
    <ErrorBoundary FallbackComponent={BrokenPage}>
      {!isOpen && <DoorEffects />}
      {journal && <Shell journal={journal} />}
      {!isOpen && info.data && (
        <UnlockRoom latest={info.data.journal} login={info.data.login.isOn ? 'on' : 'off'} />
      )}
      {shownKit && <KitPage key={shownKit.kit.code} shown={shownKit} />}
      {isOpen && <Curtain />}
      {journal && <QuickEntry />}
      <Toast />
    </ErrorBoundary>
  );
}
