import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLock, type LockParts } from '../../../src/main/shell/lock';

let happened: string[];
let state: 'locked' | 'unlocked';

beforeEach(() => {
  vi.useFakeTimers();
  happened = [];
  state = 'unlocked';
});
afterEach(() => vi.useRealTimers());

function lockWith(change: Partial<LockParts> = {}) {
  const lock = createLock({
    isUnlocked: () => state === 'unlocked',
    canFlush: () => true,
    requestFlush: (reason) => {
      happened.push(`flush for ${reason}`);
      queueMicrotask(() => lock.flushed('saved'));
    },
    endKeeper: async () => {
      state = 'locked';
      happened.push('keeper ended');
    },
    openDoor: async (keeperEnded) => {
      happened.push(`door opened while ${state}`);
      await keeperEnded;
    },
    ...change,
  });
  return lock;
}

describe('locking', () => {
  it('saves first, then ends the keeper, and only then shows another page', async () => {
    expect(await lockWith().lock()).toBe('locked');
    expect(happened).toEqual(['flush for lock', 'keeper ended', 'door opened while locked']);
  });

  it('changes nothing when the page could not save', async () => {
    const lock = lockWith({ requestFlush: () => queueMicrotask(() => lock.flushed('failed')) });
    expect(await lock.lock()).toBe('notSaved');
    expect(happened).toEqual([]);
    expect(state).toBe('unlocked');
  });

  it('takes ten seconds of silence for words that are not saved', async () => {
    const lock = lockWith({ requestFlush: () => undefined });
    const locked = lock.lock();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await locked).toBe('noAnswer');
    expect(state).toBe('unlocked');
  });

  it('works when it is tried again after a failure', async () => {
    let outcome: 'saved' | 'failed' = 'failed';
    const lock = lockWith({ requestFlush: () => queueMicrotask(() => lock.flushed(outcome)) });
    await lock.lock();
    outcome = 'saved';
    expect(await lock.lock()).toBe('locked');
  });

  it('does not ask a page that crashed', async () => {
    expect(await lockWith({ canFlush: () => false }).lock()).toBe('locked');
    expect(happened).toEqual(['keeper ended', 'door opened while locked']);
  });

  it('does not ask for a journal that was closed already', async () => {
    state = 'locked';
    expect(await lockWith({ requestFlush: () => happened.push('flush') }).lock()).toBe('locked');
    expect(happened).toEqual(['keeper ended', 'door opened while locked']);
  });

  it('asks the page at the door before the app leaves when a keeper went away by itself', async () => {
    const lock = lockWith({ requestFlush: () => queueMicrotask(() => lock.flushed('failed')) });
    state = 'locked';
    lock.keeperWentAway();
    expect(await lock.prepareToLeave()).toBe('notSaved');
    expect(happened).toEqual([]);
  });

  it('does not ask a page that has come after the one whose keeper went away', async () => {
    const lock = lockWith();
    lock.keeperWentAway();
    await lock.lock();
    happened = [];
    expect(await lock.prepareToLeave()).toBe('locked');
    expect(happened).toEqual(['keeper ended']);
  });

  it('is one lock, however often it is asked for meanwhile', async () => {
    const lock = lockWith();
    expect(await Promise.all([lock.lock(), lock.lock(), lock.lock()])).toEqual([
      'locked',
      'locked',
      'locked',
    ]);
    expect(happened).toHaveLength(3);
  });

  it('lets go of the journal before the app leaves, without another page', async () => {
    expect(await lockWith().prepareToLeave()).toBe('locked');
    expect(happened).toEqual(['flush for quit', 'keeper ended']);
  });

  it('lets a lock finish before the app leaves', async () => {
    const lock = lockWith();
    const [locked, left] = await Promise.all([lock.lock(), lock.prepareToLeave()]);
    expect([locked, left]).toEqual(['locked', 'locked']);
    expect(happened.filter((what) => what.startsWith('flush'))).toEqual(['flush for lock']);
  });
});
