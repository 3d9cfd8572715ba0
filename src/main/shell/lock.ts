import type { Input } from '../../shared/ipc/contract';

type FlushOutcome = Input<'journal.flushed'>['outcome'];
type Reason = 'lock' | 'quit';

/** `noAnswer`: the page has not said in time whether its words are saved; they count as not saved. */
export type LockOutcome = 'locked' | 'notSaved' | 'noAnswer';

export interface LockParts {
  readonly isUnlocked: () => boolean;
  /** Whether there is a page to be asked; one that crashed has nothing left to save. */
  readonly canFlush: () => boolean;
  readonly requestFlush: (reason: Reason) => void;
  readonly endKeeper: () => Promise<void>;
  /**
   * To the door, where nothing is left of what was read or written. The state is "locked" already; `keeperEnded` resolves when
   * the journal is closed and its keeper gone.
   */
  readonly openDoor: (keeperEnded: Promise<void>) => Promise<unknown>;
}

export interface Lock {
  /** Saves, ends the keeper and opens the door; everything but `locked` leaves all as it was. */
  readonly lock: () => Promise<LockOutcome>;
  /** Saves and ends the keeper, before the window goes away. */
  readonly prepareToLeave: () => Promise<LockOutcome>;
  /** The keeper went away by itself: the page at the door may hold words that are nowhere else, and is asked before it goes. */
  readonly keeperWentAway: () => void;
  /** The page's answer to `flushRequested`. */
  readonly flushed: (outcome: FlushOutcome) => void;
}

const flushWithin = 10_000;

export function createLock(parts: LockParts): Lock {
  let answerFlush: ((outcome: FlushOutcome | 'noAnswer') => void) | undefined;
  let underWay: Promise<LockOutcome> | undefined;
  let mayHoldWords = false;

  async function flush(reason: Reason): Promise<FlushOutcome | 'noAnswer'> {
    if (!(parts.isUnlocked() || mayHoldWords) || !parts.canFlush()) return 'saved';
    const answer = new Promise<FlushOutcome | 'noAnswer'>((resolve) => {
      answerFlush = resolve;
    });
    // A page that does not answer may still hold words that are nowhere else.
    const timer = setTimeout(() => answerFlush?.('noAnswer'), flushWithin);
    parts.requestFlush(reason);
    const outcome = await answer;
    clearTimeout(timer);
    answerFlush = undefined;
    return outcome;
  }

  async function run(reason: Reason, close: () => Promise<unknown>): Promise<LockOutcome> {
    const outcome = await flush(reason);
    if (outcome !== 'saved') return outcome === 'failed' ? 'notSaved' : 'noAnswer';
    await close();
    return 'locked';
  }

  /** A second wish to lock while one is under way is the same wish; a wish to leave waits for it. */
  async function oneAtATime(work: () => Promise<LockOutcome>): Promise<LockOutcome> {
    const running = work();
    underWay = running;
    try {
      return await running;
    } finally {
      underWay = undefined;
    }
  }

  return {
    lock: async () =>
      underWay ??
      oneAtATime(() =>
        run('lock', () => {
          const ended = parts.endKeeper();
          mayHoldWords = false;
          return parts.openDoor(ended);
        }),
      ),
    prepareToLeave: async () => {
      await underWay;
      return oneAtATime(() => run('quit', parts.endKeeper));
    },
    keeperWentAway: () => {
      mayHoldWords = true;
    },
    flushed: (outcome) => answerFlush?.(outcome),
  };
}
