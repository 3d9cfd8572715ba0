import type { Span } from '../../../../shared/domain/span';
import { message } from '../../../i18n/i18n';
import { spanDaysInWords, spanWords } from '../../../i18n/spanWords';
import { Button } from '../../../ui/Button';
import { Label } from '../../../ui/Label';
import styles from './Spans.module.css';

interface SpanListProps {
  readonly spans: readonly Span[];
  readonly onChange: (span: Span) => void;
  readonly onRemove: (span: Span) => void;
}

/** What was noted so far, the newest first. */
export function SpanList({ spans, onChange, onRemove }: SpanListProps) {
  if (spans.length === 0) return null;
  return (
    <section className={styles.earlier}>
      <Label as="h3">{message('spans.earlier')}</Label>
      <ul className={styles.list}>
        {spans.map((span) => (
          <li key={span.id} className={styles.row}>
            <p className={styles.rowWords}>
              {spanWords(span)}
              <span className={styles.rowDays}>{spanDaysInWords(span)}</span>
            </p>
            <Button
              look="quiet"
              aria-label={message('spans.changeOf', { span: spanWords(span) })}
              onClick={() => onChange(span)}
            >
              {message('spans.change')}
            </Button>
            <Button
              look="quiet"
              aria-label={message('spans.removeOf', { span: spanWords(span) })}
              onClick={() => onRemove(span)}
            >
              {message('spans.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
