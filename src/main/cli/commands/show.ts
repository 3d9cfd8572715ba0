import { documentToMarkdown } from '../../../shared/document/markdown';
import type { Entry } from '../../../shared/domain/entry';
import { entryIdSchema, type EntryId } from '../../../shared/id';
import { err, ok, type Result } from '../../../shared/result';
import { civilDaySchema, momentToClockTime } from '../../../shared/time';
import type { Journal } from '../../journal/journal';
import { unclear, type CliFailure } from '../cliFailure';
import { said, withJournal, type Command } from '../command';
import { factsToLine, readSummaries, shortId } from './list';

export const show: Command = {
  name: 'show',
  takes: 'FOLDER ID | DAY',
  does: 'shows an entry as Markdown, by its id or short id, or every entry of a day',
  options: {},
  run: async (order) => {
    const [which, ...others] = order.words;
    if (which === undefined || others.length > 0) {
      return err(unclear('Name one entry by its id, or one day such as 2026-03-10.'));
    }
    return withJournal(order, (journal) => {
      const found = findIds(journal, which);
      if (found.length === 0) return err({ type: 'NotFound' });
      const read = readEntries(journal, found);
      if (!read.ok) return read;
      const shown = read.value.map((entry) => ({ ...entry, markdown: documentToMarkdown(entry.document) }));
      const lines = shown.flatMap((entry) => [
        `${entry.day}  ${momentToClockTime(entry)}  ${entry.id}`,
        ...[factsToLine(entry.givenTitle ?? '', entry)].filter((line) => line !== ''),
        '',
        entry.markdown.trimEnd(),
        '',
      ]);
      return said({ entries: shown }, ...lines.slice(0, -1));
    });
  },
};

/** Oldest first. */
function findIds(journal: Journal, which: string): readonly EntryId[] {
  const whole = entryIdSchema.safeParse(which);
  if (whole.success) return [whole.data];
  const isDay = civilDaySchema.safeParse(which).success;
  return readSummaries(journal, Number.POSITIVE_INFINITY)
    .filter(({ id, day }) => (isDay ? day === which : shortId(id) === which))
    .map(({ id }) => id)
    .toReversed();
}

function readEntries(journal: Journal, ids: readonly EntryId[]): Result<readonly Entry[], CliFailure> {
  const entries: Entry[] = [];
  for (const id of ids) {
    const read = journal.entries.read({ id });
    if (!read.ok) return read;
    entries.push(read.value);
  }
  return ok(entries);
}
