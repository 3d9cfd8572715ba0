import { chmodSync, chownSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  openJournal,
  openJournalWithLogin,
  recoverJournal,
  tryRecoveryCode,
} from '../../../src/main/journal/journal';
import { bytesOf, createTestJournal, testPassphrase } from '../../support/journalFixture';

const unreadable = { ok: false, error: { type: 'JournalUnreadable' } };
const nobody = 65_534;

/** As a person whom the permissions bind: root is not one. */
async function asNobody<Value>(work: () => Promise<Value>): Promise<Value> {
  const { seteuid } = process;
  if (process.geteuid?.() !== 0 || seteuid === undefined) return await work();
  seteuid(nobody);
  try {
    return await work();
  } finally {
    seteuid(0);
  }
}

async function closedJournal() {
  const test = await createTestJournal();
  const code = test.journal.keys.pendingKit()?.code ?? '';
  test.journal.close();
  chmodSync(dirname(test.folder), 0o755);
  if (process.geteuid?.() === 0) {
    chownSync(test.folder, nobody, nobody);
    for (const name of readdirSync(test.folder)) chownSync(join(test.folder, name), nobody, nobody);
  }
  const attempts = async () => [
    await openJournal(test.folder, bytesOf(testPassphrase), test.ports),
    await openJournal(test.folder, bytesOf('wrong'), test.ports),
    await openJournalWithLogin(test.folder, new Uint8Array(32), test.ports),
    await recoverJournal(test.folder, bytesOf(code), bytesOf('new'), test.ports),
    await tryRecoveryCode(test.folder, bytesOf(code)),
  ];
  return { test, attempts };
}

describe('a journal that may not be read', () => {
  it.skipIf(process.platform === 'win32').each([
    ['its folder', ''],
    ['its key file', 'vault.json'],
  ])('says so when it is %s, whatever the passphrase', async (_, name) => {
    const { test, attempts } = await closedJournal();
    await using closing = test;
    const path = join(closing.folder, name);
    chmodSync(path, 0o000);
    for (const outcome of await asNobody(attempts)) expect(outcome).toEqual(unreadable);
    chmodSync(path, 0o700);
  });

  it.skipIf(process.platform === 'win32')(
    'says so when it is the database, and does not blame the passphrase',
    async () => {
      const { test } = await closedJournal();
      await using closing = test;
      chmodSync(join(closing.folder, 'journal.db'), 0o000);
      const outcome = await asNobody(() => openJournal(test.folder, bytesOf(testPassphrase), test.ports));
      expect(outcome).toEqual(unreadable);
    },
  );

  it('says so when a folder lies where the key file or the database belongs', async () => {
    const { test, attempts } = await closedJournal();
    await using closing = test;
    rmSync(join(closing.folder, 'journal.db'));
    mkdirSync(join(test.folder, 'journal.db'));
    expect(await openJournal(test.folder, bytesOf(testPassphrase), test.ports)).toEqual(unreadable);
    expect(await openJournal(test.folder, bytesOf('wrong'), test.ports)).toEqual({
      ok: false,
      error: { type: 'WrongPassphrase' },
    });
    rmSync(join(test.folder, 'vault.json'));
    mkdirSync(join(test.folder, 'vault.json'));
    for (const outcome of await attempts()) expect(outcome).toEqual(unreadable);
  });
});
