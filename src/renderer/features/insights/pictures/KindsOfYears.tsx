import { movementKindSchema } from '../../../../shared/domain/movementKind';
import type { LongRun } from '../../../../shared/insights/cards/longRun';
import { message } from '../../../i18n/i18n';
import { kindWord } from '../../../i18n/words';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import styles from './KindsOfYears.module.css';

const largest = 20;
const fewYears = 12;

interface KindsOfYearsProps extends Pick<LongRun, 'years'> {
  /** The person's own order; kinds that are not in it come last. */
  readonly order: readonly string[];
}

/** Kinds over the years: the area of a square is its number of sessions. A real table, so it needs no other. */
export function KindsOfYears({ years, order }: KindsOfYearsProps) {
  const noted = new Set(years.flatMap((year) => year.kinds.map(({ kind }) => kind)));
  const kinds = [...order.filter((kind) => noted.has(kind)), ...noted].filter(
    (kind, index, all) => all.indexOf(kind) === index,
  );
  const most = years.reduce(
    (high, year) => year.kinds.reduce((inYear, { sessions }) => Math.max(inYear, sessions), high),
    1,
  );
  if (years.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region takes the focus to be scrolled by keyboard
    <section className={styles.frame} aria-label={message('insights.card.longRun.kinds')} tabIndex={0}>
      <table className={styles.table}>
        <caption>{message('insights.card.longRun.kinds')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{message('insights.card.longRun.column.kind')}</VisuallyHidden>
            </th>
            {years.map(({ year }) => (
              <th key={year} scope="col" aria-label={String(year)}>
                {years.length > fewYears ? `’${String(year % 100).padStart(2, '0')}` : year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{kindWord(movementKindSchema.parse(kind))}</th>
              {years.map(({ year, kinds: ofYear }) => (
                <KindOfYear
                  key={year}
                  sessions={ofYear.find((other) => other.kind === kind)?.sessions ?? 0}
                  most={most}
                  figures={years.length > fewYears ? 'hidden' : 'shown'}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface KindOfYearProps {
  readonly sessions: number;
  readonly most: number;
  readonly figures: 'shown' | 'hidden';
}

function KindOfYear({ sessions, most, figures }: KindOfYearProps) {
  if (sessions === 0) return <td aria-label={message('insights.sessionCount', { sessions })} />;
  const side = `${Math.max(2, Math.sqrt(sessions / most) * largest)}px`;
  return (
    <td title={message('insights.sessionCount', { sessions })}>
      <span className={styles.place} aria-hidden>
        <span className={styles.square} style={{ inlineSize: side, blockSize: side }} />
      </span>
      {figures === 'shown' ? (
        <span className={styles.count}>{sessions}</span>
      ) : (
        <VisuallyHidden>{sessions}</VisuallyHidden>
      )}
    </td>
  );
}
