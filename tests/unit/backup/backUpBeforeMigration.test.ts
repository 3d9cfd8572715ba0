import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUpBeforeMigration } from '../../../src/main/backup/backUpBeforeMigration';
import { backupsFolderOf, findBackups } from '../../../src/main/backup/backupFiles';
import { isFileAsVerified } from '../../../src/main/backup/isFileAsVerified';
import { latestVersion, readVersion } from '../../../src/main/journal/database/migrate';
import { lookInto, type BeforeMigration } from '../../../src/main/journal/database/openDatabase';
import { openJournal } from '../../../src/main/journal/journal';
import { readKeyFileTexts } from '../../../src/main/vault/keyFileStore';
import { unlockVault } from '../../../src/main/vault/vault';
import { createFirstVersion } from '../../support/firstVersion';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';

const databaseKeyOf = async (test: TestJournal): Promise<Buffer> =>
  must(await unlockVault(readKeyFileTexts(test.folder), bytesOf(testPassphrase))).databaseKey;

/** The folder of a journal whose database the first Footnote made; nobody has it open. */
async function makeOld(test: TestJournal): Promise<void> {
  const { journalId } = JSON.parse(readFileSync(join(test.folder, 'vault.json'), 'utf8'));
  test.journal.close();
  for (const name of ['journal.db', 'reserve']) rmSync(join(test.folder, name));
  createFirstVersion(join(test.folder, 'journal.db'), await databaseKeyOf(test), journalId);
}

const open = async (test: TestJournal, beforeMigration: BeforeMigration) =>
  await openJournal(test.folder, bytesOf(testPassphrase), { ...test.ports, beforeMigration });

const backupsOf = ({ folder }: TestJournal) => findBackups(backupsFolderOf(folder));

const versionOf = async (test: TestJournal, path: string): Promise<number> =>
  lookInto(path, await databaseKeyOf(test), readVersion);

describe('a journal of an older version', () => {
  it('is backed up, verified and all, before it is changed', async () => {
    await using test = await createTestJournal();
    await makeOld(test);
    const backUp = backUpBeforeMigration(test.folder, test);
    const versions: number[] = [];
    const opened = must(
      await open(test, (db) => {
        const made = backUp(db);
        versions.push(readVersion(db));
        expect(backupsOf(test).map((backup) => isFileAsVerified(backup))).toEqual([true]);
        return made;
      }),
    );
    expect(versions).toEqual([10]);
    expect(readVersion(opened.source.db)).toBe(latestVersion);
    expect(opened.verify()).toMatchObject({ isSound: true, counts: { entries: 1 } });
    opened.close();

    const [backup] = backupsOf(test);
    expect(backup?.seq).toBe(12);
    expect(await versionOf(test, backup?.paths.database ?? '')).toBe(10);
  });

  it('is left as it is, calmly, when there is no room for the backup', async () => {
    await using test = await createTestJournal();
    await makeOld(test);
    const before = readFileSync(join(test.folder, 'journal.db'));
    const refused = await open(
      test,
      backUpBeforeMigration(test.folder, { clock: test.clock, freeBytes: () => 4096 }),
    );
    expect(refused).toEqual({ ok: false, error: { type: 'DiskFull' } });
    expect(readFileSync(join(test.folder, 'journal.db')).equals(before)).toBe(true);
    expect(backupsOf(test)).toEqual([]);
    // With room again it goes its way.
    const opened = must(await open(test, backUpBeforeMigration(test.folder, test)));
    expect(opened.everything.counts().entries).toBe(1);
    opened.close();
  });

  it('is opened for reading, and left as it is, where no backup can be written', async () => {
    await using test = await createTestJournal();
    await makeOld(test);
    writeFileSync(backupsFolderOf(test.folder), 'a file where a folder belongs');
    const before = readFileSync(join(test.folder, 'journal.db'));
    const names = readdirSync(test.folder).toSorted();
    const opened = must(await open(test, backUpBeforeMigration(test.folder, test)));
    expect(opened).toMatchObject({ mode: 'readOnly', readOnlyBecause: 'folder' });
    expect(opened.everything.counts().entries).toBe(1);
    opened.close();
    expect(readFileSync(join(test.folder, 'journal.db')).equals(before)).toBe(true);
    expect(readdirSync(test.folder).toSorted()).toEqual(names);
  });
});
