import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellChannels } from '../../../src/shared/ipc/channels';
import { contract } from '../../../src/shared/ipc/contract';
import { universalFailures, type FailureType } from '../../../src/shared/ipc/failures';
import { respond, type Desk } from '../../../src/main/ipc/respond';
import type { BugReport } from '../../../src/main/logging/bugReport';
import type { KeeperTarget } from '../../../src/main/keeper/protocol';
import type { ShellChannel } from '../../../src/shared/ipc/channels';
import { createPathTokens } from '../../../src/main/shell/journalPlaces';
import { shellHandlers, type ShellParts } from '../../../src/main/shell/shellHandlers';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { createFakeClock } from '../../support/journalFixture';
import { junk } from '../../support/junk';

const unknownToken = '01a2044e-5402-72e1-b396-ffffffffffff';

/** The shell around a keeper that is always as `keeper` says; what it was told to begin is kept. */
function shell(
  keeper: { readonly state: 'locked' | 'unlocked'; readonly target?: KeeperTarget } = { state: 'locked' },
  change: Partial<ShellParts> = {},
) {
  const begun: KeeperTarget[] = [];
  const noted: string[] = [];
  const bugs: BugReport[] = [];
  let preferences = { appearance: 'system' as const, lastJournal: '/home/ada/Documents/Diary.journal' };
  const clock = createFakeClock();
  const parts: ShellParts = {
    version: '0.1.0',
    clock,
    home: '/home/ada',
    documents: '/home/ada/Documents',
    preferences: {
      read: () => preferences,
      change: (part) => {
        preferences = { ...preferences, ...part } as typeof preferences;
      },
    },
    tokens: createPathTokens(clock, createSeededRandom(1).bytes),
    pickers: {
      newJournal: async () => '/home/ada/New.journal',
      existingJournal: async () => undefined,
      exportTarget: async (format) => `/media/stick/export.${format}`,
      leaveWithoutSaving: async () => 'stay',
    },
    keeper: {
      state: () => keeper.state,
      target: () => keeper.target,
      begin: async (target) => {
        begun.push(target);
        return {} as Awaited<ReturnType<ShellParts['keeper']['begin']>>;
      },
      notePath: async (_token, path) => {
        noted.push(path);
      },
      end: async () => undefined,
    },
    lock: { lock: async () => 'notSaved', prepareToLeave: async () => 'locked', flushed: () => undefined },
    sampleFolder: () => '/profile/session/sample-1',
    applyAppearance: () => undefined,
    givePort: () => undefined,
    ...change,
  };
  const desk: Desk<ShellChannel> = {
    handlers: shellHandlers(parts),
    state: () => keeper.state,
    answers: 'checked',
    createReference: () => 'abcd1234',
    reportBug: (report) => bugs.push(report),
  };
  return {
    ask: (channel: ShellChannel, input: unknown) => respond(desk, channel, input),
    begun,
    noted,
    bugs,
  };
}

describe('the shell', () => {
  it('offers the journal that was open last, without looking whether it is still there', async () => {
    expect(await shell().ask('app.info', {})).toMatchObject({
      value: { state: 'locked', isSample: false, journal: { name: 'Diary', place: '~/Documents' } },
    });
  });

  it('marks a sample and keeps offering the real journal', async () => {
    const { ask } = shell({
      state: 'unlocked',
      target: { kind: 'sample', folder: '/profile/session/sample-1' },
    });
    expect(await ask('app.info', {})).toMatchObject({
      value: { isSample: true, journal: { name: 'Diary' } },
    });
  });

  it('starts a keeper for a place that was chosen, and for no other token', async () => {
    const { ask, begun } = shell();
    const chosen = await ask('journal.chooseNew', {});
    const { token } = (chosen as { value: { token: string } }).value;
    expect(await ask('journal.connect', { kind: 'journal', token })).toEqual({ ok: true, value: null });
    expect(await ask('journal.connect', { kind: 'journal', token: unknownToken })).toEqual({
      ok: false,
      error: { type: 'PathTokenUnknown' },
    });
    expect(begun).toEqual([{ kind: 'journal', folder: '/home/ada/New.journal' }]);
  });

  it('takes a person who changes their mind at their word', async () => {
    expect(await shell().ask('journal.chooseExisting', {})).toEqual({
      ok: false,
      error: { type: 'Cancelled' },
    });
  });

  it('tells the keeper where to export before it tells the page', async () => {
    const { ask, noted } = shell({ state: 'unlocked', target: { kind: 'journal', folder: '/x' } });
    expect(await ask('export.chooseTarget', { format: 'csv' })).toMatchObject({
      value: { place: '/media/stick/export.csv' },
    });
    expect(noted).toEqual(['/media/stick/export.csv']);
  });

  it('says so when a lock would lose words', async () => {
    const { ask } = shell({ state: 'unlocked', target: { kind: 'journal', folder: '/x' } });
    expect(await ask('journal.lock', {})).toEqual({ ok: false, error: { type: 'TextNotSaved' } });
  });

  it.each(shellChannels)('answers junk on %s with a value', async (channel) => {
    for (const state of ['locked', 'unlocked'] as const) {
      const { ask, begun, bugs } = shell({ state });
      await fc.assert(
        fc.asyncProperty(junk, async (input) => {
          const reply = await ask(channel, input);
          if (reply.ok) {
            expect(contract[channel].output.safeParse(reply.value).success).toBe(true);
            return;
          }
          const own: readonly FailureType[] = contract[channel].failures;
          expect([...own, ...universalFailures]).toContain(reply.error.type);
        }),
      );
      expect(begun).toEqual([]);
      expect(bugs).toEqual([]);
    }
  });
});
