import { useEffect, useRef, useState } from 'react';
import { useVaultStatus } from '../../bridge/careQueries';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { leftUnsaved, useUnsavedPages } from '../../session/unsavedPages';
import { Button } from '../../ui/Button';
import styles from './CareNotices.module.css';
import { ReadOnlyNotice } from './ReadOnlyNotice';
import { UnsavedNotice } from './UnsavedNotice';
import { WarningNotice } from './WarningNotice';
import { inOrder } from './warningWords';

/** Over the page: what the person is to know now. One at a time; the others wait behind a number. */
export function CareNotices() {
  const status = useVaultStatus().data;
  const journal = useSession((session) => session.journal);
  const pages = useUnsavedPages((unsaved) => unsaved.pages);
  const [isReadOnlyRead, setIsReadOnlyRead] = useState(false);
  const [extent, setExtent] = useState<'first' | 'all'>('first');
  const place = useRef<HTMLElement>(null);

  const unsaved = leftUnsaved(pages, journal);
  const readOnlyBecause = isReadOnlyRead ? null : (status?.readOnlyBecause ?? null);
  const notices = [
    ...(unsaved.length > 0 ? [<UnsavedNotice key="unsaved" pages={unsaved} />] : []),
    ...(readOnlyBecause
      ? [<ReadOnlyNotice key="readOnly" because={readOnlyBecause} onRead={() => setIsReadOnlyRead(true)} />]
      : []),
    ...inOrder(status?.warnings ?? []).map((warning) => (
      <WarningNotice key={warning.type} warning={warning} />
    )),
  ];
  const count = notices.length;
  const before = useRef(count);

  // A notice that was put away took the focus with it.
  useEffect(() => {
    const fewer = count < before.current;
    before.current = count;
    if (!fewer || document.activeElement !== document.body) return;
    const next = place.current?.querySelector('button') ?? document.querySelector<HTMLElement>('main');
    next?.focus({ preventScroll: true });
  }, [count]);

  return (
    // Always there, so that what comes into it is read aloud.
    <section ref={place} className={styles.region} aria-label={message('care.notices')} aria-live="polite">
      {count > 0 && (
        <div className={styles.place}>
          <ul className={styles.list}>{extent === 'all' ? notices : notices.slice(0, 1)}</ul>
          {count > 1 && (
            <Button
              look="quiet"
              className={styles.more}
              aria-expanded={extent === 'all'}
              onClick={() => setExtent(extent === 'all' ? 'first' : 'all')}
            >
              {extent === 'all' ? message('care.fewer') : message('care.more', { count: count - 1 })}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
