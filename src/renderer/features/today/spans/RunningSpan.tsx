import { useState } from 'react';
import type { Span } from '../../../../shared/domain/span';
import type { CivilDay } from '../../../../shared/time';
import { message } from '../../../i18n/i18n';
import { spanDaysInWords, spanWords } from '../../../i18n/spanWords';
import { Button } from '../../../ui/Button';
import { EndSpan } from './EndSpan';
import styles from './Spans.module.css';

interface RunningSpanProps {
  readonly span: Span;
  readonly today: CivilDay;
  readonly acts: 'offered' | 'none';
  readonly onChange: (span: Span) => void;
}

/** What runs today, in one line that asks for nothing. */
export function RunningSpan({ span, today, acts, onChange }: RunningSpanProps) {
  const [isEnding, setIsEnding] = useState(false);
  const words = spanWords(span);
  return (
    <li className={styles.running}>
      <span className={styles.edge} aria-hidden />
      <p className={styles.line}>
        {message('spans.running', { kind: span.kind, span: words, days: spanDaysInWords(span, today) })}
      </p>
      {acts === 'offered' && !isEnding && (
        <div className={styles.runningActs}>
          {span.lastDay === null && (
            <Button
              look="quiet"
              aria-label={message('spans.overOf', { span: words })}
              onClick={() => setIsEnding(true)}
            >
              {message('spans.over')}
            </Button>
          )}
          <Button
            look="quiet"
            aria-label={message('spans.changeOf', { span: words })}
            onClick={() => onChange(span)}
          >
            {message('spans.change')}
          </Button>
        </div>
      )}
      {isEnding && <EndSpan span={span} today={today} onLeave={() => setIsEnding(false)} />}
    </li>
  );
}
