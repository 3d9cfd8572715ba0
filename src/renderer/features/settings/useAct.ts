import { useState } from 'react';
import type { Failure } from '../../../shared/ipc/failures';
import type { Result } from '../../../shared/result';
import { message } from '../../i18n/i18n';
import { failureMessage } from '../../i18n/failureMessage';
import { hideToast } from '../../session/toastStore';

export interface Outcome {
  readonly kind: 'done' | 'problem';
  readonly text: string;
}

/** An act is no saving: where it found no room, everything is as it was. */
export const actProblem = (failure: Failure): string =>
  failure.type === 'DiskFull' ? message('settings.noRoom') : failureMessage(failure);

/**
 * One thing that is done at a time, and what to say of it beside the place it was asked for.
 * A problem takes an earlier good word off the screen.
 */
export function useAct() {
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const say = (next: Outcome | null): void => {
    if (next?.kind === 'problem') hideToast();
    setOutcome(next);
  };

  /** Says in words how it went. `text` gives null for what needs no word; a choice that was cancelled never does, and `problem` says the others. */
  const run = async <Value>(
    act: () => Promise<Result<Value, Failure>>,
    text: (value: Value) => string | null,
    problem: (failure: Failure) => string = actProblem,
  ): Promise<Result<Value, Failure>> => {
    setIsBusy(true);
    setOutcome(null);
    const result = await act();
    setIsBusy(false);
    if (!result.ok) {
      if (result.error.type !== 'Cancelled') say({ kind: 'problem', text: problem(result.error) });
      return result;
    }
    const said = text(result.value);
    say(said === null ? null : { kind: 'done', text: said });
    return result;
  };

  return { isBusy, outcome, say, run };
}
