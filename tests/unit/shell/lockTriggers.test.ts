import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LockOutcome } from '../../../src/main/shell/lock';
import {
  startLockTriggers,
  type LockTriggers,
  type LockTriggersParts,
} from '../../../src/main/shell/lockTriggers';

const minute = 60_000;

let triggers: LockTriggers;
let happened: string[];
let isUnlocked: boolean;
let outcome: LockOutcome;
let lockAfter: number | null;
/** Seconds, or how many the computer has been without input for. */
let systemIdle: () => number;
let lastSystemInput: number;
let clockWasSet: number;
let slept: number;

beforeEach(() => {
  vi.useFakeTimers();
  happened = [];
  isUnlocked = true;
  outcome = 'locked';
  lockAfter = 5 * minute;
  lastSystemInput = Date.now();
  clockWasSet = 0;
  slept = 0;
  systemIdle = () => Math.floor((Date.now() - lastSystemInput) / 1_000);
});
afterEach(() => {
  triggers.stop();
  vi.useRealTimers();
});

function start(change: Partial<LockTriggersParts> = {}): void {
  triggers = startLockTriggers({
    isUnlocked: () => isUnlocked,
    lock: async () => {
      happened.push('lock');
      if (outcome === 'locked') isUnlocked = false;
      return outcome;
    },
    cover: () => happened.push('cover'),
    lockAfter: () => lockAfter,
    systemIdle: () => systemIdle(),
    wallClock: () => Date.now() + clockWasSet + slept,
    steadyClock: () => Date.now(),
    ...change,
  });
}

const wait = async (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('a person who has gone away', () => {
  it('finds the journal locked after five minutes, and not before', async () => {
    start();
    await wait(5 * minute - 1_000);
    expect(happened).toEqual([]);
    await wait(3_000);
    expect(happened).toEqual(['lock']);
  });

  it.each([1, 60])('finds it locked after %i minutes when they chose that', async (minutes) => {
    lockAfter = minutes * minute;
    start();
    await wait(minutes * minute - 1_000);
    expect(happened).toEqual([]);
    await wait(3_000);
    expect(happened).toEqual(['lock']);
  });

  it('finds it open when they chose never', async () => {
    lockAfter = null;
    start();
    await wait(10 * 60 * minute);
    expect(happened).toEqual([]);
  });

  it('finds it locked by a choice that was changed meanwhile', async () => {
    lockAfter = null;
    start();
    await wait(30 * minute);
    lockAfter = 20 * minute;
    await wait(2_000);
    expect(happened).toEqual(['lock']);
  });

  it('is not thought of while they work in another program', async () => {
    start();
    for (let passed = 0; passed < 30; passed += 1) {
      await wait(minute);
      lastSystemInput = Date.now();
    }
    expect(happened).toEqual([]);
  });

  it('is not thought of while only our own window knows of their input', async () => {
    start();
    for (let passed = 0; passed < 30; passed += 1) {
      await wait(minute);
      triggers.noteInput();
    }
    expect(happened).toEqual([]);
  });
});

describe('a system that cannot tell how long nobody was there', () => {
  it.each([0, 7])('leaves it to our own window when its number is always %i', async (seconds) => {
    systemIdle = () => seconds;
    start();
    await wait(3 * minute);
    triggers.noteInput();
    await wait(5 * minute - 1_000);
    expect(happened).toEqual([]);
    await wait(3_000);
    expect(happened).toEqual(['lock']);
  });
});

describe('clocks', () => {
  it('that are set back do not keep the journal open', async () => {
    start();
    await wait(minute);
    clockWasSet = -60 * minute;
    await wait(4 * minute + 2_000);
    expect(happened).toEqual(['lock']);
  });

  it('that stood still while the computer slept do not either', async () => {
    systemIdle = () => 0;
    start();
    await wait(minute);
    slept = 60 * minute;
    await wait(2_000);
    expect(happened).toEqual(['lock']);
  });
});

describe('a trigger', () => {
  it('locks at once', async () => {
    start();
    triggers.pull();
    await wait(0);
    expect(happened).toEqual(['lock']);
  });

  it('does nothing when nothing is open', async () => {
    isUnlocked = false;
    start();
    triggers.pull();
    await wait(60 * minute);
    expect(happened).toEqual([]);
  });

  it('is one lock, however many come while it is under way', async () => {
    let finish: ((outcome: 'locked') => void) | undefined;
    start({
      lock: async () => {
        happened.push('lock');
        return new Promise((resolve) => {
          finish = resolve;
        });
      },
    });
    for (let pull = 0; pull < 5; pull += 1) triggers.pull();
    await wait(10 * minute);
    expect(happened).toEqual(['lock']);
    isUnlocked = false;
    finish?.('locked');
    await wait(10 * minute);
    expect(happened).toEqual(['lock']);
  });
});

describe('words that cannot be saved', () => {
  it.each(['notSaved', 'noAnswer'] as const)(
    'stay behind the curtain until a lock works (%s)',
    async (how) => {
      outcome = how;
      start();
      triggers.pull();
      await wait(0);
      expect(happened).toEqual(['lock', 'cover']);
      await wait(5_000);
      expect(happened).toEqual(['lock', 'cover', 'lock']);
      await wait(10_000 + 20_000 + 30_000 + 30_000);
      expect(happened.filter((what) => what === 'lock')).toHaveLength(6);
      outcome = 'locked';
      await wait(30_000);
      const locks = happened.length;
      await wait(60 * minute);
      expect(happened).toHaveLength(locks);
      expect(isUnlocked).toBe(false);
    },
  );

  it('are covered and locked later too when the lock was tried elsewhere', async () => {
    start();
    triggers.owe();
    expect(happened).toEqual(['cover']);
    await wait(5_000);
    expect(happened).toEqual(['cover', 'lock']);
    await wait(minute);
    expect(happened).toEqual(['cover', 'lock']);
  });

  it('are covered once for one absence, so that they can be rescued', async () => {
    outcome = 'notSaved';
    start();
    await wait(10 * minute);
    expect(happened.filter((what) => what === 'cover')).toHaveLength(1);
  });

  it('are covered again when the person goes away again', async () => {
    outcome = 'notSaved';
    start();
    await wait(6 * minute);
    triggers.noteInput();
    await wait(5 * minute + 2_000);
    expect(happened.filter((what) => what === 'cover')).toHaveLength(2);
  });

  it('do not lock a journal that was locked and opened again meanwhile', async () => {
    outcome = 'notSaved';
    start();
    triggers.pull();
    await wait(0);
    triggers.noteUnlocked();
    await wait(minute);
    expect(happened).toEqual(['lock', 'cover']);
  });
});
