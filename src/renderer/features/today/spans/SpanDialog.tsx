import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { Span } from '../../../../shared/domain/span';
import { useToday } from '../../../bridge/queries';
import { useSpans } from '../../../bridge/spanQueries';
import { message } from '../../../i18n/i18n';
import { newSpanId } from '../../../session/newIds';
import { useSession } from '../../../session/sessionStore';
import type { SpanFields } from '../../../session/spanFields';
import { Dialog } from '../../../ui/Dialog';
import { removeSpan } from './spanActs';
import { newSpanFields, spanToFields } from './spanDraft';
import { SpanForm } from './SpanForm';
import { SpanList } from './SpanList';
import styles from './Spans.module.css';

export interface SpanDialogHandle {
  readonly begin: () => void;
  readonly change: (span: Span) => void;
}

interface Shown {
  readonly purpose: 'begin' | 'change';
  readonly start: SpanFields;
}

/** The small page on which times that are different are noted, changed and looked through. */
export function SpanDialog({ ref }: { readonly ref: Ref<SpanDialogHandle> }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const spans = useSpans();
  const today = useToday().data?.day;
  const { unfinishedSpan, setUnfinishedSpan } = useSession();

  const change = (span: Span): void => {
    const isLeft = unfinishedSpan?.id === span.id;
    setShown({ purpose: 'change', start: isLeft ? unfinishedSpan : spanToFields(span) });
    dialog.current?.showModal();
  };
  const begin = (): void => {
    if (today === undefined) return;
    const isLeft = unfinishedSpan !== null && !spans.some(({ id }) => id === unfinishedSpan.id);
    setShown({ purpose: 'begin', start: isLeft ? unfinishedSpan : newSpanFields(newSpanId(), today) });
    dialog.current?.showModal();
  };
  useImperativeHandle(ref, () => ({ begin, change }));

  return (
    <Dialog
      ref={dialog}
      className={styles.dialog}
      heading={message(shown?.purpose === 'change' ? 'spans.changeHeading' : 'spans.beginHeading')}
      onClose={() => setShown(null)}
    >
      {shown !== null && today !== undefined && (
        <>
          {shown.purpose === 'begin' && <p className={styles.lead}>{message('spans.lead')}</p>}
          <SpanForm
            key={shown.start.id}
            {...shown}
            spans={spans}
            today={today}
            onChange={setUnfinishedSpan}
            onDone={() => {
              setUnfinishedSpan(null);
              dialog.current?.close();
            }}
          />
          {shown.purpose === 'begin' && (
            <SpanList
              spans={spans}
              onChange={change}
              onRemove={(span) => {
                // The way back is offered at the foot of the page, which lies behind while this is open.
                dialog.current?.close();
                void removeSpan(span);
              }}
            />
          )}
        </>
      )}
    </Dialog>
  );
}
