import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJournal, recoverJournal } from '../../../src/main/journal/journal';
import { readKeyFileTexts } from '../../../src/main/vault/keyFileStore';
import { unlockVault } from '../../../src/main/vault/vault';
import { openDatabase } from '../../../src/main/journal/database/openDatabase';
import { err, ok } from '../../../src/shared/result';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from '../../support/journalFixture';
import { canRefuseWrites, makeReadOnly } from '../../support/makeReadOnly';
import { must } from '../../support/must';
import { filesBelow } from '../../support/scanForText';
import { writeEntries } from '../../support/writeEntries';

const backedUp = () => ok(null);

const write = (test: TestJournal, count: number) =>
  writeEntries(test, count, (index) => `Words ${index} `.repeat(50));

const keysNow = async (folder: string) =>
  must(await unlockVault(readKeyFileTexts(folder), bytesOf(testPassphrase)));

const moments = [
  'before the database changed',
  'with the change in the log alone',
  'after the database changed',
] as const;

/** Leaves the folder as a kill at that moment would, closed, and answers with the id of the next key. */
async function cutRotationShort(test: TestJournal, when: (typeof moments)[number]): Promise<string> {
  const { keys, source } = test.journal;
  source.db.pragma('wal_checkpoint(TRUNCATE)');
  const kept = new Map<string, Buffer>();
  const keep = (...names: readonly string[]) => {
    for (const name of names) kept.set(name, readFileSync(join(test.folder, name)));
  };
  keep('journal.db');
  const before = kept.get('journal.db');
  // The moments are caught where the database is asked for something: the key file holds both keys then.
  const { pragma } = source.db;
  source.db.pragma = (sql: string, options?: { readonly simple: boolean }) => {
    if (sql.startsWith('wal_checkpoint')) {
      keep('vault.json');
      if (when === 'with the change in the log alone') keep('journal.db', 'journal.db-wal');
    }
    const answer: unknown = pragma.call(source.db, sql, options);
    if (sql.startsWith('wal_checkpoint') && when === 'after the database changed') keep('journal.db');
    return answer;
  };
  must(await keys.rotate(bytesOf(testPassphrase), backedUp));
  source.db.pragma = pragma;
  test.journal.close();
  const rotating = kept.get('vault.json')?.toString('utf8') ?? '';
  expect(JSON.parse(rotating)).toHaveProperty('rotation');
  kept.set('vault.json.bak', Buffer.from(rotating));
  for (const [name, bytes] of kept) writeFileSync(join(test.folder, name), bytes);
  // What is in the file itself: the log is not in it yet.
  expect(before?.equals(readFileSync(join(test.folder, 'journal.db')))).toBe(
    when !== 'after the database changed',
  );
  return JSON.parse(rotating).rotation.keyId;
}

describe('a new data key', () => {
  it('opens everything that was there with the same passphrase, and the old key opens nothing any more', async () => {
    await using test = await createTestJournal();
    write(test, 40);
    const before = await keysNow(test.folder);
    const kit = must(await test.journal.keys.rotate(bytesOf(testPassphrase), backedUp));
    expect(kit.code).toMatch(/^[0-9A-Z-]{34}$/);
    write(test, 1);
    expect(test.journal.everything.counts().entries).toBe(41);
    const journal = await test.reopen();
    expect(journal.everything.counts().entries).toBe(41);
    expect(journal.verify()).toMatchObject({ isSound: true });
    journal.close();

    const after = await keysNow(test.folder);
    expect(after.file.db.keyId).not.toBe(before.file.db.keyId);
    expect(after.databaseKey).not.toEqual(before.databaseKey);
    expect(after.file.rotation).toBeUndefined();
    const withOld = openDatabase(join(test.folder, 'journal.db'), before, before.file.journalId, {
      now: () => 0,
      newer: 'refuse',
    });
    expect(withOld).toMatchObject({ ok: false, error: { type: 'JournalDamaged' } });
    // The copy beside the key file leads to the new key alone as well.
    expect(readFileSync(join(test.folder, 'vault.json.bak'))).toEqual(
      readFileSync(join(test.folder, 'vault.json')),
    );
  });

  it('takes a new recovery code, ends the old one and the login', async () => {
    await using test = await createTestJournal();
    const old = test.journal.keys.pendingKit();
    const login = { key: new Uint8Array(32).fill(5), backend: 'kwallet6' };
    must(await test.journal.keys.addLogin(bytesOf(testPassphrase), login));
    const kit = must(await test.journal.keys.rotate(bytesOf(testPassphrase), backedUp));
    expect(test.journal.keys.status()).toMatchObject({
      hasLogin: false,
      recovery: 'unseen',
      recoveryProvedAt: null,
    });
    expect(await test.journal.keys.checkKit(bytesOf(old?.code ?? ''))).toEqual({
      ok: false,
      error: { type: 'RecoveryCodeWrong' },
    });
    test.journal.close();
    const refused = await recoverJournal(
      test.folder,
      bytesOf(old?.code ?? ''),
      bytesOf('a new one'),
      test.ports,
    );
    expect(refused).toEqual({ ok: false, error: { type: 'RecoveryCodeWrong' } });
    const recovered = must(
      await recoverJournal(test.folder, bytesOf(kit.code), bytesOf('a new one'), test.ports),
    );
    recovered.close();
  });

  it('is not made without the passphrase or without a backup, and nothing changes', async () => {
    await using test = await createTestJournal();
    const before = readFileSync(join(test.folder, 'vault.json'), 'utf8');
    let backups = 0;
    const wrong = await test.journal.keys.rotate(bytesOf('another'), () => {
      backups += 1;
      return ok(null);
    });
    expect(wrong).toEqual({ ok: false, error: { type: 'WrongPassphrase' } });
    expect(backups).toBe(0);
    const unsafe = await test.journal.keys.rotate(bytesOf(testPassphrase), () =>
      err({ type: 'BackupNotVerified' }),
    );
    expect(unsafe).toEqual({ ok: false, error: { type: 'BackupNotVerified' } });
    expect(readFileSync(join(test.folder, 'vault.json'), 'utf8')).toBe(before);
    await test.reopen();
  });

  it('leaves backups of before readable with the key file they came with', async () => {
    await using test = await createTestJournal();
    write(test, 5);
    const copy = join(test.folder, '..', 'copy.journal');
    await test.journal.keys.rotate(bytesOf(testPassphrase), () => {
      const { db } = test.journal.source;
      db.exec(`VACUUM INTO '${join(test.folder, '..', 'copy.db')}'`);
      copyFileSync(join(test.folder, 'vault.json'), join(test.folder, '..', 'copy.json'));
      return ok(null);
    });
    mkdirSync(copy);
    renameSync(join(test.folder, '..', 'copy.db'), join(copy, 'journal.db'));
    renameSync(join(test.folder, '..', 'copy.json'), join(copy, 'vault.json'));
    const older = must(await openJournal(copy, bytesOf(testPassphrase), test.ports));
    expect(older.everything.counts().entries).toBe(5);
    older.close();
  });

  it.each(moments)('that was cut short %s is settled at the next opening', async (when) => {
    await using test = await createTestJournal();
    write(test, 10);
    const next = await cutRotationShort(test, when);
    const journal = await test.reopen();
    expect(journal.everything.counts().entries).toBe(10);
    expect(journal.verify()).toMatchObject({ isSound: true });
    expect(journal.warnings()).toEqual([]);
    expect(journal.source.countSetHash('main')).toBe(
      journal.source.db.prepare('SELECT set_hash FROM meta').pluck().get(),
    );
    for (const name of ['vault.json', 'vault.json.bak']) {
      const settled = JSON.parse(readFileSync(join(test.folder, name), 'utf8'));
      expect(settled).not.toHaveProperty('rotation');
      expect(settled.db.keyId === next).toBe(when !== 'before the database changed');
    }
    journal.close();
    // Now with nothing but the keys of the settled file.
    expect((await test.reopen()).verify()).toMatchObject({ isSound: true });
  });

  it.skipIf(!canRefuseWrites).each(moments)(
    'that was cut short %s is read where nothing can be written, and settled when that is over',
    async (when) => {
      await using test = await createTestJournal();
      write(test, 10);
      await cutRotationShort(test, when);
      const files = () => readdirSync(test.folder).map((name) => readFileSync(join(test.folder, name)));
      const before = files();
      {
        using _ = makeReadOnly(test.folder);
        const journal = must(await openJournal(test.folder, bytesOf(testPassphrase), test.ports));
        expect(journal).toMatchObject({ mode: 'readOnly', readOnlyBecause: 'folder' });
        expect(journal.everything.counts().entries).toBe(10);
        expect(journal.verify()).toMatchObject({ isSound: true });
        journal.close();
      }
      expect(files()).toEqual(before);
      expect((await test.reopen()).verify()).toMatchObject({ isSound: true, counts: { entries: 10 } });
      expect(JSON.parse(readFileSync(join(test.folder, 'vault.json'), 'utf8'))).not.toHaveProperty(
        'rotation',
      );
    },
  );

  it('asks for one thing only: no other line of ours changes the key of a database', () => {
    const calls = filesBelow('src')
      .filter((path) => /\.tsx?$/.test(path))
      .filter((path) =>
        /\brekey\b/.test(readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
      );
    expect(calls).toEqual([join('src', 'main', 'journal', 'keys', 'rotateKey.ts')]);
  });

  it('gives the database back as it was when the disk is full', async () => {
    await using test = await createTestJournal();
    write(test, 40);
    const { db } = test.journal.source;
    const before = await keysNow(test.folder);
    Object.defineProperty(db, 'rekey', {
      configurable: true,
      value: () => {
        throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
      },
    });
    const refused = await test.journal.keys.rotate(bytesOf(testPassphrase), backedUp);
    expect(refused).toEqual({ ok: false, error: { type: 'DiskFull' } });
    Reflect.deleteProperty(db, 'rekey');
    expect((await keysNow(test.folder)).file).toEqual(before.file);
    must(await test.journal.keys.rotate(bytesOf(testPassphrase), backedUp));
    expect((await test.reopen()).verify()).toMatchObject({ isSound: true });
  });
});
