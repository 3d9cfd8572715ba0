import { describe, expect, it } from 'vitest';
import {
  prepareColumn,
  prepareRead,
  prepareWrite,
  type WritableDb,
} from '../../../src/main/journal/database/handles';
import { latestVersion, migrations } from '../../../src/main/journal/database/migrate';
import { openDatabase } from '../../../src/main/journal/database/openDatabase';
import { withStorageFailures } from '../../../src/main/journal/database/storageFailure';
import { batch, transaction } from '../../../src/main/journal/database/transaction';
import { entriesOfDaySql, entryListSql } from '../../../src/main/journal/entries/entryQueries';
import { daysWithEntriesSql } from '../../../src/main/journal/finding/timeline';
import { momentsOfDaySql } from '../../../src/main/journal/moods/checkInQueries';
import { historySql } from '../../../src/main/journal/movement/historyQueries';
import { sessionListSql, sessionsOfDaySql } from '../../../src/main/journal/movement/sessionQueries';
import { newestRowsSql, rankedSql } from '../../../src/main/journal/search/findRows';
import { filterSql } from '../../../src/main/journal/search/searchFilters';
import { err, ok } from '../../../src/shared/result';
import { createTestDatabase, testJournalId, testKeys, testOptions } from '../../support/databaseFixture';

const open = (path: string) => openDatabase(path, testKeys(), testJournalId, testOptions);
const pragma = (db: WritableDb, name: string): unknown => db.pragma(name, { simple: true });
const seqOf = (db: WritableDb): unknown => prepareColumn(db, 'SELECT seq FROM meta').get({});
const offers = (db: WritableDb): unknown => prepareColumn(db, 'SELECT count(*) FROM prompt_offers').get({});
const addOffer = (db: WritableDb, day: string): void => {
  prepareWrite<{ readonly day: string }>(
    db,
    "INSERT INTO prompt_offers (prompt_id, day, response, offered_at) VALUES ('small-win', @day, 'offered', 0)",
  ).run({ day });
};

describe('an open database', () => {
  it('is encrypted, keeps temporary data in memory and waits for the disk', () => {
    using test = createTestDatabase();
    expect(pragma(test.db, 'cipher')).toBe('chacha20');
    expect(pragma(test.db, 'temp_store')).toBe(2);
    expect(pragma(test.db, 'journal_mode')).toBe('wal');
    expect(pragma(test.db, 'synchronous')).toBe(2);
    expect(pragma(test.db, 'locking_mode')).toBe('exclusive');
    expect(pragma(test.db, 'secure_delete')).toBe(1);
    expect(pragma(test.db, 'trusted_schema')).toBe(0);
    expect(pragma(test.db, 'foreign_keys')).toBe(1);
    expect(pragma(test.db, 'mmap_size') ?? 0).toBe(0);
    expect(prepareColumn(test.db, "SELECT v FROM entries_fts_config WHERE k = 'pgsz'").get({})).toBe(3950);
  });

  it('refuses a key that is not raw before it touches the file', () => {
    using test = createTestDatabase();
    for (const key of [Buffer.alloc(0), Buffer.from('raw:zz'), Buffer.alloc(36, 1), Buffer.from("x'00'")]) {
      expect(() =>
        openDatabase(test.path, { ...testKeys(), databaseKey: key }, testJournalId, testOptions),
      ).toThrow('a raw database key');
    }
  });

  it('zeroes the keys it was given', () => {
    using test = createTestDatabase();
    const keys = testKeys();
    openDatabase(test.path, keys, testJournalId, testOptions);
    for (const key of [keys.databaseKey, keys.setHashKey]) expect(key.every((byte) => byte === 0)).toBe(true);
  });

  it('refuses to be older than its file', () => {
    using test = createTestDatabase();
    test.db.pragma(`user_version = ${latestVersion + 1}`);
    test.db.close();
    expect(open(test.path)).toEqual({
      ok: false,
      error: { type: 'JournalFromNewerVersion' },
    });
  });

  it('is damaged when it lacks its mark or its owner', () => {
    using test = createTestDatabase();
    const damaged = { ok: false, error: { type: 'JournalDamaged', part: 'database' } };
    test.db.pragma('application_id = 1');
    test.db.close();
    expect(open(test.path)).toEqual(damaged);
    using other = createTestDatabase();
    other.db.exec('DELETE FROM meta');
    other.db.close();
    expect(open(other.path)).toEqual(damaged);
  });
});

describe('the schema', () => {
  it('is the one that was released', () => {
    using test = createTestDatabase();
    const statements = prepareColumn<Record<string, never>, string>(
      test.db,
      'SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name',
    ).all({});
    expect(statements.join(';\n')).toMatchSnapshot();
  });

  it('has strict tables only, beside the search index', () => {
    using test = createTestDatabase();
    const loose = prepareColumn(
      test.db,
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name <> 'sqlite_schema'",
    ).all({});
    expect(loose).toEqual([]);
  });

  it('counts its migrations upward', () => {
    const versions = migrations.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].toSorted((left, right) => left - right));
  });
});

function plan(db: WritableDb, sql: string): string {
  const parameters = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name ?? '', '1']));
  return prepareRead<Record<string, string>, { readonly detail: string }>(db, `EXPLAIN QUERY PLAN ${sql}`)
    .all(parameters)
    .map(({ detail }) => detail)
    .join('\n');
}

describe('query plans', () => {
  it.each([
    ['the newest entries', entryListSql.journal.first, 'entries_in_journal'],
    ['entries after a cursor', entryListSql.journal.next, 'SEARCH entries USING INDEX entries_in_journal'],
    ['the newest of many hits', newestRowsSql, 'USING COVERING INDEX entries_in_journal'],
    ['the days with entries', daysWithEntriesSql, 'USING COVERING INDEX entries_in_journal'],
    ['the bin', entryListSql.bin.first, 'entries_in_bin'],
    ['the bin after a cursor', entryListSql.bin.next, 'SEARCH entries USING INDEX entries_in_bin'],
    ['the entries of a day', entriesOfDaySql, 'SEARCH entries USING INDEX entries_in_journal (day=?)'],
    ['the check-ins of a day', momentsOfDaySql, 'SEARCH check_ins USING INDEX check_ins_of_moments (day=?)'],
    ['the newest sessions', sessionListSql.first, 'movement_sessions_by_start'],
    [
      'sessions after a cursor',
      sessionListSql.next,
      'SEARCH movement_sessions USING INDEX movement_sessions_by_start',
    ],
    [
      'the sessions of a day',
      sessionsOfDaySql,
      'SEARCH movement_sessions USING INDEX movement_sessions_by_day (day=?)',
    ],
    [
      'the days with movement',
      historySql.outline,
      'SEARCH movement_sessions USING INDEX movement_sessions_by_day (day>? AND day<?)',
    ],
    [
      'a piece of all movement',
      historySql.window,
      'SEARCH movement_sessions USING INDEX movement_sessions_by_day (day>? AND day<?)',
    ],
    [
      'the movement of a month or a day',
      historySql.between,
      'SEARCH movement_sessions USING INDEX movement_sessions_by_day (day>? AND day<?)',
    ],
    [
      'how it felt before and after each of them',
      historySql.window,
      'SEARCH check_ins USING INDEX check_ins_by_session (session_id=?)',
    ],
    [
      'what is added up of movement',
      historySql.sums,
      'SEARCH movement_sessions USING INDEX movement_sessions_by_day (day>? AND day<?)',
    ],
    ['the kinds there are', historySql.kinds, 'USING COVERING INDEX movement_sessions_by_kind'],
    ['the entries between two days', filterSql.dates, 'COVERING INDEX entries_in_journal (day>? AND day<?)'],
    [
      'the entries of days of a mood',
      filterSql.mood,
      'SEARCH check_ins USING COVERING INDEX check_ins_by_day (day>? AND day<?)',
    ],
    [
      'the entries of days of a feeling',
      filterSql.feelings,
      'SEARCH check_ins USING COVERING INDEX check_ins_by_day (day>? AND day<?)',
    ],
    [
      'the entries of days of a kind of movement',
      filterSql.kinds,
      'SEARCH movement_sessions USING COVERING INDEX movement_sessions_by_kind (kind=? AND day>? AND day<?)',
    ],
    [
      'the starred entries',
      filterSql.starred,
      'SEARCH entries USING INDEX entries_starred (day>? AND day<?)',
    ],
  ])('find %s by index, without sorting', (_, sql, expected) => {
    using test = createTestDatabase();
    const found = plan(test.db, sql);
    expect(found).toContain(expected);
    expect(found).not.toMatch(/TEMP B-TREE FOR (LAST TERM OF )?ORDER BY/);
  });

  it('search by the index, and sort what it found', () => {
    using test = createTestDatabase();
    expect(plan(test.db, rankedSql)).toContain('SCAN entries_fts VIRTUAL TABLE INDEX');
    expect(plan(test.db, filterSql.tags)).toContain(
      'SEARCH entry_tags USING COVERING INDEX entry_tags_by_tag (tag_row=?)',
    );
    expect(plan(test.db, filterSql.prompts)).toContain(
      'SEARCH entry_prompts USING COVERING INDEX entry_prompts_by_prompt (prompt_id=?)',
    );
  });
});

describe('a transaction', () => {
  it('keeps all or nothing: an error value and a throw roll back', () => {
    using test = createTestDatabase();
    transaction(test.db, () => ok(addOffer(test.db, '2025-01-01')));
    const refused = transaction(test.db, () => {
      addOffer(test.db, '2025-01-02');
      return err({ type: 'NotFound' });
    });
    expect(refused).toEqual({ ok: false, error: { type: 'NotFound' } });
    expect(() =>
      transaction(test.db, () => {
        addOffer(test.db, '2025-01-03');
        throw new Error('a bug');
      }),
    ).toThrow('a bug');
    expect(offers(test.db)).toBe(1);
  });

  it('refuses to nest and refuses a promise, keeping neither', () => {
    using test = createTestDatabase();
    expect(() => transaction(test.db, () => transaction(test.db, () => ok(1)))).toThrow('do not nest');
    expect(() =>
      transaction(test.db, () => {
        addOffer(test.db, '2025-01-01');
        // What a wrong cast could let through.
        return Promise.resolve() as never;
      }),
    ).toThrow('synchronous');
    expect(offers(test.db)).toBe(0);
    expect(test.db.inTransaction).toBe(false);
  });

  it('counts up when something changed, and then by one', () => {
    using test = createTestDatabase();
    expect(seqOf(test.db)).toBe(0);
    transaction(test.db, () => ok(addOffer(test.db, '2025-01-01')));
    transaction(test.db, () => ok(null));
    expect(seqOf(test.db)).toBe(1);
    batch(test.db, () => {
      transaction(test.db, () => ok(addOffer(test.db, '2025-01-02')));
      transaction(test.db, () => ok(addOffer(test.db, '2025-01-03')));
    });
    expect(seqOf(test.db)).toBe(2);
  });

  it('inside a batch takes back itself alone, and the batch takes back everything', () => {
    using test = createTestDatabase();
    batch(test.db, () => {
      transaction(test.db, () => ok(addOffer(test.db, '2025-01-01')));
      transaction(test.db, () => {
        addOffer(test.db, '2025-01-02');
        return err({ type: 'NotFound' });
      });
    });
    expect(offers(test.db)).toBe(1);
    expect(() =>
      batch(test.db, () => {
        transaction(test.db, () => ok(addOffer(test.db, '2025-01-03')));
        throw new Error('a bug');
      }),
    ).toThrow('a bug');
    expect(offers(test.db)).toBe(1);
  });

  it('tells a full and a read-only disk, and goes on working when there is room again', () => {
    using test = createTestDatabase();
    const fill = () =>
      withStorageFailures(() =>
        transaction(test.db, () => {
          for (let year = 1000; year < 9999; year += 1) addOffer(test.db, `${year}-01-01`);
          return ok(null);
        }),
      );
    test.db.pragma(`max_page_count = ${Number(pragma(test.db, 'page_count')) + 2}`);
    expect(fill()).toEqual({ ok: false, error: { type: 'DiskFull' } });
    expect(offers(test.db)).toBe(0);
    test.db.pragma('max_page_count = 1000000');
    test.db.pragma('query_only = ON');
    expect(fill()).toEqual({ ok: false, error: { type: 'FolderNotWritable' } });
    test.db.pragma('query_only = OFF');
    expect(fill()).toEqual({ ok: true, value: null });
    expect(offers(test.db)).toBe(8999);
  });
});

describe('a prepared query', () => {
  it('fails at once when it is misspelt or when it writes', () => {
    using test = createTestDatabase();
    expect(() => prepareRead(test.db, 'SELECT titel FROM entries')).toThrow('titel');
    expect(() => prepareRead(test.db, 'DELETE FROM entries')).toThrow('a query reads');
  });
});
