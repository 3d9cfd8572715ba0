import { useRef, type ReactNode } from 'react';
import { spansOfDay } from '../../../../shared/domain/span';
import type { CivilDay } from '../../../../shared/time';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { useSpans } from '../../../bridge/spanQueries';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import { RunningSpan } from './RunningSpan';
import { SpanDialog, type SpanDialogHandle } from './SpanDialog';
import { todayKeys } from '../useTodayKeys';
import styles from './Spans.module.css';

interface SpansTodayProps {
  readonly today: CivilDay;
  /** The line of the day; the quiet way to say that something is different stands beside it. */
  readonly line: ReactNode;
  /** False while a form has the page to itself. */
  readonly isDay: boolean;
}

/** At the head of Today: what is different just now, and a quiet way to say that something is. */
export function SpansToday({ today, line, isDay }: SpansTodayProps) {
  const running = spansOfDay(useSpans(), today);
  const isReadOnly = useIsReadOnly();
  const dialog = useRef<SpanDialogHandle>(null);
  return (
    <>
      <div className={styles.head}>
        {line}
        {isDay && !isReadOnly && (
          <Button
            look="quiet"
            className={styles.begin}
            aria-keyshortcuts={todayKeys.span}
            onClick={() => dialog.current?.begin()}
          >
            {message(running.length === 0 ? 'spans.begin' : 'spans.beginAnother')}
          </Button>
        )}
      </div>
      {isDay && running.length > 0 && (
        <section className={styles.today} aria-label={message('spans.heading')}>
          <ul className={styles.list}>
            {running.map((span) => (
              <RunningSpan
                key={span.id}
                span={span}
                today={today}
                acts={isReadOnly ? 'none' : 'offered'}
                onChange={(one) => dialog.current?.change(one)}
              />
            ))}
          </ul>
        </section>
      )}
      <SpanDialog ref={dialog} />
    </>
  );
}
