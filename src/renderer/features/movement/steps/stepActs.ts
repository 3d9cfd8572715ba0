import type { OwnStep, StepTaken } from '../../../../shared/domain/step';
import type { StepId } from '../../../../shared/id';
import { call } from '../../../bridge/client';
import { invalidateSteps } from '../../../bridge/stepQueries';
import { failureMessage } from '../../../i18n/failureMessage';
import { formatClock } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { newStepTakenId } from '../../../session/newIds';
import { showToast } from '../../../session/toastStore';

/** Answers whether it worked; what went wrong is said. */
export async function saveOwnStep(draft: { readonly id: StepId; readonly text: string }): Promise<boolean> {
  const reply = await call('steps.saveOwn', draft);
  invalidateSteps();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  return reply.ok;
}

/** It is still the one on Today when it comes back. */
export async function removeOwnStep({ id, text }: OwnStep): Promise<void> {
  const reply = await call('steps.removeOwn', { id });
  invalidateSteps();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  else
    showToast({
      text: message('steps.removed', { step: text }),
      action: { label: message('ui.undo'), run: () => void saveOwnStep({ id, text }) },
    });
}

export async function chooseStep(stepId: StepId | null): Promise<void> {
  const reply = await call('steps.choose', { stepId });
  invalidateSteps();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
}

export async function takeBack({ id, text }: Pick<StepTaken, 'id' | 'text'>): Promise<void> {
  const reply = await call('steps.takeBack', { id });
  invalidateSteps();
  showToast({
    text: reply.ok ? message('steps.takenBack', { step: text }) : failureMessage(reply.error),
  });
}

export async function noteStep(stepId: StepId): Promise<void> {
  const reply = await call('steps.note', { id: newStepTakenId(), stepId });
  invalidateSteps();
  if (!reply.ok) {
    showToast({ text: failureMessage(reply.error) });
    return;
  }
  const taken = reply.value;
  showToast({
    text: message('steps.noted', { time: formatClock(taken), step: taken.text }),
    action: { label: message('steps.takeBack'), run: () => void takeBack(taken) },
  });
}
