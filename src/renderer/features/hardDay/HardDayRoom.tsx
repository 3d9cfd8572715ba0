import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { isHardDayPageEmpty, type HardDayPage } from '../../../shared/domain/hardDay';
import { useIsReadOnly } from '../../bridge/careQueries';
import { useHardDay } from '../../bridge/hardDayQueries';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { RoomLayout } from '../../ui/RoomLayout';
import { SaveFailureNotice, SaveLine } from '../../ui/SaveLine';
import { HardDayFields } from './HardDayFields';
import styles from './HardDayRoom.module.css';
import { Emergency } from './Emergency';
import { HardDayReading } from './HardDayReading';
import { keptHardDay } from './keepHardDay';

/** A page the person wrote for themselves on a better day. It asks nothing, counts nothing and needs no network. */
export function HardDayRoom() {
  const read = useHardDay().data;
  return (
    <RoomLayout
      label={message('app.room.hardDay')}
      heading={message('app.room.hardDay')}
      margin={read && <Emergency number={read.page.emergencyNumber} />}
    >
      {read && <HardDay stored={read.page} />}
    </RoomLayout>
  );
}

function HardDay({ stored }: { readonly stored: HardDayPage }) {
  const isReadOnly = useIsReadOnly();
  const [kept] = useState(keptHardDay);
  const state = useStore(kept.state);
  const [page, setPage] = useState(stored);
  const [mode, setMode] = useState<'reading' | 'writing'>('reading');
  const isEmpty = isHardDayPageEmpty(page);

  // What is typed when somebody leaves is saved now, and not a moment later.
  useEffect(() => () => void kept.flush(), [kept]);

  const change = (next: HardDayPage): void => {
    setPage(next);
    kept.changed(next);
  };

  return (
    <>
      <p className={styles.lead}>
        {message(mode === 'writing' || isEmpty ? 'hardDay.leadWriting' : 'hardDay.lead')}
      </p>
      <div className={styles.bar} data-mode={mode}>
        {!isReadOnly && (
          <Button
            look={isEmpty && mode === 'reading' ? 'primary' : 'outlined'}
            onClick={() => {
              if (mode === 'writing') void kept.flush();
              setMode(mode === 'writing' ? 'reading' : 'writing');
            }}
          >
            {message(mode === 'writing' ? 'hardDay.done' : isEmpty ? 'hardDay.begin' : 'hardDay.change')}
          </Button>
        )}
        <span className={styles.state}>
          <SaveLine state={state} isInJournal={mode === 'writing' && !isEmpty} />
        </span>
      </div>
      <SaveFailureNotice state={state} onRetry={() => void kept.flush()} />
      {mode === 'writing' && !isReadOnly ? (
        <HardDayFields page={page} onChange={change} />
      ) : (
        <HardDayReading page={page} />
      )}
    </>
  );
}
