import { useEffect, useRef, useState } from 'react';
import { valenceToStop, type CheckIn } from '../../../shared/domain/mood';
import type { Outing, SessionDraft } from '../../../shared/domain/movement';
import type { MovementKind } from '../../../shared/domain/movementKind';
import type { Output } from '../../../shared/ipc/contract';
import { call } from '../../bridge/client';
import { useIsReadOnly } from '../../bridge/careQueries';
import { useMovementHabits } from '../../bridge/movementQueries';
import { invalidateJournal } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { formatClock } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { moodWord, sessionWords } from '../../i18n/words';
import { newSessionId } from '../../session/newIds';
import type { FlushOutcome } from '../../session/pendingWork';
import { useSession } from '../../session/sessionStore';
import { useNow } from '../../session/useNow';
import type { SessionFields } from '../../session/sessionFields';
import { newSessionFields, outingToFields } from '../../ui/sessionDraft';
import { SessionForm, type FeltSuggestion } from '../../ui/SessionForm';
import { hideToast, showToast } from '../../session/toastStore';
import { AboutToMove } from './AboutToMove';
import { checkInToFelt, latestFeeling } from './latestFeeling';
import { MovingStart } from './MovingStart';
import styles from './TodayRoom.module.css';

type Step =
  | { readonly kind: 'start' }
  | { readonly kind: 'about'; readonly wanted: MovementKind | null }
  /** `ends`: an outing whose check-in becomes the session's "before", or nothing. */
  | { readonly kind: 'form'; readonly start: SessionFields; readonly ends: 'outing' | 'nothing' };

interface MovingPanelProps {
  readonly today: Output<'today.read'>;
  readonly onActChange: (act: 'day' | 'moving') => void;
}

const blankForm = (unfinished: SessionFields | null, latest: MovementKind | null): Step => ({
  kind: 'form',
  start:
    unfinished ??
    newSessionFields({ id: newSessionId(), now: Date.now(), ...(latest !== null && { kind: latest }) }),
  ends: 'nothing',
});

const formForOuting = (outing: Outing, unfinishedReturn: SessionFields | null): Step => ({
  kind: 'form',
  start: unfinishedReturn ?? outingToFields(outing, newSessionId(), Date.now()),
  ends: 'outing',
});

const checkInToSuggestion = (checkIn: CheckIn): FeltSuggestion => ({
  felt: checkInToFelt(checkIn),
  at: checkIn.at,
  label: message('movement.beforeSuggestion', {
    feeling: moodWord(valenceToStop(checkIn.valence)),
    time: formatClock(checkIn),
  }),
});

async function cancelOuting(): Promise<void> {
  const reply = await call('outing.cancel', {});
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  invalidateJournal();
}

/** "I'm about to move", what follows it, and the form for what was already done. */
export function MovingPanel({ today, onActChange }: MovingPanelProps) {
  const { unfinished, setUnfinished, unfinishedReturn, setUnfinishedReturn } = useSession();
  const { isMoveWanted, moveShown } = useSession();
  const isReadOnly = useIsReadOnly();
  const latestKind = useMovementHabits().data?.latestKind ?? null;
  const [step, setStep] = useState<Step>(() => {
    if (!isMoveWanted || isReadOnly) return { kind: 'start' };
    return today.outing ? formForOuting(today.outing, unfinishedReturn) : blankForm(unfinished, latestKind);
  });
  const [failure, setFailure] = useState<string | null>(null);
  const earlier = latestFeeling(today.checkIns, useNow());
  const panel = useRef<HTMLDivElement>(null);
  const shownStep = useRef<Step['kind']>('start');

  // Another step is another page: the focus and the eye go to its beginning.
  useEffect(() => {
    if (shownStep.current === step.kind) return;
    shownStep.current = step.kind;
    const next = step.kind === 'form' && step.ends === 'outing' ? '[data-part=after] input' : 'input:checked';
    const field = step.kind === 'form' ? panel.current?.querySelector(next) : null;
    (field instanceof HTMLInputElement ? field : panel.current)?.focus({ preventScroll: true });
    if (step.kind !== 'start') panel.current?.closest('main')?.scrollIntoView({ block: 'start' });
  }, [step]);

  const go = (next: Step): void => {
    setStep(next);
    setFailure(null);
    onActChange(next.kind === 'start' ? 'day' : 'moving');
  };
  // Asked for by its key: this page was opened for it, and begins with the form.
  useEffect(() => {
    if (!isMoveWanted) return;
    moveShown();
    if (step.kind !== 'start') onActChange('moving');
  }, [isMoveWanted, moveShown, onActChange, step.kind]);

  const goToStart = (): void => {
    if (step.kind === 'form' && step.ends === 'outing') setUnfinishedReturn(null);
    else setUnfinished(null);
    go({ kind: 'start' });
  };

  const save = async (draft: SessionDraft, ends: 'outing' | 'nothing'): Promise<FlushOutcome> => {
    const reply = await call(ends === 'outing' ? 'outing.finish' : 'sessions.save', draft);
    if (!reply.ok) {
      hideToast();
      setFailure(failureMessage(reply.error));
      return 'failed';
    }
    invalidateJournal();
    goToStart();
    showToast({ text: message('movement.saved', { session: sessionWords(draft.kind, draft.minutes) }) });
    return 'saved';
  };

  return (
    <div ref={panel} tabIndex={-1}>
      {step.kind === 'start' && (
        <MovingStart
          outing={today.outing}
          onAbout={(wanted) => go({ kind: 'about', wanted })}
          onLog={() => go(blankForm(unfinished, latestKind))}
          onBack={(from) => go(formForOuting(from, unfinishedReturn))}
          onNotAfterAll={() => {
            setUnfinishedReturn(null);
            void cancelOuting();
          }}
        />
      )}
      {step.kind === 'about' && <AboutToMove earlier={earlier} wanted={step.wanted} onLeave={goToStart} />}
      {step.kind === 'form' && (
        <section className={styles.part} aria-label={message('movement.newHeading')}>
          <SessionForm
            start={step.start}
            suggestion={earlier && checkInToSuggestion(earlier)}
            failure={failure}
            onSave={async (draft) => save(draft, step.ends)}
            onChange={step.ends === 'nothing' ? setUnfinished : setUnfinishedReturn}
            onCancel={goToStart}
          />
        </section>
      )}
    </div>
  );
}
