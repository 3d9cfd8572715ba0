import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { latestVersion } from '../../../src/main/journal/database/migrate';
import { openDatabase, type BeforeMigration } from '../../../src/main/journal/database/openDatabase';
import { readStoredState, recount } from '../../../src/main/journal/integrity/rowLedger';
import { err, ok } from '../../../src/shared/result';
import { testJournalId, testKeys, testOptions, testRawKey } from '../../support/databaseFixture';
import { createFirstVersion } from '../../support/firstVersion';
import { createTestFolder } from '../../support/testFolder';

const open = (path: string, beforeMigration?: BeforeMigration) =>
  openDatabase(path, testKeys(), testJournalId, { ...testOptions, beforeMigration });

describe('a journal of an older version', () => {
  it('is brought up to date after its backup was made, with its content counted for the first time', () => {
    using place = createTestFolder();
    const path = join(place.path, 'journal.db');
    createFirstVersion(path, testRawKey(), testJournalId);
    const versions: unknown[] = [];
    const opened = open(path, (db) => {
      versions.push(db.pragma('user_version', { simple: true }));
      return ok(null);
    });
    if (!opened.ok) throw new Error(opened.error.type);
    const { db, found } = opened.value;
    expect([versions, found]).toEqual([[10], null]);
    expect(db.pragma('user_version', { simple: true })).toBe(latestVersion);
    const state = readStoredState(db);
    expect(state?.seq).toBeGreaterThan(12);
    expect(state).toMatchObject({ setHash: recount(db, 'main'), changedAt: 1000 });
    expect(db.prepare('SELECT day_boundary_hour FROM settings').pluck().get()).toBe(3);
    db.close();
    const again = open(path, () => {
      throw new Error('there is nothing to migrate');
    });
    expect(again.ok && again.value.found).toEqual(state);
    if (again.ok) again.value.db.close();
  });

  it('stays what it is when the backup can not be made', () => {
    using place = createTestFolder();
    const path = join(place.path, 'journal.db');
    createFirstVersion(path, testRawKey(), testJournalId);
    const refusal = err({ type: 'DiskFull' } as const);
    expect(open(path, () => refusal)).toEqual(refusal);
    let version: unknown;
    open(path, (db) => {
      version = db.pragma('user_version', { simple: true });
      return refusal;
    });
    expect(version).toBe(10);
  });
});
