import { createStore, type StoreApi } from 'zustand';
import type { HardDayPage } from '../../../shared/domain/hardDay';
import { err } from '../../../shared/result';
import { call } from '../../bridge/client';
import { hardDayKey } from '../../bridge/hardDayQueries';
import { queryClient } from '../../bridge/queries';
import { registerPendingWork, type FlushOutcome } from '../../session/pendingWork';
import type { SaveState } from '../../session/saveState';
import { isSameJournal, useSession, type OpenJournal } from '../../session/sessionStore';

/** As long as the text of an entry rests before it is saved. */
const pauseMs = 400;
const retryMs = 4000;

/** The page of one journal whose words are kept, whether it is shown or not. */
export class KeptHardDay {
  readonly journal: OpenJournal | null = useSession.getState().journal;
  readonly state: StoreApi<SaveState> = createStore<SaveState>()(() => ({ kind: 'unchanged' }));
  /** The newest words that are not in the journal; null when it has them all. */
  #waiting: HardDayPage | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #inFlight: Promise<void> | null = null;
  #forget: (() => void) | null = null;

  changed(page: HardDayPage): void {
    this.#waiting = page;
    // Whoever leaves and comes back finds what they typed, saved or not.
    queryClient.setQueryData(hardDayKey, { page, updatedAt: Date.now() });
    this.#forget ??= registerPendingWork(async () => (this.#isOpen() ? this.flush() : 'saved'));
    if (this.#inFlight === null) this.#show({ kind: 'typing' });
    this.#wait(pauseMs);
  }

  async flush(): Promise<FlushOutcome> {
    clearTimeout(this.#timer);
    if (this.#inFlight !== null) await this.#inFlight;
    while (this.#waiting !== null) {
      this.#inFlight = this.#send(this.#waiting);
      await this.#inFlight;
      this.#inFlight = null;
      if (this.state.getState().kind === 'failed') return 'failed';
    }
    return 'saved';
  }

  #isOpen(): boolean {
    return isSameJournal(this.journal, useSession.getState().journal);
  }

  #show(state: SaveState): void {
    this.state.setState(state, true);
  }

  #wait(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }

  async #send(page: HardDayPage): Promise<void> {
    this.#show({ kind: 'saving' });
    // A page belongs to the journal it was written in. When the keeper went away it waits until that one is open again.
    const reply = this.#isOpen()
      ? await call('hardDay.save', { page }).catch(() => err({ type: 'KeeperGone' } as const))
      : err({ type: 'KeeperGone' } as const);
    if (!reply.ok) {
      this.#show({ kind: 'failed', failure: reply.error });
      this.#wait(retryMs);
      return;
    }
    if (this.#waiting !== page) return;
    this.#waiting = null;
    this.#show({ kind: 'saved' });
    this.#forget?.();
    this.#forget = null;
  }
}

let kept: KeptHardDay | null = null;

/** One for each journal that is opened, so that no older words are ever saved after newer ones. */
export function keptHardDay(): KeptHardDay {
  const { journal } = useSession.getState();
  if (kept === null || !isSameJournal(kept.journal, journal)) kept = new KeptHardDay();
  return kept;
}
