import type { MovementSession } from '../../../shared/domain/movement';
import { message } from '../../i18n/i18n';
import { kindWord } from '../../i18n/words';
import { ShiftGlyph } from '../../ui/ShiftGlyph';
import styles from './DayMarks.module.css';

/** More do not fit under a figure. */
const most = 2;

/** What was done on a day of the month, as small as it can be read. The day says it in words to who listens. */
export function DayMarks({ sessions }: { readonly sessions: readonly MovementSession[] }) {
  const more = sessions.length - most;
  const shown = more > 0 ? sessions.slice(0, most - 1) : sessions;
  return (
    <span className={styles.marks} aria-hidden>
      {shown.map(({ id, kind, before, after }) => (
        <span key={id} className={styles.mark}>
          <span className={styles.kind}>{kindWord(kind)}</span>
          {before !== null && after !== null && <ShiftGlyph before={before.valence} after={after.valence} />}
        </span>
      ))}
      {more > 0 && (
        <span className={styles.more}>
          {message('history.more', { more: sessions.length - shown.length })}
        </span>
      )}
    </span>
  );
}
