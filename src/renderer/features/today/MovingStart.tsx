import { valenceToStop } from '../../../shared/domain/mood';
import { message } from '../../i18n/i18n';
import { kindWord, moodWord } from '../../i18n/words';
import type { Outing } from '../../../shared/domain/movement';
import type { MovementKind } from '../../../shared/domain/movementKind';
import { Button } from '../../ui/Button';
import { Label } from '../../ui/Label';
import { SmallestStep } from './SmallestStep';
import styles from './TodayRoom.module.css';
import { todayKeys } from './useTodayKeys';

interface MovingStartProps {
  readonly outing: Outing | null;
  /** With a kind that is chosen already, or none. */
  readonly onAbout: (kind: MovementKind | null) => void;
  readonly onLog: () => void;
  readonly onBack: (outing: Outing) => void;
  readonly onNotAfterAll: () => void;
}

const clock = (at: number): string => new Date(at).toTimeString().slice(0, 5);

/** Two ways to begin; or, while someone is out, the way back in. */
export function MovingStart({ outing, onAbout, onLog, onBack, onNotAfterAll }: MovingStartProps) {
  return (
    <section className={styles.part} aria-labelledby="moving-label">
      <Label id="moving-label">{message('today.moving')}</Label>
      {outing ? (
        <div className={styles.moving}>
          <p className={styles.out}>
            {message('today.out', { kind: kindWord(outing.kind), time: clock(outing.startedAt) })}
            <span className={styles.quiet}>
              {message('today.outBefore', { feeling: moodWord(valenceToStop(outing.before.valence)) })}
            </span>
          </p>
          <Button look="primary" aria-keyshortcuts={todayKeys.about} onClick={() => onBack(outing)}>
            {message('today.imBack')}
          </Button>
          <Button look="quiet" onClick={onNotAfterAll}>
            {message('today.notAfterAll')}
          </Button>
        </div>
      ) : (
        <div className={styles.moving}>
          <Button look="outlined" aria-keyshortcuts={todayKeys.about} onClick={() => onAbout(null)}>
            {message('today.aboutToMove')}
          </Button>
          <Button look="outlined" onClick={onLog}>
            {message('today.justLog')}
          </Button>
          <SmallestStep onSetOff={onAbout} />
        </div>
      )}
    </section>
  );
}
