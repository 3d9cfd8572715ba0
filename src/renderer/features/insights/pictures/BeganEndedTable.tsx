import type { BeforeAfterPair, Outcome } from '../../../../shared/domain/insights';
import { stopsOf } from '../../../../shared/insights/scale';
import { beganEndedCounts } from '../../../../shared/insights/beganEnded';
import { message } from '../../../i18n/i18n';
import { scaleWord } from '../../../i18n/words';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import styles from './BeganEndedTable.module.css';

/**
 * Sessions by how they began (rows, very pleasant on top) and ended (columns), counted in a real table: whole numbers on
 * seven stops would lie on each other as dots. The diagonal is where both are the same.
 */
export function BeganEndedTable({
  pairs,
  outcome,
}: {
  readonly pairs: readonly BeforeAfterPair[];
  readonly outcome: Outcome;
}) {
  const stops = stopsOf(outcome);
  const counts = beganEndedCounts(
    pairs.filter(({ isRemembered }) => !isRemembered),
    outcome,
  );
  const remembered = beganEndedCounts(
    pairs.filter(({ isRemembered }) => isRemembered),
    outcome,
  );
  const most = Math.max(1, ...counts.flat());
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>{message('insights.beforeAfter.table')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.side}>
            {message('insights.beforeAfter.began')}
          </th>
        </tr>
      </thead>
      <tbody>
        {stops.toReversed().map((began) => (
          <tr key={began}>
            <th scope="row">{scaleWord(outcome, began)}</th>
            {stops.map((ended) => (
              <Cell
                key={ended}
                began={began}
                ended={ended}
                count={counts[began - 1]?.[ended - 1] ?? 0}
                remembered={remembered[began - 1]?.[ended - 1] ?? 0}
                most={most}
              />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className={styles.side}>
            {message('insights.beforeAfter.ended')}
          </th>
          {stops.map((stop) => (
            <th key={stop} scope="col" className={styles.ended}>
              {scaleWord(outcome, stop)}
            </th>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

interface CellProps {
  readonly began: number;
  readonly ended: number;
  readonly count: number;
  readonly remembered: number;
  readonly most: number;
}

/** At most so much of the colour that ink can be read on it. */
const deepest = 40;

function Cell({ began, ended, count, remembered, most }: CellProps) {
  const depth = count === 0 ? 0 : 6 + (deepest - 6) * (count / most);
  return (
    <td
      className={styles.cell}
      data-side={began === ended ? 'same' : 'other'}
      style={{ background: `color-mix(in srgb, var(--mood) ${depth.toFixed(1)}%, transparent)` }}
    >
      {count > 0 && count}
      {remembered > 0 && (
        <span
          className={styles.remembered}
          title={message('insights.beforeAfter.rememberedCell', { sessions: remembered })}
        >
          <span aria-hidden>○</span>
          {remembered > 1 && <span aria-hidden>{remembered}</span>}
          <VisuallyHidden>
            {message('insights.beforeAfter.rememberedCell', { sessions: remembered })}
          </VisuallyHidden>
        </span>
      )}
    </td>
  );
}
