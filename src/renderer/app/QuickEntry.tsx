import { getNearestEditorFromDOMNode } from 'lexical';
import { lazy, Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { useIsReadOnly } from '../bridge/careQueries';
import { call, onShellEvent } from '../bridge/client';
import { invalidateJournal, useToday } from '../bridge/queries';
import { formatDay } from '../i18n/formats';
import { message } from '../i18n/i18n';
import { closeQuickEntry, openQuickEntry, useQuickEntry } from '../session/quickEntryStore';
import styles from './QuickEntry.module.css';

const QuickPage = lazy(async () => ({ default: (await import('../features/write/QuickPage')).QuickPage }));

function done(): void {
  closeQuickEntry();
  invalidateJournal();
  void call('app.quickDone', {});
}

/**
 * A line in between, from any other program. It lies over whatever is on the page, also over the curtain, and shows nothing of
 * it: somebody else may be looking.
 */
export function QuickEntry() {
  const page = useQuickEntry((quick) => quick.page);
  const isReadOnly = useIsReadOnly();
  const day = useToday().data?.day;
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = page !== null;

  useEffect(
    () =>
      onShellEvent('quickEntryWanted', () => {
        if (!isReadOnly) openQuickEntry();
      }),
    [isReadOnly],
  );

  // The words on it are safe before the journal closes; the page itself goes with it.
  useEffect(() => closeQuickEntry, []);

  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      // A text gets the focus back without its caret; its editor still knows where that was.
      if (before instanceof HTMLElement) getNearestEditorFromDOMNode(before)?.focus();
    };
  }, [isOpen]);

  return (
    <dialog
      ref={dialog}
      className={styles.quick}
      aria-label={message('app.quickEntry')}
      onCancel={(event) => event.preventDefault()}
    >
      {isOpen && (
        <div className={styles.desk}>
          <p className={styles.day}>{day !== undefined && formatDay(day, 'full')}</p>
          <Suspense fallback={null}>
            <QuickPage key={page} onDone={done} />
          </Suspense>
        </div>
      )}
    </dialog>
  );
}
