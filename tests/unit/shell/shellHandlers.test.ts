import { exportExtension } from '../../../src/shared/domain/transfer';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellChannels } from '../../../src/shared/ipc/channels';
import {
  defaultPrivacy,
  defaultQuick,
  defaultWriting,
  type Privacy,
} from '../../../src/shared/domain/settings';
import { contract } from '../../../src/shared/ipc/contract';
import { universalFailures, type FailureType } from '../../../src/shared/ipc/failures';
import { err, ok } from '../../../src/shared/result';
import { respond, type Desk } from '../../../src/main/ipc/respond';
import type { BugReport } from '../../../src/main/logging/bugReport';
import type { KeeperTarget } from '../../../src/main/keeper/protocol';
import type { ShellChannel } from '../../../src/shared/ipc/channels';
import { createPathTokens } from '../../../src/main/shell/journalPlaces';
import type { Preferences } from '../../../src/main/shell/preferences';
import { shellHandlers, type ShellParts } from '../../../src/main/shell/shellHandlers';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { defaultReminders } from '../../../src/shared/domain/reminder';
import { createFakeClock } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';
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
  let preferences: Preferences = {
    appearance: 'system',
    lastJournal: '/home/ada/Documents/Diary.journal',
    privacy: defaultPrivacy,
    writing: defaultWriting,
    quick: defaultQuick,
    reminders: defaultReminders,
    secondBackups: {},
  };
  const applied: Privacy[] = [];
  const opened: string[] = [];
  const askedToOpen: string[] = [];
  const secondPlaces: (string | null)[] = [];
  const givenKeys: string[] = [];
  let sentKey: Uint8Array | undefined;
  const clock = createFakeClock();
  const parts: ShellParts = {
    version: '0.1.0',
    clock,
    home: '/home/ada',
    documents: '/home/ada/Documents',
    preferences: {
      read: () => preferences,
      change: (part) => {
        preferences = { ...preferences, ...part };
      },
    },
    tokens: createPathTokens(clock, createSeededRandom(1).bytes),
    pickers: {
      newJournal: async () => '/home/ada/New.journal',
      existingJournal: async () => undefined,
      exportTarget: async ({ format, seal }) =>
        `/media/stick/export.${exportExtension(format, seal) ?? format}`,
      cardTarget: async (format) => `/media/stick/insight.${format}`,
      packetTarget: async (format) => `/media/stick/pages.${format}`,
      importSource: async (what) => `/media/stick/a ${what}`,
      kitTarget: async () => undefined,
      secondBackupPlace: async () => undefined,
      leaveWithoutSaving: async () => 'stay',
      openAddress: async (address) => {
        askedToOpen.push(address);
        return address.includes('stay') ? 'cancel' : 'open';
      },
      print: async () => 'cancelled',
    },
    keeper: {
      state: () => keeper.state,
      hasClosedJournal: () => false,
      target: () => keeper.target,
      begin: async (target) => {
        begun.push(target);
        return {} as Awaited<ReturnType<ShellParts['keeper']['begin']>>;
      },
      notePath: async (_token, path) => {
        noted.push(path);
      },
      noteLoginKey: async ({ key }) => {
        givenKeys.push(Buffer.from(key).toString('hex'));
        sentKey = key;
      },
      noteSecondBackupFolder: (folder) => secondPlaces.push(folder),
      readImage: async () => null,
      end: async () => undefined,
    },
    loginKeys: {
      place: () => 'noKeyring',
      lookAnew: () => undefined,
      isOn: () => false,
      prepare: async () => err({ type: 'LoginNotAvailable' }),
      confirm: () => undefined,
      undo: () => false,
      forget: () => undefined,
      take: async () => err({ type: 'LoginNotAvailable' }),
    },
    pageAsPdf: async () => new TextEncoder().encode('%PDF the kit'),
    paper: () => 'letter',
    pagesAsPdf: async () => new TextEncoder().encode('%PDF-1.4 the pages'),
    userData: '/home/ada/.config/Footnote',
    applyPrivacy: (privacy) => applied.push(privacy),
    checkOffline: async () => [{ way: 'nameLookup', outcome: 'stopped' }],
    lock: {
      lock: async () => 'notSaved',
      prepareToLeave: async () => 'locked',
      keeperWentAway: () => undefined,
      flushed: () => undefined,
    },
    sampleFolder: () => '/profile/session/sample-1',
    applyAppearance: () => undefined,
    settleQuick: () => 'taken',
    settleReminders: () => 'shown',
    quickDone: () => undefined,
    pastePlain: () => undefined,
    openAddress: async (address) => {
      opened.push(address);
      return address.includes('nobody') ? 'refused' : 'opened';
    },
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
    applied,
    opened,
    askedToOpen,
    secondPlaces,
    givenKeys,
    sentKey: () => sentKey,
    preferences: () => preferences,
    pickers: parts.pickers,
  };
}

const openJournal = { state: 'unlocked', target: { kind: 'journal', folder: '/x.journal' } } as const;

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

  it('calls a sealed archive what it is, and one that anybody can open a zip', async () => {
    const { ask } = shell({ state: 'unlocked', target: { kind: 'journal', folder: '/x' } });
    expect(await ask('export.chooseTarget', { format: 'archive' })).toMatchObject({
      value: { place: '/media/stick/export.footnote.zip' },
    });
    expect(await ask('export.chooseTarget', { format: 'archive', seal: 'sealed' })).toMatchObject({
      value: { place: '/media/stick/export.footnote-sealed' },
    });
  });

  it('asks where a card goes, and tells the keeper alone', async () => {
    const { ask, noted } = shell({ state: 'unlocked', target: { kind: 'journal', folder: '/x' } });
    expect(await ask('card.chooseTarget', { format: 'png' })).toMatchObject({
      value: { place: '/media/stick/insight.png' },
    });
    expect(noted).toEqual(['/media/stick/insight.png']);
    expect(await ask('page.print', {})).toEqual({ ok: false, error: { type: 'Cancelled' } });
  });

  it('says so when a lock would lose words', async () => {
    const { ask } = shell({ state: 'unlocked', target: { kind: 'journal', folder: '/x' } });
    expect(await ask('journal.lock', {})).toEqual({ ok: false, error: { type: 'TextNotSaved' } });
  });

  it('has nothing to lock at the door', async () => {
    const { ask } = shell({ state: 'locked' });
    expect(await ask('journal.lock', {})).toEqual({ ok: true, value: null });
  });

  it('remembers how private a person wants it, and does it at once', async () => {
    const { ask, applied, preferences } = shell();
    const privacy: Privacy = { lockAfterMinutes: null, curtainOnBlur: true, hideFromCapture: false };
    expect(await ask('app.setPrivacy', privacy)).toEqual({ ok: true, value: null });
    expect(applied).toEqual([privacy]);
    expect(preferences().privacy).toEqual(privacy);
    expect(await ask('app.info', {})).toMatchObject({ value: { privacy } });
  });

  it.each([0, 61, 1.5, -1])('locks after 1 to 60 whole minutes, not %s', async (lockAfterMinutes) => {
    const { ask, preferences } = shell();
    expect(await ask('app.setPrivacy', { ...defaultPrivacy, lockAfterMinutes })).toMatchObject({ ok: false });
    expect(preferences().privacy).toEqual(defaultPrivacy);
  });

  it('remembers how the page behaves', async () => {
    const { ask, preferences } = shell();
    const writing = { focus: 'on', typewriter: 'on' } as const;
    expect(await ask('app.setWriting', writing)).toEqual({ ok: true, value: null });
    expect(preferences().writing).toEqual(writing);
    expect(await ask('app.info', {})).toMatchObject({ value: { writing } });
  });

  it.each(['https://example.org/a?b=c#d', 'http://example.org', 'mailto:mara@example.org'])(
    'hands %s to the system',
    async (address) => {
      const { ask, opened } = shell(openJournal);
      expect(await ask('link.open', { address })).toEqual({ ok: true, value: null });
      expect(opened).toEqual([address]);
    },
  );

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'smb://host/share',
    'ms-msdt:/id',
    'https://a b',
    ' https://example.org',
    'https://example.org\nfile:///etc',
    'example.org',
    '',
    `https://example.org/${'a'.repeat(2000)}`,
  ])('hands nothing else to the system: %j', async (address) => {
    const { ask, opened } = shell(openJournal);
    expect(await ask('link.open', { address })).toMatchObject({ ok: false, error: { type: 'InvalidInput' } });
    expect(opened).toEqual([]);
  });

  it('opens a link only when the person says so, having asked them about all of it', async () => {
    const { ask, opened, askedToOpen } = shell(openJournal);
    const address = 'https://example.org/stay?with=all#of-it';
    expect(await ask('link.open', { address })).toEqual({ ok: false, error: { type: 'Cancelled' } });
    expect(askedToOpen).toEqual([address]);
    expect(opened).toEqual([]);
  });

  it('asks about one link at a time, and then about the next', async () => {
    const { ask, opened, askedToOpen } = shell(openJournal);
    const many = ['https://one.example', 'https://two.example', 'https://three.example'];
    const replies = await Promise.all(many.map((address) => ask('link.open', { address })));
    expect(replies.map(({ ok }) => ok)).toEqual([true, false, false]);
    await ask('link.open', { address: 'https://four.example' });
    expect(askedToOpen).toEqual(['https://one.example', 'https://four.example']);
    expect(opened).toEqual(askedToOpen);
  });

  it('opens no link at the door', async () => {
    const { ask, opened } = shell({ state: 'locked' });
    const reply = await ask('link.open', { address: 'https://example.org' });
    expect(reply).toMatchObject({ ok: false, error: { type: 'JournalLocked' } });
    expect(opened).toEqual([]);
  });

  it('says so when no program takes an address', async () => {
    const { ask } = shell(openJournal);
    expect(await ask('link.open', { address: 'https://nobody.example' })).toEqual({
      ok: false,
      error: { type: 'LinkNotOpened' },
    });
  });

  it('says where the app keeps its own things, in a person’s words', async () => {
    expect(await shell().ask('app.info', {})).toMatchObject({
      value: { places: { app: '~/.config/Footnote', secondBackups: null }, login: { place: 'noKeyring' } },
    });
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

describe('the recovery kit as a file', () => {
  it('is whole, for its owner alone, and gone from memory', async () => {
    using folder = createTestFolder();
    const target = join(folder.path, 'kit.pdf');
    const pdf = new TextEncoder().encode('%PDF the kit');
    const { ask, pickers } = shell(openJournal, { pageAsPdf: async () => pdf });
    Object.assign(pickers, { kitTarget: async () => target });
    expect(await ask('kit.savePdf', {})).toEqual({ ok: true, value: { place: target } });
    expect(readFileSync(target, 'utf8')).toBe('%PDF the kit');
    expect(statSync(target).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder.path)).toEqual(['kit.pdf']);
    expect(pdf.every((byte) => byte === 0)).toBe(true);
  });

  it('takes the place and the permissions of no file that was there', async () => {
    using folder = createTestFolder();
    const target = join(folder.path, 'kit.pdf');
    writeFileSync(target, 'an older kit', { mode: 0o644 });
    const { ask, pickers } = shell(openJournal);
    Object.assign(pickers, { kitTarget: async () => target });
    await ask('kit.savePdf', {});
    expect(readFileSync(target, 'utf8')).toBe('%PDF the kit');
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  it('never lies beside what it opens', async () => {
    using folder = createTestFolder();
    writeFileSync(join(folder.path, 'vault.json'), '{}');
    const { ask, pickers } = shell(openJournal);
    Object.assign(pickers, { kitTarget: async () => join(folder.path, 'kit.pdf') });
    expect(await ask('kit.savePdf', {})).toEqual({ ok: false, error: { type: 'TargetInJournal' } });
    expect(readdirSync(folder.path)).toEqual(['vault.json']);
  });

  it('says so when it cannot be made or written', async () => {
    const { ask, pickers } = shell(openJournal);
    expect(await ask('kit.savePdf', {})).toEqual({ ok: false, error: { type: 'Cancelled' } });
    Object.assign(pickers, { kitTarget: async () => '/nowhere/at/all/kit.pdf' });
    expect(await ask('kit.savePdf', {})).toEqual({ ok: false, error: { type: 'TargetNotWritable' } });
    const broken = shell(openJournal, { pageAsPdf: async () => Promise.reject(new Error('no printer')) });
    Object.assign(broken.pickers, { kitTarget: async () => '/tmp/kit.pdf' });
    expect(await broken.ask('kit.savePdf', {})).toEqual({ ok: false, error: { type: 'PrintFailed' } });
    expect(await ask('kit.print', {})).toEqual({ ok: false, error: { type: 'Cancelled' } });
  });
});

const withKey = (key: Uint8Array<ArrayBuffer>): Partial<ShellParts> => ({
  loginKeys: {
    place: () => 'safe',
    lookAnew: () => undefined,
    isOn: () => true,
    prepare: async () => ok({ key, backend: 'kwallet6' }),
    confirm: () => undefined,
    undo: () => false,
    forget: () => undefined,
    take: async () => ok({ key, backend: 'kwallet6' }),
  },
});

describe('unlocking with this computer’s login', () => {
  it.each([
    ['login.prepare', 'unlocked'],
    ['login.give', 'locked'],
  ] as const)('gives the key to the keeper and zeroes it (%s)', async (channel, state) => {
    const key = new Uint8Array(32).fill(7);
    const { ask, givenKeys, sentKey } = shell({ ...openJournal, state }, withKey(key));
    expect(await ask(channel, {})).toEqual({ ok: true, value: null });
    expect(givenKeys).toEqual(['07'.repeat(32)]);
    expect(sentKey()).toEqual(new Uint8Array(32));
  });

  it('is nothing for a sample, nor before a journal is connected', async () => {
    const sample = { kind: 'sample', folder: '/profile/session/sample-1' } as const;
    const key = new Uint8Array(32);
    const refused = { ok: false, error: { type: 'LoginNotAvailable' } };
    expect(await shell({ state: 'unlocked', target: sample }, withKey(key)).ask('login.prepare', {})).toEqual(
      refused,
    );
    expect(await shell({ state: 'locked' }, withKey(key)).ask('login.give', {})).toEqual(refused);
  });
});

describe('a second place for backups', () => {
  it('is remembered for its journal, told to the keeper, and left untouched', async () => {
    using folder = createTestFolder();
    const { ask, pickers, secondPlaces, preferences } = shell(openJournal);
    Object.assign(pickers, { secondBackupPlace: async () => folder.path });
    expect(await ask('backups.chooseSecondPlace', {})).toEqual({
      ok: true,
      value: { place: folder.path, disk: 'another' },
    });
    expect(preferences().secondBackups).toEqual({ '/x.journal': folder.path });
    expect(readdirSync(folder.path)).toEqual([]);
    expect(await ask('app.info', {})).toMatchObject({ value: { places: { secondBackups: folder.path } } });
    await ask('backups.forgetSecondPlace', {});
    expect(preferences().secondBackups).toEqual({});
    expect(secondPlaces).toEqual([folder.path, null]);
  });

  it('may lie on the disk of the journal, and the answer says so', async () => {
    using folder = createTestFolder();
    const { ask, pickers } = shell({ state: 'unlocked', target: { kind: 'journal', folder: folder.path } });
    const place = join(folder.path, 'beside');
    mkdirSync(place);
    Object.assign(pickers, { secondBackupPlace: async () => place });
    expect(await ask('backups.chooseSecondPlace', {})).toMatchObject({ ok: true, value: { disk: 'same' } });
  });

  it('is no journal, and a folder that can be written to', async () => {
    using folder = createTestFolder();
    const { ask, pickers, secondPlaces } = shell(openJournal);
    Object.assign(pickers, { secondBackupPlace: async () => join(folder.path, 'gone') });
    expect(await ask('backups.chooseSecondPlace', {})).toEqual({
      ok: false,
      error: { type: 'TargetNotWritable' },
    });
    writeFileSync(join(folder.path, 'vault.json'), '{}');
    mkdirSync(join(folder.path, 'backups'));
    Object.assign(pickers, { secondBackupPlace: async () => join(folder.path, 'backups') });
    expect(await ask('backups.chooseSecondPlace', {})).toEqual({
      ok: false,
      error: { type: 'TargetInJournal' },
    });
    expect(secondPlaces).toEqual([]);
  });
});
