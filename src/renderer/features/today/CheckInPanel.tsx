import { checkInNoteLimit } from '../../../shared/domain/mood';
import { formatClock } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import { FeltDetails } from '../../ui/FeltDetails';
import { FeltScale } from '../../ui/FeltScale';
import { Label } from '../../ui/Label';
import { TextArea } from '../../ui/TextField';
import styles from './TodayRoom.module.css';
import { useCheckIn } from './useCheckIn';
import { todayKeys } from './useTodayKeys';

/** How it is right now: one gesture or one key, saved at once; more if one likes. And how it was earlier. */
export function CheckInPanel() {
  const { current, problem, give, changeFelt, changeNote, undo, startAnother } = useCheckIn();
  const openCheckIn = useSession((session) => session.openCheckIn);
  return (
    <section className={styles.part} aria-labelledby="check-in-label">
      <div className={styles.heading}>
        <Label id="check-in-label">{message('today.checkIn')}</Label>
        <Button look="quiet" aria-keyshortcuts={todayKeys.earlier} onClick={() => openCheckIn('new')}>
          {message('today.noteEarlier')}
        </Button>
      </div>
      <div className={styles.scale}>
        <FeltScale
          label={message('today.checkIn')}
          felt={current?.felt ?? null}
          onGive={give}
          keys="window"
        />
        {current && (
          <div className={styles.details}>
            <FeltDetails felt={current.felt} onChange={changeFelt} />
            <TextArea
              className={styles.checkInNote}
              label={message('feeling.note')}
              rows={1}
              maxLength={checkInNoteLimit}
              value={current.note}
              onChange={(event) => changeNote(event.target.value)}
            />
          </div>
        )}
        <div className={styles.noted}>
          <output>
            {problem ?? (current?.saved && message('today.noted.at', { time: formatClock(current.saved) }))}
          </output>
          {current && (
            <>
              <Button look="quiet" onClick={() => void undo()}>
                {message('ui.undo')}
              </Button>
              <Button look="quiet" onClick={() => void startAnother()}>
                {message('today.noteAnother')}
              </Button>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
