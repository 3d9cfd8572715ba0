import { afterEach, describe, expect, it } from 'vitest';
import {
  flushEverything,
  flushPendingWork,
  registerPendingWork,
  type FlushOutcome,
} from '../../../src/renderer/session/pendingWork';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const back of undo.splice(0)) back();
});

function open() {
  const happened: string[] = [];
  const register = (name: string, outcome: FlushOutcome, turn: 'first' | 'afterwards'): void => {
    undo.push(
      registerPendingWork(async () => {
        happened.push(`${name} begins`);
        await Promise.resolve();
        happened.push(`${name} ends`);
        return outcome;
      }, turn),
    );
  };
  return { happened, register };
}

describe('pending work', () => {
  it('is saved before what waits for afterwards', async () => {
    const { happened, register } = open();
    register('form elsewhere', 'saved', 'afterwards');
    register('page', 'saved', 'first');
    expect(await flushEverything()).toBe('saved');
    expect(happened).toEqual(['page begins', 'page ends', 'form elsewhere begins', 'form elsewhere ends']);
  });

  it('keeps the rest waiting while a page cannot be saved', async () => {
    const { happened, register } = open();
    register('form elsewhere', 'saved', 'afterwards');
    register('page', 'failed', 'first');
    expect(await flushEverything()).toBe('failed');
    expect(happened).not.toContain('form elsewhere begins');
  });

  it('fails as a whole when only what came afterwards failed', async () => {
    const { register } = open();
    register('form elsewhere', 'failed', 'afterwards');
    expect(await flushEverything()).toBe('failed');
  });

  it('leaves forms in other rooms alone when only pages are asked for', async () => {
    const { happened, register } = open();
    register('form elsewhere', 'saved', 'afterwards');
    expect(await flushPendingWork()).toBe('saved');
    expect(happened).toEqual([]);
  });
});
