import { createHmac, createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/main/journal/integrity/checkContent';
import { listProtectedTables } from '../../../src/main/journal/integrity/protectedTables';
import {
  acceptContent,
  adoptSetHashKey,
  readStoredState,
  recount,
} from '../../../src/main/journal/integrity/rowLedger';
import { rowToNumber } from '../../../src/main/journal/integrity/rowToNumber';
import { addToSetHash, emptySetHash, setHashDifference } from '../../../src/main/journal/integrity/setHash';
import { latestVersion, migrate } from '../../../src/main/journal/database/migrate';
import { openDatabase } from '../../../src/main/journal/database/openDatabase';
import { batch, transaction } from '../../../src/main/journal/database/transaction';
import { prepareWrite, type WritableDb } from '../../../src/main/journal/database/handles';
import { fillSampleJournal } from '../../../src/main/sample/sampleJournal';
import { err, ok } from '../../../src/shared/result';
import { civilDaySchema } from '../../../src/shared/time';
import {
  createTestDatabase,
  runInside,
  testJournalId,
  testKeys,
  testOptions,
} from '../../support/databaseFixture';
import { createTestJournal } from '../../support/journalFixture';

const key = createSecretKey(Buffer.alloc(32, 9));
const stored = (db: WritableDb): string | undefined => readStoredState(db)?.setHash;
const expectRight = (db: WritableDb): void => expect(stored(db)).toBe(recount(db, 'main'));

/** Changes rows without the triggers, as an old page of the file would. */
function slipIn(db: WritableDb, sql: string): void {
  const triggers = db
    .prepare<[], { readonly name: string; readonly sql: string }>('SELECT name, sql FROM sqlite_temp_schema')
    .all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER temp."${name}"`);
  db.exec(sql);
  for (const trigger of triggers) db.exec(trigger.sql.replace('CREATE TRIGGER', 'CREATE TEMP TRIGGER'));
}

const offer = (day: string, response = 'not-now') =>
  `INSERT INTO prompt_offers (prompt_id, day, response, offered_at, responded_at)
   VALUES ('small-win', '${day}', '${response}', 1, 2);`;
const word = (text: string) => `INSERT INTO own_words (word) VALUES ('${text}');`;

/** Text as the format says: its tag, its length in four bytes, UTF-8. */
function encodeText(value: string): Buffer {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([Buffer.from([2]), length, bytes]);
}

const entry = (id: string) =>
  `INSERT INTO entries (id, at, zone, offset_minutes, day, title, excerpt, word_count, revision, created_at,
    updated_at, document_version, document)
   VALUES ('${id.padStart(36, '0')}', 1, 'UTC', 0, '2025-01-01', '', '', 0, 1, 1, 1, 1, '{}');`;

describe('the fingerprint of a row', () => {
  it('is the HMAC of the encoding that docs/format.md describes', () => {
    const number = Buffer.alloc(9);
    number[0] = 1;
    number.writeDoubleBE(-1.5, 1);
    const encoded = Buffer.concat([
      encodeText('tafel'),
      Buffer.from([0, 0, 0, 4]),
      encodeText('früh'),
      number,
      Buffer.from([0]),
      Buffer.from([3, 0, 0, 0, 2, 7, 8]),
    ]);
    const expected = createHmac('sha256', Buffer.alloc(32, 9)).update(encoded).digest('hex');
    expect(rowToNumber(key, 'tafel', ['früh', -1.5, null, Buffer.from([7, 8])])).toBe(
      BigInt(`0x${expected}`),
    );
  });

  it('differs for every two rows that differ', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.double({ noNaN: true }).filter((value) => !Object.is(value, -0)),
      fc.constant(null),
      fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
    );
    const row = fc.tuple(fc.string({ minLength: 1, maxLength: 3 }), fc.array(cell, { maxLength: 4 }));
    fc.assert(
      fc.property(row, row, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(rowToNumber(key, ...one) === rowToNumber(key, ...other)).toBe(isSame);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a row that is longer than its buffer', () => {
    const long = 'ö'.repeat(100_000);
    expect(rowToNumber(key, 't', [long])).not.toBe(rowToNumber(key, 't', [`${long}.`]));
  });
});

describe('the sum', () => {
  it('stays 64 digits long, whatever is added and taken away', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), { maxLength: 8 }), (numbers) => {
        let hash = emptySetHash;
        for (const number of numbers) hash = addToSetHash(hash, number);
        expect(hash).toMatch(/^[0-9a-f]{64}$/);
        expect(addToSetHash(emptySetHash, setHashDifference(emptySetHash, hash))).toBe(hash);
        for (const number of numbers.toReversed()) hash = addToSetHash(hash, -number);
        expect(hash).toBe(emptySetHash);
      }),
    );
  });
});

describe('the set-hash of a database', () => {
  it('covers every table with a person’s data, by its schema', () => {
    using test = createTestDatabase();
    expect(listProtectedTables(test.db, 'main').map(({ name }) => name)).toEqual([
      'check_in_versions',
      'check_ins',
      'chosen_step',
      'deleted_entries',
      'entries',
      'entry_images',
      'entry_prompts',
      'entry_tags',
      'entry_versions',
      'feeling_choices',
      'hard_day_page',
      'hidden_cards',
      'hidden_prompts',
      'image_bytes',
      'images',
      'import_changes',
      'imports',
      'insight_standings',
      'keepsakes',
      'key_file',
      'kind_choices',
      'movement_sessions',
      'outing',
      'own_kinds',
      'own_prompts',
      'own_steps',
      'own_words',
      'prompt_offers',
      'recovery_kit',
      'ritual_returns',
      'rituals',
      'saved_searches',
      'settings',
      'spans',
      'steps_taken',
      'tags',
      'templates',
      'version_images',
    ]);
  });

  it('follows inserts, updates, deletes, REPLACE, upserts and cascades', () => {
    using test = createTestDatabase();
    const { db } = test;
    expect(stored(db)).toBe(emptySetHash);
    const steps = [
      offer('2025-01-01'),
      'UPDATE prompt_offers SET responded_at = 7',
      entry('a') + entry('b'),
      "INSERT INTO entry_prompts VALUES (1, 'small-win', 0), (1, 'other', 1)",
      `INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE entry_row = 2`,
      `REPLACE INTO entry_prompts VALUES (1, 'other', 5)`,
      `${word('eider')} INSERT INTO own_words VALUES ('eider') ON CONFLICT DO NOTHING`,
      `INSERT INTO settings (only_row, day_boundary_hour, week_starts_on) VALUES (1, 4, 1)
       ON CONFLICT (only_row) DO UPDATE SET day_boundary_hour = 5`,
      `INSERT INTO settings (only_row, day_boundary_hour, week_starts_on) VALUES (1, 4, 1)
       ON CONFLICT (only_row) DO UPDATE SET day_boundary_hour = 5`,
      'DELETE FROM entries WHERE entry_row = 1',
      'DELETE FROM prompt_offers; DELETE FROM entries; DELETE FROM own_words; DELETE FROM settings',
    ];
    const hashes = steps.map((sql) => {
      runInside(db, sql);
      expectRight(db);
      return stored(db);
    });
    expect(new Set(hashes.slice(0, -1)).size).toBe(hashes.length - 2);
    expect(hashes.at(-1)).toBe(emptySetHash);
  });

  it('takes back what a rollback and a savepoint take back', () => {
    using test = createTestDatabase();
    const { db } = test;
    transaction(db, () => {
      db.exec(word('one'));
      return err({ type: 'NotFound' });
    });
    expect(stored(db)).toBe(emptySetHash);
    batch(db, () => {
      transaction(db, () => ok(db.exec(word('two'))));
      transaction(db, () => {
        db.exec(word('three'));
        return err({ type: 'NotFound' });
      });
      transaction(db, () => ok(db.exec(word('four'))));
    });
    expectRight(db);
    expect(() => batch(db, () => db.exec(`${word('five')} INSERT INTO nowhere VALUES (1)`))).toThrow(
      'nowhere',
    );
    expectRight(db);
    transaction(db, () => ok(db.exec(word('six'))));
    expectRight(db);
  });

  it('refuses a row outside a transaction, and a transaction that goes on after a failed statement', () => {
    using test = createTestDatabase();
    const { db } = test;
    expect(() => db.exec(word('stray'))).toThrow('in a transaction');
    const insert = prepareWrite<{ readonly list: string }>(
      db,
      'INSERT INTO own_words SELECT value FROM json_each(@list)',
    );
    expect(() =>
      transaction(db, () => {
        try {
          insert.run({ list: '["a","b",""]' });
        } catch {
          // A bug: half of it was counted and none of it is there.
        }
        return ok(db.exec(word('c')));
      }),
    ).toThrow('a failed statement');
    expect(stored(db)).toBe(emptySetHash);
    transaction(db, () => ok(db.exec(word('d'))));
    expectRight(db);
  });

  it('is right after years of everything a journal can hold, and counts an attached copy alike', async () => {
    await using test = await createTestJournal();
    fillSampleJournal(test.journal, {
      years: 1,
      seed: 3,
      today: civilDaySchema.parse('2025-05-14'),
      zone: 'Europe/Paris',
    });
    const journal = await test.reopen();
    expectRight(journal.source.db);
    journal.source.db.prepare('VACUUM INTO ?').run(`${test.folder}/copy.db`);
    journal.source.db.prepare('ATTACH DATABASE ? AS copy').run(`${test.folder}/copy.db`);
    expect(journal.source.countSetHash('copy')).toBe(stored(journal.source.db));
    journal.source.db.exec('DETACH DATABASE copy');
  });

  it('is told apart by any change from below, and accepted when the person accepts it', async () => {
    using test = createTestDatabase();
    const { db } = test;
    runInside(db, offer('2025-01-01') + offer('2025-01-02'));
    slipIn(db, "UPDATE prompt_offers SET response = 'another' WHERE id = 1");
    expect(await checkContent(db)).toBe('different');
    runInside(db, offer('2025-01-03'));
    expect(await checkContent(db)).toBe('different');
    acceptContent(db);
    expect(await checkContent(db)).toBe('same');
    runInside(db, offer('2025-01-04'));
    expect(await checkContent(db)).toBe('same');
  });

  it('goes over to a new key, which heals nothing, and may be sent there twice', async () => {
    using test = createTestDatabase();
    const { db } = test;
    runInside(db, offer('2025-01-01') + offer('2025-01-02'));
    const before = stored(db);
    adoptSetHashKey(db, Buffer.alloc(32, 1));
    expect(stored(db)).not.toBe(before);
    expect(await checkContent(db)).toBe('same');
    const once = readStoredState(db);
    adoptSetHashKey(db, Buffer.alloc(32, 1));
    expect(readStoredState(db)).toEqual(once);
    slipIn(db, 'DELETE FROM prompt_offers WHERE id = 1');
    adoptSetHashKey(db, Buffer.alloc(32, 2));
    expect(await checkContent(db)).toBe('different');
  });
});

describe('the count in the background', () => {
  it('pauses every few milliseconds and starts again when something was written meanwhile', async () => {
    using test = createTestDatabase();
    const { db } = test;
    batch(db, () => {
      for (let index = 0; index < 30_000; index += 1) db.exec(word(`word-${index}`));
    });
    const turns: number[] = [];
    let last = performance.now();
    let isOver = false;
    const watch = () => {
      turns.push(performance.now() - last);
      last = performance.now();
      if (!isOver) setImmediate(watch);
    };
    let pauses = 0;
    setImmediate(watch);
    setTimeout(() => runInside(db, word('meanwhile')), 5);
    const verdict = await checkContent(db, async () => {
      pauses += 1;
    });
    isOver = true;
    expect(verdict).toBe('same');
    expect(pauses).toBeGreaterThan(0);
    expect(turns.length).toBeGreaterThan(10);
    // Six milliseconds of work; the middle one of all, because the machine may be doing other things as well.
    const middle = turns.toSorted((one, other) => one - other)[turns.length >> 1];
    expect(middle).toBeLessThan(25);
  });

  it('stops when the journal is closed', async () => {
    using test = createTestDatabase();
    batch(test.db, () => {
      for (let index = 0; index < 5000; index += 1) test.db.exec(word(`word-${index}`));
    });
    const verdict = checkContent(test.db);
    test.db.close();
    expect(await verdict).toBe('stopped');
  });
});

describe('a migration', () => {
  const next = {
    version: latestVersion + 10,
    sql: "ALTER TABLE own_words RENAME TO taught_words; UPDATE prompt_offers SET response = 'another'",
  };

  it('counts everything again, as one change, and the next opening finds it right', async () => {
    using test = createTestDatabase();
    runInside(test.db, offer('2025-01-01') + word('eider'));
    const before = readStoredState(test.db);
    test.db.close();
    const opened = openDatabase(test.path, testKeys(), testJournalId, testOptions);
    if (!opened.ok) throw new Error(opened.error.type);
    const { db } = opened.value;
    for (const name of db.prepare<[], string>('SELECT name FROM sqlite_temp_schema').pluck().all())
      db.exec(`DROP TRIGGER temp."${name}"`);
    migrate(db, key, 77, [next]);
    const after = readStoredState(db);
    expect(after).toMatchObject({ seq: (before?.seq ?? 0) + 1, changedAt: 77 });
    expect(after?.setHash).not.toBe(before?.setHash);
    expect(await checkContent(db)).toBe('same');
    db.close();
  });

  it('does not make content right that was not', async () => {
    using test = createTestDatabase();
    const { db } = test;
    runInside(db, offer('2025-01-01') + offer('2025-01-02'));
    slipIn(db, 'DELETE FROM prompt_offers WHERE id = 2');
    for (const name of db.prepare<[], string>('SELECT name FROM sqlite_temp_schema').pluck().all())
      db.exec(`DROP TRIGGER temp."${name}"`);
    migrate(db, key, 77, [next]);
    expect(await checkContent(db)).toBe('different');
  });
});
