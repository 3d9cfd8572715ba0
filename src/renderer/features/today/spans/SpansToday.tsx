import { useRef } from 'react';
import { spansOfDay } from '../../../../shared/domain/span';
import type { CivilDay } from '../../../../shared/time';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { useSpans } from '../../../bridge/spanQueries';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import { RunningSpan } from './RunningSpan';
import { SpanDialog, type SpanDialogHandle } from './SpanDialog';
import styles from './Spans.module.css';

/** On Today: what is different just now, and a quiet way to say that something is. */
export function SpansToday({ today }: { readonly today: CivilDay }) {
  const running = spansOfDay(useSpans(), today);
  const isReadOnly = useIsReadOnly();
  const dialog = useRef<SpanDialogHandle>(null);
  if (isReadOnly && running.length === 0) return null;
  return (
    <>
      <section className={styles.today} aria-label={message('spans.heading')}>
        {running.length > 0 && (
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
        )}
        {!isReadOnly && (
          <Button look="quiet" className={styles.begin} onClick={() => dialog.current?.begin()}>
            {message(running.length === 0 ? 'spans.begin' : 'spans.beginAnother')}
          </Button>
        )}
      </section>
      <SpanDialog ref={dialog} />
    </>
  );
}
