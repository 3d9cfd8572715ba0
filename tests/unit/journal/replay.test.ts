import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJournal, type OpenedJournal } from '../../../src/main/journal/journal';
import { createEntryId } from '../../../src/shared/id';
import { documentOf } from '../../support/documents';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from '../../support/journalFixture';

const pageSize = 4096;

const save = (test: TestJournal, words: string): void => {
  test.clock.advance({ minutes: 1 });
  const id = createEntryId(test.clock.now(), test.ports.randomBytes);
  const saved = test.journal.entries.save({ id, document: documentOf(words), baseRevision: 0 });
  if (!saved.ok) throw new Error(saved.error.type);
};

async function filledJournal(): Promise<TestJournal> {
  const test = await createTestJournal();
  for (let index = 0; index < 30; index += 1) save(test, `Entry ${index} ${'and on '.repeat(300)}`);
  return test;
}

const database = ({ folder }: TestJournal) => join(folder, 'journal.db');
const log = (test: TestJournal) => `${database(test)}-wal`;
const types = (journal: OpenedJournal) => journal.warnings().map(({ type }) => type);
const count = (journal: OpenedJournal) => journal.everything.counts().entries;

/** Goes away as a killed process does: the log stays, and the memory does not hear of a close. */
async function crash(test: TestJournal): Promise<void> {
  const memory = readFileSync(test.ports.memoryFile);
  const [db, wal] = [readFileSync(database(test)), readFileSync(log(test))];
  test.journal.close();
  writeFileSync(test.ports.memoryFile, memory);
  writeFileSync(database(test), db);
  writeFileSync(log(test), wal);
}

/** Another computer opens the same folder, with a memory of its own. */
async function elsewhere(test: TestJournal, work: (journal: OpenedJournal) => void): Promise<void> {
  const { memoryFile: _, ...ports } = test.ports;
  const opened = await openJournal(test.folder, bytesOf(testPassphrase), ports);
  if (!opened.ok) throw new Error(opened.error.type);
  work(opened.value);
  if (opened.value.source.db.open) opened.value.close();
}

/** Every cell of every table except those of the search index; empty when a page does not let itself be read. */
function dump({ source: { db } }: OpenedJournal): string {
  try {
    return db
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'entries_fts%' AND name NOT LIKE 'entry_beginnings%' ORDER BY name",
      )
      .pluck()
      .all()
      .map((name) => JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all()))
      .join('\n');
  } catch {
    return '';
  }
}

const asideFiles = (test: TestJournal): readonly string[] => {
  const aside = join(test.folder, 'set-aside');
  return existsSync(aside)
    ? readdirSync(aside, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('journal.db'))
    : [];
};

describe('a journal as this computer left it', () => {
  it('has nothing to tell, after a close and after a crash', async () => {
    await using test = await filledJournal();
    expect(test.journal.warnings()).toEqual([]);
    const again = await test.reopen();
    expect(again.warnings()).toEqual([]);
    expect(await again.checkContent()).toBe('same');
    save(test, 'one more');
    await crash(test);
    const after = await test.reopen();
    expect(after.warnings()).toEqual([]);
    expect(count(after)).toBe(31);
    expect(await after.checkContent()).toBe('same');
    expect(asideFiles(test)).toEqual([]);
  });
});

describe('a replay of older bytes', () => {
  it('of one page at a time is found by the count, or by seq when it is the page that counts', async () => {
    await using test = await filledJournal();
    test.journal.close();
    const old = readFileSync(database(test));
    const journal = await test.reopen();
    const [first] = journal.entries.list({ where: 'journal', after: null, limit: 1 }).ok
      ? [...journal.everything.entries()]
      : [];
    if (first === undefined) throw new Error('there are entries');
    test.clock.advance({ minutes: 30 });
    journal.entries.save({ id: first.id, document: documentOf('Rewritten'), baseRevision: 1 });
    journal.close();
    const present = readFileSync(database(test));
    const memory = readFileSync(test.ports.memoryFile);
    const changed = Array.from({ length: old.length / pageSize }, (_, page) => page).filter(
      (page) =>
        !old
          .subarray(page * pageSize, (page + 1) * pageSize)
          .equals(present.subarray(page * pageSize, (page + 1) * pageSize)),
    );
    expect(changed.length).toBeGreaterThan(2);
    const whole = dump(await test.reopen());
    test.journal.close();
    let told = 0;
    let harmless = 0;
    for (const page of changed) {
      const mixed = Buffer.from(present);
      old.copy(mixed, page * pageSize, page * pageSize, (page + 1) * pageSize);
      writeFileSync(database(test), mixed);
      writeFileSync(test.ports.memoryFile, memory);
      const opened = await openJournal(test.folder, bytesOf(testPassphrase), test.ports);
      if (opened.ok) {
        await opened.value.checkContent();
        const isHarmless = dump(opened.value) === whole;
        const report = opened.value.verify();
        if (opened.value.warnings().length > 0 || !report.isSound) told += 1;
        // An older page of the search index costs a hit at most: it is made from the entries and can be made again.
        else if (isHarmless) harmless += 1;
        opened.value.close();
      } else told += 1;
    }
    expect(told + harmless).toBe(changed.length);
    expect(told).toBeGreaterThan(3);
  });

  it('of the whole file is told with both dates, until the person accepts it', async () => {
    await using test = await filledJournal();
    test.journal.close();
    const old = readFileSync(database(test));
    const savedAt = test.clock.now();
    const newer = await test.reopen();
    save(test, 'the newest words');
    const seenAt = test.clock.now();
    newer.close();
    writeFileSync(database(test), old);

    const warning = { type: 'OlderThanSeen', savedAt, seenAt };
    expect((await test.reopen()).warnings()).toEqual([warning]);
    save(test, 'goes on all the same');
    save(test, 'and on');
    const again = await test.reopen();
    expect(again.warnings()).toEqual([warning]);
    again.dismissWarning('OlderThanSeen');
    expect(again.warnings()).toEqual([]);
    expect((await test.reopen()).warnings()).toEqual([]);
    expect(await test.journal.checkContent()).toBe('same');
  });

  it('that was worked on elsewhere to the same count of changes is told', async () => {
    await using test = await filledJournal();
    test.journal.close();
    const old = readFileSync(database(test));
    await test.reopen();
    save(test, 'here');
    test.journal.close();
    writeFileSync(database(test), old);
    await elsewhere(test, (journal) => {
      const id = createEntryId(1, test.ports.randomBytes);
      journal.entries.save({ id, document: documentOf('there'), baseRevision: 0 });
    });
    expect(types(await test.reopen())).toEqual(['DiffersFromSeen']);
  });

  it('as an old log beside a file that was closed cleanly is set aside and not replayed', async () => {
    await using test = await filledJournal();
    const oldLog = readFileSync(log(test));
    await test.reopen();
    save(test, 'the newest words');
    test.journal.close();
    writeFileSync(log(test), oldLog);
    const present = readFileSync(database(test));

    const journal = await test.reopen();
    expect(journal.warnings()).toEqual([{ type: 'LogSetAside', folder: 'set-aside/2025-05-14-1' }]);
    expect(readFileSync(join(test.folder, 'set-aside/2025-05-14-1/journal.db-wal'))).toEqual(oldLog);
    expect(count(journal)).toBe(31);
    expect(await journal.checkContent()).toBe('same');
    expect(readFileSync(database(test))).toEqual(present);
    journal.dismissWarning('LogSetAside');
    expect((await test.reopen()).warnings()).toEqual([]);
  });

  it('as a hot rollback journal never reaches SQLite', async () => {
    await using test = await filledJournal();
    test.journal.close();
    const present = readFileSync(database(test));
    for (const bytes of [present.subarray(0, pageSize * 3), Buffer.from('whatever')]) {
      writeFileSync(`${database(test)}-journal`, bytes);
      const journal = await test.reopen();
      expect(types(journal)).toContain('LogSetAside');
      expect(existsSync(`${database(test)}-journal`)).toBe(false);
      expect(count(journal)).toBe(30);
    }
    expect(asideFiles(test)).toHaveLength(2);
  });

  it('as an older log after a crash is told, and the bytes it would change are kept first', async () => {
    await using test = await filledJournal();
    const oldLog = readFileSync(log(test));
    save(test, 'the newest words');
    await crash(test);
    const present = readFileSync(database(test));
    writeFileSync(log(test), oldLog);
    const journal = await test.reopen();
    expect(types(journal)).toEqual(['OlderThanSeen']);
    const kept = join(test.folder, 'set-aside', '2025-05-14-1');
    expect(readFileSync(join(kept, 'journal.db'))).toEqual(present);
    expect(readFileSync(join(kept, 'journal.db-wal'))).toEqual(oldLog);
  });

  it('by a log that was taken away after a crash is told', async () => {
    await using test = await filledJournal();
    await test.reopen();
    save(test, 'the newest words');
    await crash(test);
    rmSync(log(test));
    expect(types(await test.reopen())).toEqual(['OlderThanSeen']);
  });
});

describe('a log that is there for a good reason', () => {
  it('is replayed when another computer crashed, though this one had closed cleanly', async () => {
    await using test = await filledJournal();
    test.journal.close();
    const kept: Buffer[] = [];
    await elsewhere(test, (journal) => {
      const id = createEntryId(1, test.ports.randomBytes);
      journal.entries.save({ id, document: documentOf('there'), baseRevision: 0 });
      kept.push(readFileSync(database(test)), readFileSync(log(test)));
    });
    const [db, wal] = kept;
    if (db === undefined || wal === undefined) throw new Error('both files');
    writeFileSync(database(test), db);
    writeFileSync(log(test), wal);
    const journal = await test.reopen();
    expect(journal.warnings()).toEqual([]);
    expect(count(journal)).toBe(31);
  });

  it('is replayed with a folder that was brought back as a whole, which is told', async () => {
    await using test = await filledJournal();
    await test.reopen();
    save(test, 'in the log alone');
    const [db, wal] = [readFileSync(database(test)), readFileSync(log(test))];
    save(test, 'newer');
    test.journal.close();
    writeFileSync(database(test), db);
    writeFileSync(log(test), wal);
    const journal = await test.reopen();
    expect(types(journal)).toEqual(['OlderThanSeen']);
    expect(count(journal)).toBe(31);
    expect(asideFiles(test)).toEqual([]);
  });

  it('is left where it is while another process has the journal open', async () => {
    await using test = await filledJournal();
    await test.reopen();
    test.journal.close();
    await elsewhere(test, () => {});
    const { memoryFile: _, ...ports } = test.ports;
    const other = await openJournal(test.folder, bytesOf(testPassphrase), ports);
    if (!other.ok) throw new Error(other.error.type);
    const id = createEntryId(1, test.ports.randomBytes);
    // Such a log would be set aside by itself: its content does not add up.
    const { db } = other.value.source;
    db.exec('DROP TRIGGER temp."ledger UPDATE entries"');
    db.exec("UPDATE entries SET zone = 'UTC'");
    other.value.entries.save({ id, document: documentOf('there'), baseRevision: 0 });
    const refused = await openJournal(test.folder, bytesOf(testPassphrase), test.ports);
    expect(refused).toEqual({ ok: false, error: { type: 'JournalAlreadyOpen' } });
    expect(existsSync(log(test))).toBe(true);
    expect(asideFiles(test)).toEqual([]);
    other.value.close();
    expect(readdirSync(test.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('may be noise, which SQLite ignores and Footnote sets aside', async () => {
    await using test = await filledJournal();
    test.journal.close();
    writeFileSync(log(test), Buffer.alloc(5000, 7));
    const journal = await test.reopen();
    expect(count(journal)).toBe(30);
    expect(journal.verify().isSound).toBe(true);
  });
});

describe('what this computer remembers', () => {
  it('is nothing when it was altered, moved from another journal or is not there', async () => {
    await using test = await filledJournal();
    test.journal.close();
    const old = readFileSync(database(test));
    await test.reopen();
    save(test, 'the newest words');
    test.journal.close();
    writeFileSync(database(test), old);
    const text = readFileSync(test.ports.memoryFile, 'utf8');
    for (const altered of [
      text.replace(/"seq":\d+/, '"seq":1'),
      text.replace('"isCleanClose":true', '"isCleanClose":false'),
      text.slice(0, 100),
      '[]',
      '{"format":"footnote-memory","version":1,"journals":{"__proto__":{}}}',
    ]) {
      expect(altered).not.toBe(text);
      writeFileSync(test.ports.memoryFile, altered);
      expect((await test.reopen()).warnings()).toEqual([]);
      test.journal.close();
      writeFileSync(database(test), old);
    }
    writeFileSync(test.ports.memoryFile, text);
    expect(types(await test.reopen())).toEqual(['OlderThanSeen']);
  });

  it('holds several journals, each under its own key, and no word of them', async () => {
    await using test = await filledJournal();
    await using other = await createTestJournal({ seed: 9 });
    other.journal.close();
    const ports = { ...other.ports, memoryFile: test.ports.memoryFile };
    const opened = await openJournal(other.folder, bytesOf(testPassphrase), ports);
    if (!opened.ok) throw new Error(opened.error.type);
    save(test, 'written between two writes of the other');
    opened.value.close();
    test.journal.close();
    const { journals } = JSON.parse(readFileSync(test.ports.memoryFile, 'utf8')) as {
      journals: Record<string, { isCleanClose: boolean }>;
    };
    expect(Object.values(journals).map(({ isCleanClose }) => isCleanClose)).toEqual([true, true]);
    expect(JSON.stringify(journals)).not.toMatch(/Entry|written|Test\.journal/);
    expect((await test.reopen()).warnings()).toEqual([]);
  });

  it('may lie where nothing can be written: the journal opens all the same', async () => {
    await using test = await filledJournal();
    test.journal.close();
    const blocked = join(test.folder, 'vault.json', 'state.json');
    const opened = await openJournal(test.folder, bytesOf(testPassphrase), {
      ...test.ports,
      memoryFile: blocked,
    });
    expect(opened.ok && opened.value.warnings()).toEqual([]);
    if (opened.ok) opened.value.close();
  });

  it('notices a clock that is more than a day behind, once', async () => {
    await using test = await filledJournal();
    const seenAt = test.clock.now();
    test.clock.advance({ days: -1 });
    expect((await test.reopen()).warnings()).toEqual([]);
    test.clock.advance({ days: -1 });
    const journal = await test.reopen();
    expect(journal.warnings()).toEqual([{ type: 'ClockBack', seenAt }]);
    journal.dismissWarning('ClockBack');
    expect((await test.reopen()).warnings()).toEqual([]);
  });
});

describe('content that is not what was written', () => {
  it('is told by the count and accepted on demand, for verify as well', async () => {
    await using test = await filledJournal();
    test.journal.close();
    const old = readFileSync(database(test));
    await test.reopen();
    const [entry] = [...test.journal.everything.entries()];
    if (entry === undefined) throw new Error('there are entries');
    test.clock.advance({ minutes: 30 });
    test.journal.entries.moveToBin({ id: entry.id });
    test.journal.close();
    const present = readFileSync(database(test));
    const memory = readFileSync(test.ports.memoryFile);
    // One old leaf, such as the page of that entry's row: everything else is of today.
    for (let page = 1; page < old.length / pageSize; page += 1) {
      const mixed = Buffer.from(present);
      old.copy(mixed, page * pageSize, page * pageSize, (page + 1) * pageSize);
      if (mixed.equals(present)) continue;
      writeFileSync(database(test), mixed);
      writeFileSync(test.ports.memoryFile, memory);
      const opened = await openJournal(test.folder, bytesOf(testPassphrase), test.ports);
      if (!opened.ok) continue;
      const verdict = await opened.value.checkContent();
      if (verdict === 'different' && opened.value.entries.read({ id: entry.id }).ok) {
        expect(types(opened.value)).toContain('ContentMismatch');
        expect(opened.value.verify().problems).toContainEqual({ type: 'ContentMismatch' });
        opened.value.dismissWarning('ContentMismatch');
        expect(types(opened.value)).not.toContain('ContentMismatch');
        expect(await opened.value.checkContent()).toBe('same');
        opened.value.close();
        return;
      }
      opened.value.close();
    }
    throw new Error('no page told of the change');
  });
});
