import { useState } from 'react';
import { call } from '../../bridge/client';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { useSession, type ShownKit } from '../../session/sessionStore';
import { tidyGroup, wrongGroups } from './codeGroups';

interface KitState {
  /** `read`: the code is on the screen. `prove`: it is covered, and two groups are asked for. */
  readonly step: 'read' | 'prove';
  readonly busy: 'print' | 'pdf' | 'prove' | null;
  /** What became of the last thing that was asked for, in words. */
  readonly said: string | null;
  /** Groups that are not as on the kit, counted from 0. */
  readonly wrong: readonly number[];
}

/** From now on the journal asks for this kit. A full disk is no reason to stop here: proving it says so. */
const noteSeen = (): void => void call('vault.kitSeen', {});

/** What one does with a kit: read, print, save, prove. */
export function useKit({ kit }: ShownKit) {
  const leaveKit = useSession((session) => session.leaveKit);
  const [state, setState] = useState<KitState>({ step: 'read', busy: null, said: null, wrong: [] });
  const show = (change: Partial<KitState>): void => setState((before) => ({ ...before, ...change }));

  return {
    ...state,
    goTo: (step: KitState['step']): void => {
      if (step === 'prove') noteSeen();
      setState({ step, busy: null, said: null, wrong: [] });
    },
    print: async (): Promise<void> => {
      show({ busy: 'print', said: null });
      const printed = await call('kit.print', {});
      if (printed.ok) noteSeen();
      show({
        busy: null,
        said: printed.ok ? message('recovery.printed') : unlessCancelled(printed.error),
      });
    },
    savePdf: async (): Promise<void> => {
      show({ busy: 'pdf', said: null });
      const saved = await call('kit.savePdf', {});
      if (saved.ok) noteSeen();
      show({
        busy: null,
        said: saved.ok
          ? message('recovery.saved', { place: saved.value.place })
          : unlessCancelled(saved.error),
      });
    },
    prove: async (typed: readonly [string, string]): Promise<void> => {
      const wrong = wrongGroups(kit, typed);
      if (wrong.length > 0) {
        show({ wrong, said: sayWrong(wrong, typed) });
        return;
      }
      show({ busy: 'prove', said: null, wrong: [] });
      const proved = await call('vault.proveKit', { groups: [tidyGroup(typed[0]), tidyGroup(typed[1])] });
      if (proved.ok) leaveKit();
      else show({ busy: null, said: failureMessage(proved.error) });
    },
    leave: leaveKit,
    lock: async (): Promise<void> => {
      const locked = await call('journal.lock', {});
      if (!locked.ok) show({ said: failureMessage(locked.error) });
    },
  };
}

function unlessCancelled(failure: Parameters<typeof failureMessage>[0]): string | null {
  return failure.type === 'Cancelled' ? null : failureMessage(failure);
}

function sayWrong(wrong: readonly number[], typed: readonly [string, string]): string {
  if (typed.every((group) => tidyGroup(group) === '')) return message('recovery.typeBoth');
  const [first = 0, second = 0] = wrong.map((group) => group + 1);
  return wrong.length > 1
    ? message('recovery.bothDiffer', { first, second })
    : message('recovery.oneDiffers', { group: first });
}
