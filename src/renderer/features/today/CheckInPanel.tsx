import { valenceToStop } from '../../../shared/domain/mood';
import { formatClock } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { FeltDetails } from '../../ui/FeltDetails';
import { Label } from '../../ui/Label';
import { MoodScale } from '../../ui/MoodScale';
import styles from './TodayRoom.module.css';
import { useCheckIn } from './useCheckIn';

/** How it is right now: one gesture or one key, saved at once; more if one likes. */
export function CheckInPanel() {
  const { current, problem, choose, changeFelt, undo, startAnother } = useCheckIn();
  return (
    <section className={styles.part} aria-labelledby="check-in-label">
      <Label id="check-in-label">{message('today.checkIn')}</Label>
      <div className={styles.scale}>
        <MoodScale
          label={message('today.checkIn')}
          value={current && valenceToStop(current.felt.valence)}
          onChange={choose}
          keys="window"
        />
        {current && (
          <div className={styles.details}>
            <FeltDetails felt={current.felt} onChange={changeFelt} />
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
              <Button look="quiet" onClick={startAnother}>
                {message('today.noteAnother')}
              </Button>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
