import { valenceToStop } from '../../shared/domain/mood';
import { message } from '../i18n/i18n';
import { moodWord } from '../i18n/words';
import styles from './ShiftGlyph.module.css';

interface ShiftGlyphProps {
  /** Valence in [-1, 1]; null when not noted. */
  readonly before: number | null;
  readonly after: number | null;
}

const width = 68;
const height = 14;
const edge = 5;
const valenceToX = (valence: number): number => edge + ((valence + 1) / 2) * (width - 2 * edge);

function describe(before: number | null, after: number | null): string {
  const from = before === null ? null : moodWord(valenceToStop(before));
  const to = after === null ? null : moodWord(valenceToStop(after));
  if (from !== null && to !== null) return message('ui.shift', { from, to });
  if (from !== null) return message('ui.shiftBefore', { from });
  if (to !== null) return message('ui.shiftAfter', { to });
  return message('ui.shiftNone');
}

/** How it felt before (ring) and after (disc) on a line from very unpleasant to very pleasant. */
export function ShiftGlyph({ before, after }: ShiftGlyphProps) {
  const middle = height / 2;
  return (
    // Drawn here, not an <img>, so that it takes the tokens' colours.
    <svg className={styles.glyph} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{describe(before, after)}</title>
      <line className={styles.rail} x1={edge} x2={width - edge} y1={middle} y2={middle} />
      {before !== null && after !== null && (
        <line
          className={styles.shift}
          x1={valenceToX(before)}
          x2={valenceToX(after)}
          y1={middle}
          y2={middle}
        />
      )}
      {before !== null && <circle className={styles.before} cx={valenceToX(before)} cy={middle} r={3.75} />}
      {after !== null && (
        <circle className={styles.after} cx={valenceToX(after)} cy={middle} r={before === after ? 2 : 4.25} />
      )}
    </svg>
  );
}
