import { spansOfDay, type Span } from '../../../shared/domain/span';
import type { CivilDay } from '../../../shared/time';
import { message } from '../../i18n/i18n';
import { spansInWords } from '../../i18n/spanWords';
import { SpanBand, SpanNote } from '../SpanBand';
import { VisuallyHidden } from '../VisuallyHidden';
import styles from './DaySpans.module.css';

interface DaySpansProps {
  readonly day: CivilDay;
  /** The day it stands under. */
  readonly above: CivilDay | null;
  readonly spans: readonly Span[];
}

/** The band beside a day. Its name is shown where it is not that of the day above; it is read aloud on every day. */
export function DaySpans({ day, above, spans }: DaySpansProps) {
  const running = spansOfDay(spans, day);
  if (running.length === 0) return null;
  const words = spansInWords(running);
  const isAsAbove = above !== null && spansInWords(spansOfDay(spans, above)) === words;
  return (
    <>
      <span className={styles.band}>
        <SpanBand spans={running} />
      </span>
      <p className={styles.name} data-shown={!isAsAbove}>
        {isAsAbove ? (
          <VisuallyHidden>{message('spans.during', { spans: words })}</VisuallyHidden>
        ) : (
          <SpanNote spans={running} />
        )}
      </p>
    </>
  );
}
