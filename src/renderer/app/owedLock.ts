import { call } from '../bridge/client';
import { drawCurtain, useCurtain } from '../session/curtainStore';
import type { FlushOutcome } from '../session/pendingWork';

const firstWaitMs = 2_000;
const longestWaitMs = 30_000;

/** A lock somebody asked for on this page is told about there; one that came by itself finds nobody in front of the screen. */
let asked: 'here' | 'elsewhere' = 'elsewhere';

/** Runs a lock that was asked for on this page. */
export async function asAskedHere<Value>(lock: () => Promise<Value>): Promise<Value> {
  asked = 'here';
  try {
    return await lock();
  } finally {
    asked = 'elsewhere';
  }
}

const isOwed = (): boolean => useCurtain.getState().drawn === 'lockOwed';

const pause = async (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds);
  });

async function payWhenSaved(flush: () => Promise<FlushOutcome>): Promise<void> {
  for (let wait = firstWaitMs; isOwed(); wait = Math.min(longestWaitMs, wait * 2)) {
    await pause(wait);
    // This page ends with a lock that succeeds.
    if (isOwed() && (await flush()) === 'saved' && isOwed()) await call('journal.lock', {});
  }
}

/**
 * A lock that cannot be because words are not saved: they stay, everything is hidden, and the lock follows as soon as
 * saving works again. Lifting the curtain means somebody is back, and calls it off.
 */
export function oweLock(flush: () => Promise<FlushOutcome>): void {
  if (asked === 'here' || isOwed()) return;
  drawCurtain('lockOwed');
  void payWhenSaved(flush);
}
