import type { Input } from '../../shared/ipc/contract';

type FlushOutcome = Input<'journal.flushed'>['outcome'];
type Reason = 'lock' | 'quit';

export interface LockParts {
  readonly isUnlocked: () => boolean;
  /** Whether there is a page to be asked; one that crashed has nothing left to save. */
  readonly canFlush: () => boolean;
  readonly requestFlush: (reason: Reason) => void;
  readonly endKeeper: () => Promise<void>;
  /** A new page in a new process; the one that held the text is destroyed. */
  readonly replacePage: () => Promise<void>;
}

export interface Lock {
  /** Saves, ends the keeper and replaces the page; `notSaved` leaves everything as it was. */
  readonly lock: () => Promise<'locked' | 'notSaved'>;
  /** Saves and ends the keeper, before the window goes away. */
  readonly prepareToLeave: () => Promise<'locked' | 'notSaved'>;
  /** The page's answer to `flushRequested`. */
  readonly flushed: (outcome: FlushOutcome) => void;
}

const flushWithin = 10_000;

export function createLock(parts: LockParts): Lock {
  let answerFlush: ((outcome: FlushOutcome) => void) | undefined;
  let underWay: Promise<'locked' | 'notSaved'> | undefined;

  async function flush(reason: Reason): Promise<FlushOutcome> {
    if (!parts.isUnlocked() || !parts.canFlush()) return 'saved';
    const answer = new Promise<FlushOutcome>((resolve) => {
      answerFlush = resolve;
    });
    // A page that does not answer may still hold words that are nowhere else.
    const timer = setTimeout(() => answerFlush?.('failed'), flushWithin);
    parts.requestFlush(reason);
    const outcome = await answer;
    clearTimeout(timer);
    answerFlush = undefined;
    return outcome;
  }

  async function run(reason: Reason, close: () => Promise<unknown>): Promise<'locked' | 'notSaved'> {
    if ((await flush(reason)) === 'failed') return 'notSaved';
    await close();
    return 'locked';
  }

  /** A second wish to lock while one is under way is the same wish; a wish to leave waits for it. */
  async function oneAtATime(work: () => Promise<'locked' | 'notSaved'>): Promise<'locked' | 'notSaved'> {
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
          // Ending makes the state "locked" at once, so the new page may load meanwhile.
          const ended = parts.endKeeper();
          return Promise.all([ended, parts.replacePage()]);
        }),
      ),
    prepareToLeave: async () => {
      await underWay;
      return oneAtATime(() => run('quit', parts.endKeeper));
    },
    flushed: (outcome) => answerFlush?.(outcome),
  };
}
