import type { JournalSettings } from '../../../shared/domain/settings';
import type { JournalContext } from '../journalContext';

/** What the comparisons are made from, with the columns of it that count where most changes don't. */
const watched = {
  check_ins: '',
  movement_sessions: '',
  spans: '',
  entry_prompts: '',
  entries: ' OF day, at, binned_at',
  feeling_choices: '',
  own_kinds: '',
  kind_choices: '',
} as const;

const noteFunction = 'footnote_diary_changed';

/**
 * A name for the state of everything Insights compares: another name after every change to it, the same while there is none,
 * however much is written in entries. It is of one opening of the journal. What was rolled back counts as a change, too.
 */
export function createDiaryVersion(
  { db, clock, now }: Pick<JournalContext, 'db' | 'clock' | 'now'>,
  settings: () => JournalSettings,
): () => string {
  const opened = clock.now();
  let changes = 0;
  db.function(noteFunction, {}, () => {
    changes += 1;
    return null;
  });
  // Nothing is written to a journal that is only looked at, and no trigger either.
  if (db.pragma('query_only', { simple: true }) === 0) watch();
  return () => {
    const { dayBoundaryHour, weekStartsOn } = settings();
    return [opened, changes, now().day, dayBoundaryHour, weekStartsOn].join(' ');
  };

  function watch(): void {
    for (const [table, columns] of Object.entries(watched)) {
      for (const event of ['INSERT', `UPDATE${columns}`, 'DELETE'])
        db.exec(
          `CREATE TEMP TRIGGER "diary ${event.slice(0, 6)} ${table}" AFTER ${event} ON main.${table}
         BEGIN SELECT ${noteFunction}(); END`,
        );
    }
  }
}
