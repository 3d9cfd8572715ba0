import { createIdleWatch, type IdleParts } from './idleWatch';
import type { LockOutcome } from './lock';

export interface LockTriggersParts extends IdleParts {
  readonly isUnlocked: () => boolean;
  /** A second wish while one is under way is the same wish. */
  readonly lock: () => Promise<LockOutcome>;
  /** Hides the page while its words cannot be saved. */
  readonly cover: () => void;
}

/** Locks when nobody is there, when the system says that nobody will be, or when somebody wants it now. */
export interface LockTriggers {
  /** The system locked its screen, goes to sleep, or another person takes over; or the menu said so. */
  readonly pull: () => void;
  /** A lock that was tried elsewhere and could not be: everything is covered, and it is tried again until it works. */
  readonly owe: () => void;
  /** A key, a click or a movement in our own window. */
  readonly noteInput: () => void;
  /** What was wanted of the journal before counts no more. */
  readonly noteUnlocked: () => void;
  readonly stop: () => void;
}

const lookEvery = 2_000;
/** Milliseconds until a lock is tried again whose words could not be saved; the last one repeats. */
const retryAfter = [5_000, 10_000, 20_000, 30_000] as const;

export function startLockTriggers(parts: LockTriggersParts): LockTriggers {
  const idle = createIdleWatch(parts);
  let retry: NodeJS.Timeout | undefined;
  let isLocking = false;

  async function lock(failures: number): Promise<void> {
    clearTimeout(retry);
    if (isLocking || !parts.isUnlocked()) return;
    isLocking = true;
    const outcome = await parts.lock().finally(() => {
      isLocking = false;
    });
    if (outcome !== 'locked') tryLater(failures);
  }

  function tryLater(failures: number): void {
    if (!parts.isUnlocked()) return;
    clearTimeout(retry);
    // Not at every retry: whoever lifts the curtain to rescue their words must not find it down again.
    if (failures === 0) parts.cover();
    const delay = retryAfter[Math.min(failures, retryAfter.length - 1)];
    retry = setTimeout(() => void lock(failures + 1), delay);
  }

  const look = setInterval(() => {
    if (idle.hasBecomeIdle()) void lock(0);
  }, lookEvery);

  return {
    pull: () => void lock(0),
    owe: () => tryLater(0),
    noteInput: idle.noteInput,
    noteUnlocked: () => {
      clearTimeout(retry);
      idle.noteInput();
    },
    stop: () => {
      clearInterval(look);
      clearTimeout(retry);
    },
  };
}
