import { assertNever } from '../../../shared/assert';
import type { EntryCursor, EntrySummary } from '../../../shared/domain/entry';
import { err } from '../../../shared/result';
import { momentToClockTime } from '../../../shared/time';
import type { Journal } from '../../journal/journal';
import { unclear } from '../cliFailure';
import { said, wholeNumber, withJournal, type Command } from '../command';

export const list: Command = {
  name: 'list',
  takes: 'FOLDER [--limit N]',
  does: 'lists the entries, newest first: day, time, short id, title',
  options: { limit: { type: 'string' } },
  run: async (order) => {
    const limit = wholeNumber(order.option('limit'), { least: 1, most: 999_999_999, fallback: 999_999_999 });
    if (limit === undefined) return err(unclear('--limit takes a whole number from 1.'));
    return withJournal(order, (journal) => {
      const entries = readSummaries(journal, limit);
      const { entries: total } = journal.everything.counts();
      return said({ total, entries }, ...entries.map(summaryToLine));
    });
  },
};

const pageLength = 200;

export function readSummaries(journal: Journal, limit: number): readonly EntrySummary[] {
  const entries: EntrySummary[] = [];
  let after: EntryCursor | null = null;
  do {
    const wanted = Math.min(pageLength, limit - entries.length);
    const page: ReturnType<Journal['entries']['list']> = journal.entries.list({
      where: 'journal',
      after,
      limit: wanted,
    });
    if (!page.ok) return assertNever(page.error);
    entries.push(...page.value.entries);
    after = page.value.next;
  } while (after !== null && entries.length < limit);
  return entries;
}

/** The end of an id tells entries apart; its beginning is the time. */
export const shortId = (id: string): string => id.slice(-8);

/** "* The title  #a tag  #another": its star, its title and its tags. */
export const factsToLine = (
  title: string,
  { isStarred, tags }: Pick<EntrySummary, 'isStarred' | 'tags'>,
): string => [`${isStarred ? '* ' : ''}${title}`, ...tags.map((tag) => `#${tag}`)].join('  ').trim();

const summaryToLine = (summary: EntrySummary): string =>
  `${summary.day}  ${momentToClockTime(summary)}  ${shortId(summary.id)}  ${factsToLine(summary.title, summary)}`;
