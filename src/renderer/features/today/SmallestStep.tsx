import { useId, useRef, useState } from 'react';
import type { StepTaken } from '../../../shared/domain/step';
import type { MovementKind } from '../../../shared/domain/movementKind';
import type { StepId } from '../../../shared/id';
import type { Output } from '../../../shared/ipc/contract';
import { shippedStep, shippedSteps } from '../../../shared/steps/stepLibrary';
import { call } from '../../bridge/client';
import { invalidateSteps, useSteps } from '../../bridge/stepQueries';
import { failureMessage } from '../../i18n/failureMessage';
import { formatClock } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { newStepTakenId } from '../../session/newIds';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import styles from './SmallestStep.module.css';
import { todayKeys } from './useTodayKeys';

type Said = { readonly text: string; readonly taken: StepTaken | null };

interface ShownStep {
  readonly id: StepId;
  readonly text: string;
  readonly kind: MovementKind;
}

/** The whole ladder in order, one's own at its end. */
const ladder = (own: Output<'steps.read'>['own']): readonly ShownStep[] => [
  ...shippedSteps,
  ...own.map(({ id, text }) => ({ id, text, kind: 'other' as const })),
];

/** A shipped step goes on in a sentence; one's own stays as it was written. */
const inSentence = ({ id, text }: ShownStep): string =>
  shippedStep(id) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

interface SmallestStepProps {
  /** Leaves with it, as with any other way of moving. */
  readonly onSetOff: (kind: MovementKind) => void;
}

/** One very small thing, if one likes: its button opens it, and nothing is noted before "I did it". */
export function SmallestStep({ onSetOff }: SmallestStepProps) {
  const openView = useSession((session) => session.openView);
  const steps = useSteps().data;
  const [state, setState] = useState<'closed' | 'open'>('closed');
  const [another, setAnother] = useState<StepId | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const panelId = useId();
  const opener = useRef<HTMLButtonElement>(null);
  if (!steps) return null;
  const all = ladder(steps.own);
  const wanted = another ?? steps.offered;
  const place = Math.max(
    0,
    all.findIndex(({ id }) => id === wanted),
  );
  const step = all[place];
  if (!step) return null;

  const note = async (): Promise<void> => {
    const reply = await call('steps.note', { id: newStepTakenId(), stepId: step.id });
    invalidateSteps();
    if (!reply.ok) setSaid({ text: failureMessage(reply.error), taken: null });
    else {
      const words = { time: formatClock(reply.value), step: inSentence(step) };
      setSaid({ text: message('steps.noted', words), taken: reply.value });
      setState('closed');
      opener.current?.focus();
    }
  };

  const takeBack = async ({ id, text }: StepTaken): Promise<void> => {
    const reply = await call('steps.takeBack', { id });
    invalidateSteps();
    const isGone = reply.ok || reply.error.type === 'NotFound';
    setSaid({
      text: isGone ? message('steps.takenBack', { step: text }) : failureMessage(reply.error),
      taken: null,
    });
  };

  const isOpen = state === 'open';
  return (
    <>
      <Button
        look="quiet"
        ref={opener}
        className={styles.smallest}
        aria-expanded={isOpen}
        aria-keyshortcuts={todayKeys.step}
        aria-controls={panelId}
        onClick={() => {
          setState(isOpen ? 'closed' : 'open');
          setSaid(null);
        }}
      >
        {message('steps.smallest', { step: inSentence(step) })}
      </Button>
      <div id={panelId} className={styles.panel} hidden={!isOpen}>
        <p className={styles.step} role="status">
          {step.text}
        </p>
        <div className={styles.acts}>
          <Button
            look="outlined"
            aria-label={message('steps.didOf', { step: step.text })}
            onClick={() => void note()}
          >
            {message('steps.did')}
          </Button>
          <Button look="quiet" onClick={() => onSetOff(step.kind)}>
            {message('steps.setOff')}
          </Button>
          <Button look="quiet" onClick={() => setAnother(all[(place + 1) % all.length]?.id ?? null)}>
            {message('steps.another')}
          </Button>
          <Button look="quiet" onClick={() => openView({ room: 'movement', page: 'steps' })}>
            {message('steps.ladder')}
          </Button>
        </div>
      </div>
      <div className={styles.said}>
        <output>{said?.text}</output>
        {said?.taken && (
          <Button look="quiet" onClick={() => said.taken && void takeBack(said.taken)}>
            {message('steps.takeBack')}
          </Button>
        )}
      </div>
    </>
  );
}
