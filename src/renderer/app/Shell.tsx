import { Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { useWriting } from '../bridge/writingQueries';
import { CareNotices } from '../features/care/CareNotices';
import { JournalFeltChoices } from '../features/feeling/JournalFeltChoices';
import { OpenedCheckIn } from '../features/feeling/OpenedCheckIn';
import { message } from '../i18n/i18n';
import { lockJournal } from './lockJournal';
import { useSession, type OpenJournal } from '../session/sessionStore';
import { Button } from '../ui/Button';
import { AppEffects } from './AppEffects';
import { BrokenPage } from './BrokenPage';
import { CurrentRoom } from './CurrentRoom';
import { KindNames } from './KindNames';
import { KeyboardList } from './KeyboardList';
import styles from './Shell.module.css';
import { SideColumn } from './SideColumn';

/** The open journal: rooms on the left, the page on the right. */
export function Shell({ journal }: { readonly journal: OpenJournal }) {
  const visit = useSession((session) => session.visit);
  const isWriting = useSession((session) => session.view.room === 'write');
  const isFocused = useWriting().focus === 'on' && isWriting;

  return (
    <div className={styles.shell} data-desk={isFocused ? 'focus' : 'whole'}>
      <AppEffects />
      {journal.isSample && (
        <aside className={styles.band} aria-label={message('app.sampleBand')}>
          <span className={styles.bandText}>{message('app.sampleBand')}</span>
          <Button look="quiet" onClick={() => void lockJournal()}>
            {message('app.leaveSample')}
          </Button>
        </aside>
      )}
      <SideColumn />
      <CareNotices />
      {/* Keyed, so that every visit begins at the top of its page. */}
      <div key={visit} className={styles.page}>
        <ErrorBoundary FallbackComponent={BrokenPage} resetKeys={[visit]}>
          <Suspense fallback={null}>
            <JournalFeltChoices>
              <KindNames>
                <CurrentRoom />
              </KindNames>
            </JournalFeltChoices>
          </Suspense>
        </ErrorBoundary>
      </div>
      <JournalFeltChoices>
        <OpenedCheckIn />
      </JournalFeltChoices>
      <KeyboardList />
    </div>
  );
}
