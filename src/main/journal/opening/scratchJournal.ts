import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createUuid } from '../../../shared/id';
import { promptLibrary } from '../../../shared/prompts/promptLibrary';
import type { Clock, RandomBytes } from '../../../shared/ports';
import { privateFolder } from '../../disk/durableFiles';
import { databaseName } from '../../disk/journalNames';
import { assembleJournal } from '../assembleJournal';
import { createDatabase, openDatabase } from '../database/openDatabase';
import { openJournalMemory } from '../integrity/journalMemory';
import { createWarningDesk } from '../integrity/warningDesk';
import type { Journal } from '../journalFacade';
import { noReserve } from './reserve';

const prefix = 'incoming-';

/**
 * An empty journal in a folder of its own below `folder`, under a key that is nowhere but in this process: what comes from elsewhere is put
 * together and looked at there before any of it is taken over. `close` deletes it; what a crash leaves can be opened by nobody. Throws what
 * the disk throws.
 */
export function createScratchJournal(
  folder: string,
  { clock, randomBytes }: { readonly clock: Clock; readonly randomBytes: RandomBytes },
): Journal {
  mkdirSync(folder, { recursive: true, mode: privateFolder });
  const place = mkdtempSync(join(folder, prefix));
  const remove = (): void => rmSync(place, { recursive: true, force: true });
  const key = Buffer.concat([Buffer.from('raw:'), randomBytes(32)]);
  const setHashKey = Buffer.from(randomBytes(32));
  try {
    const path = join(place, databaseName);
    const journalId = createUuid(clock.now(), randomBytes);
    createDatabase(path, Buffer.from(key), journalId, clock.now());
    const memory = openJournalMemory(null, journalId, setHashKey);
    const opened = openDatabase(
      path,
      { databaseKey: Buffer.from(key), setHashKey: Buffer.from(setHashKey) },
      journalId,
      { now: clock.now, newer: 'refuse' },
    );
    if (!opened.ok) throw new Error(`A new journal does not open: ${opened.error.type}`);
    const { db } = opened.value;
    // Nobody will miss it: what is lost with a power cut is made again from the file it came from. So nothing is written twice, first into a log.
    db.pragma('synchronous = OFF');
    db.pragma('journal_mode = MEMORY');
    // It is read from end to end and written once: what a journal keeps at hand would be memory for nothing.
    db.pragma('cache_size = -8192');
    return assembleJournal(
      {
        db,
        readOnlyBecause: null,
        warnings: createWarningDesk(memory),
        isInPlace: () => true,
        reserve: noReserve,
        dismissWarning: () => undefined,
        close: () => {
          db.close();
          remove();
        },
      },
      { folder: place, name: '' },
      { clock, randomBytes },
      promptLibrary,
    );
  } catch (error) {
    remove();
    throw error;
  } finally {
    key.fill(0);
    setHashKey.fill(0);
  }
}
