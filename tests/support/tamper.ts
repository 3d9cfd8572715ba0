import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleJournal } from '../../src/main/journal/assembleJournal';
import { createDatabase } from '../../src/main/journal/database/openDatabase';
import { isBroken } from '../../src/main/journal/database/storageFailure';
import { openStored } from '../../src/main/journal/opening/openStored';
import type { Journal } from '../../src/main/journal/journalFacade';
import { createSeededRandom } from '../../src/main/sample/seededRandom';
import { createCheckInId, createEntryId } from '../../src/shared/id';
import { documentOf } from './documents';
import { testJournalId, testKeys, testRawKey } from './databaseFixture';
import { createFakeClock } from './journalFixture';
import { createTestFolder } from './testFolder';

/** A closed journal without a key file, so that opening it a thousand times derives no key. */
export interface TamperedJournal extends Disposable {
  readonly folder: string;
  readonly path: string;
  /** The bytes as they were closed. */
  readonly whole: Buffer;
  readonly put: (bytes: Buffer) => void;
  /** Opens, verifies and closes: what the person would be told. */
  readonly judge: () => 'sound' | 'unsound' | 'refused';
}

export function createTamperedJournal(entries: number): TamperedJournal {
  const place = createTestFolder();
  const path = join(place.path, 'journal.db');
  const clock = createFakeClock();
  const ports = { clock, randomBytes: createSeededRandom(2).bytes };
  createDatabase(path, testRawKey(), testJournalId, clock.now());
  const open = (): Journal | null => {
    const where = { folder: place.path, file: 'journal.db', journalId: testJournalId };
    const stored = openStored(where, testKeys(), ports);
    if (!stored.ok) {
      if (stored.error.type !== 'JournalDamaged') throw new Error(stored.error.type);
      return null;
    }
    try {
      return assembleJournal(stored.value, { folder: place.path, name: 'Test' }, ports, []);
    } catch (error) {
      stored.value.close();
      if (!isBroken(error)) throw error;
      return null;
    }
  };
  const journal = open();
  if (journal === null) throw new Error('a new journal opens');
  for (let index = 0; index < entries; index += 1) {
    const document = documentOf(`Entry ${index}. ${'Counted the geese on the way home. '.repeat(40)}`);
    journal.entries.save({ id: createEntryId(index, ports.randomBytes), document, baseRevision: 0 });
    const id = createCheckInId(index, ports.randomBytes);
    journal.checkIns.save({ id, valence: 0.2, energy: null, feelings: ['calm'] });
  }
  journal.close();
  const whole = readFileSync(path);
  return {
    folder: place.path,
    path,
    whole,
    put: (bytes) => writeFileSync(path, bytes),
    judge: () => {
      const opened = open();
      if (opened === null) return 'refused';
      try {
        return opened.verify().isSound ? 'sound' : 'unsound';
      } finally {
        opened.close();
      }
    },
    [Symbol.dispose]: () => place[Symbol.dispose](),
  };
}
