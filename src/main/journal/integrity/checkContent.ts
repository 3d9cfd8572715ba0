import { setImmediate } from 'node:timers/promises';
import type { WritableDb } from '../database/handles';
import { isBroken } from '../database/storageFailure';
import { readStoredState, setHashKeyOf } from './rowLedger';
import { countSetHashInSteps } from './setHash';

/** `stopped`: the journal was closed before the end, or could not be left alone for long enough. */
export type ContentVerdict = 'same' | 'different' | 'stopped';

/** How long the count may hold up whoever waits for an answer, in milliseconds. */
const sliceMs = 6;
const mostPasses = 20;
/** What waits for the count, so that nobody who types meets it again and again. */
const pauseMs = 2000;

/**
 * Counts every row again, a few at a time, and compares with the set-hash. Starts anew, after a pause, when something was
 * written meanwhile.
 */
export async function checkContent(
  db: WritableDb,
  wait: (milliseconds: number) => Promise<unknown> = waitQuietly,
): Promise<ContentVerdict> {
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const verdict = await countOnce(db);
    if (verdict !== 'disturbed') return verdict;
    await wait(pauseMs);
  }
  return 'stopped';
}

async function countOnce(db: WritableDb): Promise<ContentVerdict | 'disturbed'> {
  if (!db.open) return 'stopped';
  try {
    if (db.inTransaction) return 'disturbed';
    const before = readStoredState(db);
    if (before === null) return 'stopped';
    const steps = countSetHashInSteps(db, setHashKeyOf(db), 'main');
    for (;;) {
      const end = performance.now() + sliceMs;
      let step = steps.next();
      while (step.done !== true && performance.now() < end) step = steps.next();
      if (step.done === true) return step.value === before.setHash ? 'same' : 'different';
      await setImmediate();
      if (!db.open) return 'stopped';
      if (readStoredState(db)?.seq !== before.seq || db.inTransaction) return 'disturbed';
    }
  } catch (error) {
    // A page that fails its authentication is content that is not what was written, too.
    if (isBroken(error)) return 'different';
    throw error;
  }
}

/** Does not keep the process alive. */
const waitQuietly = (milliseconds: number): Promise<unknown> =>
  new Promise((done) => {
    setTimeout(done, milliseconds).unref();
  });
