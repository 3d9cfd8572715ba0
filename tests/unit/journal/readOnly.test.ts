import { chmodSync, existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { latestVersion } from '../../../src/main/journal/database/migrate';
import { openJournal, type OpenedJournal } from '../../../src/main/journal/journal';
import { emptyHardDayPage } from '../../../src/shared/domain/hardDay';
import { createEntryId, createKeepsakeId } from '../../../src/shared/id';
import { documentOf } from '../../support/documents';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from '../../support/journalFixture';
import { canRefuseWrites, makeReadOnly } from '../../support/makeReadOnly';
import { scanForText } from '../../support/scanForText';

const isRoot = process.getuid?.() === 0;
const marker = 'the lamp in the boathouse window';

async function journalWithEntry(): Promise<TestJournal> {
  const test = await createTestJournal();
  const id = createEntryId(test.clock.now(), test.ports.randomBytes);
  test.journal.entries.save({ id, document: documentOf(marker), baseRevision: 0 });
  return test;
}

const open = async (test: TestJournal) => await openJournal(test.folder, bytesOf(testPassphrase), test.ports);

async function openOrThrow(test: TestJournal): Promise<OpenedJournal> {
  const opened = await open(test);
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

const bytesBelow = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((item) => item.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

/** What a killed process leaves: the last entry is in the log alone. */
async function crashed(test: TestJournal): Promise<void> {
  const [db, wal] = ['journal.db', 'journal.db-wal'].map((name) => readFileSync(join(test.folder, name)));
  test.journal.close();
  if (db === undefined || wal === undefined) throw new Error('both are there');
  writeFileSync(join(test.folder, 'journal.db'), db);
  writeFileSync(join(test.folder, 'journal.db-wal'), wal);
}

describe.skipIf(!canRefuseWrites)('a journal where nothing can be written', () => {
  it('is read from an encrypted copy, log included, and stays as it is', async () => {
    await using test = await journalWithEntry();
    await crashed(test);
    const before = bytesBelow(test.folder);
    using _ = makeReadOnly(test.folder);
    const journal = await openOrThrow(test);
    expect(journal).toMatchObject({ mode: 'readOnly', readOnlyBecause: 'folder' });
    expect(journal.everything.counts().entries).toBe(1);
    expect(journal.entries.search({ words: 'boathouse', limit: 1 })).toMatchObject({ value: { total: 1 } });
    expect(journal.verify().isSound).toBe(true);
    expect(await journal.checkContent()).toBe('same');
    const { scratchFolder } = test.ports;
    expect(readdirSync(scratchFolder)).toHaveLength(1);
    expect(scanForText([scratchFolder], marker)).toEqual([]);
    expect(journal.prompts.offer().ok).toBe(true);
    journal.close();
    expect(readdirSync(scratchFolder)).toEqual([]);
    expect(bytesBelow(test.folder)).toEqual(before);
  });

  it('is compared with what was seen, which it does not change', async () => {
    await using test = await journalWithEntry();
    test.journal.close();
    const old = readFileSync(join(test.folder, 'journal.db'));
    await test.reopen();
    const id = createEntryId(test.clock.now(), test.ports.randomBytes);
    test.journal.entries.save({ id, document: documentOf('later'), baseRevision: 0 });
    test.journal.close();
    writeFileSync(join(test.folder, 'journal.db'), old);
    const memory = readFileSync(test.ports.memoryFile, 'utf8');
    using _ = makeReadOnly(test.folder);
    const journal = await openOrThrow(test);
    expect(journal.warnings().map(({ type }) => type)).toEqual(['OlderThanSeen']);
    journal.dismissWarning('OlderThanSeen');
    expect(journal.warnings()).toEqual([]);
    journal.close();
    expect(readFileSync(test.ports.memoryFile, 'utf8')).toBe(memory);
  });

  it('can not be opened where there is no place for a copy', async () => {
    await using test = await journalWithEntry();
    test.journal.close();
    using _ = makeReadOnly(test.folder);
    const { scratchFolder: __, ...ports } = test.ports;
    expect(await openJournal(test.folder, bytesOf(testPassphrase), ports)).toEqual({
      ok: false,
      error: { type: 'FolderNotWritable' },
    });
  });

  it('is damaged there as anywhere, and leaves no copy', async () => {
    await using test = await journalWithEntry();
    test.journal.close();
    truncateSync(join(test.folder, 'journal.db'), 20_000);
    using _ = makeReadOnly(test.folder);
    expect(await open(test)).toMatchObject({ error: { type: 'JournalDamaged' } });
    expect(readdirSync(test.ports.scratchFolder)).toEqual([]);
  });
});

describe.skipIf(isRoot || process.platform === 'win32')('a file without permission', () => {
  it('that can not be written is read from a copy, and one that can not be read is not damaged', async () => {
    await using test = await journalWithEntry();
    test.journal.close();
    chmodSync(join(test.folder, 'journal.db'), 0o444);
    const journal = await openOrThrow(test);
    expect(journal.readOnlyBecause).toBe('folder');
    journal.close();
    chmodSync(join(test.folder, 'journal.db'), 0);
    expect(await open(test)).toEqual({ ok: false, error: { type: 'JournalUnreadable' } });
    chmodSync(join(test.folder, 'journal.db'), 0o600);
  });
});

function makeNewer(test: TestJournal, minReader: number): void {
  const { db } = test.journal.source;
  db.exec(`UPDATE meta SET min_reader = ${minReader}`);
  db.exec('CREATE TABLE moons (phase REAL) STRICT');
  db.pragma(`user_version = ${latestVersion + 10}`);
}

describe('a journal of a newer version', () => {
  it('is read from a copy when it says that this version understands it', async () => {
    await using test = await journalWithEntry();
    const keptId = createKeepsakeId(test.clock.now(), test.ports.randomBytes);
    test.journal.keepsakes.save({ id: keptId, text: 'Walk on.', author: null, entryId: null, day: null });
    test.journal.hardDay.save({ page: { ...emptyHardDayPage, words: 'It passed before.' } });
    test.clock.advance({ days: 8 });
    makeNewer(test, latestVersion);
    test.journal.close();
    const before = bytesBelow(test.folder);
    const journal = await openOrThrow(test);
    expect(journal).toMatchObject({ mode: 'readOnly', readOnlyBecause: 'newerVersion' });
    expect(journal.everything.counts().entries).toBe(1);
    // Nothing can be written, so the offer does not stand; it is made all the same.
    expect(journal.prompts.offer()).toMatchObject({ ok: true, value: { promptId: expect.any(String) } });
    expect(journal.keepsakes.ofToday()).toMatchObject({
      value: { keepsake: { id: keptId, lastShownOn: null } },
    });
    expect(journal.hardDay.read()).toMatchObject({ value: { page: { words: 'It passed before.' } } });
    expect(journal.verify().isSound).toBe(true);
    expect(await journal.checkContent()).toBe('stopped');
    const id = createEntryId(1, test.ports.randomBytes);
    expect(journal.entries.save({ id, document: documentOf('no'), baseRevision: 0 })).toEqual({
      ok: false,
      error: { type: 'FolderNotWritable' },
    });
    journal.close();
    expect(bytesBelow(test.folder)).toEqual(before);
    expect(readdirSync(test.ports.scratchFolder)).toEqual([]);
  });

  it('is refused when it does not, or where there is no place for a copy, and nothing is changed', async () => {
    await using test = await journalWithEntry();
    makeNewer(test, latestVersion + 1);
    test.journal.close();
    const before = bytesBelow(test.folder);
    const refused = { ok: false, error: { type: 'JournalFromNewerVersion' } };
    expect(await open(test)).toEqual(refused);
    const { scratchFolder: _, ...ports } = test.ports;
    expect(await openJournal(test.folder, bytesOf(testPassphrase), ports)).toEqual(refused);
    expect(bytesBelow(test.folder)).toEqual(before);
  });

  it('is not changed either when it crashed there: its log stays a log', async () => {
    await using test = await journalWithEntry();
    makeNewer(test, latestVersion);
    await crashed(test);
    const before = bytesBelow(test.folder);
    expect(Object.keys(before)).toContain('journal.db-wal');
    const journal = await openOrThrow(test);
    expect(journal.readOnlyBecause).toBe('newerVersion');
    journal.close();
    expect(bytesBelow(test.folder)).toEqual(before);
    expect(existsSync(join(test.folder, 'set-aside'))).toBe(false);
  });
});
