import type { Span } from '../../shared/domain/span';
import { message } from '../i18n/i18n';
import { spansInWords } from '../i18n/spanWords';
import styles from './SpanBand.module.css';
import { VisuallyHidden } from './VisuallyHidden';

interface SpansProps {
  /** Those of the day or the days that are shown; without any nothing is drawn. */
  readonly spans: readonly Pick<Span, 'kind' | 'name'>[];
}

/**
 * The hatched band behind a day, filling the positioned element around it. It is for the eye alone: what is read aloud says it in
 * words (`spans.during`), in the name of the day or through `SpanNote`.
 */
export function SpanBand({ spans }: SpansProps) {
  return spans.length === 0 ? null : <span className={styles.band} aria-hidden />;
}

/** The same in words, beside a sample of the band, such as under the figure of a day. */
export function SpanNote({ spans }: SpansProps) {
  if (spans.length === 0) return null;
  return (
    <span className={styles.note}>
      <span className={styles.sample} aria-hidden />
      <span aria-hidden>{spansInWords(spans)}</span>
      <VisuallyHidden>{message('spans.during', { spans: spansInWords(spans) })}</VisuallyHidden>
    </span>
  );
}
