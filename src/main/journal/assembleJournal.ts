import type { Prompt } from '../../shared/domain/prompt';
import type { Clock, RandomBytes } from '../../shared/ports';
import { instantToMoment } from '../../shared/time';
import type { WritableDb } from './database/handles';
import { errorToStorageFailure } from './database/storageFailure';
import { batch } from './database/transaction';
import { createEntries } from './entries/entries';
import { createInsights } from './insights/insights';
import type { JournalContext } from './journalContext';
import type { Journal } from './journalFacade';
import { createCheckIns } from './moods/checkIns';
import { createOuting } from './movement/outing';
import { createSessions } from './movement/sessions';
import { createPrompts } from './prompts/prompts';
import { createSearch } from './search/search';
import { createSettings } from './settings/settings';
import { createToday } from './today/today';
import { verifyJournal } from './verifyJournal';

/** Puts the nouns together over one open database. Every statement is prepared here, once. */
export function assembleJournal(
  db: WritableDb,
  place: { readonly folder: string; readonly name: string },
  ports: { readonly clock: Clock; readonly randomBytes: RandomBytes },
  library: readonly Prompt[],
): Journal {
  const { clock, randomBytes } = ports;
  const settings = createSettings(db);
  const boundaryHour = (): number => settings.current().dayBoundaryHour;
  const momentAt: JournalContext['momentAt'] = (at) => instantToMoment(at, clock.zone(), boundaryHour());
  const context: JournalContext = { db, clock, randomBytes, momentAt, now: () => momentAt(clock.now()) };

  const checkIns = createCheckIns(context);
  const sessions = createSessions(context, checkIns);
  const outing = createOuting(context, checkIns, sessions);
  const prompts = createPrompts(context, library, sessions.hasEndedWithin);
  const entries = createEntries(context, prompts);
  const everything: Journal['everything'] = {
    entries: entries.all,
    checkIns: checkIns.all,
    sessions: sessions.all,
    settings: settings.current,
    counts: () => ({ ...entries.counts(), checkIns: checkIns.count(), sessions: sessions.count() }),
  };

  return {
    ...place,
    today: createToday(context, sessions.ofDay, outing.current),
    entries: {
      list: entries.list,
      read: entries.read,
      save: entries.save,
      moveToBin: entries.moveToBin,
      restore: entries.restore,
      insert: entries.insert,
      search: createSearch(db),
    },
    checkIns: checkIns.answers,
    sessions: sessions.answers,
    outing: outing.answers,
    prompts: prompts.answers,
    insights: createInsights(context, boundaryHour),
    settings: settings.answers,
    everything,
    verify: () => verifyJournal(db, entries, everything),
    inTransaction: (work) => batch(db, work),
    close: () => {
      if (!db.open) return;
      try {
        db.pragma('wal_checkpoint(TRUNCATE)');
      } catch (error) {
        // On a full disk the log can't be written back; the next opening reads it as it is.
        if (errorToStorageFailure(error) === null) throw error;
      } finally {
        db.close();
      }
    },
  };
}
